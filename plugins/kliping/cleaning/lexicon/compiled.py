"""Knowledge ready for use: expressions and indexes, each built once, when it is first asked for.

Input: `Knowledge`. Output: `Compiled`, which every later step of the cleaner asks.
"""

import re
from functools import cached_property

from kliping.cleaning.lexicon import hints
from kliping.cleaning.lexicon.alternatives import words_expression
from kliping.cleaning.lexicon.calendar import Calendar
from kliping.cleaning.lexicon.expressions import dated_dateline, glued_label, slashed_credit
from kliping.cleaning.lexicon.hints import Hints
from kliping.cleaning.lexicon.languages.captions import CaptionWords
from kliping.cleaning.lexicon.languages.dates import DateWords
from kliping.cleaning.lexicon.languages.days import DayWords
from kliping.cleaning.lexicon.languages.links import LinkWords
from kliping.cleaning.lexicon.languages.naming import NamingWords
from kliping.cleaning.lexicon.languages.notes import NoteWords
from kliping.cleaning.lexicon.languages.rights import RightsWords
from kliping.cleaning.lexicon.languages.sources import SourceWords
from kliping.cleaning.lexicon.outlets import OutletNames
from kliping.cleaning.lexicon.own_words import OwnWords
from kliping.cleaning.lexicon.phrases import Phrasebook, told_expression
from kliping.knowledge import Knowledge
from kliping.model import Lang


class Compiled(OutletNames):
    """Everything that the cleaner looks up."""

    @cached_property
    def calendar(self) -> Calendar:
        """Reads dates."""
        return Calendar(self.dates)

    @cached_property
    def dates(self) -> DateWords:
        """What dates are made of."""
        return DateWords(self._languages)

    @cached_property
    def general(self) -> Phrasebook:
        """Line rules of the languages."""
        languages = self.knowledge.languages.items()
        told = told_expression(word for one in self._languages for word in one.told_words)
        return Phrasebook(((lang, rule) for lang, language in languages for rule in language.lines), told)

    @cached_property
    def hints(self) -> Hints:
        """Tells which expressions can find something in a line."""
        return Hints(
            {
                hints.BRAND: self.brands,
                hints.NAME: self.names,
                hints.MEDIUM: self.sources.words_of_media,
                hints.CITE: self.sources.cues,
                hints.CREDIT: (label for one in self._languages for label in one.photo_labels),
                hints.VOICE: self.own_voices.phrases,
                hints.PHRASE: self.general.phrases,
                hints.AUTHOR: self.author_roles,
                hints.ROLE: (word for one in self._languages for word in one.no_name_words),
                hints.READER: self.own_words.readers,
                hints.SOURCE: (label for one in self._languages for label in one.source_labels),
                hints.PROVIDED: (cue for one in self._languages for cue in one.provided_cues),
            }
        )

    @cached_property
    def function_words(self) -> dict[str, tuple[Lang, ...]]:
        """For each function word, the languages that have it."""
        found: dict[str, tuple[Lang, ...]] = {}
        for lang, one in self.knowledge.languages.items():
            for word in frozenset(one.function_words):
                found[word] = (*found.get(word, ()), lang)
        return found

    @cached_property
    def given_names(self) -> frozenset[str]:
        """Function words that people are called by too, in small letters."""
        return frozenset(name for one in self._languages for name in one.given_names)

    @cached_property
    def joining_words(self) -> frozenset[str]:
        """Function words of all languages, as they stand inside sentences."""
        return frozenset(self.function_words)

    @cached_property
    def cue_words(self) -> frozenset[str]:
        """Every word of the cues before a medium's name: `mengutip`, `dilansir`, `according`."""
        cues = (cue for one in self._languages for cue in (*one.wire_cues, *one.cite_cues))
        return frozenset(word for cue in cues for word in cue.split())

    @cached_property
    def paid_labels(self) -> frozenset[str]:
        """What stands before the first sentence or behind the last one of a paid piece, in small letters."""
        labels = [one.paid_labels for one in self._languages] + [one.paid_labels for one in self.knowledge.outlets.values()]
        return frozenset(label.casefold() for several in labels for label in several)

    @cached_property
    def menu_line(self) -> re.Pattern[str]:
        """`About BBC News`: a line of a menu in which a site names itself."""
        cues = words_expression(cue for one in self._languages for cue in one.menu_cues)
        articles = words_expression(word for one in self._languages for word in one.brand_articles)
        return re.compile(rf"{cues} (?:(?:{articles}) )?(?P<brand>{words_expression(self.brands)})", re.IGNORECASE)

    @cached_property
    def own_words(self) -> OwnWords:
        """What outlets call their parts and their readers."""
        return OwnWords(self.knowledge.outlets)

    @cached_property
    def name_particles(self) -> frozenset[str]:
        """Words of persons' names that begin with a small letter."""
        return frozenset(word for one in self._languages for word in one.name_particles)

    @cached_property
    def author_roles(self) -> dict[str, str]:
        """Role by the label before a name, in small letters."""
        return {label.casefold(): role for one in self._languages for label, role in one.author_labels.items()}

    @cached_property
    def labels_with_outlet(self) -> frozenset[str]:
        """Labels behind which an outlet or a city stands before the name, in small letters."""
        return frozenset(label.casefold() for one in self._languages for label in one.labels_with_outlet)

    @cached_property
    def author_label(self) -> re.Pattern[str]:
        """A label before a name: with a colon, or right before a capital where headlines do not begin so."""
        labels = words_expression(self.author_roles)
        bare = self.naming.label_without_colon.pattern
        ends = r"(?:\s?:\s?|\s(?=(?-i:[^\W\d_a-z]))|$)"
        return re.compile(rf"(?!{bare})(?P<label>{labels}){ends}", re.IGNORECASE)

    @cached_property
    def glued_label(self) -> re.Pattern[str]:
        """Where a space was lost before a label: `Pewarta: NamaEditor: Nama`."""
        return glued_label(self.author_roles)

    @cached_property
    def no_names(self) -> frozenset[str]:
        """What stands in a name's place and is no person, in small letters."""
        return frozenset(words.casefold() for one in self._languages for words in one.no_names)

    @cached_property
    def no_name_word(self) -> re.Pattern[str]:
        """Any word that no person's name holds."""
        return re.compile(words_expression(word for one in self._languages for word in one.no_name_words), re.IGNORECASE)

    @cached_property
    def place(self) -> re.Pattern[str]:
        """A known city, perhaps with a point of the compass behind it."""
        sides = words_expression(word for one in self._languages for word in one.place_sides)
        cities = words_expression(name for one in self._languages for city in one.places for name in (city, city.upper()))
        return re.compile(rf"(?:{cities})(?: {sides})?")

    @cached_property
    def no_places(self) -> frozenset[str]:
        """What stands in a dateline's place and is none, in small letters."""
        return frozenset(words.casefold() for one in self._languages for words in one.no_places)

    @cached_property
    def salutations(self) -> frozenset[str]:
        """What readers' letters begin with, in small letters."""
        return frozenset(words.casefold() for one in self._languages for words in one.salutations)

    @cached_property
    def end_words(self) -> tuple[str, ...]:
        """What stands behind the last sentence of a piece and says that it ends."""
        return tuple(word for one in self._languages for word in one.end_words)

    @cached_property
    def enlarge_words(self) -> frozenset[str]:
        """What the button of a photo says, in small letters."""
        return frozenset(word.casefold() for one in self._languages for word in one.enlarge_words)

    @cached_property
    def photo_label(self) -> re.Pattern[str]:
        """Words that begin a photo's credit."""
        return re.compile(words_expression(label for one in self._languages for label in one.photo_labels))

    @cached_property
    def photo_agency(self) -> re.Pattern[str]:
        """Names that make bracketed words a photo's credit."""
        return re.compile(words_expression(name for one in self._languages for name in one.photo_agencies))

    @cached_property
    def slashed_credit(self) -> re.Pattern[str]:
        """`REUTERS/Nama` alone or behind a sentence, `/Reuters` glued behind one."""
        outlets = (name for one in self.knowledge.outlets.values() for name in (one.name, *one.brands))
        agencies = (name for one in self._languages for name in one.photo_agencies)
        links = (word for one in self._languages for word in one.credit_links)
        tails = (word for one in self._languages for word in one.credit_tails)
        return slashed_credit((*outlets, *agencies), links, tails)

    @cached_property
    def dated_dateline(self) -> re.Pattern[str]:
        """`YEREVAN, AUGUST 3, \\0.`, `MOSCOW, March 3. /\\0/.`, `BAKU, Azerbaijan, Jan. 3`; the sign stands for a brand."""
        return dated_dateline(name for one in self._languages for name in one.months)

    @cached_property
    def captions(self) -> CaptionWords:
        """The words of photos' captions."""
        return CaptionWords(self._languages)

    @cached_property
    def days(self) -> DayWords:
        """The words that stand beside days."""
        return DayWords(self._languages)

    @cached_property
    def links(self) -> LinkWords:
        """The labels of links to other stories."""
        return LinkWords(self._languages)

    @cached_property
    def naming(self) -> NamingWords:
        """What stands around and between names."""
        return NamingWords(self._languages)

    @cached_property
    def notes(self) -> NoteWords:
        """The words of notes on authors."""
        return NoteWords(self._languages)

    @cached_property
    def rights(self) -> RightsWords:
        """The words with which a site claims its rights."""
        return RightsWords(self._languages)

    @cached_property
    def sources(self) -> SourceWords:
        """Words around the media a report is taken from."""
        return SourceWords(self._languages)


def compiled(knowledge: Knowledge) -> Compiled:
    """The knowledge ready for use; it is kept with the value from which it was made."""
    kept: dict[str, Compiled] = knowledge.__dict__
    if "compiled" not in kept:
        kept["compiled"] = Compiled(knowledge)
    return kept["compiled"]
