//! The demonstration's signatures are what its example program writes, and nothing else.

use crate::support::Project;
use std::path::Path;

#[path = "../../examples/demo/main.rs"]
mod demo;

#[test]
fn the_signatures_are_those_of_the_example() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let project = Project::empty();
    let configuration = std::fs::read_to_string(root.join("paraphe.yaml")).unwrap();
    project.write("paraphe.yaml", &configuration);
    let files = |folder: &str, root: &Path| paraphe::project::files::find(root, folder).paths;
    for path in files("content", root) {
        project.write(&path, std::fs::read(root.join(&path)).unwrap());
    }
    project.write("signatures/charter/stray.yaml", "left from before");
    assert!(demo::run(&project.path("")).unwrap());
    assert_eq!(project.read("paraphe.yaml"), configuration);
    let written = files("signatures", &project.path(""));
    assert_eq!(written, files("signatures", root));
    for path in written {
        assert_eq!(
            project.read(&path),
            std::fs::read_to_string(root.join(&path)).unwrap(),
            "{path}"
        );
    }
}
