//! The templates of the theme, ready to render.

use super::folding::Folded;
use super::pages::Job;
use super::theme::Theme;
use super::words::Words;
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::locale::Locale;
use fluent_bundle::{FluentArgs, FluentValue};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use tera::{Context, ErrorKind, Kwargs, State, Tera, TeraResult, Value};

/// The folder of a theme that holds its templates.
pub const FOLDER: &str = "templates";

/// The only ending of a template: everything in it is escaped as HTML.
pub const ENDING: &str = ".html";

/// The templates of a theme, ready to render.
#[derive(Debug)]
pub struct Templates {
    tera: Tera,
    sources: Arc<Sources>,
    /// Whether an organisation's page may show what it is in the words of schema.org.
    pub show_schema: bool,
    /// What `frame` has rendered.
    frames: Mutex<BTreeMap<String, Value>>,
}

/// The templates by the name that they call each other by.
type Sources = BTreeMap<String, Source>;

/// The source of a template.
#[derive(Debug)]
struct Source {
    /// Where it comes from.
    origin: String,
    text: String,
    folded: Folded,
}

impl Templates {
    /// Reads the theme's templates; `addresses` are those that a template may name.
    ///
    /// # Errors
    /// Every fault that can be told before rendering.
    pub fn load(
        theme: &Theme,
        words: &Arc<Words>,
        addresses: &BTreeMap<String, String>,
        language: Locale,
    ) -> Result<Self, Vec<Diagnostic>> {
        let sources = read(theme, &[("words", words.all_plain()), ("addresses", addresses)])?;
        let mut tera = Tera::new();
        tera.autoescape_on([ENDING]);
        register(&mut tera, words, language);
        let added = tera.add_raw_templates(sources.iter().map(|(name, source)| (name, &source.folded.text)));
        match added {
            Ok(()) => {
                let templates = Self {
                    tera,
                    sources: Arc::new(sources),
                    show_schema: false,
                    frames: Mutex::default(),
                };
                Ok(Self {
                    show_schema: templates.mentions("schema", "organisation"),
                    ..templates
                })
            }
            Err(error) => Err(faults(&error, "", &sources)),
        }
    }

    /// The same templates, with nothing rendered yet.
    pub fn fresh(&self) -> Self {
        Self {
            tera: self.tera.clone(),
            sources: self.sources.clone(),
            show_schema: self.show_schema,
            frames: Mutex::default(),
        }
    }

    /// The values that every template sees.
    pub fn shared(&mut self) -> &mut Context {
        self.tera.global_context()
    }

    /// Whether a page of that kind may show the shared value `name`: its template names it, or one that several kinds of
    /// page share does. Says yes too often rather than too rarely.
    pub fn mentions(&self, name: &str, kind: &str) -> bool {
        let is_own = |file: &str| {
            let of = file.strip_suffix(ENDING);
            of.is_some_and(|of| Job::KINDS.contains(&of))
        };
        let shared = self.sources.keys().filter(|file| !is_own(file)).cloned();
        let mut open: Vec<String> = shared.chain([format!("{kind}{ENDING}")]).collect();
        let mut seen: Vec<String> = Vec::new();
        while let Some(file) = open.pop() {
            let Some(source) = self.sources.get(&file).filter(|_| !seen.contains(&file)) else {
                continue;
            };
            let text = &source.folded.text;
            // Tera's own name for all values at once.
            if text.contains(name) || text.contains("__tera_context") {
                return true;
            }
            // Those that it extends, includes or takes from.
            let kinds = Job::KINDS.iter().map(|kind| format!("{kind}{ENDING}"));
            open.extend(kinds.filter(|other| text.contains(other.as_str())));
            seen.push(file);
        }
        false
    }

    /// Renders a template to the end of `out`.
    ///
    /// # Errors
    /// [`Code::TemplateError`], with the line of the template where it is known.
    pub fn render(&self, name: &str, values: &Context, out: &mut Vec<u8>) -> Result<(), Vec<Diagnostic>> {
        self.tera
            .render_to(name, values, out)
            .map_err(|error| faults(&error, name, &self.sources))
    }

    /// The components `site.header` and `site.footer` as all pages of a section in that depth have them, rendered once.
    ///
    /// None when one of them is faulty: the page that then renders it itself tells why.
    pub fn frame(&self, root: &str, section: &str, address: &str) -> Option<Value> {
        let key = format!("{root}\n{section}\n{address}");
        if let Some(frame) = self.frames().get(&key) {
            return Some(frame.clone());
        }
        let mut implicits = Context::new();
        implicits.insert("root", root);
        implicits.insert(
            "page",
            &BTreeMap::from([("section", section), ("address", address)]),
        );
        let none = Context::new();
        let mut frame = BTreeMap::new();
        for (name, component) in [("header", "site.header"), ("footer", "site.footer")] {
            let rendered = self
                .tera
                .render_component_with_implicits(component, &none, &implicits, None, true);
            frame.insert(name, Value::safe_string(&rendered.ok()?));
        }
        let frame = Value::from_serializable(&frame);
        self.frames().insert(key, frame.clone());
        Some(frame)
    }

    fn frames(&self) -> std::sync::MutexGuard<'_, BTreeMap<String, Value>> {
        self.frames.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn read(theme: &Theme, constants: &[(&str, &BTreeMap<String, String>)]) -> Result<Sources, Vec<Diagnostic>> {
    let mut sources = Sources::new();
    let mut found = Vec::new();
    for (name, file) in theme.files_in(FOLDER) {
        if !name.ends_with(ENDING) {
            let reason = format!("a template's name ends in {ENDING}");
            let place = Place::file(&*file.origin);
            found.push(
                Diagnostic::new(Code::TemplateError, place)
                    .with("kind", "template")
                    .with("reason", reason),
            );
            continue;
        }
        match file.text() {
            Ok(text) => {
                let source = Source {
                    origin: file.origin.clone(),
                    text: text.to_owned(),
                    folded: Folded::new(text, constants),
                };
                sources.insert(name.to_owned(), source);
            }
            Err(fault) => found.push(fault),
        }
    }
    if found.is_empty() { Ok(sources) } else { Err(found) }
}

/// What templates may call besides what Tera brings.
fn register(tera: &mut Tera, words: &Arc<Words>, language: Locale) {
    let messages = Arc::clone(words);
    tera.register_function("phrase", move |arguments: Kwargs, _: &State<'_>| {
        phrase(&messages, &arguments)
    });
    tera.register_filter("number", move |number: i64, _: Kwargs, _: &State<'_>| {
        super::words::written_number(number, language)
    });
    tera.register_filter("typeset", move |line: &str, _: Kwargs, _: &State<'_>| {
        super::words::typeset(line, language)
    });
}

/// `phrase(id="signatories_count", n=12)`: a message with arguments.
fn phrase(words: &Words, arguments: &Kwargs) -> TeraResult<String> {
    let id = arguments.must_get::<&str>("id")?;
    let mut values = FluentArgs::new();
    for (name, value) in arguments.iter() {
        let Some(name) = name.as_str().filter(|name| *name != "id") else {
            continue;
        };
        values.set(name.to_owned(), fluent_value(value));
    }
    words.with(id, &values).ok_or_else(|| {
        tera::Error::message(format!(
            "no message `{id}` with these arguments in the locale file"
        ))
    })
}

fn fluent_value(value: &Value) -> FluentValue<'static> {
    match (value.as_i64(), value.as_str()) {
        (Some(number), _) => FluentValue::from(number as f64),
        (_, Some(text)) => FluentValue::from(text.to_owned()),
        _ => FluentValue::from(value.to_string()),
    }
}

/// Tera's error as diagnostics, each at its place.
fn faults(error: &tera::Error, template: &str, sources: &Sources) -> Vec<Diagnostic> {
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            let range = report.span().range.clone();
            vec![fault(
                report.filename(),
                Some((range.start, range.end)),
                report.message(),
                sources,
            )]
        }
        ErrorKind::CircularExtend { tpl, .. } | ErrorKind::CircularInclude { tpl, .. } => {
            vec![fault(tpl, None, &error.to_string(), sources)]
        }
        ErrorKind::MissingParent { current, .. } => vec![fault(current, None, &error.to_string(), sources)],
        ErrorKind::TemplateNotFound(name) => vec![fault(name, None, &error.to_string(), sources)],
        ErrorKind::Msg(reports) => reports
            .split("\n\n")
            .map(|report| fault_of_report(report, template, sources))
            .collect(),
        _ => vec![fault(template, None, &error.to_string(), sources)],
    }
}

/// Reads a report that Tera has already put into words: `error: …`, then `--> name:line:column`.
fn fault_of_report(report: &str, template: &str, sources: &Sources) -> Diagnostic {
    let message = report
        .lines()
        .next()
        .unwrap_or_default()
        .trim_start_matches("error: ");
    let locus = report
        .lines()
        .find_map(|line| line.trim_start().strip_prefix("--> "));
    let mut parts = locus.unwrap_or_default().rsplitn(3, ':');
    let column = parts.next().and_then(|part| part.parse::<usize>().ok());
    let line = parts.next().and_then(|part| part.parse::<usize>().ok());
    let (Some(column), Some(line), Some(name)) = (column, line, parts.next()) else {
        return fault(template, None, message, sources);
    };
    let text = sources.get(name).map_or("", |source| source.folded.text.as_str());
    let line_start: usize = text
        .split_inclusive('\n')
        .take(line.saturating_sub(1))
        .map(str::len)
        .sum();
    let at = line_start
        + text[line_start..]
            .chars()
            .take(column.saturating_sub(1))
            .map(char::len_utf8)
            .sum::<usize>();
    fault(name, Some((at, at)), message, sources)
}

/// A fault at a range of the template's folded text.
fn fault(name: &str, range: Option<(usize, usize)>, reason: &str, sources: &Sources) -> Diagnostic {
    let place = match (sources.get(name), range) {
        (Some(source), Some((start, end))) => {
            let (start, end) = (source.folded.origin(start), source.folded.origin(end));
            Place::in_text(&*source.origin, &source.text, start, end)
        }
        (Some(source), None) => Place::file(&*source.origin),
        (None, _) => Place::file(format!("{FOLDER}/{name}")),
    };
    Diagnostic::new(Code::TemplateError, place)
        .with("kind", "template")
        .with("reason", reason)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::identifier::Slug;

    fn load(name: &str, text: &str) -> Result<Templates, Vec<Diagnostic>> {
        let root = tempfile::tempdir().unwrap();
        let path = root.path().join("themes/x/templates").join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
        let theme = Theme::load(root.path(), &Slug::parse("x").unwrap()).unwrap();
        let words = Arc::new(Words::load(&theme, Locale::French).unwrap());
        Templates::load(&theme, &words, &BTreeMap::new(), Locale::French)
    }

    fn place(result: Result<Templates, Vec<Diagnostic>>) -> String {
        let faults = result.unwrap_err();
        assert!(
            faults.iter().all(|fault| fault.code == Code::TemplateError),
            "{faults:?}"
        );
        faults[0].place.to_string()
    }

    #[test]
    fn every_template_ends_in_html() {
        let theme = Theme::embedded();
        for (name, _) in theme.files_in(FOLDER) {
            assert!(name.ends_with(ENDING), "{name}");
        }
        assert_eq!(place(load("feed.txt", "")), "themes/x/templates/feed.txt");
    }

    #[test]
    fn faults_have_their_line() {
        assert_eq!(
            place(load("x.html", "a\n{% if %}")),
            "themes/x/templates/x.html:2:7"
        );
        assert_eq!(
            place(load("x.html", "é\né {{ a | nope }}")),
            "themes/x/templates/x.html:2:10"
        );
        assert_eq!(
            place(load("x.html", "{{ <nope /> }}")),
            "themes/x/templates/x.html:1:4"
        );
        assert_eq!(
            place(load("x.html", "{% extends \"y.html\" %}")),
            "themes/x/templates/x.html"
        );
        let templates = load("x.html", "a\n\n{{ words.home }} {{ nope.nope }}").unwrap();
        let faults = templates
            .render("x.html", &Context::new(), &mut Vec::new())
            .unwrap_err();
        assert_eq!(faults[0].place.to_string(), "themes/x/templates/x.html:3:21");
    }

    #[test]
    fn values_are_escaped_and_phrases_too() {
        let templates = load(
            "x.html",
            "{{ a }}|{{ a | typeset }}|{{ phrase(id=\"feed_version\", title=a, version=\"1\") }}|{{ 12345 | number }}",
        )
        .unwrap();
        let mut values = Context::new();
        values.insert("a", "<b>\"'&");
        let mut out = Vec::new();
        templates.render("x.html", &values, &mut out).unwrap();
        let out = String::from_utf8(out).unwrap();
        assert!(!out.contains('<') && out.ends_with("|12\u{202f}345"), "{out}");
    }
}
