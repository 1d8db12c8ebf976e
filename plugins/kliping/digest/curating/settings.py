"""The languages of a digest, as its settings name them.

Input: the digest's content folder. Output: language codes. The settings are Python, and are read here without being run.
"""

import ast
from os.path import relpath
from pathlib import Path

from kliping.digest.sources import read_source
from kliping.errors import InvalidData
from kliping.model import Lang

SETTINGS, TAGLINES = "pelicanconf.py", "KLIPING_TAGLINES"
"""The file beside the content folder, and the setting whose keys are the languages."""


def find_langs(content: Path) -> tuple[Lang, ...] | None:
    """The site's languages, in order; None where no settings beside the content folder name any.

    Raises InvalidData for settings that name them otherwise than in so many words, once and for all, and UnreadableText for
    a file that may not be read.
    """
    path = Path(relpath(content / ".." / SETTINGS))
    if not path.is_file():
        return None
    module = _parse(path)
    uses = sum(_names(node, TAGLINES) for node in ast.walk(module))
    if not uses:
        return None
    langs = _keys_of(module, TAGLINES)
    if uses > 1 or not langs:
        problem = "does not name the languages in so many words, once and for all"
        raise InvalidData(problem, path=path, key=TAGLINES, advice="Say them here: `--langs id,en`.")
    return langs


def _parse(path: Path) -> ast.Module:
    try:
        return ast.parse(read_source(path))
    except (SyntaxError, ValueError) as error:  # before Python 3.12 the latter for a null byte
        fault, line = (error.msg, error.lineno) if isinstance(error, SyntaxError) else (str(error), None)
        advice = "Mend it first; Pelican cannot read it either."
        # a file in no encoding has its fault in line 0
        raise InvalidData(f"is no Python ({fault})", path=path, line=line or None, advice=advice) from error


def _names(node: ast.AST, name: str) -> bool:
    """Whether this very node is the name, be it set, read or imported."""
    if isinstance(node, ast.alias):
        return name in (node.name, node.asname)
    return isinstance(node, ast.Name) and node.id == name


def _keys_of(module: ast.Module, name: str) -> tuple[str, ...]:
    """The keys of the dictionary that a name is set to at the top; none where it is set to anything else."""
    for node in module.body:
        if isinstance(node, ast.Assign | ast.AnnAssign) and isinstance(node.value, ast.Dict):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            if any(_names(target, name) for target in targets):
                keys = node.value.keys
                words = [key.value for key in keys if isinstance(key, ast.Constant) and isinstance(key.value, str)]
                return tuple(words) if len(words) == len(keys) else ()
    return ()
