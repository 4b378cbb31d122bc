//! `paraphe serve`, driven by changes of real files.

use crate::support::Project;
use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// A server that goes with the test.
struct Serving {
    process: Child,
    port: u16,
}

impl Serving {
    fn start(project: &Project) -> Self {
        Self::start_with(project, &["--lang", "en", "serve", "--port", "18585"])
    }

    fn start_with(project: &Project, arguments: &[&str]) -> Self {
        let mut process = Command::new(env!("CARGO_BIN_EXE_paraphe"))
            .args(arguments)
            .current_dir(project.path(""))
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(process.stdout.take().unwrap())
            .read_line(&mut line)
            .unwrap();
        let port = line.split("127.0.0.1:").nth(1).unwrap();
        let port = port.split('/').next().unwrap().parse().unwrap();
        Self { process, port }
    }

    fn connect(&self, request: &str) -> BufReader<TcpStream> {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(30))).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        BufReader::new(stream)
    }

    fn get(&self, path: &str) -> String {
        let mut answer = Vec::new();
        let request = format!("GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n");
        self.connect(&request).read_to_end(&mut answer).unwrap();
        String::from_utf8_lossy(&answer).into_owned()
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// What an open page hears.
struct Page(BufReader<TcpStream>);

impl Page {
    fn open(serving: &Serving, path: &str) -> Self {
        let request = format!("GET /_paraphe/events{path} HTTP/1.1\r\nHost: localhost\r\n\r\n");
        Self(serving.connect(&request))
    }

    /// The next news: the number of the build, and why the last one failed.
    fn hear(&mut self) -> (u64, Option<String>) {
        loop {
            let mut line = String::new();
            assert!(self.0.read_line(&mut line).unwrap() > 0, "the server went away");
            if let Some(data) = line.strip_prefix("data: ") {
                let data: serde_json::Value = serde_json::from_str(data).unwrap();
                let failure = data["failure"].as_str().map(str::to_owned);
                return (data["build"].as_u64().unwrap(), failure);
            }
        }
    }

    /// Listens until the news are as wanted: a change can be seen in several steps.
    fn hears(&mut self, wanted: impl Fn(u64, Option<&str>) -> bool) -> u64 {
        for _ in 0..10 {
            let (build, failure) = self.hear();
            if wanted(build, failure.as_deref()) {
                return build;
            }
        }
        panic!("the news never came");
    }
}

#[test]
fn a_change_a_failure_and_its_mending_reach_the_open_page() {
    let project = Project::sound();
    let serving = Serving::start(&project);
    let first = serving.get("/");
    assert!(first.starts_with("HTTP/1.1 200 OK\r\n") && first.contains("/_paraphe/live.js"));
    assert!(!project.read("public/index.html").contains("_paraphe"));
    let mut page = Page::open(&serving, "/404.html");
    let before = page.hears(|_, failure| failure.is_none());

    // As an editor saves that writes a new file and puts it in the place of the old one.
    let configuration = project.read("paraphe.yaml");
    let replace = |text: &str| {
        fs::write(project.path(".new"), text).unwrap();
        fs::rename(project.path(".new"), project.path("paraphe.yaml")).unwrap();
    };
    replace(&configuration.replacen("title:", "tilte:", 1));
    page.hears(|build, failure| {
        build == before && failure.is_some_and(|words| words.contains("paraphe.yaml:1:1"))
    });
    assert!(serving.get("/").starts_with("HTTP/1.1 200 OK\r\n"));
    replace(&configuration);
    page.hears(|build, failure| build == before && failure.is_none());

    let gone = project.path("signatures/charter/outre-mer.yaml");
    let bytes = fs::read(&gone).unwrap();
    fs::remove_file(&gone).unwrap();
    let without = page.hears(|build, failure| build > before && failure.is_none());
    fs::write(&gone, bytes).unwrap();
    let with = page.hears(|build, failure| build > without && failure.is_none());

    // A folder that goes and comes back is still watched.
    fs::rename(project.path("signatures"), project.path("elsewhere")).unwrap();
    let empty = page.hears(|build, failure| build > with && failure.is_none());
    fs::rename(project.path("elsewhere"), project.path("signatures")).unwrap();
    let full = page.hears(|build, failure| build > empty && failure.is_none());
    fs::remove_file(&gone).unwrap();
    page.hears(|build, failure| build > full && failure.is_none());
}

#[test]
fn what_changed_while_the_configuration_was_broken_is_seen_once_it_is_mended() {
    let project = Project::sound();
    let serving = Serving::start(&project);
    let mut page = Page::open(&serving, "/");
    let before = page.hears(|_, failure| failure.is_none());
    let configuration = project.read("paraphe.yaml");
    fs::write(
        project.path("paraphe.yaml"),
        configuration.replacen("title:", "tilte:", 1),
    )
    .unwrap();
    page.hears(|_, failure| failure.is_some());
    fs::remove_file(project.path("signatures/charter/outre-mer.yaml")).unwrap();
    page.hears(|_, failure| failure.is_some());
    fs::write(project.path("paraphe.yaml"), configuration).unwrap();
    page.hears(|build, failure| build > before && failure.is_none());
    assert!(!project.path("public/signatures/charter/outre-mer.yaml").exists());
}

#[test]
fn an_open_page_is_told_of_a_build_once_it_can_show_it() {
    let project = Project::sound();
    let serving = Serving::start(&project);
    let build_of = |page: &str| -> u64 {
        let number = page.split("data-build=\"").nth(1).unwrap();
        number.split('"').next().unwrap().parse().unwrap()
    };
    let before = serving.get("/");
    let mut home = Page::open(&serving, "/");
    let mut elsewhere = Page::open(&serving, "/elsewhere.html");
    for page in [&mut home, &mut elsewhere] {
        assert_eq!(page.hear(), (build_of(&before), None));
    }
    fs::remove_file(project.path("signatures/charter/outre-mer.yaml")).unwrap();
    let told = home.hears(|build, _| build > build_of(&before));
    let after = serving.get("/");
    assert_ne!(after, before);
    assert_eq!(build_of(&after), told);
    // Once all is there, it is the same build: the page is not loaded again.
    assert_eq!(elsewhere.hears(|build, _| build > build_of(&before)), told);
    assert_eq!(serving.get("/"), after);
    assert!(after.ends_with(&format!("data-build=\"{told}\"></script>\n</body>\n</html>\n")));
}

#[test]
fn a_stranger_gets_nothing() {
    let project = Project::sound();
    let serving = Serving::start(&project);
    let status = |request: &str| {
        let mut line = String::new();
        serving.connect(request).read_line(&mut line).unwrap();
        line.split(' ').nth(1).unwrap_or_default().to_owned()
    };
    let get = |path: &str, host: &str| status(&format!("GET {path} HTTP/1.1\r\nHost: {host}\r\n\r\n"));
    assert_eq!(get("/", "evil.example"), "421");
    assert_eq!(get("/../paraphe.yaml", "localhost"), "404");
    assert_eq!(get("/%2e%2e/paraphe.yaml", "localhost"), "404");
    assert_eq!(get("/.paraphe-manifest", "localhost"), "404");
    assert_eq!(status("POST / HTTP/1.1\r\nHost: localhost\r\n\r\n"), "405");
    assert_eq!(
        status(&format!("GET /{} HTTP/1.1\r\n", "a".repeat(20_000))),
        "431"
    );
    // A second server takes the next port.
    let other = Serving::start(&project);
    assert_ne!(other.port, serving.port);
}

#[test]
fn port_zero_is_any_free_one_and_the_real_one_is_told() {
    let project = Project::sound();
    let serving = Serving::start_with(&project, &["--lang", "en", "serve", "--port", "0"]);
    assert_ne!(serving.port, 0);
    assert!(serving.get("/").starts_with("HTTP/1.1 200 OK\r\n"));
}

#[test]
fn a_host_that_is_not_this_machine_is_named_with_what_to_do() {
    let project = Project::sound();
    for host in ["nowhere.invalid", "256.1.1.1", "127.0.0.1:99", "a b", ""] {
        let wanted = [
            &format!("“{host}” is neither a name nor an address of this machine"),
            "0.0.0.0",
        ];
        project
            .run(&["serve", "--port", "0", "--host", host])
            .says(2, &wanted);
    }
}

#[test]
fn a_project_that_does_not_build_at_first_shows_why_in_words_and_without_scripts() {
    let project = Project::sound();
    project.replace("signatures/charter/outre-mer.yaml", "98735", "9873<b>");
    let serving = Serving::start_with(&project, &["--lang", "fr", "serve", "--port", "0"]);
    let page = serving.get("/");
    assert!(page.starts_with("HTTP/1.1 503 "), "{page}");
    for said in [
        "<html lang=\"fr\">",
        "<h1>Le site n’a pas pu être construit</h1>",
        "signatures/charter/outre-mer.yaml:",
        "9873&lt;b&gt;",
        "/_paraphe/live.js",
    ] {
        assert!(page.contains(said), "{said} is not in {page}");
    }
    project.replace("signatures/charter/outre-mer.yaml", "9873<b>", "98735");
    Page::open(&serving, "/").hears(|build, failure| build > 0 && failure.is_none());
    assert!(serving.get("/").starts_with("HTTP/1.1 200 OK\r\n"));
    let missing = serving.get("/nowhere");
    assert!(
        missing.starts_with("HTTP/1.1 404 ") && missing.contains("Page introuvable"),
        "{missing}"
    );
}

#[test]
fn a_configuration_that_is_broken_at_first_is_served_as_its_faults_until_it_is_mended() {
    for (from, to, code) in [
        ("title:", "tilte:", "unknown-key"),
        ("title: ", "title: [", "yaml-syntax"),
    ] {
        let project = Project::sound();
        let sound = project.read("paraphe.yaml");
        project.replace("paraphe.yaml", from, to);
        let serving = Serving::start_with(&project, &["--lang", "en", "serve", "--port", "0"]);
        let page = serving.get("/");
        assert!(page.starts_with("HTTP/1.1 503 "), "{page}");
        for said in ["The site could not be built", "paraphe.yaml:", code] {
            assert!(page.contains(said), "{said} is not in {page}");
        }
        project.write("paraphe.yaml", sound);
        Page::open(&serving, "/").hears(|build, failure| build > 0 && failure.is_none());
        assert!(serving.get("/").starts_with("HTTP/1.1 200 OK\r\n"));
    }
    Project::empty()
        .run(&["serve", "--port", "0"])
        .says(2, &["there is no project here"]);
}

#[test]
fn a_refusal_says_why() {
    let project = Project::sound();
    let serving = Serving::start(&project);
    let answer = |request: &str| {
        let mut answer = String::new();
        serving.connect(request).read_to_string(&mut answer).unwrap();
        answer
    };
    let foreign = answer("GET / HTTP/1.1\r\nHost: mybox.local\r\n\r\n");
    assert!(
        foreign.contains("does not answer to that name") && foreign.contains("--host"),
        "{foreign}"
    );
    assert!(answer("POST / HTTP/1.1\r\nHost: localhost\r\n\r\n").contains("only shows pages"));
}
