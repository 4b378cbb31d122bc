"""Writes every script of workflow and pipeline files into a folder, each as a file of its own.

Forges stop a script at its first failure, so each starts with `set -e`.
"""

import pathlib
import sys

import ruamel.yaml


def scripts(value):
    """What a forge would hand to a shell, wherever it stands."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in ("run", "script", "before_script"):
                yield inner if isinstance(inner, str) else "\n".join(inner)
            else:
                yield from scripts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from scripts(inner)


folder = pathlib.Path(sys.argv[1])
folder.mkdir()
count = 0
for path in sys.argv[2:]:
    with open(path, encoding="utf-8") as file:
        for script in scripts(ruamel.yaml.YAML(typ="safe").load(file)):
            count += 1
            (folder / f"{count:02}.sh").write_text("set -e\n" + script + "\n", encoding="utf-8")
if count == 0:
    sys.exit("there is no script in these files")
