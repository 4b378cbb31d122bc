//! What may go from a module, and what may not.

use crate::site::theme::Theme;

fn squeeze(source: &str) -> String {
    super::squeeze(source)
        .iter()
        .map(|line| format!("{line}\n"))
        .collect()
}

#[test]
fn what_only_readers_need_goes() {
    for (source, squeezed) in [
        ("a = b + c;\n", "a=b+c;\n"),
        ("if (x) {\n  f(`a`);\n}\n", "if(x){\nf(`a`);\n}\n"),
        ("// A.\nf();  // B.\n\n/* C\n D */ g();\n", "f();\ng();\n"),
        (
            "/*! Licence\n  of mine */\nf();\n",
            "/*! Licence\n  of mine */\nf();\n",
        ),
        (
            "const { a, b } = c;\nreturn { a };\n",
            "const{a,b}=c;\nreturn{a};\n",
        ),
        ("a - -b; a + +b; a / b; x\n", "a- -b;a+ +b;a/b;x\n"),
        ("for (const x of [1, 2]) y\n", "for(const x of[1,2])y\n"),
        ("import { f } from \"./x.js\";\n", "import{f}from\"./x.js\";\n"),
    ] {
        assert_eq!(squeeze(source), squeezed);
    }
}

#[test]
fn strings_templates_and_patterns_stay_as_they_are() {
    for source in [
        "f(\"a  =  b // c\\\"  =  \");\n",
        "f('a  \"  = b');\n",
        "f(`a  =  ${g(`${h} = `)+\" = \"}  // \\`  = \\${  \n  c`);\n",
        "f(`${{a:{b}}}  = `);\n",
        "f(/a  =  [/\"]  \\/  = \"/g);\n",
        "x=/ = /;\nreturn/ = /;\n",
        "y=\"a\\\n  =  b\";\n",
    ] {
        assert_eq!(squeeze(source), source);
    }
    assert_eq!(squeeze("return / = /;\n"), "return/ = /;\n");
}

#[test]
fn what_does_not_end_is_left_alone() {
    for source in [
        "f(\"a = b;\n",
        "f(`a = b;\n",
        "f(/a = b;\n",
        "/* a = b\n",
        "f(`${ a = b\n",
        "if (a) {} /b = c/;\n",
    ] {
        assert_eq!(squeeze(source), source);
    }
}

#[test]
fn a_slash_divides_or_starts_a_pattern_as_its_place_says() {
    for (source, squeezed) in [
        ("if (a) / = '/ . test(b);\n", "if(a)/ = '/.test(b);\n"),
        (
            "for await (a of b) / = '/ . test(a);\n",
            "for await(a of b)/ = '/.test(a);\n",
        ),
        ("f(a) / b / c\n", "f(a)/b/c\n"),
        ("a.if(b) / c / d\n", "a.if(b)/c/d\n"),
        ("a.in / b / c; a?.in / b / c\n", "a.in/b/c;a?.in/b/c\n"),
        ("a++ / b / c; a[0]-- / b / c\n", "a++/b/c;a[0]--/b/c\n"),
        ("a\n/ b / c\n", "a\n/b/c\n"),
        ("a // b\n  / c / d\n", "a\n/c/d\n"),
        ("a = `b` / c / d; \"e\" / f / g\n", "a=`b`/c/d;\"e\"/f/g\n"),
        ("1. / a / b; /c/ / d / e\n", "1./a/b;/c/ /d/e\n"),
        ("typeof / = '/; [... / = '/u]\n", "typeof/ = '/;[.../ = '/u]\n"),
        ("case / = '/: a in / = '/\n", "case/ = '/:a in/ = '/\n"),
        ("x = {} / 2\n", "x={}/2\n"),
        ("/a/ in b; /a/g instanceof b\n", "/a/ in b;/a/g instanceof b\n"),
    ] {
        assert_eq!(squeeze(source), squeezed);
    }
}

#[test]
fn a_comment_parts_what_stands_around_it() {
    for (source, squeezed) in [
        ("typeof/* */a\n", "typeof a\n"),
        ("return /* \n */ a\n", "return\na\n"),
        ("a + /* */ +b; a +/**/+ b; a -/**/-b\n", "a+ +b;a+ +b;a- -b\n"),
        ("a / /**/ /b/\n", "a/ /b/\n"),
        ("a /*/ b */ / c\n", "a/c\n"),
        ("/a/ /* */ in b\n", "/a/ in b\n"),
        ("a /*! b */ / c / d\n", "a/*! b */ /c/d\n"),
        ("1 /**/ .a; 1..a\n", "1 .a;1..a\n"),
    ] {
        assert_eq!(squeeze(source), squeezed);
    }
}

#[test]
fn lines_end_as_javascript_says() {
    for (source, squeezed) in [
        ("a // b\r\nc\r\n", "a\nc\n"),
        ("a // b\rc // d\u{2028}e\u{2029}f", "a\nc\ne\nf\n"),
        ("return\u{2028}a", "return\na\n"),
        ("a\u{feff}  =\u{feff}b\n", "a=b\n"),
        ("\u{feff}#!/usr/bin/env node\na\n", "a\n"),
        ("y = \"a\\\r\n  =  b\"; c\n", "y=\"a\\\r\n  =  b\";c\n"),
    ] {
        assert_eq!(squeeze(source), squeezed);
    }
    assert_eq!(super::squeeze("a `b\nc`\n/*! d\n e */\n").len(), 2);
}

#[test]
fn no_code_turns_into_a_comment_or_the_end_of_the_element() {
    assert_eq!(
        squeeze("a<!--b; a < /script/i.test(b); c-- > d\n"),
        "a< !--b;a< /script/i.test(b);c-- >d\n"
    );
}

#[test]
fn the_modules_of_the_default_theme_are_all_understood() {
    let theme = Theme::embedded();
    let modules = theme
        .parts()
        .filter(|(path, _)| path.starts_with("static/") && path.ends_with(".js"));
    let mut count = 0;
    for (path, file) in modules {
        assert!(super::squeezed(file.text().unwrap()).is_some(), "{path}");
        count += 1;
    }
    assert!(count > 20);
}
