"""Sentences that only an outlet's own pages have: whom its reporters asked, whom it quotes, what it calls its readers.

Input: a page. Output: the outlet that speaks so, with the line, or None.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kliping.cleaning.domains import owner_of
from kliping.cleaning.lexicon.hints import CITE, NAME, READER
from kliping.cleaning.lexicon.languages.sources import CUE_REACH
from kliping.cleaning.masthead.nameplates import PublisherEvidence

if TYPE_CHECKING:
    from kliping.cleaning.page import Page

BOTH = CITE | NAME


def name_in_reporting(page: "Page") -> PublisherEvidence | None:
    """The outlet that speaks so; None where several do, or where the page names it as its source."""
    found = list(_evidence(page))
    if len({one.outlet for one in found}) != 1 or found[0].outlet in _sources(page):
        return None
    return found[0]


def _evidence(page: "Page") -> Iterator[PublisherEvidence]:
    for at in page.filled(0, len(page)):
        text, hints = page.text(at), page.hints[at]
        for match in page.known.name.finditer(text) if hints & BOTH == BOTH else ():
            outlet = page.known.names[match[0]]
            if _may_speak(page, outlet, match[0]) and _reports(page, text, match):
                cue = text[max(0, match.start() - CUE_REACH) : match.end()]
                yield PublisherEvidence(outlet, at, cue, "brand_in_reporting")
        for match in page.known.own_words.reader.finditer(text) if hints & READER else ():
            yield PublisherEvidence(page.known.own_words.readers[match[0]], at, match[0], "readers_by_their_name")


def _may_speak(page: "Page", outlet: str, name: str) -> bool:
    """Not an agency, whose words stand everywhere, nor an outlet of another language, nor a word of this page."""
    if not page.known.speaks_for_itself(outlet) or page.known.knowledge.outlets[outlet].lang != page.lang:
        return False
    return name.islower() or not page.persons.is_common(name.casefold())


def _reports(page: "Page", text: str, match: re.Match[str]) -> bool:
    """`saat dihubungi Harian Contoh`, `dikutip Harian Contoh dari AFP`, `kepada contohOlahraga`, one of its sections."""
    words, before = page.known.sources, text[max(0, match.start() - CUE_REACH) : match.start()]
    if words.reporting.search(before) or ("." in match[0] and page.known.naming.of_readers.search(before)):
        return True
    if match[0] in page.known.own_words.editions and _is_told(page, before):
        return True
    return bool(words.quoting.search(before) and words.from_another.match(text, match.end()))


def _is_told(page: "Page", before: str) -> bool:
    """Whether words end with a cue such as `kepada`, behind which others would name the outlet and not its section."""
    cue = page.known.sources.before.search(before)
    return cue is not None and page.known.sources.speech_cue.match(cue[0]) is not None


def _sources(page: "Page") -> set[str]:
    """The outlets that the page says a report is taken from."""
    found: set[str] = set()
    for at in page.filled(0, len(page)):
        text = page.text(at)
        for match in page.known.name.finditer(text) if page.hints[at] & BOTH == BOTH else ():
            before = text[max(0, match.start() - CUE_REACH) : match.start()]
            is_cited = page.known.sources.before.search(before) and not _is_told(page, before)
            if is_cited and not _reports(page, text, match):
                found.add(page.known.names[match[0]])
        closing = page.closings[at]
        found |= {outlet for name in closing.media if (outlet := owner_of(name, page.known.brands))} if closing else set()
    return found
