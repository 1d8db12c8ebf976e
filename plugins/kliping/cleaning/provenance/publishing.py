"""Who published the piece, as the article states it.

Input: a page. Output: the publisher with its basis, or None where nothing names one.
"""

from kliping.cleaning.page import Page
from kliping.model import Basis, Publisher


def publisher_of(page: Page) -> Publisher | None:
    """The publisher by the curator's word, else by what the page says of itself, else by its address."""
    curated = page.sidecar.publisher
    outlets = page.known.knowledge.outlets
    if curated:
        name = outlets[curated].name if curated in outlets else curated
        return Publisher(value=name, outlet=curated if curated in outlets else None, basis=Basis.CURATOR)
    found = page.publisher
    if found is None:
        return None
    return Publisher(
        value=outlets[found.outlet].name,
        outlet=found.outlet,
        basis=Basis.INFERRED if found.at is None else Basis.TEXT,
        line=None if found.at is None else page.lines[found.at].number,
        cue=found.cue,
        rule=found.rule,
    )
