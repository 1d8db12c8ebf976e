"""All that Kliping knows of languages and outlets: the files of `data/` as one value.

Python knows which kinds of facts there are; it never names an outlet.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path

from msgspec import Struct

from kliping.errors import InvalidData
from kliping.knowledge.languages import Habits, Language
from kliping.knowledge.line_rules import BylineRole, LineRule, NoticeKind, Pattern, Words
from kliping.knowledge.outlets import BylinePattern, Claim, Layout, Outlet, OutletKind
from kliping.load import line_of_key, read_yaml, spell_way, suggest
from kliping.model import Lang

__all__ = [
    "DATA",
    "BylinePattern",
    "BylineRole",
    "Claim",
    "Habits",
    "Knowledge",
    "Language",
    "Layout",
    "LineRule",
    "NoticeKind",
    "Outlet",
    "OutletKind",
    "Pattern",
    "Words",
    "load_knowledge",
    "require_languages",
]

DATA = Path(__file__).parents[1] / "data"
LONGEST_HOST = 253
"""Characters of the longest host name that the domain name system allows (RFC 1035)."""


class Knowledge(Struct, frozen=True, dict=True):
    """All languages and outlets, by id."""

    languages: Mapping[Lang, Language]
    outlets: Mapping[str, Outlet]
    rules: Mapping[str, Words] = {}
    """By the name of each rule written in Python, why it decides as it does, in plain words."""
    first_names: Mapping[Lang, frozenset[str]] = {}
    """First names of persons by language, in small letters without accents."""
    everyday_words: Mapping[Lang, frozenset[str]] = {}
    """Words by language that hardly ever have a capital inside a sentence, in small letters."""

    @cached_property
    def outlet_of_domain(self) -> Mapping[str, str]:
        """Outlet id by host name."""
        return {domain: id_ for id_, outlet in self.outlets.items() for domain in outlet.domains}

    def outlet_at(self, host: str) -> str | None:
        """The id of the outlet that owns a host name or a domain above it, or None."""
        if len(host) > LONGEST_HOST:
            return None
        labels = host.lower().rstrip(".").split(".")
        for start in range(len(labels) - 1):
            found = self.outlet_of_domain.get(".".join(labels[start:]))
            if found:
                return found
        return None

    def words_of(self, rule: str) -> Words | None:
        """Why a rule decides as it does, in each language of the readers; None where no rule has that name.

        `headline` is a rule written in Python, `id.see_also` one in the file of a language or an outlet.
        """
        owner, _, id_ = rule.partition(".")
        if not id_:
            return self.rules.get(rule)
        language, outlet = self.languages.get(owner), self.outlets.get(owner)
        rules = list(language.lines) if language else []
        rules += [one for layout in outlet.layouts for one in layout.lines] if outlet else []
        return next((one.words for one in rules if one.id == id_), None)


def require_languages(
    langs: Iterable[Lang], knowledge: Knowledge, *, path: str | None = None, key: str | None = None
) -> None:
    """Raise InvalidData for a language that no data file describes; `path` and `key` tell where it was asked for."""
    for lang in langs:
        if lang not in knowledge.languages:
            advice = suggest(lang, knowledge.languages)
            raise InvalidData(f"`{lang}` is no language of Kliping", path=path, key=key, advice=advice)


def load_knowledge(data: Path = DATA) -> Knowledge:
    """The shipped knowledge, or that of another folder laid out like it.

    Raises InvalidData for a folder that is laid out otherwise, for a file that breaks its schema, and for two layouts of an
    outlet that end on the same day.
    """
    languages = {path.stem: read_yaml(path, Language) for path in sorted((data / "languages").glob("*.yml"))}
    outlets = {path.stem: _read_outlet(path) for path in sorted((data / "outlets").glob("*.yml"))}
    for name in ("rules.yml", "first_names.yml", "everyday_words.yml"):
        if not (data / name).is_file():
            raise InvalidData(f"holds no {name}", path=data, advice="Name a folder laid out as plugins/kliping/data is.")
    rules = read_yaml(data / "rules.yml", dict[str, Words])
    names, everyday = (_read_words(data / f"{name}.yml") for name in ("first_names", "everyday_words"))
    return Knowledge(languages, outlets, rules, names, everyday)


def _read_words(path: Path) -> dict[Lang, frozenset[str]]:
    """The words of a long list, by language."""
    return {lang: frozenset(words.split()) for lang, words in read_yaml(path, dict[Lang, str]).items()}


def _read_outlet(path: Path) -> Outlet:
    return read_yaml(path, Outlet, lambda outlet: _layout_faults(outlet, path))


def _layout_faults(outlet: Outlet, path: Path) -> Iterator[InvalidData]:
    """A fault for each layout that ends on the day of one above it, or as little as one above it."""
    ends = [layout.until for layout in outlet.layouts]
    for place, end in enumerate(ends):
        if end in ends[:place]:
            way = ("layouts", str(place), "until") if end else ("layouts", str(place))
            problem = "is the last day of another layout too" if end else "has no last day, as another layout"
            advice = "Give each its own last day of validity."
            line = line_of_key(path.read_bytes(), *way)
            yield InvalidData(problem, path=path, line=line, key=spell_way(way), advice=advice)
