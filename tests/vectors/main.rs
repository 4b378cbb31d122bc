//! The files that every implementation must accept or refuse, made by others.

use paraphe::signature::{self, Kind};
use std::path::Path;

#[test]
fn quick() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vectors");
    for entry in std::fs::read_dir(root.join("refuse")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|e| e != "yaml") {
            continue;
        }
        let bytes = std::fs::read(&path).unwrap();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        match signature::read(&name, &bytes, Kind::Adherence) {
            Ok(_) => println!("{name}: OK"),
            Err(faults) => {
                for f in faults {
                    println!(
                        "{} {} {:?} {:?}",
                        f.place,
                        f.code,
                        f.arguments,
                        f.place.span.as_ref().map(|s| (s.length, &s.source))
                    )
                }
            }
        }
    }
    for entry in walkdir::WalkDir::new(root.join("site/signatures")) {
        let entry = entry.unwrap();
        if !entry.file_type().is_file() {
            continue;
        }
        let name = entry.file_name().to_string_lossy().into_owned();
        let bytes = std::fs::read(entry.path()).unwrap();
        let signed = signature::read(&name, &bytes, Kind::of_path(&name)).unwrap();
        let text = String::from_utf8(bytes).unwrap().replace("\r\n", "\n");
        assert_eq!(
            signature::write::file(
                &signature::write::body(&signed.document),
                &signed.seal.to_armour()
            ),
            text
        );
    }
}
