"""A scraped file to an article of a digest: the text byte for byte, and a sidecar beside it."""

import re
from datetime import date
from pathlib import Path
from unicodedata import normalize

from kliping.article_json import is_article_json, reread_article_json
from kliping.cleaning import clean
from kliping.cleaning.reading import read
from kliping.days import day_of
from kliping.digest.curating.ids import require_free
from kliping.digest.sources import SUFFIXES, files_below, find_sources, read_source
from kliping.errors import InvalidData
from kliping.knowledge import Knowledge
from kliping.model import Article
from kliping.sidecar import Sidecar
from kliping.web import is_web_address

KEPT_AS = {".htm": ".html", ".markdown": ".txt", ".md": ".txt", ".xhtml": ".html"}
"""Other endings of the same, under which a digest's own folder does not keep them."""

ID_WORDS = 4
"""Words of the headline in an id that is proposed."""

_ID_WORD = re.compile(r"[a-z0-9]+")


def likely_id(article: Article) -> str:
    """The day it appeared, the outlet and the first words of the headline, or of the text; what is unknown is left out.

    It is only proposed: an id is for ever, so a person chooses it.
    """
    moment = article.published or article.updated
    day = day_of(moment.value) if moment else None
    outlet = article.publisher.outlet if article.publisher else None
    words = article.title.value if article.title else next((block.text for block in article.blocks), "")
    plain = normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    return "-".join([*filter(None, (day, outlet)), *_ID_WORD.findall(plain)[:ID_WORDS]])


def propose_id(file: Path, url: str | None, knowledge: Knowledge) -> str:
    """The likely id of a scraped file, empty where it says nothing. Raises what `add_source` raises for such a file."""
    suffix, data = _article_data(file)
    if is_article_json(suffix):
        return likely_id(reread_article_json(data, file))
    return likely_id(clean(data, id="", source_path=str(file), knowledge=knowledge, sidecar=Sidecar(url=url)))


def add_source(file: Path, content: Path, id_: str, *, url: str | None, day: date) -> tuple[Path, ...]:
    """Copy a scraped file into a digest byte for byte and write its sidecar; the paths written.

    Raises InvalidData for an id that is none or is taken, an address that is none, an ending Kliping does not read, a file
    that is in the digest already, a digest that is not there and JSON that `kliping parse` would not print; UnreadableText
    for what is no article's text.
    """
    if url is not None and not is_web_address(url):
        raise InvalidData(f"`{url}` is no address", path=file, advice="Write it whole, with https://.")
    suffix, data = _article_data(file)
    _require_new(file, data, id_, content)
    if not content.is_dir():
        raise InvalidData("is no folder", path=content, advice="Make the digest first, or name it with `--content`.")
    articles = content / "articles"
    articles.mkdir(parents=True, exist_ok=True)
    target, sidecar = articles / f"{id_}{suffix}", articles / f"{id_}.yml"
    target.write_bytes(data)
    sidecar.write_text((f"url: {url}\n" if url else "") + f"added: {day.isoformat()}\n", encoding="utf-8")
    return target, sidecar


def _article_data(file: Path) -> tuple[str, bytes]:
    """The ending under which a digest keeps a scraped file, and its bytes, which are those of an article."""
    suffix = KEPT_AS.get(file.suffix.lower(), file.suffix.lower())
    if suffix not in SUFFIXES:
        raise InvalidData("has no ending Kliping reads", path=file, advice=f"Rename it to one of {', '.join(SUFFIXES)}.")
    data = read_source(file)
    if is_article_json(suffix):
        reread_article_json(data, file)
    elif not read(data, file).text.strip():
        raise InvalidData("is empty", path=file, advice="Save the article in it first.")
    return suffix, data


def _require_new(file: Path, data: bytes, id_: str, content: Path) -> None:
    """Raise InvalidData where a digest has the same bytes already, and for an id that is not free."""
    there = [Path(path) for path in files_below(content / "articles")]
    for path in there:
        if path.stat().st_size == len(data) and read_source(path) == data:
            raise InvalidData(f"is {file.name} already", path=path, advice="Nothing need be added.")
    require_free(id_, {source.id: source for source in find_sources(content, ())[0]})
    for path in there:
        if path.stem == id_:
            raise InvalidData("exists", path=path, advice="It belongs to no article: remove it, or choose another id.")
