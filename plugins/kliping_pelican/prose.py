"""The editor's prose files: introductions of topics, and pages about the digest."""

from pathlib import Path

from kliping.errors import InvalidData


def read_prose(path: Path) -> str:
    """The file's text. Raises InvalidData where it is missing: each language has its own."""
    if not path.is_file():
        raise InvalidData("is missing", path=path, advice="Write it; each language has its own file.")
    return path.read_text(encoding="utf-8")


def title_and_body(path: Path) -> tuple[str, str]:
    """A page's title, from its first line `# Title`, and the rest. Raises InvalidData where that line is missing."""
    first, _, body = read_prose(path).partition("\n")
    if not first.startswith("# "):
        raise InvalidData("does not begin with its title", path=path, line=1, advice="Begin with a line `# Title`.")
    return first.removeprefix("# ").strip(), body
