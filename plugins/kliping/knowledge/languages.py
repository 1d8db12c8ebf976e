"""What is true of a language: the schema of a file in `data/languages/`; `data/README.md` explains each key."""

from msgspec import Struct

from kliping.knowledge.line_rules import BylineRole, LineRule


class Habits(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What the outlets of a language do in one way and those of other languages in another."""

    capitals_sign: bool = False
    """A name in capitals right below the last sentence is the writer's."""
    captions_head_datelines: bool = False
    """The line right above a dateline is the caption of a photo."""
    closings_credit: bool = False
    """Names in brackets behind the last words are a photo's credit or another paper's, not the writer's signature."""
    closings_sign_in: tuple[str, ...] = ()
    """Countries whose outlets sign in brackets all the same."""
    datelines_name_sites: bool = False
    """One word before the dash of the first sentence may be the name of the site instead of a place."""
    figures_in_any_order: bool = False
    """5/12/2022 may be a day in May or in December."""
    month_first_in: tuple[str, ...] = ()
    """Countries in whose outlets 5/12/2022 is a day in May."""


class Language(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What the cleaner knows of one language; the fields stand in the order of `data/README.md`."""

    name: str
    """In the language itself."""
    function_words: tuple[str, ...]
    """Frequent words by which the language is told from others."""
    given_names: tuple[str, ...] = ()
    """Function words that are also names of persons: `will`."""
    months: dict[str, int]
    """The number of each month by its names and abbreviations."""
    weekdays: dict[str, int]
    """The number of each weekday, from 1 for Monday, by its names and abbreviations."""
    ordinal_ends: tuple[str, ...] = ()
    """What may be glued to the number of a day: `th`."""
    zones: dict[str, str]
    """Offsets of time zones by their abbreviations: WIB is +07:00."""
    month_first_zones: tuple[str, ...] = ()
    """Zones of countries that write the month before the day: behind a clock time they decide what 5/12/2022 means."""
    month_first_companies: tuple[str, ...] = ()
    """What companies of such countries have behind their names, in a site's copyright line: `LLC`."""
    day_words: tuple[str, ...] = ()
    """Words that may stand right before a day: `on`."""
    clock_words: tuple[str, ...] = ()
    """Words that may stand right before a clock time: `pukul`."""
    age_words: tuple[str, ...] = ()
    """Words behind a number that tell the age of a page or how long it takes to read: `2 hours ago`, `5 min read`."""
    published_labels: tuple[str, ...] = ()
    """Labels before the day of publication."""
    updated_labels: tuple[str, ...] = ()
    """Labels before the day of the last change."""
    filing_labels: tuple[str, ...] = ()
    """First words of a sentence on sections, keywords, day and writer of a piece: `This entry was posted`."""
    event_labels: tuple[str, ...] = ()
    """Labels beside the day of an event, which is no day of publication: `Venue`."""
    section_labels: tuple[str, ...] = ()
    """Labels before the sections and keywords of a piece, which stand behind its date: `Filed under`."""
    author_labels: dict[str, BylineRole] = {}
    """Labels before a person's name, each with what the person did."""
    labels_with_outlet: tuple[str, ...] = ()
    """Author labels with an outlet or a city between label and name: `Laporan Wartawan Harian Contoh, Nama`."""
    labels_with_colon: tuple[str, ...] = ()
    """Author labels that also begin headlines, so that they count only with a colon or beside a day: `Created by`."""
    contact_labels: tuple[str, ...] = ()
    """Labels above a name of whom to ask, who wrote nothing: `Media Contact`."""
    work_labels: tuple[str, ...] = ()
    """Labels in a list of what a film, book or song is, in which author labels name its makers: `Sutradara`."""
    no_names: tuple[str, ...] = ()
    """What stands where a name is expected and is no person: `Tim Redaksi`."""
    group_words: tuple[str, ...] = ()
    """Last words of the names of groups of writers: `Desk`."""
    no_name_words: tuple[str, ...] = ()
    """Words that stand beside names and are never part of one, so that a name ends before them: `Writer`."""
    places: tuple[str, ...] = ()
    """Cities that begin a dateline even where no dash follows."""
    place_sides: tuple[str, ...] = ()
    """Points of the compass that may follow the name of a city."""
    no_places: tuple[str, ...] = ()
    """What stands where the place of a dateline is expected and is none: `Berita Terkini`."""
    salutations: tuple[str, ...] = ()
    """First words of letters to the editor, before a dash: `Sir`."""
    paid_labels: tuple[str, ...] = ()
    """Labels of pieces that somebody paid for, before the first sentence or in brackets behind the last: `Advertorial`."""
    photo_labels: tuple[str, ...] = ()
    """Labels before the credit of a photo."""
    photo_agencies: tuple[str, ...] = ()
    """Names that make words in brackets behind a caption the credit of the photo."""
    caption_words: tuple[str, ...] = ()
    """Words that only captions say, of their picture: `(left)`."""
    caption_verbs: tuple[str, ...] = ()
    """What people do in pictures, right behind a name: `poses`."""
    credit_links: tuple[str, ...] = ()
    """What stands in a credit between the owner of a photo and the agency that spread it: `via`."""
    credit_tails: tuple[str, ...] = ()
    """What may stand in a credit behind the agency: `file`."""
    end_words: tuple[str, ...] = ()
    """What stands behind the last sentence of a piece to say that it ends: `Enditem`."""
    enlarge_words: tuple[str, ...] = ()
    """What the button of a photo says, glued to the front of the caption: `zoom in`."""
    source_labels: tuple[str, ...] = ()
    """Labels before the address or the medium from which an article was taken."""
    wire_cues: tuple[str, ...] = ()
    """Words right before the medium from which a report was taken."""
    cite_cues: tuple[str, ...] = ()
    """Words right before a medium that is quoted."""
    cite_tails: tuple[str, ...] = ()
    """Words right behind a medium that is quoted."""
    speech_cues: tuple[str, ...] = ()
    """Words before a quoted medium that mean something else unless somebody speaks in the sentence: `kepada`."""
    speech_words: tuple[str, ...] = ()
    """Words that say that somebody speaks."""
    told_words: tuple[str, ...] = ()
    """Words behind a comma that say whose words stand before it: `kata`, `pesan`."""
    reporter_words: tuple[str, ...] = ()
    """Words for an outlet's reporter, right before its name: what such a reporter says is quoted from it (`koresponden`)."""
    reporting_cues: tuple[str, ...] = ()
    """Words in an outlet's own pages before its own name, where its reporter asked or saw somebody: `dihubungi`."""
    reader_cues: tuple[str, ...] = ()
    """Words with which an outlet speaks of its readers before its own address: `Pembaca` in `Pembaca Contoh.com, …`."""
    quoted_by: tuple[str, ...] = ()
    """What may stand before an outlet that quotes another: `oleh` in `Dikutip oleh HarianContoh dari …`."""
    quoted_from: tuple[str, ...] = ()
    """What stands between an outlet that quotes and the medium that it quotes: `dari` in the same words."""
    office_words: tuple[str, ...] = ()
    """Words right before a medium whose head or speaker somebody is, so that it reports nothing itself: `juru bicara`."""
    turning_words: tuple[str, ...] = ()
    """Words right before a cue that turn it round, so that the medium quotes the writer: `been` in `has been cited by`."""
    past_cues: tuple[str, ...] = ()
    """Words before a month or a year that say when a medium reported what a piece recalls: `in`."""
    past_words: tuple[str, ...] = ()
    """Words behind a medium that say so alone: `last year`."""
    subject_words: tuple[str, ...] = ()
    """Words shortly behind a medium that show that the story is about it: `quarterly`."""
    media_kinds: tuple[str, ...] = ()
    """Words before the name of a medium that say what it is, between cue and name: `situs`."""
    media_leads: tuple[str, ...] = ()
    """Words before the name of a medium that say nothing of it, between cue and name: `the`."""
    media_words: tuple[str, ...] = ()
    """Words that make a name with capitals the name of a medium: `Times`."""
    figure_kinds: tuple[str, ...] = ()
    """Media kinds that say that only figures are the medium's: `data`."""
    press_kinds: tuple[str, ...] = ()
    """Media kinds that only media are called by, so that the name behind one is that of a medium: `surat kabar`."""
    press_kinds_with_origin: tuple[str, ...] = ()
    """Media kinds for which that is so only if they also say whose the medium is: `media Spanyol`."""
    agency_kinds: tuple[str, ...] = ()
    """Media kinds of news agencies: `kantor berita`."""
    media_origins: tuple[str, ...] = ()
    """Words beside a media kind that say whose the medium is: `Spanyol`, `milik negara`."""
    origin_leads: tuple[str, ...] = ()
    """What may stand before such a word: `asal` in `media asal Spanyol`."""
    seat_tails: tuple[str, ...] = ()
    """What is joined to a city to say that a medium has its seat there: `-based`."""
    media_names: tuple[str, ...] = ()
    """Media without an outlet file whose names hold no media word."""
    no_media_words: tuple[str, ...] = ()
    """Words behind a media word that make something else of the two: `Secretary` behind `Press`."""
    no_media_starts: tuple[str, ...] = ()
    """Words behind a media kind with which no name of a medium begins: titles, pronouns."""
    no_media_sites: tuple[str, ...] = ()
    """Ends of addresses that are no media's though a cue stands before them: of offices, networks and shops: `go.id`."""
    menu_cues: tuple[str, ...] = ()
    """First words of lines in the menu of a site that end with the name of the outlet: `About`."""
    provided_cues: tuple[str, ...] = ()
    """Words with which an aggregator names the outlet whose piece it prints: `Provided by`."""
    syndicators: tuple[str, ...] = ()
    """Who sells the pieces of outlets to other sites: beside `SyndiGate` a copyright line does not tell the publisher."""
    note_labels: tuple[str, ...] = ()
    """Labels above a note on an author: `Tentang Penulis`."""
    author_note_cues: tuple[str, ...] = ()
    """What follows the name in a note on an author: `adalah`, `, a`."""
    author_note_subjects: tuple[str, ...] = ()
    """First words of the further sentences in such a note: `Ia`."""
    author_note_descriptions: tuple[str, ...] = ()
    """Words behind a name that begin such a note, where nothing else names the author: `is a`."""
    author_note_trades: tuple[str, ...] = ()
    """What such a note must say that its bearer is, for other people are told of in a last sentence, too: `professor`."""
    list_words: tuple[str, ...] = ()
    """Words between the last two of several names: `dan`."""
    by_words: tuple[str, ...] = ()
    """Words right before the name of a writer: `by`."""
    name_particles: tuple[str, ...] = ()
    """Parts of persons' names that begin with a small letter: `bin`, `van`."""
    place_words: tuple[str, ...] = ()
    """Words behind a name that lead to a place or an outlet: `from`."""
    where_words: tuple[str, ...] = ()
    """Place words that stand in headlines rather than behind a name without a label: `di`."""
    brand_articles: tuple[str, ...] = ()
    """Words right before the name of an outlet that are no part of it: `the`."""
    company_words: tuple[str, ...] = ()
    """Words that may follow the name of an outlet in its copyright line: `group`."""
    company_heads: tuple[str, ...] = ()
    """First words of the names of companies: `PT`."""
    company_tails: tuple[str, ...] = ()
    """Words that stand behind the names of companies: `Ltd`."""
    rights_words: tuple[str, ...] = ()
    """Words with which a site claims its rights, beside a year: `hak cipta`."""
    rights_phrases: tuple[str, ...] = ()
    """Phrases that claim the rights even without a year: `all rights reserved`."""
    habits: Habits = Habits()
    """What its outlets do and those of other languages do not."""
    dispatch_words: tuple[str, ...] = ()
    """Words with which a piece tells where it was written, so that the line is part of it: `reported from`."""
    lines: tuple[LineRule, ...] = ()
    """What is true of single lines in this language."""
