"""The names of outlets, the phrases that only they print, and their own forms of bylines.

Input: `Knowledge`. Output: `OutletNames`, which `Compiled` extends.
"""

import re
from collections.abc import Iterator
from functools import cached_property

from kliping.cleaning.domains import DOMAIN
from kliping.cleaning.lexicon.alternatives import words_expression
from kliping.cleaning.lexicon.phrases import Phrasebook
from kliping.knowledge import Knowledge, LineRule, Outlet


class OutletNames:
    """Everything about outlets that the cleaner looks up."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self._languages = tuple(knowledge.languages.values())
        self._books: dict[str, Phrasebook] = {}
        self._badges: dict[str, tuple[tuple[re.Pattern[str], str], ...]] = {}

    @cached_property
    def own_voices(self) -> Phrasebook:
        """The line rules of all outlets whose lines only the outlet itself prints."""
        return Phrasebook(
            (id_, rule)
            for id_, outlet in self.knowledge.outlets.items()
            for rule in rules_of(outlet)
            if rule.names_publisher
        )

    def book_of(self, outlet: str) -> Phrasebook:
        """The line rules of one outlet."""
        if outlet not in self._books:
            rules = rules_of(self.knowledge.outlets[outlet])
            self._books[outlet] = Phrasebook((outlet, rule) for rule in rules)
        return self._books[outlet]

    def badges_of(self, outlet: str) -> tuple[tuple[re.Pattern[str], str], ...]:
        """The byline patterns of one outlet, each with the role that it gives."""
        if outlet not in self._badges:
            badges = self.knowledge.outlets[outlet].bylines
            self._badges[outlet] = tuple((re.compile(one.match), one.role) for one in badges)
        return self._badges[outlet]

    @cached_property
    def brands(self) -> dict[str, str]:
        """Ids of outlets by the spellings that they use of themselves, in small letters."""
        found: dict[str, str] = {}
        for id_, outlet in self.knowledge.outlets.items():
            for brand in (outlet.name, *outlet.brands, *outlet.domains, *(outlet.aliases if outlet.wire else ())):
                found.setdefault(brand.casefold(), id_)
        return found

    @cached_property
    def codes(self) -> dict[str, str]:
        """Ids of outlets by the letters that stand for them in the brackets at the end of a piece."""
        return {code: id_ for id_, outlet in self.knowledge.outlets.items() for code in outlet.codes}

    def speaks_for_itself(self, outlet: str) -> bool:
        """Whether its name at the edge of a page tells that it published it; names of agencies stand everywhere."""
        return self.knowledge.outlets[outlet].dateline == "own"

    @cached_property
    def brand(self) -> re.Pattern[str]:
        """Any of the brands, whatever its case."""
        return re.compile(words_expression(self.brands), re.IGNORECASE)

    @cached_property
    def names(self) -> dict[str, str]:
        """Ids of outlets by the names under which others cite them, in this very spelling."""
        found: dict[str, str] = {}
        for id_, outlet in self.knowledge.outlets.items():
            for name in (outlet.name, *outlet.aliases, *outlet.brands, *spellings_of_domains(outlet)):
                found.setdefault(name, id_)
        return found

    @cached_property
    def names_in_small(self) -> dict[str, str]:
        """Ids of outlets by those names that are one word, in small letters."""
        return {name.casefold(): id_ for name, id_ in self.names.items() if name.isalpha()}

    @cached_property
    def name(self) -> re.Pattern[str]:
        """Any of the names."""
        return re.compile(words_expression(self.names))

    @cached_property
    def month_first_companies(self) -> frozenset[str]:
        """What companies are called in countries that write the month first, in small letters."""
        return frozenset(tail.casefold() for one in self._languages for tail in one.month_first_companies)

    @cached_property
    def company_words(self) -> frozenset[str]:
        """What may follow an outlet's name in its copyright line, in small letters."""
        return frozenset(word for one in self._languages for word in one.company_words)

    @cached_property
    def company(self) -> re.Pattern[str]:
        """What tells that a name is a company's: `PT` at its beginning, `Ltd` behind."""
        heads = words_expression(word for one in self._languages for word in one.company_heads)
        tails = words_expression(word for one in self._languages for word in one.company_tails)
        return re.compile(rf"^(?:{heads})|{tails}", re.IGNORECASE)


def spellings_of_domains(outlet: Outlet) -> Iterator[str]:
    """Each domain, a brand's too, as others write it: `contohkita.com`, `CONTOHKITA.COM`, `ContohKita.com`."""
    brands = (brand.casefold() for brand in outlet.brands if DOMAIN.fullmatch(brand))
    for domain in (*outlet.domains, *brands):
        yield from (domain, domain.capitalize(), domain.upper())
        for name in (outlet.name, *outlet.brands):
            joined = name.replace(" ", "")
            if domain.startswith(f"{joined.casefold()}."):
                yield joined + domain[len(joined) :]


def rules_of(outlet: Outlet) -> Iterator[LineRule]:
    """All line rules of an outlet, newest layout first."""
    for layout in outlet.layouts:
        yield from layout.lines
