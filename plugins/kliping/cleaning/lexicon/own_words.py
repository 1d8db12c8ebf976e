"""What outlets call their editions and their readers.

Input: outlets. Output: `OwnWords`, whose indexes are each built once, when first asked for.
"""

import re
from collections.abc import Mapping
from functools import cached_property

from kliping.cleaning.lexicon.alternatives import words_expression
from kliping.knowledge import Outlet

_CAPITAL_INSIDE = re.compile(r"[^\W\d_]+[a-z][A-Z]\w+")


class OwnWords:
    """Words that only an outlet itself uses."""

    def __init__(self, outlets: Mapping[str, Outlet]) -> None:
        self._outlets = outlets

    @cached_property
    def readers(self) -> dict[str, str]:
        """Ids of outlets by what they call their readers, in this very spelling."""
        return {name: id_ for id_, outlet in self._outlets.items() for name in outlet.readers}

    @cached_property
    def reader(self) -> re.Pattern[str]:
        """Any of these."""
        return re.compile(words_expression(self.readers))

    @cached_property
    def editions(self) -> frozenset[str]:
        """Names of the sections and regions of outlets: `detikSulsel`, but not `detikcom`, which is a name of the outlet.

        Each in its own spelling and in small letters.
        """
        return frozenset(
            spelling
            for outlet in self._outlets.values()
            for brand in outlet.brands
            if _CAPITAL_INSIDE.fullmatch(brand) and brand.casefold() not in _bare_names(outlet)
            for spelling in (brand, brand.casefold())
        )


def _bare_names(outlet: Outlet) -> set[str]:
    return {outlet.name.casefold().replace(" ", ""), *(domain.partition(".")[0] for domain in outlet.domains)}
