"""What is true of a language: the schema of a file in `data/languages/`; `data/README.md` explains each key."""

from msgspec import Struct

from kliping.knowledge.line_rules import BylineRole, LineRule


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
    datelines_name_sites: bool = False
    """One word before the first sentence's dash may be the site's own name."""
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
    ordinal_ends: tuple[str, ...] = ()
    """What may be glued to a day in figures: `th`."""
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
    section_labels: tuple[str, ...] = ()
    """What stands before the sections and keywords of a piece, behind its date: `Filed under`."""
    author_labels: dict[str, BylineRole] = {}
    labels_with_outlet: tuple[str, ...] = ()
    """Labels behind which an outlet or a city stands before the name: `Laporan Wartawan Harian Contoh, Nama`."""
    labels_with_colon: tuple[str, ...] = ()
    """Labels that headlines begin with too: they count before a colon or beside a day only, such as `Created by`."""
    no_names: tuple[str, ...] = ()
    """What stands in a name's place and is no person, such as `Tim Redaksi`."""
    group_words: tuple[str, ...] = ()
    """Words that end the name of a group of writers: `Desk`."""
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
    credit_links: tuple[str, ...] = ()
    """What stands in a photo's credit between its owner and the agency that spread it: `via`."""
    credit_tails: tuple[str, ...] = ()
    """What may stand behind the agency: `file`."""
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
    press_kinds: tuple[str, ...] = ()
    """The same that only media are called by, so that the name behind is a medium's: `surat kabar`."""
    press_kinds_with_origin: tuple[str, ...] = ()
    """The same only where they say whose it is: `media Spanyol`."""
    agency_kinds: tuple[str, ...] = ()
    """The same of agencies."""
    media_origins: tuple[str, ...] = ()
    """Words beside a kind that say whose a medium is: `Spanyol`, `milik negara`."""
    media_leads: tuple[str, ...] = ()
    """The same where they say nothing of it, such as `the`."""
    seat_tails: tuple[str, ...] = ()
    """What is joined to a city to say that a medium sits there: `-based`."""
    media_words: tuple[str, ...] = ()
    """Words that make a capitalised name the name of a medium, whether or not a file describes it."""
    no_media_words: tuple[str, ...] = ()
    """Words that make another thing of the medium's word before them: `Press Secretary`."""
    no_media_starts: tuple[str, ...] = ()
    """Words behind a medium's kind that begin no medium's name: titles, pronouns."""
    menu_cues: tuple[str, ...] = ()
    """Words with which a line of a site's menu begins that ends with the outlet's name."""
    provided_cues: tuple[str, ...] = ()
    """Words with which an aggregator names the outlet whose piece it prints: `Provided by`."""
    syndicators: tuple[str, ...] = ()
    """Who sells the pieces of outlets to other sites: `SyndiGate`; beside such a name a claim of rights is the seller's."""
    author_note_cues: tuple[str, ...] = ()
    """What a note on an author goes on with right behind the name: `adalah`, `, a`."""
    given_names: tuple[str, ...] = ()
    """Function words that people are called by too: `will`."""
    author_note_subjects: tuple[str, ...] = ()
    """Words with which its further sentences begin: `Ia`."""
    habits: Habits = Habits()
    name_particles: tuple[str, ...] = ()
    """Words of persons' names that begin with a small letter: `bin`, `van`."""
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
    company_heads: tuple[str, ...] = ()
    """What a company's name begins with: `PT`."""
    company_tails: tuple[str, ...] = ()
    """What stands in a company's name behind: `Ltd`."""
    media_names: tuple[str, ...] = ()
    """Media that no file describes and no word gives away, as others cite them."""
    rights_words: tuple[str, ...] = ()
    """Words with which a site claims its rights: `hak cipta`."""
    rights_phrases: tuple[str, ...] = ()
    """Phrases that claim them even without a year beside: `all rights reserved`."""
    dispatch_words: tuple[str, ...] = ()
    """Words that tell where a writer told the story from, which is a part of it: `reported from`."""
    lines: tuple[LineRule, ...] = ()
