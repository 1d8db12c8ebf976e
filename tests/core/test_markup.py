"""Words to HTML: whatever an article or an editor writes, a reader sees it as words."""

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsroom.articles import article
from newsroom.hostile import ATTACKS, hostile_words

from kliping.digest.model import Edition, EditionBlock, Passage, Translation
from kliping.digest.translating.editions import original_edition, translated_edition
from kliping.markup import edition_html, markdown_html, plain_html
from kliping.model import Role

KINDS = ["paragraph", "heading", "quote", "list"]
BODY_TAGS = {"p", "h3", "blockquote", "div", "ul", "li", "br", "a", "small"}
PROSE_TAGS = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "em", "strong", "code", "pre"}
PROSE_TAGS |= {"a", "hr", "br"}


class Seen(HTMLParser):
    """What a browser would make of a piece of HTML."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.feed(str(html))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words += data

    def handle_comment(self, data: str) -> None:
        self.tags.append(("!--", {}))

    @property
    def names(self) -> set[str]:
        return {name for name, _ in self.tags}


MADE = Translation(translator="A", method="human", reviewed_by=None, date=None)


def edition_of(text: str, kind: str, state: str = "original", lang: str = "id") -> Edition:
    passage = Passage(text=text, lang=lang, state=state, source=text)  # type: ignore[arg-type]
    block = EditionBlock(kind=kind, anchor="p1", passage=passage)
    translation = None if state == "original" else MADE
    return Edition(
        article="a", lang="id", title=None, standfirst=None, captions=(), blocks=(block,), translation=translation
    )


def body(edition: Edition) -> Seen:
    return Seen(edition_html(edition, lambda passage: f"({passage.state})", lambda anchor: f"Paragraph {anchor}"))


@given(hostile_words, st.sampled_from(KINDS))
def test_every_word_of_an_article_is_shown_and_none_is_markup(text: str, kind: str) -> None:
    seen = body(edition_of(text, kind))
    assert seen.names <= BODY_TAGS
    assert seen.words.removesuffix("¶\n").replace("\r", "") == text.replace("\n", "").replace("\r", "")
    plain = Seen(plain_html(edition_of(text, kind), lambda passage: passage.state))
    assert plain.names <= BODY_TAGS - {"a", "small"}


@given(hostile_words)
def test_a_hostile_language_or_label_stays_an_attribute(text: str) -> None:
    edition = edition_of("Satu.", "paragraph", "missing", lang=text or "x")
    seen = Seen(edition_html(edition, lambda passage: text, lambda anchor: text))
    assert seen.names <= BODY_TAGS
    assert [set(attributes) for name, attributes in seen.tags if name == "p"] == [{"id", "lang", "data-state"}]


def test_each_block_has_its_anchor_and_the_link_to_it() -> None:
    made = article("Satu.", (Role.HEADING, "Sub"), (Role.QUOTE, "Dua."), (Role.LIST, "Tiga"))
    seen = body(original_edition(made))
    ids = [attributes["id"] for _, attributes in seen.tags if "id" in attributes]
    links = [attributes["href"] for name, attributes in seen.tags if name == "a"]
    assert ids == ["p1", "h1", "p2", "p3"]
    assert links == [f"#{id_}" for id_ in ids]


def test_a_list_has_an_item_for_each_of_its_lines() -> None:
    seen = body(edition_of("satu\ndua <b>\ntiga", "list"))
    assert [name for name, _ in seen.tags].count("li") == 3
    assert "dua <b>" in seen.words


def test_a_passage_that_a_translation_lacks_says_so_and_its_language() -> None:
    seen = body(edition_of("One.", "paragraph", "missing", lang="en"))
    assert seen.tags[0] == ("p", {"id": "p1", "lang": "en", "data-state": "missing"})
    assert ("small", {"class": "passage-state", "lang": "id"}) in seen.tags
    assert "(missing)" in seen.words


def test_where_nothing_was_translated_each_passage_tells_its_language_and_no_more() -> None:
    seen = body(translated_edition(article("Satu."), "en", None))
    assert seen.tags[0] == ("p", {"id": "p1", "lang": "id"})
    assert seen.words == "Satu.¶\n"


def test_a_passage_in_the_pages_language_says_nothing_of_it() -> None:
    seen = body(original_edition(article("Satu.")))
    assert seen.tags[0] == ("p", {"id": "p1"})
    assert "small" not in seen.names


def prose(text: str) -> Seen:
    """What an editor's prose becomes where only https addresses and `page:` ones are links."""
    return Seen(markdown_html(text, lambda to: to.replace("page:", "/id/") if to.startswith(("https:", "page:")) else None))


@given(hostile_words)
def test_prose_never_holds_html_of_its_own_nor_fetches_anything(text: str) -> None:
    seen = prose(text)
    assert seen.names <= PROSE_TAGS
    for name, attributes in seen.tags:
        assert set(attributes) <= ({"href", "title"} if name == "a" else {"class"} if name == "code" else {"start"})
        assert not (attributes.get("href") or "https:").startswith(("javascript", "data"))


@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_in_prose_stays_words(attack: str) -> None:
    assert prose(attack).names <= PROSE_TAGS


@pytest.mark.parametrize(
    ("text", "links", "words"),
    [
        ("A [page](page:about#x) here.", ["/id/about#x"], "A page here.\n"),
        ("A [page](article:a#p1) here.", [], "A page here.\n"),
        ("A [page](javascript:alert) here.", [], None),
        ("See <https://a.example/>.", ["https://a.example/"], "See https://a.example/.\n"),
        ("[**bold**](gone:x) and [kept](https://a.example)", ["https://a.example"], "bold and kept\n"),
        ("[a][1]\n\n[1]: gone:x", [], "a\n"),
        ("![A *drawing*](https://a.example/p.png)", [], "A drawing\n"),
        ("[![drawing](p.png)](https://a.example)", ["https://a.example"], "drawing\n"),
        ("<b>bold</b>", [], "<b>bold</b>\n"),
    ],
)
def test_a_link_leads_where_it_may_or_leaves_its_words(text: str, links: list[str], words: str | None) -> None:
    seen = prose(text)
    assert [attributes["href"] for name, attributes in seen.tags if name == "a"] == links
    assert words is None or seen.words == words


@pytest.mark.parametrize(
    ("text", "shown"), [("1. Beras\n2. Air", "numbered"), ("Beras\nAir", None), ("1. Beras\nAir", None)]
)
def test_items_with_numbers_of_their_own_get_no_sign_beside_them(text: str, shown: str | None) -> None:
    (attributes,) = (attributes for name, attributes in body(edition_of(text, "list")).tags if name == "ul")
    assert attributes.get("class") == shown
