"""Whether words with capitals name a person on this page.

Input: a page and words that have a name's form. Output: whether the page itself never uses them as common words.
"""

import re
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from kliping.cleaning.forms.beside_dates import SIGNS
from kliping.cleaning.people.first_names import without_accents
from kliping.cleaning.words import bare_words

if TYPE_CHECKING:
    from kliping.cleaning.page import Page

READ = 100_000
"""Characters of a page whose words are enough to know its common words."""
MOST_WORDS = 4
"""No name in a line of its own has more."""
PAIR = 2
"""Two words may be a name and stand in the copyright line too, as in blogs."""
LETTERS = 4
"""A name of so many letters in capitals, and nothing else, is a company's."""
_INITIAL = re.compile(r"[A-Z]\.?")
_INITIALS = re.compile(r"(?:[A-Z]\.[- ]?){2,3}|[A-Z]{2}")
_COMMON = re.compile(r"[^\W\d_A-Z]{3,}")
_JOINED = re.compile(r"[\w'’.@-]")
"""What no common word stands right behind."""
_LETTER = re.compile(r"[\w@]|\.\w")
_GLUED = re.compile(r"[a-z][A-Z]\w*[a-z][A-Z]|[a-z][A-Z]{2}")


class Persons:
    """Tells names from sections, topics and buttons, which are made of common words."""

    def __init__(self, page: "Page") -> None:
        self._page = page
        self._particles = page.known.name_particles
        self._common: dict[str, bool] = {}
        self._called_by_part: dict[str, bool] = {}

    def may_be(self, name: str) -> bool:
        """Whether its form allows a name; enough where a label or a role beside it says that it is one."""
        words = name.casefold().split()
        spelled = (word for place, word in enumerate(words) if place == 0 or len(word) > 1)  # not a second name's letter
        is_plain = not any(map(self._is_grammar, spelled)) and words[-1] not in self._particles
        return is_plain and not _GLUED.search(name) and not self.is_everyday(name)

    def is_person(self, name: str) -> bool:
        """Whether it is a name of two to four words: the last no common word of this page, of the others at most one."""
        return self._common_in(name) <= 1 and not self.is_common(name.rpartition(" ")[2].casefold())

    def is_surely_person(self, name: str) -> bool:
        """The same without a single common word."""
        return self._common_in(name) == 0

    def may_be_account(self, name: str, text: str, *, has_clock: bool) -> bool:
        """Whether a word in small letters behind a label may be an account's name: no other sentence uses it.

        Behind `by`, something else must speak for a name, or `by train | March 4, 2030` would name one: a clock beside
        the day, a word such as `on` before it, or the same word elsewhere on the page.
        """
        if " " in name or not name.islower():
            return True
        page, word = self._page, re.compile(rf"(?<![\w.@/-]){re.escape(name)}(?![\w@-]|\.\w)")
        elsewhere = [at for at, line in enumerate(page.texts) if name in line and line != text and word.search(line)]
        if any(page.prose[at] for at in elsewhere):
            return False
        before, _, after = text.partition(name)
        label = before.strip(SIGNS).casefold()
        is_long = any(label.endswith(one) for one in page.known.author_roles if " " in one)
        return has_clock or bool(elsewhere) or is_long or after.strip().partition(" ")[0] in page.known.days.words_before

    def is_phrase(self, words: str) -> bool:
        """Whether two or more of the words are common ones, so that it is no name though it stands in a name's place."""
        return sum(self.is_common(word) for word in words.casefold().split() if word not in self._particles) > 1

    def ends_in_grammar(self, name: str) -> bool:
        """Whether it has several words, the last of which only joins what is missing behind it: `ORDER OF`."""
        head, _, last = name.casefold().rpartition(" ")
        return bool(head) and self._is_grammar(last)

    def has_first_name(self, name: str) -> bool | None:
        """Whether it begins with a first name or with initials; None in a language whose names are not listed."""
        listed = self._page.known.knowledge.first_names.get(self._page.lang)
        if listed is None:
            return None
        first, _, rest = name.partition(" ")
        if _INITIAL.fullmatch(first):
            return rest.partition(" ")[0].casefold() in listed
        return _INITIALS.fullmatch(first) is not None or without_accents(first.rstrip(".")).casefold() in listed

    def is_everyday(self, name: str) -> bool:
        """`Next Match`: whether it begins with no first name, and its first and last words hardly ever have capitals."""
        everyday = self._page.known.knowledge.everyday_words.get(self._page.lang, frozenset())
        words = name.casefold().split()
        is_given = words[0] in self._page.known.given_names or self.has_first_name(name) is not False
        return not is_given and words[0] in everyday and words[-1] in everyday

    def is_hardly_name(self, name: str) -> bool:
        """Whether no listed first name begins it and a second sign is against it: `Total Shares`, a word the page uses."""
        return self.has_first_name(name) is False and (
            not self.is_surely_person(name) or self._page.known.no_name_word.search(name) is not None
        )

    def is_site(self, name: str, text: str) -> bool:
        """Whether the name in a byline's text is the site's, or nobody's, as in `By this user` and `Posts By Month`.

        The site's name has one word of the copyright line, or three. A word in capitals is the site's, too, unless it
        stands behind a label and in no other line: then it is somebody's only name.
        """
        if self.has_first_name(name) is not False:
            return False
        if self._is_grammar(name.partition(" ")[0].casefold()) or self.is_everyday(name):
            return True
        words = set(bare_words(name).split(" "))
        is_noted = any(words <= notice for notice in self._page.copyright_notices)
        if name.isupper() and " " not in name and len(name) >= LETTERS:
            is_labelled = self._page.known.author_label.match(text) is not None
            return is_noted or not is_labelled or sum(name in line for line in self._page.texts) > 1
        return is_noted and len(words) != PAIR

    def is_called_by_part(self, name: str) -> bool:
        """Whether the page has one word of a name without the others, as it calls persons after their first mention."""
        if name not in self._called_by_part:
            words = name.split(" ")
            rest = self._text.replace(name, " ") if len(words) > 1 else ""
            self._called_by_part[name] = any(re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", rest) for word in words)
        return self._called_by_part[name]

    def _is_grammar(self, word: str) -> bool:
        known, given = self._page.known.function_words, self._page.known.given_names
        return word not in self._particles and word not in given and self._page.lang in known.get(word, ())

    def _common_in(self, name: str) -> int:
        """How many of its words the page also uses in small letters; all of them if it cannot be a name."""
        words = name.casefold().split()
        if not 1 < len(words) <= MOST_WORDS or not self.may_be(name) or self._page.known.place.fullmatch(name):
            return len(words)
        return sum(map(self.is_common, words))

    def is_common(self, word: str) -> bool:
        """Whether the page has a word in small letters, if only inside another word: a name's words it hardly has."""
        if word not in self._common:
            self._common[word] = _COMMON.fullmatch(word) is not None and self._stands_alone(word)
        return self._common[word]

    def _stands_alone(self, word: str) -> bool:
        around = pairwise(self._text.split(word))
        return any(not (_JOINED.match(before[-1:]) or _LETTER.match(after[:2])) for before, after in around)

    @cached_property
    def _text(self) -> str:
        return "\n".join(self._page.texts)[:READ]
