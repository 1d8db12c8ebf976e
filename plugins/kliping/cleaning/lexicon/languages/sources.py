"""The words around a medium from which a report is taken, that is quoted, or that is the story itself.

Input: languages. Output: `SourceWords`, whose expressions are each built once, when first asked for.
"""

import re
from functools import cached_property
from itertools import chain

from kliping.cleaning.lexicon.alternatives import words_expression
from kliping.cleaning.lexicon.languages.media import MediaWords, kinds_of

CUE_REACH = 60
"""Characters of a cue and the words between it and the name, at most."""
SUBJECT_REACH = 60
"""Characters between the name of a medium and words that show that the story is about it, at most."""
_NAME = r"(?-i:[^\W\d_a-z][\w.'’-]*|[a-z]{2,20}(?:[A-Z]\w*|\.[a-z]{2,4}))"
"""A word in the name of an outlet: one with a capital, or `detikNews`, `suara.com`."""
_COUNTRIES = "ae|au|cn|de|es|eu|fr|hk|ir|it|jp|kr|my|nl|nz|ph|pk|ru|sa|sg|th|tr|tw|uk|vn"
_SITE = rf"(?:[\w-]+\.){{0,2}}[\w-]+\.(?:(?:com|co|net)\.(?:{_COUNTRIES})|com|co\.id|id|net|news|tv|{_COUNTRIES})"
"""Not a society's: `contoh.org`."""
GLUED_CUE, GLUED_WORD = 5, 4
"""Letters at least of a cue that may be glued to a name, and of a word such as `yang` behind one; shorter ones end names."""
_CLOCK = r"(?:,?\s\([\d/]{3,10}\))?"


class SourceWords(MediaWords):
    """What stands before and behind a medium's name."""

    @cached_property
    def label(self) -> re.Pattern[str]:
        """A label before the source of a report; its colon may stand in a cell of its own."""
        labels = self._any(lambda one: one.source_labels)
        return re.compile(rf"(?:{labels})(?:\s?\|\s?:\s?\|\s?|\s?(?::\s?|$|(?=[^\W\d_a-z])))", re.IGNORECASE)

    @cached_property
    def cues(self) -> frozenset[str]:
        """Every cue before or behind the name of a medium: a source, one that quotes another, one whose reporter asked."""
        before = ((*one.wire_cues, *one.cite_cues, *one.speech_cues, *one.reporter_words) for one in self._languages)
        others = ((*one.cite_tails, *one.reporting_cues, *one.reader_cues) for one in self._languages)
        return frozenset(chain(*before, *others))

    @cached_property
    def _cues(self) -> str:
        return self._any(lambda one: (*one.wire_cues, *one.cite_cues, *one.speech_cues))

    @cached_property
    def site(self) -> re.Pattern[str]:
        """`dilansir dari contoh.com`, `tulis contoh.com`: an address right behind a cue; behind `laman` anybody's may stand.

        Only in a language that has a word between the two: `according to example.com` may be any company's.
        In `kepada Reuters dan dikutip contoh.com` it is mostly the page's own.
        """
        linking = [one for one in self._languages if one.quoted_from]
        cues = words_expression(cue for one in linking for cue in (*one.wire_cues, *{*one.cite_cues} & {*one.told_words}))
        link = rf"(?P<link>(?:{self._links})(?:\s|(?=(?-i:[A-Z]))))?"
        own = "".join(rf"(?<!\W{re.escape(word)} )" for one in linking for word in one.list_words)
        return re.compile(rf"{own}(?:{cues})\s{link}(?P<site>{_SITE})(?![\w@/-]|\.\w)", re.IGNORECASE)

    @cached_property
    def _links(self) -> str:
        return "|".join(re.escape(link) for one in self._languages for link in (*one.quoted_by, *one.quoted_from))

    @cached_property
    def glued_site(self) -> re.Pattern[str]:
        """`daricontoh.com`: a site and the word before it without a space, or a site of this very name."""
        return re.compile(rf"(?<![\w.-])(?P<link>{self._links})(?P<site>{_SITE})")

    @cached_property
    def lost_space(self) -> re.Pattern[str]:
        """`dilansir`, `laman` right before a capital, `BBC` before `pada`: around a link, texts often lose the space."""
        linking = [one for one in self._languages if one.quoted_from]
        cues = chain.from_iterable((*one.wire_cues, *one.cite_cues, *one.speech_cues, *kinds_of(one)) for one in linking)
        words = {word for word in cues if len(word) >= GLUED_CUE}
        begun = "|".join(sorted({re.escape(form) for word in words for form in (word, word.capitalize())}, reverse=True))
        behind = "|".join(word for one in linking for word in one.function_words if len(word) >= GLUED_WORD)
        both = rf"(?P<both>(?<=[a-z]{{3}})(?:{'|'.join(word for one in linking for word in one.list_words)})(?=[A-Z]))"
        name = rf"(?<![A-Z])(?:[A-Z]{{2,20}}|[A-Z][a-z]{{2,20}}?)(?=(?:{behind})(?!\w))"
        comma = r"(?<=[a-z]),(?=[A-Z][a-z])"
        return re.compile(rf"(?<!\w)(?:{begun}|{self._links})(?=[A-Z]\w)|{name}|{both}|{comma}")

    @cached_property
    def small_name(self) -> re.Pattern[str]:
        """`dilansir contoh`, `dikutip dari laman contoh`: a word in small letters, which may be a medium's name."""
        cues = words_expression(chain.from_iterable(one.wire_cues for one in self._languages if one.quoted_from))
        kinds = self._any(kinds_of)
        return re.compile(rf"(?i:{cues})\s(?:(?:{self._links})\s)?(?:(?:{kinds})\s)?(?P<name>[a-z]{{3,15}})(?![\w@/-]|\.\w)")

    @cached_property
    def name_end(self) -> re.Pattern[str]:
        """What stands behind a name with which no clause goes on: a sign, or the day."""
        words, days = self._any(lambda one: one.day_words), self._any(lambda one: one.weekdays)
        return re.compile(rf"[,.;:)”\"]|\s?$|\s\(|\s(?:(?:{words})\s)?(?:{days})")

    @cached_property
    def before(self) -> re.Pattern[str]:
        """`dikutip dari`, `Dikutip oleh HarianContoh dari laman`: up to the name that the words introduce."""
        by, origin = self._any(lambda one: one.quoted_by), self._any(lambda one: one.quoted_from)
        seats = self._any(lambda one: one.seat_tails)
        turning = "".join(rf"(?<!{word} )" for one in self._languages for word in one.turning_words)
        through = rf"(?:(?:{by})\s)?(?:{_NAME}\s){{1,3}}(?=(?:{origin})\s)"
        return re.compile(
            rf"{turning}(?:{self._cues})\s(?:{through})?(?:\w{{3,20}}(?:{seats})\s)?(?:(?:{self._kinds}),?\s){{0,3}}[\"“(]?$",
            re.IGNORECASE,
        )

    @cached_property
    def after(self) -> re.Pattern[str]:
        """`melaporkan`, `on Thursday reported`, `, mengutip ahli, menulis`, `, yang memberitakan`: right behind a name."""
        words, days = self._any(lambda one: one.day_words), self._any(lambda one: one.weekdays)
        day = rf"(?:\s(?:{words})?\s?(?:{days}){_CLOCK}|,\s(?:{days}){_CLOCK},)?"
        what = rf"(?:{self._any(lambda one: (*one.press_kinds, *one.press_kinds_with_origin, *one.agency_kinds))})"
        inserted = rf"(?:,\s(?:(?:{self._cues})\s[^,.]{{1,60}}|{what}\s[^,.]{{1,60}}),)?{day}(?:\s[–—-])?"
        quoted = rf",\s(?:{self._any(lambda one: one.wire_cues)})\s(?:(?:{words})\s)?(?:{days})"
        tails = self._any(lambda one: one.cite_tails)
        clauses = self._any(lambda one: (tail for tail in one.cite_tails if " " in tail))
        by = rf"(?!\s(?:{self._any(lambda one: one.by_words)}))"  # `Dawn reported by candlelight`
        return re.compile(rf"(?:\s(?:{self._origins}))?{inserted}\s(?:{tails}){by}|,\s(?:{clauses})|{quoted}")

    @cached_property
    def quotes_another(self) -> re.Pattern[str]:
        """`dari laman` behind the name of the outlet that takes a report from elsewhere."""
        return re.compile(rf"\s(?:{self._any(lambda one: one.quoted_from)})\s(?:{self._kinds})")

    @cached_property
    def from_another(self) -> re.Pattern[str]:
        """`dari` between two names, of which the first quotes the second."""
        return re.compile(rf"\s(?:{self._any(lambda one: one.quoted_from)})\s")

    @cached_property
    def of_figures(self) -> re.Pattern[str]:
        """`data` right before a name: the figures are the medium's, the report is not."""
        return re.compile(rf"(?:{self._any(lambda one: one.figure_kinds)})\s$", re.IGNORECASE)

    @cached_property
    def office(self) -> re.Pattern[str]:
        """`juru bicara` right before a name: somebody of the medium does what follows, and it reports nothing."""
        return re.compile(rf"(?:{self._any(lambda one: one.office_words)})\s(?:the\s)?$", re.IGNORECASE)

    @cached_property
    def reporting(self) -> re.Pattern[str]:
        """`dihubungi`, `pantauan`: up to the name of the outlet whose reporter asked or saw somebody."""
        return re.compile(rf"(?:{self._any(lambda one: one.reporting_cues)})\s$", re.IGNORECASE)

    @cached_property
    def quoting(self) -> re.Pattern[str]:
        """`dikutip`, `dikutip oleh`, up to the name of the outlet that quotes, where `from_another` stands behind it."""
        by = self._any(lambda one: one.quoted_by)
        return re.compile(rf"(?:{self._any(lambda one: one.wire_cues)})\s(?:(?:{by})\s)?$", re.IGNORECASE)

    @cached_property
    def reporter(self) -> re.Pattern[str]:
        """`koresponden`: up to the name of the outlet whose reporter speaks."""
        return re.compile(rf"(?:{self._any(lambda one: one.reporter_words)})\s$", re.IGNORECASE)

    @cached_property
    def speaks(self) -> re.Pattern[str]:
        """`mengatakan`, `, Nama Nama, melaporkan`: right behind the name of an outlet whose reporter speaks."""
        words = self._any(lambda one: (*one.speech_words, *one.cite_tails))
        return re.compile(rf"(?:,\s[A-Z][^,.]{{2,40}},)?\s(?:{words})")

    @cached_property
    def citing(self) -> re.Pattern[str]:
        """`menurut`, at the beginning of a cue: what anybody may be quoted with, and not only a medium."""
        return re.compile(self._any(lambda one: one.cite_cues), re.IGNORECASE)

    @cached_property
    def speech_cue(self) -> re.Pattern[str]:
        """`kepada`, which makes a source of a medium only where somebody speaks."""
        return re.compile(self._any(lambda one: one.speech_cues), re.IGNORECASE)

    @cached_property
    def speech_word(self) -> re.Pattern[str]:
        """A word that says that somebody speaks."""
        return re.compile(self._any(lambda one: one.speech_words), re.IGNORECASE)

    @cached_property
    def subject(self) -> re.Pattern[str]:
        """`… ke polisi`, `… a quarterly profit`: behind a medium that is the story and not its source."""
        return re.compile(rf"[^.!?]{{0,{SUBJECT_REACH}}}?(?:{self._any(lambda one: one.subject_words)})", re.IGNORECASE)

    @cached_property
    def past(self) -> re.Pattern[str]:
        """`in March`, `in 2019`, `last year`: behind a medium or its verb, when it reported what others recall now."""
        cues, words = self._any(lambda one: one.past_cues), self._any(lambda one: one.past_words)
        return re.compile(rf"\s(?:(?:{cues})\s(?:{self._any(lambda one: one.months)}|(?:19|20)\d\d)|{words})\b")
