"""Whether a medium that a page names as a source is the page's own publisher.

Input: a page and a medium's name. Output: a claim. Outlets cite themselves as others cite them (`told Harian Contoh`),
so where nobody knows the publisher such a name is left out rather than called a source.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kliping.cleaning.lexicon.alternatives import folded
from kliping.cleaning.words import bare_words
from kliping.model import Medium
from kliping.web import host_of

if TYPE_CHECKING:
    from kliping.cleaning.lines import PageLines
    from kliping.cleaning.page import Page

LONGEST_NOTICE = 400
"""Characters of the longest copyright line."""
OWN_LABEL, SHARED_WORD = 6, 3
"""Letters at least of a host's label that is the end of a name, and of a word that a host and a name may share."""
_NO_LETTER = re.compile(r"[\W_]")


def is_publisher(page: "Page", medium: Medium) -> bool:
    """Whether the page is the medium's own: `told the Harian Contoh` on a page with its name in the copyright line.

    A medium without a file may also stand alone on a line, as sites print their name, or have the publisher's in its own.
    """
    host = _stated_host(page)
    if host and _is_named_by(medium.value, host):
        return True
    if page.outlet is not None:
        brands = () if medium.outlet else page.known.brand.findall(medium.value)
        return page.outlet in (medium.outlet, *(page.known.brands[folded(brand)] for brand in brands))
    if medium.outlet is not None and page.known.knowledge.outlets[medium.outlet].wire:
        return False
    name = bare_words(medium.value)
    if medium.outlet is None and name in page.keys:
        return True
    claims = (at for at in page.filled(0, len(page)) if "©" in page.text(at) and name in page.keys[at])
    return any(page.known.rights.provided.search(page.text(at)) is None for at in claims)


def may_be_publisher(page: "Page", name: str, cue: str) -> bool:
    """Whether `told Harian Contoh` may stand on its own page, since nothing shows that the page is another's.

    The page's address shows that, a kind before the name (`told the newspaper …`), an agency's dateline, or another site's
    copyright line.
    """
    id_, host = page.known.names.get(name, ""), _stated_host(page)
    outlet = page.known.knowledge.outlets.get(id_)
    if page.outlet is not None or page.known.sources.kind.search(cue):
        return False
    if outlet is not None and (outlet.wire or outlet.lang != page.lang):
        return False
    if host:
        return page.known.knowledge.outlet_at(host) == id_ if outlet else _may_be_named_by(name, host)
    if any(dateline and dateline.outlet for dateline in page.datelines):
        return False
    words = set(bare_words(name).split()) - page.known.joining_words
    notices = page.copyright_notices
    return not notices or any(words & notice for notice in notices)


def _stated_host(page: "Page") -> str:
    """The host of the page's address, as the sidecar, the markup or a line states it; empty if none does."""
    said = page.markup.statements.url if page.markup else None
    printed = "" if page.own_address is None else page.text(page.own_address)
    return host_of(page.sidecar.url or (said.value if said else printed))


def _is_named_by(name: str, host: str) -> bool:
    """Whether a site has the name of a medium: `The Hill` at `thehill.com`, `Bukit Utara Post` at `utarapost.com`."""
    letters = _NO_LETTER.sub("", name.casefold())
    return any(letters == label or (len(label) >= OWN_LABEL and letters.endswith(label)) for label in host.split("."))


def _may_be_named_by(name: str, host: str) -> bool:
    """Whether a site's name and that of a medium share a word, or its letters: `New York Post` and `nypost.com`."""
    words = [word for word in bare_words(name).split() if len(word) >= SHARED_WORD]
    return any(word in host for word in words) or _is_named_by(name, host)


def find_copyright_notices(page: "PageLines") -> Iterator[frozenset[str]]:
    """The bare words of each line in which the site claims its rights, but not those of a photo's agency.

    A line that sister outlets share does not tell which of them the site is.
    """
    for at in page.filled(0, len(page)):
        text = page.text(at)
        if len(text) > LONGEST_NOTICE or not page.known.rights.word.search(text):
            continue
        is_claim = page.known.rights.claim.search(text) and not page.known.photo_agency.search(text)
        if is_claim and not _is_shared(page, text):
            yield frozenset(page.keys[at].split())


def _is_shared(page: "PageLines", text: str) -> bool:
    brand = page.known.brand.search(text)
    return brand is not None and page.known.knowledge.outlets[page.known.brands[folded(brand[0])]].copyright == "shared"
