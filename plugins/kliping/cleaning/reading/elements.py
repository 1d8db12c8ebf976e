"""What the elements of an HTML page say of the lines inside them.

Input: the article's container and its lines. Output: the lines that are its paragraphs, captions or links to other pages,
or that stand in a box beside the article. Few pages have all of this right, so an element that holds much of the running
text is never taken for a box, whatever it calls itself.
"""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple, TypeVar

from bs4.element import NavigableString, Tag

from kliping.cleaning.forms.shapes import is_prose
from kliping.cleaning.reading.markup import Element


class RenderedLine(NamedTuple):
    """A line of a rendered page."""

    words: str
    element: Tag | None = None
    """The element whose text it is; None for a blank line."""
    strings: tuple[NavigableString, ...] = ()
    """The strings of which it was made."""


T = TypeVar("T")

_ASIDES = frozenset({"aside", "nav", "footer", "form"})
_BOXES = frozenset(
    "advert breadcrumb breadcrumbs comment comments disqus footer menu modal nav navbar navigation newsletter newsletters "  # noqa: SIM905
    "outbrain popup promo recirc recirculation recommendation recommendations related share sharing sidebar sponsored "
    "subscribe subscription taboola trending".split()
)
"""Words in the classes and ids of boxes, as Readability and trafilatura have them, without those that as often name parts of
the article (`widget`, `card`, `list`, `embed`, `social`)."""
_SHARED = frozenset({"footer", "menu", "modal", "nav", "navigation", "popup", "promo", "sidebar"})
_OWN = frozenset({"article", "body", "content", "main", "post", "story", "text"})
"""Beside one of these words, those in `_SHARED` name no box: `content-with-sidebar` is the article."""
_SPEAKING = frozenset({"has", "no", "with", "without"})
"""Behind one of these, a word names no box but what an element holds or lacks: `has-related`, `no-sidebar`."""
_COMMENTS = frozenset({"comment", "comments", "disqus"})
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
MOST = 0.4
"""The share of the running text that a box beside the article may hold."""
ENOUGH = 0.4
"""The share of the running text in one `article` element from which others are other stories."""
LONGEST_ID = 3
"""Words: a longer id is made from a heading."""
MOST_LINKED = 0.5
"""The share of links from which a line is no paragraph of the text but points to another story."""
FEWEST = 3
"""Spaces: a line with fewer may belong to the article although all of it is a link."""


def find_elements(container: Tag, lines: Sequence[RenderedLine]) -> dict[int, Element]:
    """What elements say of lines, by the number of the line, from 1."""
    known = _Surroundings(container, lines)
    return {number: found for number, line in enumerate(lines, start=1) if (found := known.element_of(line))}


class _Around(NamedTuple):
    """What an element is part of."""

    box: Tag | None = None
    """The innermost element around it, or itself, that is named as a box."""
    story: Tag | None = None
    """The innermost `article` element around it, or itself."""
    is_caption: bool = False
    is_link: bool = False


class _Surroundings:
    """Tells what stands around the elements of a container; each element is looked at once."""

    def __init__(self, container: Tag, lines: Sequence[RenderedLine]) -> None:
        self._arounds = {id(container): _Around()}
        prose = [(line.element, line.words.count(" ") + 1) for line in lines if line.element and is_prose(line.words)]
        large = self._large_boxes(prose)
        free = [(element, words) for element, words in prose if id(self._around(element).box) in large]
        inside = [(element, words) for element, words in free or prose if element is not container]
        self._text = _text_element(inside)
        self._around_text = large | ({id(tag) for tag in (self._text, *self._text.parents)} if self._text else set())
        self._inside = {id(container): container is self._text}
        self._own_story = self._story_of_text(prose)

    def element_of(self, line: RenderedLine) -> Element | None:
        """What the elements around a line say of it; None if they say nothing."""
        if line.element is None:
            return None
        around = self._around(line.element)
        if self._is_of_another_story(around) or (self._is_in_box(around) and not self._is_note_in_text(line, around)):
            return "aside"
        linked = self._linked_share(line)
        if linked == 1 and line.words.count(" ") >= FEWEST and not self._is_inside(line.element):
            return "link"
        if around.is_caption:
            return "caption"
        is_of_text = line.element.name == "p" and line.element.parent is self._text
        return "paragraph" if is_of_text and linked <= MOST_LINKED else None

    def _linked_share(self, line: RenderedLine) -> float:
        """The share of a line that is links to other pages."""
        linked = whole = 0
        for string in line.strings:
            length = len(string.strip())
            whole += length
            linked += length if string.parent and self._around(string.parent).is_link else 0
        return linked / max(1, whole)

    def _large_boxes(self, prose: Sequence[tuple[Tag, int]]) -> set[int]:
        """What is named as a box and holds so much running text that it is none, unless it is for readers' comments."""
        held: Counter[int] = Counter()
        boxes: dict[int, Tag | None] = {id(None): None}
        for element, words in prose:
            box = self._around(element).box
            boxes[id(box)] = box
            held[id(box)] += words
        much = (key for key, words in held.items() if words > MOST * held.total())
        return {id(None), *(key for key in much if not _is_for_comments(boxes[key]))}

    def _story_of_text(self, prose: Sequence[tuple[Tag, int]]) -> Tag | None:
        """The `article` element with the text, if it holds so much of it that others are other stories."""
        story = self._around(self._text).story if self._text else None
        if story is None:
            return None
        own = sum(words for element, words in prose if self._around(element).story is story)
        return story if own > ENOUGH * sum(words for _, words in prose) else None

    def _is_of_another_story(self, around: _Around) -> bool:
        return self._own_story is not None and around.story is not None and id(around.story) not in self._around_text

    def _is_in_box(self, around: _Around) -> bool:
        return id(around.box) not in self._around_text

    def _is_note_in_text(self, line: RenderedLine, around: _Around) -> bool:
        """Whether it is running text in an `aside` between paragraphs, which as often as not belongs to the article."""
        box = around.box
        if box is None or box.name != "aside" or any(map(_names_box, _names(box))):
            return False
        return is_prose(line.words) and self._is_inside(box)

    def _around(self, tag: Tag) -> _Around:
        return _inherited(tag, self._arounds, _within)

    def _is_inside(self, tag: Tag) -> bool:
        """Whether an element is inside the one with the text."""
        return _inherited(tag, self._inside, lambda one, inside: inside or one is self._text)


def _inherited(tag: Tag, known: dict[int, T], step: Callable[[Tag, T], T]) -> T:
    """What an element inherits from those around it; `step` adds what each of them says. Each is asked only once."""
    path: list[Tag] = []
    while id(tag) not in known and tag.parent:
        path.append(tag)
        tag = tag.parent
    found = known[id(tag)]
    for one in reversed(path):
        found = known[id(one)] = step(one, found)
    return found


def _within(tag: Tag, around: _Around) -> _Around:
    return _Around(
        tag if _is_box(tag) else around.box,
        tag if tag.name == "article" else around.story,
        around.is_caption or tag.name == "figcaption",
        around.is_link or (tag.name == "a" and not str(tag.get("href") or "#").startswith("#")),
    )


def _text_element(prose: Sequence[tuple[Tag, int]]) -> Tag | None:
    """The element whose own paragraphs hold most of the running text."""
    words: Counter[int] = Counter()
    parents: dict[int, Tag] = {}
    for element, count in prose:
        if element.name == "p" and element.parent:
            parents[id(element.parent)] = element.parent
            words[id(element.parent)] += count
    return parents[max(words, key=words.__getitem__)] if words else None


def _is_box(tag: Tag) -> bool:
    return tag.name in _ASIDES or any(map(_names_box, _names(tag)))


def _is_for_comments(tag: Tag | None) -> bool:
    return tag is not None and any(not _COMMENTS.isdisjoint(_words(name)) for name in _names(tag))


@lru_cache(4096)
def _names_box(name: str) -> bool:
    """Whether a class or id calls its element a box."""
    words = _words(name)
    boxes = _BOXES if _OWN.isdisjoint(words) else _BOXES - _SHARED
    return any(word in boxes and before not in _SPEAKING for before, word in zip(("", *words), words, strict=False))


def _names(tag: Tag) -> list[str]:
    """Its classes, and its id unless that is made from a heading."""
    named = [name for name in tag.get_attribute_list("class") if name]
    return named + [name for name in tag.get_attribute_list("id") if name and len(_words(name)) <= LONGEST_ID]


@lru_cache(4096)
def _words(name: str) -> tuple[str, ...]:
    """The words of a class or id.

    >>> _words("c-relatedList_top")
    ('c', 'related', 'list', 'top')
    """
    return tuple(word.lower() for word in _WORD.findall(name))
