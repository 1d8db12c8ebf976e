"""Reading of a digest's own data: vocabulary, topics and register of outlets; each fault has file, line and what to do."""

from collections.abc import Callable, Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import TypeVar

from msgspec import Struct

from kliping.digest.registers import TERM_KINDS, OutletRegister, Policy, Registers, Term, TermKind, Topic
from kliping.digest.sources import ID_ADVICE, files_in, is_id
from kliping.digest.timeline import date_faults
from kliping.digest.wording import word_faults
from kliping.errors import InvalidData, KlipingError, as_one
from kliping.knowledge import Knowledge
from kliping.load import line_of_key, read_yaml, suggest
from kliping.model import Lang

T = TypeVar("T")

DESCRIPTION = ("name", "domains", "lang", "country", "kind")
"""Keys that an outlet needs in the register if no data file describes it."""


class _Vocabulary(Struct, frozen=True, forbid_unknown_fields=True):
    people: dict[str, Term] = {}
    organisations: dict[str, Term] = {}
    places: dict[str, Term] = {}
    themes: dict[str, Term] = {}


def read_vocabulary(path: Path, langs: tuple[Lang, ...] = ()) -> tuple[dict[str, Term], dict[str, TermKind]]:
    """All terms by id and their kinds. Raises InvalidData for an id used twice and words that lack one of `langs`."""

    def faults(book: _Vocabulary) -> Iterator[InvalidData]:
        yield from word_faults(book, langs, path)
        yield from _term_id_faults(book, path)

    book = read_yaml(path, _Vocabulary, faults)
    terms: dict[str, Term] = {}
    kinds: dict[str, TermKind] = {}
    for kind in TERM_KINDS:
        terms |= getattr(book, kind)
        kinds |= dict.fromkeys(getattr(book, kind), kind)
    return terms, kinds


def _term_id_faults(book: _Vocabulary, path: Path) -> Iterator[InvalidData]:
    """A fault for each id that has not the form of one, or stands under two kinds."""
    kinds: dict[str, TermKind] = {}
    for kind in TERM_KINDS:
        for id_ in getattr(book, kind):
            yield from _id_faults(id_, path, kind)
            if id_ in kinds:
                line, problem = line_of_key(path.read_bytes(), kind, id_), f"stands under `{kinds[id_]}` and under `{kind}`"
                yield InvalidData(problem, path=path, line=line, key=id_, advice="Give one of them another id.")
            kinds[id_] = kind


def read_topic(path: Path, langs: tuple[Lang, ...] = ()) -> Topic:
    """One topic. Raises InvalidData when its words lack one of `langs` and for a date of its timeline that is none."""

    def faults(topic: Topic) -> Iterator[InvalidData]:
        yield from _id_faults(path.stem, path)
        yield from word_faults(topic, langs, path)
        yield from date_faults(topic, path)

    return read_yaml(path, Topic, faults)


def _rule_faults(topic: Topic, terms: Mapping[str, Term], path: Path) -> Iterator[InvalidData]:
    """A fault for each tag in the rule of a topic that the vocabulary lacks."""
    for part in ("all", "any", "none"):
        for place, tag in enumerate(getattr(topic.rule, part)):
            if tag not in terms:
                line, problem = line_of_key(path.read_bytes(), "rule", part, str(place)), f"`{tag}` is not in the vocabulary"
                yield InvalidData(problem, path=path, line=line, key=f"rule.{part}", advice=suggest(tag, terms))


def read_outlets(path: Path, knowledge: Knowledge, langs: tuple[Lang, ...] = ()) -> OutletRegister:
    """The outlets register.

    Raises InvalidData for a policy without its bound, an outlet nobody describes, and words that lack one of `langs`.
    """

    def faults(register: OutletRegister) -> Iterator[InvalidData]:
        yield from word_faults(register, langs, path)
        yield from _policy_faults(register, path)
        yield from _outlet_faults(register, path, knowledge)

    return read_yaml(path, OutletRegister, faults)


def _policy_faults(register: OutletRegister, path: Path) -> Iterator[InvalidData]:
    """A fault for each policy `excerpt` that does not say how long excerpts are."""
    policies: dict[tuple[str, ...], Policy] = {("default",): register.default}
    policies |= {("outlets", id_): entry for id_, entry in register.outlets.items()}
    for way, entry in policies.items():
        if entry.policy == "excerpt" and entry.excerpt is None:
            line, key = line_of_key(path.read_bytes(), *way, "policy"), ".".join((*way, "policy"))
            advice = "Add `excerpt: {paragraphs: 2}`."
            yield InvalidData("is `excerpt` without its bound", path=path, line=line, key=key, advice=advice)


def _outlet_faults(register: OutletRegister, path: Path, knowledge: Knowledge) -> Iterator[InvalidData]:
    """A fault for each outlet whose id has not the form of one, or that is described nowhere."""
    for id_, entry in register.outlets.items():
        yield from _id_faults(id_, path, "outlets")
        lacking = [key for key in DESCRIPTION if not getattr(entry, key)]
        if id_ not in knowledge.outlets and lacking:
            line, problem = line_of_key(path.read_bytes(), "outlets", id_), "is in no data file, and is not described here"
            close = get_close_matches(id_, knowledge.outlets, n=1)
            meant = f"Did you mean `{close[0]}`? Else add" if close else "Add"
            advice = f"{meant} {', '.join(f'`{key}`' for key in lacking)}."
            yield InvalidData(problem, path=path, line=line, key=f"outlets.{id_}", advice=advice)


def _id_faults(id_: str, path: Path, *way: str) -> Iterator[InvalidData]:
    """A fault for an id that could not be part of an address."""
    if not is_id(id_):
        line = line_of_key(path.read_bytes(), *way, id_) if way else None
        key = ".".join((*way, id_)) if way else None
        problem = "is no id" if way else f"`{id_}` is no id"
        yield InvalidData(problem, path=path, line=line, key=key, advice=ID_ADVICE)


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
) -> tuple[Registers, tuple[KlipingError, ...]]:
    """All registers in a content folder, without broken topics, and the errors of these.

    All words must be there in each of `langs`. `topic_in` reads the topic in a file, or has it from an earlier build.
    Raises InvalidData where vocabulary or outlets are broken or missing, and UnreadableText.
    """
    require_registers(content)
    faults: list[KlipingError] = []
    vocabulary = _tried(lambda: read_vocabulary(content / "vocabulary.yml", langs), faults)
    outlets = _tried(lambda: read_outlets(content / "outlets.yml", knowledge, langs), faults)
    if vocabulary is None or outlets is None:
        raise as_one(faults)
    terms, kinds = vocabulary
    topics, errors = _read_topics(content / "topics", terms, lambda path: topic_in(path, langs))
    unread = tuple(dict.fromkeys(Path(str(error.path)).stem for error in errors))
    return Registers(vocabulary=terms, term_kinds=kinds, topics=topics, outlets=outlets, unread=unread), tuple(errors)


def _read_topics(
    folder: Path, terms: Mapping[str, Term], topic_in: Callable[[Path], Topic]
) -> tuple[dict[str, Topic], list[KlipingError]]:
    """The sound topics by id, and the faults of the others."""
    topics: dict[str, Topic] = {}
    errors: list[KlipingError] = []
    for path in files_in(folder, ".yml"):
        try:
            topic = topic_in(path)
        except KlipingError as error:
            errors += error.each
            continue
        faults = tuple(_rule_faults(topic, terms, path))
        errors += faults
        if not faults:
            topics[path.stem] = topic
    return topics, errors


def _tried(read: Callable[[], T], faults: list[KlipingError]) -> T | None:
    """What `read` gives; None if it is broken, and then its faults are added to `faults`."""
    try:
        return read()
    except KlipingError as error:
        faults += error.each
        return None
