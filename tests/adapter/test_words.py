"""Interface words: every one there in both languages, and a missing one stops the build."""

import re
from collections import defaultdict
from pathlib import Path
from typing import get_args

import polib
import pytest
from jinja2 import Environment, nodes
from markupsafe import Markup, escape
from site_checks.site import Site

from kliping.digest.model import State
from kliping.digest.registers import TERM_KINDS, Policy, TimelineEntry
from kliping.digest.translating.messages import METHODS
from kliping.errors import InvalidCatalogue
from kliping.knowledge import LineRule, Outlet
from kliping.model import Basis, Role
from kliping_pelican import theme_path
from kliping_pelican.showing.present import FATES
from kliping_pelican.showing.words import Words, read_words

THEME = Path(theme_path())
PACKAGE = Path(__file__).parents[2] / "plugins" / "kliping_pelican"
LANGS = ("id", "en")
PLACE = re.compile(r"%\((\w+)\)s")
HEADER = (
    'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n'
)

Message = tuple[str | None, str]


def write_words(theme: Path, entries: str, header: str = HEADER) -> Path:
    path = theme / "locale" / "en" / "LC_MESSAGES" / "kliping.po"
    path.parent.mkdir(parents=True)
    path.write_text(header + entries, encoding="utf-8")
    return path


@pytest.fixture
def words(tmp_path: Path) -> Words:
    """A few words in English."""
    write_words(
        tmp_path,
        '\nmsgid "Home"\nmsgstr "Start"\n'
        '\nmsgctxt "basis"\nmsgid "text"\nmsgstr "stated in the text"\n'
        '\nmsgid "By %(name)s"\nmsgstr "<by> %(name)s"\n'
        '\nmsgid "%(n)s article"\nmsgid_plural "%(n)s articles"\nmsgstr[0] "%(n)s article"\nmsgstr[1] "%(n)s articles"\n',
    )
    return read_words(tmp_path, "en")


def test_a_word_is_found_by_its_msgid_and_context(words: Words) -> None:
    assert words.gettext("Home") == "Start"
    assert words.pgettext("basis", "text") == "stated in the text"
    assert [words.ngettext("%(n)s article", "%(n)s articles", n) for n in (0, 1, 2)] == [
        "0 articles",
        "1 article",
        "2 articles",
    ]


@pytest.mark.parametrize("asked", [("Gone",), ("text",), ("home",)])
def test_a_missing_word_says_which_and_where(words: Words, asked: tuple[str]) -> None:
    with pytest.raises(InvalidCatalogue) as error:
        words.gettext(*asked)
    assert (error.value.key, Path(str(error.value.path)).name) == (asked[0], "kliping.po")
    with pytest.raises(InvalidCatalogue):
        words.pgettext("basis", "Home")
    with pytest.raises(InvalidCatalogue):
        words.ngettext("%(n)s cat", "%(n)s cats", 1)


def test_what_is_put_into_a_word_stays_escaped(words: Words) -> None:
    plain = words.gettext("By %(name)s", name="<b>")
    assert str(escape(plain)) == "&lt;by&gt; &lt;b&gt;"
    marked = words.gettext("By %(name)s", name=Markup("<a>A</a>"))
    assert str(escape(marked)) == "&lt;by&gt; <a>A</a>"


@pytest.mark.parametrize(
    "entry",
    [
        'msgid "Home"\nmsgstr ""',
        '#, fuzzy\nmsgid "Home"\nmsgstr "Start"',
        'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\nmsgstr[1] ""',
    ],
)
def test_an_unfinished_word_is_named_with_its_line(tmp_path: Path, entry: str) -> None:
    path = write_words(tmp_path, f"\n{entry}\n")
    with pytest.raises(InvalidCatalogue) as error:
        read_words(tmp_path, "en")
    assert error.value.path == path and error.value.line in (6, 7)


def test_a_language_without_words_is_named(tmp_path: Path) -> None:
    with pytest.raises(InvalidCatalogue, match=r"has no words for `fr`"):
        read_words(tmp_path, "fr")


def entries_of(lang: str) -> dict[Message, polib.POEntry]:
    path = THEME / "locale" / lang / "LC_MESSAGES" / "kliping.po"
    return {(entry.msgctxt, entry.msgid): entry for entry in polib.pofile(str(path)) if not entry.obsolete}


def test_both_languages_have_the_same_words() -> None:
    assert entries_of("id").keys() == entries_of("en").keys()
    assert all(isinstance(read_words(THEME, lang), Words) for lang in LANGS)


@pytest.mark.parametrize("lang", LANGS)
def test_every_word_keeps_the_places_of_its_msgid(lang: str) -> None:
    for (_, msgid), entry in entries_of(lang).items():
        wanted = set(PLACE.findall(msgid + entry.msgid_plural))
        for text in entry.msgstr_plural.values() or [entry.msgstr]:
            found = set(PLACE.findall(text))
            assert found <= wanted and wanted - found <= {"n"}, (msgid, text)


def asked_for() -> dict[Message, set[str]]:
    """Every word that a template or the adapter asks for by name, with where."""
    asked: defaultdict[Message, set[str]] = defaultdict(set)
    environment = Environment(autoescape=True)
    for path in (THEME / "templates").rglob("*.*"):
        tree = environment.parse(path.read_text(encoding="utf-8"))
        for call in tree.find_all(nodes.Call):
            name = getattr(call.node, "name", "")
            texts = [arg.value if isinstance(arg, nodes.Const) else None for arg in call.args]
            if name in ("_", "ngettext", "say") and texts and isinstance(texts[0], str):
                asked[None, texts[0]].add(path.name)
            elif name in ("pgettext", "word") and len(texts) > 1 and all(isinstance(text, str) for text in texts[:2]):
                asked[texts[0], str(texts[1])].add(path.name)
    for path in PACKAGE.rglob("*.py"):
        for msgid in re.findall(r'\b(?:gettext|both)\(\s*"([^"]+)"', path.read_text(encoding="utf-8")):
            asked[None, msgid].add(path.name)
    return asked


def closed_lists() -> set[Message]:
    """Words of lists that the code knows: a template asks for them by value."""
    fields = Outlet.__annotations__
    lists: dict[str, tuple[str, ...]] = {
        "basis": tuple(Basis),
        "role": tuple(Role),
        "policy": get_args(Policy.__annotations__["policy"]),
        "outlet_kind": get_args(fields["kind"]),
        "term_kind": TERM_KINDS,
        "timeline_kind": get_args(TimelineEntry.__annotations__["kind"]),
        "method": METHODS,
        "state": tuple(state for state in get_args(State) if state in ("stale", "missing")),
        "notice": get_args(get_args(LineRule.__annotations__["notice"])[0]),
        "field": ("publisher", "author", "editor", "contributor", "initials", "translator", "wire", "cited", "published",
                  "updated", "dateline", "original_url", "url"),
        "fate": tuple(set(FATES.values())),
        "data": ("articles.jsonl", "schema.json"),
    }  # fmt: skip
    return {(kind, str(value)) for kind, values in lists.items() for value in values}


def test_every_word_asked_for_is_there_and_no_other() -> None:
    there, asked = entries_of("en").keys(), asked_for()
    assert {message: files for message, files in asked.items() if message not in there} == {}
    assert sorted(closed_lists() - there) == []
    assert [message for message in there if message not in asked and message not in closed_lists()] == []


def test_words_beside_each_other_have_a_space_between(reduced: Site) -> None:
    """A style sheet may put a dot or a gap there; whoever has none reads on."""
    glued = re.compile(r"</(?:a|span|time)><(?:a|span|time)\b.*")
    assert {path: found for path in reduced.pages() if (found := glued.findall(reduced.text(path)))} == {}
