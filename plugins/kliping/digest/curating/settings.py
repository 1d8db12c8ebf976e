"""The languages of a digest, as its settings name them.

Input: the digest's content folder. Output: language codes. The settings are Python, and are read here without being run.
"""

import ast
from os.path import relpath
from pathlib import Path

from kliping.errors import InvalidData
from kliping.model import Lang

SETTINGS, TAGLINES = "pelicanconf.py", "KLIPING_TAGLINES"
"""The file beside the content folder, and the setting whose keys are the languages."""


def find_langs(content: Path) -> tuple[Lang, ...] | None:
    """The site's languages, in order; None where no settings stand beside the content folder.

    Raises InvalidData for settings that do not name them in so many words.
    """
    path = Path(relpath(content / ".." / SETTINGS))
    if not path.is_file():
        return None
    try:
        module = ast.parse(path.read_bytes())
    except SyntaxError as error:
        advice = "Mend it first; Pelican cannot read it either."
        raise InvalidData(f"is no Python ({error.msg})", path=path, line=error.lineno, advice=advice) from error
    langs = _keys_of(module, TAGLINES)
    if not langs:
        problem = "does not name the languages in so many words"
        raise InvalidData(problem, path=path, key=TAGLINES, advice="Say them here: `--langs id,en`.")
    return langs


def _keys_of(module: ast.Module, name: str) -> tuple[str, ...]:
    """The keys of the dictionary that a name is set to; none where it is set to anything else."""
    values = [node.value for node in module.body if isinstance(node, ast.Assign) and _is_named(node.targets, name)]
    keys = values[-1].keys if values and isinstance(values[-1], ast.Dict) else []
    words = [key.value for key in keys if isinstance(key, ast.Constant) and isinstance(key.value, str)]
    return tuple(words) if len(words) == len(keys) else ()


def _is_named(targets: list[ast.expr], name: str) -> bool:
    return any(isinstance(target, ast.Name) and target.id == name for target in targets)
