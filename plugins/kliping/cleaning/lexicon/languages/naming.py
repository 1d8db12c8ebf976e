"""What stands around persons' names and between them: `by`, `, `, ` dan `, `/`, `from`.

Input: languages. Output: `NamingWords`, whose expressions are each built once, when first asked for.
"""

import re
from functools import cached_property

from kliping.cleaning.lexicon.languages.language_words import LanguageWords


class NamingWords(LanguageWords):
    """The signs and words before, between and behind names."""

    @cached_property
    def _words(self) -> str:
        return rf"(?i:{self._any(lambda one: one.list_words)})"

    @cached_property
    def apart(self) -> re.Pattern[str]:
        """Between two persons in a byline."""
        return re.compile(rf"\s*(?:,\s*{self._words}\s|,|;|\s[|/&•⋅–-]\s|\||/|—|\s{self._words}\s)\s*")

    @cached_property
    def signing(self) -> re.Pattern[str]:
        """Between those who sign a piece in the brackets that close it; `With` is a headline's word."""
        return re.compile(rf"\s?[/|]\s?|,\s|\s(?:{self._any(lambda one: one.list_words)})\s")

    @cached_property
    def joined(self) -> re.Pattern[str]:
        """Between two media that one cue introduces."""
        return re.compile(rf"(?:,?\s{self._words}|,|,? /|/)\s?")

    @cached_property
    def in_field(self) -> re.Pattern[str]:
        """Between the authors that a page's markup states in one field."""
        return re.compile(rf",\s|;\s|\s(?:{self._any(lambda one: one.list_words)}|&)\s")

    @cached_property
    def together(self) -> re.Pattern[str]:
        """`Nama and AP`: a writer and an agency."""
        return re.compile(rf"\s{self._words}\s[A-Z]+$")

    @cached_property
    def _by(self) -> str:
        return self._any(lambda one: one.by_words)

    @cached_property
    def by(self) -> re.Pattern[str]:
        """`by`, `oleh:` at the beginning, before a writer's name."""
        return re.compile(rf"(?:{self._by}):?\s+", re.IGNORECASE)

    @cached_property
    def by_inside(self) -> re.Pattern[str]:
        """`3 Comments by Nama`: the space before a writer's label that stands behind other words."""
        return re.compile(rf"(?<=\S)\s(?=(?:{self._by}):?\s\S)", re.IGNORECASE)

    @cached_property
    def by_twice(self) -> re.Pattern[str]:
        """`By: by `: a label, and the word that its value begins with."""
        return re.compile(rf"(?P<by>{self._by}):? (?:{self._by}) ", re.IGNORECASE)

    @cached_property
    def contact_labels(self) -> frozenset[str]:
        """What stands above the name of whom to ask, in small letters."""
        return frozenset(label.casefold() for one in self._languages for label in one.contact_labels)

    @cached_property
    def of_readers(self) -> re.Pattern[str]:
        """`Pembaca`: up to the address of the outlet whose readers they are."""
        return re.compile(rf"(?:{self._any(lambda one: one.reader_cues)})\s$", re.IGNORECASE)

    @cached_property
    def no_site(self) -> re.Pattern[str]:
        """`dinas.go.id`: an address that is no medium's."""
        return re.compile(rf"(?:{self._any(lambda one: one.no_media_sites)})$", re.IGNORECASE)

    @cached_property
    def ends_group(self) -> re.Pattern[str]:
        """`Desa Kali Desk`, `DesaTeam`: the name of a group of writers."""
        glued = "|".join(sorted(word for one in self._languages for word in one.group_words))
        return re.compile(rf"\s(?:{self._any(lambda one: one.group_words)})$|(?<=[a-z])(?:{glued})$")

    @cached_property
    def section_label(self) -> re.Pattern[str]:
        """A label before sections and keywords: with a colon, or of two words and right before a capital."""
        several = self._any(lambda one: tuple(label for label in one.section_labels if " " in label))
        return re.compile(rf"(?:{self._any(lambda one: one.section_labels)}):|(?:{several})\s(?=[A-Z#“\"])")

    @cached_property
    def filing(self) -> re.Pattern[str]:
        """`This entry was posted`: what begins a sentence on sections, keywords, day and writer."""
        return re.compile(rf"(?:{self._any(lambda one: one.filing_labels)})(?=\s)", re.IGNORECASE)

    @cached_property
    def label_without_colon(self) -> re.Pattern[str]:
        """A label that counts before a colon or beside a day only, where no colon follows it."""
        return re.compile(rf"(?:{self._any(lambda one: one.labels_with_colon)})(?!\s?:)", re.IGNORECASE)

    @cached_property
    def work_label(self) -> re.Pattern[str]:
        """`Sutradara: `, `ISBN: `: an entry in a list that describes a film, book or song."""
        return re.compile(rf"(?:{self._any(lambda one: one.work_labels)})\s?:\s", re.IGNORECASE)

    @cached_property
    def name_twice(self) -> re.Pattern[str]:
        """`Nama by Nama`: what a picture of the writer is called, and the byline beside it."""
        return re.compile(rf"(?P<name>[^\W\d_][\w .'-]{{2,40}}) (?P<by>{self._by}) (?P=name)")

    @cached_property
    def place_behind(self) -> re.Pattern[str]:
        """`from Oldtown`, `di Kota`: what tells, behind a name, where its bearer is or whom it works for."""
        return re.compile(rf"\s(?:{self._any(lambda one: one.place_words)})\s.*$")

    @cached_property
    def tells_where(self) -> re.Pattern[str]:
        """`Panen Raya di Lereng`: a headline more often than a name without a label."""
        return re.compile(rf"\s(?:{self._any(lambda one: one.where_words)})\s")
