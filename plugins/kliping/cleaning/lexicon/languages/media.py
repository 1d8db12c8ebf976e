"""What media are called, and what is said of them: words in their names, kinds (`surat kabar`), whose they are (`Spanyol`).

Input: languages. Output: `MediaWords`, whose expressions are each built once, when first asked for.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import chain

from kliping.cleaning.lexicon.languages.language_words import LanguageWords
from kliping.knowledge import Language

SHORT_WORD = 3
"""Letters of words such as `TV`, which at the end of a longer word say nothing."""


def kinds_of(language: Language) -> Iterator[str]:
    """All words of a language for what a medium is."""
    yield from (*language.media_kinds, *language.press_kinds, *language.press_kinds_with_origin, *language.agency_kinds)


def _as_begun(words: Iterable[str]) -> Iterator[str]:
    """Each word as it is written inside a sentence, and at its beginning."""
    for one in words:
        yield from (one, one[:1].upper() + one[1:])


class MediaWords(LanguageWords):
    """The names of media, and the words around them that tell what they are."""

    @cached_property
    def medium_word(self) -> re.Pattern[str]:
        """A word that makes a capitalised name the name of a medium."""
        return re.compile(self._any(lambda one: one.media_words))

    @cached_property
    def medium_name(self) -> re.Pattern[str]:
        """A medium that no file describes and no word gives away."""
        return re.compile(self._any(lambda one: one.media_names))

    @cached_property
    def listed_media(self) -> frozenset[str]:
        """The same, in small letters."""
        return frozenset(name.casefold() for one in self._languages for name in one.media_names)

    @cached_property
    def words_of_media(self) -> frozenset[str]:
        """All words that are the name of a medium, or make a name beside them one."""
        media = ((*one.media_words, *one.media_names) for one in self._languages)
        kinds = ((*one.press_kinds, *one.press_kinds_with_origin, *one.agency_kinds) for one in self._languages)
        return frozenset(chain(*media, *kinds))

    @cached_property
    def medium_word_end(self) -> re.Pattern[str]:
        """A media word at the end of a name, without a space before it: `HARIANPOST`."""
        words = {word.casefold() for one in self._languages for word in one.media_words if len(word) > SHORT_WORD}
        return re.compile(rf"(?:{'|'.join(sorted(words))})$", re.IGNORECASE)

    @cached_property
    def _origins(self) -> str:
        lead = self._any(lambda one: one.origin_leads)
        return rf"(?:(?:{lead})\s)?(?:{self._any(lambda one: one.media_origins)})"

    def _of_anywhere(self, kinds: str) -> str:
        """An expression for a kind with the words that say whose it is: `surat kabar Spanyol`, `Spanish newspaper`."""
        return rf"(?:(?:{self._origins})\s){{0,2}}(?:{kinds})(?:\s(?:{self._origins})){{0,2}}"

    @cached_property
    def _kinds(self) -> str:
        return self._of_anywhere(self._any(lambda one: (*kinds_of(one), *one.media_leads)))

    @cached_property
    def kind(self) -> re.Pattern[str]:
        """`surat kabar`, `broadcaster`: what a medium is, said to readers of another one."""
        return re.compile(self._of_anywhere(self._any(kinds_of)), re.IGNORECASE)

    @cached_property
    def press_lead(self) -> re.Pattern[str]:
        """`kantor berita Iran, `, `media Spanyol `: up to the name of a medium, even of one that no file describes.

        A kind in the group `bound` counts only with words that say whose the medium is.
        """
        bound = self._any(lambda one: _as_begun(one.press_kinds_with_origin))
        kinds = self._any(lambda one: _as_begun({*one.press_kinds, *one.agency_kinds} - {*one.press_kinds_with_origin}))
        origin = rf"(?:{self._origins})"
        return re.compile(
            rf"(?:(?P<free>{kinds})(?:\s{origin}){{0,2}}|(?P<bound>{bound})(?:\s{origin}){{1,2}}"
            rf"|(?:{origin}\s){{1,2}}(?P<behind>{bound}))(?P<comma>,)?\s"
        )

    @cached_property
    def no_name_start(self) -> frozenset[str]:
        """`Presiden`, `I`, `That`: what stands behind a medium's kind and begins no medium's name."""
        articles = {word for one in self._languages for word in one.brand_articles}
        joining = {word.capitalize() for one in self._languages for word in one.function_words if word not in articles}
        return frozenset(chain(joining, *(one.no_media_starts for one in self._languages)))

    @cached_property
    def articles(self) -> frozenset[str]:
        """`the`, before names that have one."""
        return frozenset(word for one in self._languages for word in one.brand_articles)

    @cached_property
    def agency_before(self) -> re.Pattern[str]:
        """`kantor berita Iran, ` right before a name."""
        return re.compile(rf"(?i)(?:{self._any(lambda one: one.agency_kinds)})(?:\s(?:{self._origins})){{0,2}},?\s$")

    @cached_property
    def origin(self) -> re.Pattern[str]:
        """`Spanyol`, `milik negara`: whose a medium is."""
        return re.compile(self._origins)

    @cached_property
    def origin_behind(self) -> re.Pattern[str]:
        """The same, behind a name."""
        return re.compile(rf"(?:\s(?:{self._origins}))+$")

    @cached_property
    def no_medium(self) -> re.Pattern[str]:
        """`Secretary` behind `Press`: the two are no medium's name."""
        return re.compile(rf"\s?(?:{self._any(lambda one: one.no_media_words)})")
