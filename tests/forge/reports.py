"""Holds what `paraphe check --since` writes for forges against the forges' own rules, over a change that means harm.

    reports.py PROGRAM VECTORS FOLDER

Makes a real repository of the sound site in VECTORS, proposes every file to refuse and names that want to be commands, and writes
SARIF report into FOLDER, where the caller holds it against the schema. What that does not say is checked here; so are GitLab's
fields, and that GitHub's runner reads the annotations that were meant and no others.
"""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import urllib.parse

# Names that want to be commands, escape sequences or structure, and one that turns what follows it round.
HOSTILE = [
    "signatures/charter/::error file=x,line=1::y.yaml",
    'signatures/charter/"quoted" \'twice\'.yaml',
    "signatures/charter/line\nbreak.yaml",
    "signatures/charter/return\r\n::warning::x.yaml",
    "signatures/charter/\x1b[31mred\x1b[0m.yaml",
    "signatures/charter/\x1b]8;;x:y\x07link.yaml",
    "signatures/charter/right\u202eto-left.yaml",
    "signatures/charter/##[error]x.yaml",
    "signatures/charter/%0A::error::100%25.yaml",
    "signatures/charter/$(touch pris) `touch pris` ;.yaml",
    "signatures/charter/{0} [a](javascript:x) <b>.yaml",
    "signatures/charter/été.yml",
    "::set-output name=a::b",
    "a,b=c:d",
]

SEVERITIES = {"info", "minor", "major", "critical", "blocker"}


def git(folder, *arguments):
    settings = {"GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": "/dev/null", "PATH": os.environ["PATH"]}
    who = {f"GIT_{who}_{what}": "camille@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    subprocess.run(["git", *arguments], cwd=folder, env=settings | who, check=True, stdout=subprocess.DEVNULL)


def repository(vectors, folder):
    """A branch `demande`, off a sound `main`, with every file to refuse and every hostile name."""
    shutil.copytree(vectors / "site", folder)
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "Le site")
    git(folder, "switch", "-q", "-c", "demande")
    rows = (vectors / "refuse/index.tsv").read_text(encoding="utf-8").splitlines()[1:]
    for file, place, _ in (row.split("\t") for row in rows):
        shutil.copyfile(vectors / "refuse" / file, folder / place)
    signed = (folder / "signatures/charter/association-exemple.yaml").read_bytes()
    name = b'name: "::error file=z::\xe2\x80\xaeA\\" ##[error] {0} [a](http://x) <b> %0A"'
    for path in HOSTILE:
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(b"\n".join(name if line.startswith(b"  name: ") else line for line in signed.split(b"\n")))
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "Une demande")


def check(program, folder, form, language, *more):
    """What the program says, as text; it must find faults, and drive no terminal."""
    command = [program, "--lang", language, "check", "--since", "main", "--today", "2026-11-23", "--format", form, *more]
    ran = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=False)
    assert ran.returncode == 1 and not ran.stderr, (ran.returncode, ran.stderr)
    driving = [c for c in ran.stdout if c != "\n" and (not c.isprintable() and c not in "\xa0\u202f\u200b")]
    assert not driving, (form, driving)
    return ran.stdout


def places(findings):
    return sorted((finding["code"], finding["path"]) for finding in findings)


def sarif(report, expected):
    """What the schema can't say: the rules are the results' own, the addresses are those of the files, messages have no markup."""
    (run,) = json.loads(report)["runs"]
    rules = run["tool"]["driver"]["rules"]
    found = []
    fingerprints = set()
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"], result
        uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        assert uri.isascii() and not urllib.parse.urlsplit(uri).scheme, uri
        found.append((result["ruleId"], urllib.parse.unquote(uri)))
        fingerprints.add(tuple(result["partialFingerprints"].items()))
        assert "](" not in result["message"]["text"], result
    assert sorted(found) == expected, "SARIF tells other findings than JSON"
    assert len(fingerprints) == len(found)


def gitlab(report, expected):
    """The fields of "Code Quality report format" in GitLab's handbook, all of them and no others."""
    issues = json.loads(report)
    assert isinstance(issues, list)
    for issue in issues:
        assert set(issue) == {"description", "check_name", "fingerprint", "severity", "location"}, issue
        assert all(isinstance(issue[key], str) and issue[key] for key in issue if key != "location"), issue
        assert issue["severity"] in SEVERITIES, issue
        assert set(issue["location"]) == {"path", "lines"} and set(issue["location"]["lines"]) == {"begin"}, issue
        line = issue["location"]["lines"]["begin"]
        assert type(line) is int and line >= 1, issue
        assert not issue["location"]["path"].startswith(("./", "/")), issue
    found = sorted((issue["check_name"], issue["location"]["path"]) for issue in issues)
    assert found == expected, "GitLab is told other findings than JSON"
    fingerprints = {issue["fingerprint"] for issue in issues}
    assert len(fingerprints) == len(issues), "two issues have one fingerprint"


def unescaped(text, escapes):
    for escape, character in escapes.items():
        text = text.replace(escape, character)
    return text.replace("%25", "%")


def command(line):
    """A line as the runner reads it: `(name, properties, message)`, or nothing when it is no command.

    `ActionCommand` in the runner: a line is a command when it starts with `::` after white space, or, in the older form, when `##[` is
    anywhere in it; properties are separated by `,`, a property's name from its value by the first `=`.
    """
    if "##[" in line:
        return ("older form", {}, line)
    line = line.lstrip()
    head, separator, message = line[2:].partition("::")
    if not line.startswith("::") or not separator:
        return None
    name, _, properties = head.strip().partition(" ")
    pairs = (pair.partition("=") for pair in properties.split(","))
    data = {"%0D": "\r", "%0A": "\n"}
    values = {key.strip(): unescaped(value, data | {"%3A": ":", "%2C": ","}) for key, _, value in pairs if value}
    return (name, values, unescaped(message, data))


def github(report, findings):
    """At most ten annotations of a kind, each of a finding, with its place; the rest is plain words."""
    lines = report.splitlines()
    commands = [read for read in map(command, lines) if read]
    names = [name for name, _, _ in commands]
    told = {"error": "error", "warning": "warning", "note": "notice"}
    for severity, name in told.items():
        count = sum(finding["severity"] == severity for finding in findings)
        assert names.count(name) == min(count, 10), (name, names.count(name), count)
    assert set(names) <= set(told.values()), names
    assert len(lines) - len(commands) <= 4, "a name became a line of its own"
    sound = {(finding["code"], shown(finding["path"]), str(finding["line"] or "")) for finding in findings}
    for _, properties, message in commands:
        assert set(properties) <= {"file", "line", "col", "endLine", "title"}, properties
        assert (properties["title"], properties["file"], properties.get("line", "")) in sound, properties
        assert message.strip() and not any(map(command, message.splitlines())), message


def shown(path):
    """A path as a log shows it: what would drive or hide stands as `\\u{…}`."""
    for mark in ("\n", "\r", "\x1b", "\x07", "\u202e"):
        path = path.replace(mark, f"\\u{{{ord(mark):x}}}")
    return path.replace("##[", "\\u{23}#[")


def main():
    program, vectors, out = (pathlib.Path(argument).resolve() for argument in sys.argv[1:])
    folder = out / "depot"
    repository(vectors, folder)
    for name, more in [("tree", []), ("commit", ["--head", "demande"])]:
        for language in ("fr", "en"):
            findings = json.loads(check(program, folder, "json", language, *more))["diagnostics"]
            assert len(findings) > len(HOSTILE) + 60, len(findings)
            assert {finding["path"] for finding in findings} >= set(HOSTILE), "a hostile name is not told"
            report = check(program, folder, "sarif", language, *more)
            sarif(report, places(findings))
            (out / f"{name}-{language}.sarif").write_text(report, encoding="utf-8")
            gitlab(check(program, folder, "gitlab", language, *more), places(findings))
            github(check(program, folder, "github", language, *more), findings)
    assert not (folder / "pris").exists(), "a name was run"
    # Ten annotations at most are shown, so the hostile names are told one at a time as well.
    for at, path in enumerate(path for path in HOSTILE if path.startswith("signatures/")):
        git(folder, "switch", "-q", "-c", f"une-{at}", "main")
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text("rien\n", encoding="utf-8")
        alone = json.loads(check(program, folder, "json", "fr"))["diagnostics"]
        assert path in {finding["path"] for finding in alone}, path
        github(check(program, folder, "github", "fr"), alone)
        (folder / path).unlink()
    print(f"The reports of {len(findings)} findings hold.")


main()
