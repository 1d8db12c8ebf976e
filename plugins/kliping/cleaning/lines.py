"""The lines of a file, and what the words of each line tell by themselves.

Input: lines, knowledge, sidecar. Output: `PageLines`, which `Page` extends.
"""

import re
from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate, chain, compress, count

from kliping.cleaning.forms.closings import Closing, read_closing, without_sign
from kliping.cleaning.forms.code import find_code
from kliping.cleaning.forms.credits import Credit, credit_at
from kliping.cleaning.forms.dateline_parts import Dateline
from kliping.cleaning.forms.datelines import read_dateline, read_dateline_behind_lead, without_entries
from kliping.cleaning.forms.imprints import Imprint, read_imprint
from kliping.cleaning.forms.moments import MomentLine, read_moment_line
from kliping.cleaning.forms.shapes import is_prose, is_row_of_names
from kliping.cleaning.lexicon.compiled import Compiled
from kliping.cleaning.lexicon.hints import BRAND, DATE, PHRASE
from kliping.cleaning.lexicon.phrases import Phrase
from kliping.cleaning.masthead.own_address import find_addresses_above, find_own_address
from kliping.cleaning.masthead.own_names import find_copyright_notices
from kliping.cleaning.nearest import nearest
from kliping.cleaning.overview.copies import find_containers
from kliping.cleaning.reading import Line, Markup
from kliping.cleaning.words import LONGEST, bare_words, vocabulary, words_by_blocks, words_of
from kliping.knowledge import Habits
from kliping.model import Lang
from kliping.sidecar import Sidecar

FEW_WORDS = 4
"""Spaces: a line with fewer is never running text."""
MANY_WORDS = 40
"""Spaces: a line with a copyright line at its end and so many before it is running text."""
LINES_TO_TELL_LANGUAGE, CHARACTERS_TO_TELL_LANGUAGE = 400, 2000
"""Lines of a file, and characters of each line, that are enough to tell its language."""
LONG_ROW = 500
"""Characters of the shortest row of names."""
LONGEST_PAGE = 300_000
"""Characters: the words of a longer file are not kept, because they take more memory than the file itself."""


class PageLines:
    """All lines of one file with their words, and the way from one line to the next."""

    def __init__(self, lines: tuple[Line, ...], known: Compiled, sidecar: Sidecar, markup: Markup | None = None) -> None:
        self.lines = lines
        self.texts = [line.text for line in lines]
        # Rules ask this of every line, so it is the look-up itself: a method around it would take longer than the look-up.
        self.text = self.texts.__getitem__
        """The cleaned words of a line."""
        self.words = list(map(words_of, self.texts)) if sum(map(len, self.texts)) <= LONGEST_PAGE else None
        """The words of each line in small letters; None for a file longer than LONGEST_PAGE."""
        self._filled = array("L", compress(count(), self.texts))  # eight bytes a line, where a list takes forty
        self._filled_before = array("L", accumulate(map(bool, self.texts), initial=0))
        above, below = nearest(self.texts)
        self.previous_filled = above.__getitem__
        """The last line with words before a line, or before the end; None if there is none."""
        self.next_filled = below.__getitem__
        """The first line with words behind a line; None if there is none."""
        self._vocabularies: dict[int, set[str]] = {}
        self.known = known
        self.sidecar = sidecar
        self.markup = markup
        """What HTML or Markdown says beside the words; None for plain text."""
        elements = markup.elements if markup else {}
        self.element = {at: elements[line.number] for at, line in enumerate(lines) if line.number in elements}.get
        """What the HTML elements around a line say of it; None if they say nothing."""

    @property
    def stated_titles(self) -> tuple[str, ...]:
        """The headlines that the markup of the page states, the most reliable first."""
        said = self.markup.statements if self.markup else None
        return tuple(one.value for one in (said.title, said.heading) if one) if said else ()

    def __len__(self) -> int:
        return len(self.lines)

    @cached_property
    def lang(self) -> Lang:
        """The language of most of its words, or `und` if none is recognised."""
        text = "\n".join(line.text[:CHARACTERS_TO_TELL_LANGUAGE] for line in self.lines[:LINES_TO_TELL_LANGUAGE])
        found = filter(None, map(self.known.function_words.get, text.casefold().split()))
        counts = Counter(chain.from_iterable(found))
        return max(self.known.knowledge.languages, key=counts.__getitem__) if counts else "und"

    @cached_property
    def habits(self) -> Habits:
        """The habits of outlets in its language."""
        language = self.known.knowledge.languages.get(self.lang)
        return language.habits if language else Habits()

    @cached_property
    def code(self) -> frozenset[int]:
        """Lines of program code and markup that a scraper took for text."""
        return find_code(self.texts)

    @cached_property
    def containers(self) -> frozenset[int]:
        """Lines that only repeat the lines below them in one."""
        return find_containers(self.texts)

    @cached_property
    def rows_of_names(self) -> frozenset[int]:
        """Lines on which a whole menu, or several headlines of other stories, stand."""
        return frozenset(at for at, text in enumerate(self.texts) if len(text) > LONG_ROW and is_row_of_names(text))

    @cached_property
    def addresses_above(self) -> list[int]:
        """The lines above the running text that are only an address."""
        return find_addresses_above(self)

    @cached_property
    def own_address(self) -> int | None:
        """The line that is only the address of the page itself; None if there is none."""
        return find_own_address(self)

    @cached_property
    def no_sentences(self) -> frozenset[int]:
        """Lines that hold no sentence: code, rows of names, the lines below in one, the address of the page."""
        own = () if self.own_address is None else (self.own_address,)
        return self.code | self.rows_of_names | self.containers | frozenset(own)

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The words of each line without case and signs, by which repetitions are found."""
        if self.words is None:
            return tuple(map(bare_words, self.texts))
        plain = zip(self.texts, self.words, strict=True)
        return tuple(" ".join(words) if "_" not in text else bare_words(text) for text, words in plain)

    def vocabulary(self, at: int) -> set[str]:
        """The longer words of a line; in a file longer than LONGEST_PAGE they are not kept, to save memory."""
        if self.words is None:
            return vocabulary(self.texts[at])
        if at not in self._vocabularies:
            self._vocabularies[at] = vocabulary(self.texts[at])
        return self._vocabularies[at]

    @cached_property
    def hints(self) -> Sequence[int]:
        """For each line, the kinds of expressions that may find something in it."""
        of = self.known.hints.of
        if self.words is not None:
            return array("H", map(of, self.texts, self.words))
        long = (chain.from_iterable(words_by_blocks(text)) if len(text) > LONGEST else words_of(text) for text in self.texts)
        return array("H", map(of, self.texts, long))

    def hinted(self) -> Iterator[tuple[str, int]]:
        """Each line with its hints."""
        return zip(self.texts, self.hints, strict=True)

    @cached_property
    def general_phrases(self) -> tuple[Phrase | None, ...]:
        """For each line, the line rule of a language that matches it, or None."""
        find = self.known.general.find
        return tuple(find(text, hinted=hints & PHRASE > 0) if text else None for text, hints in self.hinted())

    @cached_property
    def printed_moments(self) -> tuple[MomentLine | None, ...]:
        """For each line that is only a date with an author or an outlet, what it says; None for others."""
        return tuple(read_moment_line(text, self.known) if hints & DATE else None for text, hints in self.hinted())

    @cached_property
    def datelines(self) -> tuple[Dateline | None, ...]:
        """The dateline with which each line begins, or None."""
        behind_lead = read_dateline_behind_lead
        return without_entries(
            read_dateline(text, self.known, hints) or (behind_lead(text, self.known) if hints & BRAND else None)
            for text, hints in self.hinted()
        )

    @cached_property
    def imprints(self) -> tuple[Imprint | None, ...]:
        """The copyright line that is glued to the end of each line, or None."""
        return tuple(read_imprint(text, self.known) for text in self.texts)

    @cached_property
    def closings(self) -> tuple[Closing | None, ...]:
        """The closing mark at the end of each line, or before its copyright line; None if there is none."""
        lines = zip(self.texts, self.imprints, self.hints, strict=True)
        found = (read_closing(text, self.known, imprint, hints) if text else None for text, imprint, hints in lines)
        return tuple(None if mark and self._is_abbreviation(at, mark) else mark for at, mark in enumerate(found))

    def _is_abbreviation(self, at: int, mark: Closing) -> bool:
        """`(FAO)` behind a sentence, on a page that says FAO without brackets: an abbreviation, and nobody's initials."""
        initials = "".join(author.name for author in mark.authors if author.role == "initials")
        if mark.is_sure or not (mark.start and initials.isupper()):
            return False
        word = re.compile(rf"(?<![\w(/]){initials}(?![\w)/])")
        return any(text.count(" ") >= FEW_WORDS and word.search(text) for text in self.texts)

    @cached_property
    def credits(self) -> tuple[Credit | None, ...]:
        """The photo credit at the end of each line, or None."""
        lines = zip(self.texts, self.imprints, self.hints, strict=True)
        return tuple(credit_at(text, self.known, hints) if text and not imprint else None for text, imprint, hints in lines)

    @cached_property
    def prose(self) -> tuple[bool, ...]:
        """Whether each line can only be running text."""
        return tuple(text.count(" ") >= FEW_WORDS and self._is_prose(at) for at, text in enumerate(self.texts))

    def _is_prose(self, at: int) -> bool:
        """Whether a line can only be running text; before a copyright line many words are enough for that."""
        words = self.sentence(at)
        return is_prose(words) or (self.imprints[at] is not None and words.count(" ") >= MANY_WORDS)

    def sentence(self, at: int) -> str:
        """The words of a line, without a bracket at the end that closes the piece or points to another story."""
        text, closing, pointer, imprint = self.text(at), self.closings[at], self.pointer(at), self.imprints[at]
        if (closing and closing.start) or imprint:
            return text[: closing.start if closing else imprint and imprint.notice].rstrip()
        return text[: pointer[0]].rstrip() if pointer and pointer[1] == len(text) else without_sign(text)

    def pointer(self, at: int) -> tuple[int, int] | None:
        """Where a bracket in a paragraph that points to another story begins and ends; None if there is none."""
        text = self.text(at)
        match = self.known.links.in_brackets.search(text) if "(" in text else None
        return match.span() if match and match.start() else None

    @cached_property
    def copyright_notices(self) -> frozenset[frozenset[str]]:
        """The words of each line in which the site claims its rights."""
        return frozenset(find_copyright_notices(self))

    def filled(self, start: int, stop: int) -> Iterator[int]:
        """The lines with words in a stretch."""
        before = self._filled_before
        first, last = max(start, 0), min(stop, len(self.lines))
        return iter(self._filled[before[first] : before[last]] if first < last else ())

    def count_filled(self, start: int, stop: int) -> int:
        """How many lines with words a stretch has."""
        return self._filled_before[stop] - self._filled_before[start]
