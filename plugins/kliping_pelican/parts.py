"""What a site can be without."""

from enum import StrEnum


class Part(StrEnum):
    """A part of a site that `KLIPING_WITHOUT` can name; `ATOM`, `JSON` and `RSS` are the forms of its feeds."""

    ARCHIVE = "archive"
    ATOM = "atom"
    CARDS = "cards"
    CITATIONS = "citations"
    DATA = "data"
    FEEDS = "feeds"
    JSON = "json"
    JSON_LD = "json_ld"
    LEDGER = "ledger"
    LIKENESS = "likeness"
    MANIFEST = "manifest"
    PARALLEL = "parallel"
    RELATED = "related"
    RSS = "rss"
    SEARCH = "search"
    SELECTIONS = "selections"
