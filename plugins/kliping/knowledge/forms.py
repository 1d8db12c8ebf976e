"""What is true of a language or an outlet: the forms of the files in `data/`.

Python knows the kinds of facts written here and never an outlet; `data/README.md` explains each key.
"""

from typing import Literal

from msgspec import Struct

from kliping.model import Lang, Role

Words = dict[Lang, str]
"""The same words in each language of the reader."""

Where = Literal["top", "middle", "tail", "any"]
BylineRole = Literal["author", "editor", "contributor", "translator"]
"""What a byline can say that somebody did."""
OutletKind = Literal["agency", "broadcaster", "community", "magazine", "newspaper", "portal", "aggregator"]
NoticeKind = Literal["community", "paid"]
"""What readers must be told of a piece: a member of a community wrote it, somebody paid for it."""


class Pattern(Struct, frozen=True, forbid_unknown_fields=True):
    """A regular expression over one cleaned line, with a line it must match and one it must not."""

    match: str
    yes: str
    no: str


class LineRule(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Lines that have one role: matched whole, by their beginning or by a pattern; case is ignored."""

    id: str
    role: Role
    words: Words
    """The reason in plain words, for the ledger page."""
    exact: tuple[str, ...] = ()
    starts: tuple[str, ...] = ()
    contains: tuple[str, ...] = ()
    patterns: tuple[Pattern, ...] = ()
    where: Where = "any"
    """`top`: before the body; `tail`: after it; `middle`: within it."""
    ends_body: bool = False
    """After such a line nothing is body any more."""
    heads_comment: bool = False
    """Such a line with a clock time in it or below it stands above a reader's comment; the body ends before several."""
    heads_caption: bool = False
    """The line below it that ends with a bracket is a photo's caption (`Perbesar`)."""
    leads_on: bool = False
    """It leads to the next page; words cut short with dots below it are the next page's first."""
    next: bool = False
    """The line after it, or all of the list after it, has the same role (a label alone, its links below)."""
    notice: NoticeKind | None = None
    """What readers must be told when the line stands in a file."""
    names_publisher: bool = False
    """Such a line is the outlet's own voice, so it is evidence of the publisher."""


class BylinePattern(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A byline no label gives away; its groups named `name` (or `name2` …) hold the names."""

    match: str
    yes: str
    no: str
    role: BylineRole = "author"


class Layout(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How an outlet's pages look up to a day; the newest layout has no last day."""

    until: str | None = None
    """Last day of validity, ISO 8601; no two layouts end on the same day."""
    lines: tuple[LineRule, ...] = ()
    caption_below_credit: bool = False
    """A photo's credit stands first, its caption on the line below."""
    no_standfirst: bool = False
    """What stands between its headline and its body is a photo's caption."""
    unmarked_see_also: bool = False
    """Headlines of other stories stand between its paragraphs without any label."""


class Claim(Struct, frozen=True, forbid_unknown_fields=True):
    """A statement about an outlet, with where it is written and when that was read."""

    words: Words
    source: str
    checked: str | None = None


class Outlet(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A newspaper, portal, broadcaster, agency or community site."""

    name: str
    domains: tuple[str, ...]
    """Host names; sub-domains are included."""
    lang: Lang
    country: str
    """ISO 3166-1 alpha-2."""
    kind: OutletKind
    brands: tuple[str, ...] = ()
    """Spellings of its own name in its own pages (datelines, promos, footers)."""
    aliases: tuple[str, ...] = ()
    """Further names under which others cite it."""
    codes: tuple[str, ...] = ()
    """Small letters that stand for it in the brackets that close a piece."""
    readers: tuple[str, ...] = ()
    """What it calls its readers in its own pages."""
    paid_labels: tuple[str, ...] = ()
    """What it prints before the first sentence or behind the last one of a piece that somebody paid for."""
    wire: bool = False
    """Others print its reports as their own news, so a credit to it is a wire credit."""
    everyday: bool = False
    """Its name is an everyday word: behind other words with capitals it ends another name (`Cook Political Report`)."""
    owner: Claim | None = None
    state: Claim | None = None
    """Its link to a state, if any."""
    copyright: Literal["own", "shared"] = "own"
    """`shared`: its sister outlets print its copyright line, so its name in one does not make it the publisher."""
    dateline: Literal["own", "carried"] = "own"
    """`carried`: others print its datelines unchanged, so its name in one does not make it the publisher."""
    bylines: tuple[BylinePattern, ...] = ()
    layouts: tuple[Layout, ...] = ()


class Habits(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How a language's outlets do what those of others do otherwise."""

    capitals_sign: bool = False
    """A name in capitals right below the last sentence is its writer's."""
    captions_head_datelines: bool = False
    """What stands right above a dateline is a photo's caption."""
    closings_credit: bool = False
    """Names in brackets behind the last words credit a photo or another paper rather than sign."""
    closings_sign_in: tuple[str, ...] = ()
    """Countries whose outlets sign so even in this language."""
    figures_in_any_order: bool = False
    """5/12/2022 may be a day in May or in December."""
    month_first_in: tuple[str, ...] = ()
    """Countries whose outlets mean May."""


class Language(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What the cleaner knows of one language."""

    name: str
    """In the language itself."""
    function_words: tuple[str, ...]
    """Frequent words that tell this language from others."""
    months: dict[str, int]
    weekdays: tuple[str, ...]
    zones: dict[str, str]
    """Abbreviation to offset, such as WIB to +07:00."""
    month_first_zones: tuple[str, ...] = ()
    """Zones of countries that write the month before the day: behind a clock time they tell what 5/12/2022 means."""
    day_words: tuple[str, ...] = ()
    """Words that may stand right before a day: `on`."""
    clock_words: tuple[str, ...] = ()
    """Words that may stand right before a clock time: `pukul`."""
    age_words: tuple[str, ...] = ()
    """Words behind a count that say how old a page is or how long to read: `ago`, `read`."""
    published_labels: tuple[str, ...] = ()
    updated_labels: tuple[str, ...] = ()
    author_labels: dict[str, BylineRole] = {}
    labels_with_outlet: tuple[str, ...] = ()
    """Labels behind which an outlet or a city stands before the name: `Laporan Wartawan Harian Contoh, Nama`."""
    no_names: tuple[str, ...] = ()
    """What stands in a name's place and is no person, such as `Tim Redaksi`."""
    no_name_words: tuple[str, ...] = ()
    """Words that stand beside names and in no name, such as `Writer`: a name ends before them."""
    places: tuple[str, ...] = ()
    """Cities that begin a dateline even where no dash follows them."""
    place_sides: tuple[str, ...] = ()
    """Points of the compass behind a city's name."""
    no_places: tuple[str, ...] = ()
    """What stands in a dateline's place and is none, such as `Berita Terkini`."""
    paid_labels: tuple[str, ...] = ()
    """What stands there in any outlet, such as `Advertorial`."""
    photo_labels: tuple[str, ...] = ()
    """Words that stand right before a photo's credit."""
    photo_agencies: tuple[str, ...] = ()
    """Names that make what stands in brackets after a caption its credit."""
    caption_words: tuple[str, ...] = ()
    """Words that captions say of their picture, such as `(left)`."""
    caption_verbs: tuple[str, ...] = ()
    """What somebody does in a picture, right behind the name: `poses`."""
    enlarge_words: tuple[str, ...] = ()
    """What a photo's button says, glued in front of what stands beside it: `zoom in`."""
    end_words: tuple[str, ...] = ()
    """What stands behind the last sentence of a piece and says that it ends: `Enditem`."""
    source_labels: tuple[str, ...] = ()
    wire_cues: tuple[str, ...] = ()
    """Words that stand right before the medium a report is taken from."""
    cite_cues: tuple[str, ...] = ()
    """Words that stand right before a medium that is quoted."""
    speech_cues: tuple[str, ...] = ()
    """The same where somebody speaks; otherwise they mean something else, such as `kepada`."""
    speech_words: tuple[str, ...] = ()
    """Words that say that somebody speaks."""
    reporting_cues: tuple[str, ...] = ()
    """Words that stand right before a medium whose reporter asked or saw somebody, as its own pages tell it: `dihubungi`."""
    quoted_by: tuple[str, ...] = ()
    quoted_from: tuple[str, ...] = ()
    """What stands between the outlet that quotes and the medium it quotes: `Dikutip HarianContoh dari …`."""
    subject_words: tuple[str, ...] = ()
    """Words shortly behind a medium that is the story's subject and not its source."""
    cite_tails: tuple[str, ...] = ()
    """Words that stand right after one."""
    media_kinds: tuple[str, ...] = ()
    """Words that may stand between a cue and a medium's name, such as `kantor berita`."""
    media_leads: tuple[str, ...] = ()
    """The same where they say nothing of it, such as `the`."""
    seat_tails: tuple[str, ...] = ()
    """What is joined to a city to say that a medium sits there: `-based`."""
    media_words: tuple[str, ...] = ()
    """Words that make a capitalised name the name of a medium, whether or not a file describes it."""
    no_media_words: tuple[str, ...] = ()
    """Words that make another thing of the medium's word before them: `Press Secretary`."""
    menu_cues: tuple[str, ...] = ()
    """Words with which a line of a site's menu begins that ends with the outlet's name."""
    provided_cues: tuple[str, ...] = ()
    """Words with which an aggregator names the outlet whose piece it prints: `Provided by`."""
    syndicators: tuple[str, ...] = ()
    """Who sells the pieces of outlets to other sites: `SyndiGate`; beside such a name a claim of rights is the seller's."""
    author_note_cues: tuple[str, ...] = ()
    """What a note on an author goes on with right behind the name: `adalah`, `, a`."""
    author_note_subjects: tuple[str, ...] = ()
    """Words with which its further sentences begin: `Ia`."""
    habits: Habits = Habits()
    list_words: tuple[str, ...] = ()
    """Words between the last two of several names: `dan`."""
    by_words: tuple[str, ...] = ()
    """Words right before a writer's name: `by`."""
    place_words: tuple[str, ...] = ()
    """Words behind a name that lead to a place or an outlet: `from`."""
    where_words: tuple[str, ...] = ()
    """Those of them that stand in headlines rather than behind a name without a label: `di`."""
    brand_articles: tuple[str, ...] = ()
    """Words right before an outlet's name that are no part of it: `the`."""
    company_words: tuple[str, ...] = ()
    """Words that may follow an outlet's name in its copyright line: `group`."""
    media_names: tuple[str, ...] = ()
    """Media that no file describes and no word gives away, as others cite them."""
    rights_words: tuple[str, ...] = ()
    """Words with which a site claims its rights: `hak cipta`."""
    rights_phrases: tuple[str, ...] = ()
    """Phrases that claim them even without a year beside: `all rights reserved`."""
    dispatch_words: tuple[str, ...] = ()
    """Words that tell where a writer told the story from, which is a part of it: `reported from`."""
    lines: tuple[LineRule, ...] = ()
