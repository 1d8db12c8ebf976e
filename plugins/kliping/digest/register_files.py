"""The files of a digest's own data, each checked as it is read: names the file, the line and what to do."""

from collections.abc import Callable, Mapping
from pathlib import Path

from msgspec import Struct

from kliping.digest.registers import TERM_KINDS, OutletRegister, Registers, Term, TermKind, Topic
from kliping.digest.sources import ID_ADVICE, is_id
from kliping.digest.timeline import require_dates
from kliping.digest.wording import require_words
from kliping.errors import InvalidData
from kliping.knowledge import Knowledge
from kliping.load import line_of_key, nearest, read_yaml
from kliping.model import Lang


class _Vocabulary(Struct, frozen=True, forbid_unknown_fields=True):
    people: dict[str, Term] = {}
    organisations: dict[str, Term] = {}
    places: dict[str, Term] = {}
    themes: dict[str, Term] = {}


def read_vocabulary(path: Path, langs: tuple[Lang, ...] = ()) -> tuple[dict[str, Term], dict[str, TermKind]]:
    """All terms by id and their kinds. Raises InvalidData for an id used twice and words that lack one of `langs`."""
    book = read_yaml(path, _Vocabulary)
    require_words(book, langs, path)
    terms: dict[str, Term] = {}
    kinds: dict[str, TermKind] = {}
    for kind in TERM_KINDS:
        for id_, term in getattr(book, kind).items():
            _require_id(id_, path, kind)
            if id_ in terms:
                line, problem = line_of_key(path.read_bytes(), kind, id_), f"stands under `{kinds[id_]}` and under `{kind}`"
                raise InvalidData(problem, path=path, line=line, key=id_, advice="Give one of them another id.")
            terms[id_], kinds[id_] = term, kind
    return terms, kinds


def read_topic(path: Path, langs: tuple[Lang, ...] = ()) -> Topic:
    """One topic. Raises InvalidData when its words lack one of `langs` and for a date of its timeline that is none."""
    _require_id(path.stem, path)
    topic = read_yaml(path, Topic)
    require_words(topic, langs, path)
    require_dates(topic, path)
    return topic


def require_terms(topic: Topic, terms: Mapping[str, Term], path: Path) -> None:
    """Raise InvalidData where a topic's rule names a tag that the vocabulary lacks."""
    for part in ("all", "any", "none"):
        for place, tag in enumerate(getattr(topic.rule, part)):
            if tag not in terms:
                line, problem = line_of_key(path.read_bytes(), "rule", part, str(place)), f"`{tag}` is not in the vocabulary"
                raise InvalidData(problem, path=path, line=line, key=f"rule.{part}", advice=nearest(tag, terms))


def read_outlets(path: Path, knowledge: Knowledge, langs: tuple[Lang, ...] = ()) -> OutletRegister:
    """The outlets register.

    Raises InvalidData for a policy without its bound, an outlet nobody describes, and words that lack one of `langs`.
    """
    register = read_yaml(path, OutletRegister)
    require_words(register, langs, path)
    data = path.read_bytes()
    for id_, entry in (("default", register.default), *register.outlets.items()):
        way = (id_,) if entry is register.default else ("outlets", id_)
        if entry.policy == "excerpt" and entry.excerpt is None:
            raise InvalidData(
                "is `excerpt` without its bound",
                path=path,
                line=line_of_key(data, *way, "policy"),
                key=".".join((*way, "policy")),
                advice="Add `excerpt: {paragraphs: 2}`.",
            )
    for id_, registration in register.outlets.items():
        _require_id(id_, path, "outlets")
        described = all((registration.name, registration.domains, registration.lang, registration.country))
        if id_ not in knowledge.outlets and not (described and registration.kind):
            raise InvalidData(
                "is in no data file, and is not described here",
                path=path,
                line=line_of_key(data, "outlets", id_),
                key=f"outlets.{id_}",
                advice=f"{nearest(id_, knowledge.outlets)} Or add name, domains, lang, country and kind.",
            )
    return register


def _require_id(id_: str, path: Path, *way: str) -> None:
    """Raise InvalidData for an id that could be no part of an address."""
    if not is_id(id_):
        line = line_of_key(path.read_bytes(), *way, id_) if way else None
        key = ".".join((*way, id_)) if way else None
        problem = "is no id" if way else f"`{id_}` is no id"
        raise InvalidData(problem, path=path, line=line, key=key, advice=ID_ADVICE)


def require_registers(content: Path) -> None:
    """Raise InvalidData for a vocabulary or an outlets register that is missing."""
    least = {"vocabulary.yml": "may be empty", "outlets.yml": "at least `default: {policy: link}`"}
    missing = [name for name in least if not (content / name).is_file()]
    if missing:
        advice = f"Create {' and '.join(f'{name} ({least[name]})' for name in missing)}; README.md shows examples."
        raise InvalidData("is missing", path=content / missing[0], advice=advice)


def read_registers(
    content: Path,
    knowledge: Knowledge,
    langs: tuple[Lang, ...] = (),
    topic_in: Callable[[Path, tuple[Lang, ...]], Topic] = read_topic,
) -> tuple[Registers, tuple[InvalidData, ...]]:
    """All registers of a digest's content folder, without the topics that are broken, and an error for each of those.

    Every word must be there in each of `langs`; `topic_in` reads a topic, or knows it.
    Raises InvalidData where vocabulary or outlets are broken or missing.
    """
    require_registers(content)
    terms, kinds = read_vocabulary(content / "vocabulary.yml", langs)
    outlets = read_outlets(content / "outlets.yml", knowledge, langs)
    topics: dict[str, Topic] = {}
    errors: list[InvalidData] = []
    for path in sorted((content / "topics").glob("*.yml")):
        try:
            topic = topic_in(path, langs)
            require_terms(topic, terms, path)
            topics[path.stem] = topic
        except InvalidData as error:
            errors.append(error)
    unread = tuple(Path(str(error.path)).stem for error in errors)
    return Registers(vocabulary=terms, term_kinds=kinds, topics=topics, outlets=outlets, unread=unread), tuple(errors)
