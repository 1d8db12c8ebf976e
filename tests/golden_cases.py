"""Golden cases: a page, the role of each of its lines, and the article, one folder a layout."""

import json
from pathlib import Path

import msgspec

from kliping.cleaning import clean
from kliping.cleaning.reading import decode
from kliping.knowledge import Knowledge
from kliping.model import Article
from kliping.sidecar import NO_SIDECAR, parse_sidecar

GOLDEN = Path(__file__).parent / "golden"


def golden_folders() -> list[Path]:
    """Every case, in order."""
    return sorted(source.parent for source in GOLDEN.glob("*/*/source.*"))


def name_of(folder: Path) -> str:
    """`outlet/case`."""
    return f"{folder.parent.name}/{folder.name}"


def source_of(folder: Path) -> Path:
    """The page of a case: text or HTML."""
    return next(folder.glob("source.*"))


def clean_case(folder: Path, knowledge: Knowledge) -> Article:
    """The article of a case, with its sidecar where it has one."""
    source, sidecar = source_of(folder), folder / "sidecar.yml"
    return clean(
        source.read_bytes(),
        id=folder.name,
        source_path=f"tests/golden/{name_of(folder)}/{source.name}",
        knowledge=knowledge,
        sidecar=parse_sidecar(sidecar.read_bytes(), sidecar) if sidecar.exists() else NO_SIDECAR,
    )


def labels_of(article: Article, text: str) -> str:
    """One `role<TAB>line` for each raw line; a line of several roles has them joined by `+`."""
    roles: dict[int, list[str]] = {}
    for span in article.ledger:
        roles.setdefault(span.line, []).append(span.role.value)
    lines = text.split("\n")
    return "".join(f"{'+'.join(roles[n])}\t{line}\n" for n, line in enumerate(lines, start=1))


def text_of(folder: Path) -> str:
    """The text the labels of a case stand beside."""
    source = source_of(folder)
    return decode(source.read_bytes(), source)


def json_of(article: Article) -> str:
    """The article as it is kept in the golden file; the ledger stands in the labels."""
    plain = msgspec.to_builtins(article)
    del plain["ledger"]
    return json.dumps(plain, ensure_ascii=False, indent=1) + "\n"
