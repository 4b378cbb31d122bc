//! Style sheets that a theme keeps in several files, named for what they style, and that a page loads as one: each file more
//! would cost a telephone on a slow network one more wait before anything is shown.

use super::theme::Theme;

/// Puts the sheets that a style sheet imports in the place of their `@import "name.css";`, for those that stand in the same
/// folder of the theme and begin a line; every other import is left to the browser.
pub fn join(theme: &mut Theme) {
    let sheets: Vec<(String, String)> = theme
        .files_in("static")
        .filter(|(path, _)| path.ends_with(".css"))
        .filter_map(|(path, file)| Some((format!("static/{path}"), file.text().ok()?)))
        .filter_map(|(path, text)| Some((joined(theme, &path, text)?, path)))
        .map(|(text, path)| (path, text))
        .collect();
    for (path, text) in sheets {
        theme.set(&path, text.into_bytes());
    }
}

/// The sheet with what it imports; none when it imports nothing.
fn joined(theme: &Theme, path: &str, sheet: &str) -> Option<String> {
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let imported = |line: &str| {
        let name = line.trim_end().strip_prefix("@import \"")?.strip_suffix("\";")?;
        let file = (!name.contains('/')).then(|| theme.file(&format!("{folder}/{name}")));
        file.flatten()?.text().ok()
    };
    let mut found = false;
    let lines = sheet.split_inclusive('\n').map(|line| {
        let text = imported(line);
        found |= text.is_some();
        text.unwrap_or(line)
    });
    let out: String = lines.collect();
    found.then_some(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::identifier::Slug;

    #[test]
    fn imports_of_the_same_folder_are_put_in_and_no_others() {
        let root = tempfile::tempdir().unwrap();
        let folder = root.path().join("themes/ours/static");
        std::fs::create_dir_all(&folder).unwrap();
        let write = |name: &str, text: &str| std::fs::write(folder.join(name), text).unwrap();
        write("one.css", "a {}\n@import \"two.css\";\n");
        write("two.css", "b {}\n");
        write(
            "all.css",
            "/* all */\n@import \"one.css\";\n@import \"two.css\";\n@import \"none.css\";\n@import \"../x.css\";\nc {}\n",
        );
        let mut theme = Theme::load(root.path(), &Slug::parse("ours").unwrap()).unwrap();
        join(&mut theme);
        let text = |path: &str| theme.file(path).unwrap().text().unwrap().to_owned();
        assert_eq!(
            text("static/all.css"),
            "/* all */\na {}\n@import \"two.css\";\nb {}\n@import \"none.css\";\n@import \"../x.css\";\nc {}\n"
        );
        assert_eq!(text("static/two.css"), "b {}\n");
    }

    #[test]
    fn the_default_theme_loads_its_base_as_one_sheet() {
        let mut theme = Theme::embedded();
        join(&mut theme);
        let sheet = theme.file("static/site.css").unwrap().text().unwrap().to_owned();
        assert!(!sheet.contains("@import"));
        for part in ["fonts", "page", "text", "lists", "figures"] {
            let part = theme.file(&format!("static/{part}.css")).unwrap();
            assert!(sheet.contains(part.text().unwrap()));
        }
    }
}
