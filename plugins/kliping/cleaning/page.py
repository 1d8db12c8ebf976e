"""The page as the rules see it: its lines, and what can be said of each before any rule decides.

Input: lines, knowledge, sidecar. Output: `Page`, each of whose properties is worked out once, when it is first asked for.
"""

from collections.abc import Callable
from functools import cached_property, partial

from kliping.cleaning.days.dating import HeadDates, find_newest, find_own_dates, lists_other_days
from kliping.cleaning.days.ordering import find_order
from kliping.cleaning.forms.bylines import NamedAuthor
from kliping.cleaning.forms.moments import MomentLine, read_moment_line
from kliping.cleaning.lexicon.calendar import FoundDate
from kliping.cleaning.lexicon.phrases import Phrase
from kliping.cleaning.lines import PageLines
from kliping.cleaning.masthead.nameplates import PublisherEvidence
from kliping.cleaning.masthead.publisher import find_publisher, find_voice
from kliping.cleaning.overview.captions import is_caption_below_credit, is_caption_below_label, tells_in_captions
from kliping.cleaning.overview.claims import is_spared, spread_claims
from kliping.cleaning.overview.copies import find_copies
from kliping.cleaning.overview.extent import Extent, find_extent
from kliping.cleaning.overview.headline import find_title
from kliping.cleaning.overview.liking import Liking
from kliping.cleaning.overview.line_breaks import breaks_at_margin
from kliping.cleaning.overview.opening import Head, find_head, find_opening
from kliping.cleaning.overview.repetition import Repetition
from kliping.cleaning.overview.teasers import find_teasers
from kliping.cleaning.overview.works import find_works
from kliping.cleaning.people.author_notes import find_author_notes
from kliping.cleaning.people.bare_names import BareNames
from kliping.cleaning.people.bylines import find_bylines
from kliping.cleaning.people.own_bylines import find_own_bylines
from kliping.cleaning.people.persons import Persons
from kliping.knowledge import Layout
from kliping.model import Role


class Page(PageLines):
    """All lines of one file, with their neighbours.

    The properties stand in the order in which a page is understood: each is made of those above it.
    """

    # Whose page it is.

    @cached_property
    def persons(self) -> Persons:
        """Tells whether words with capitals are the name of a person on this page."""
        return Persons(self)

    @cached_property
    def voice(self) -> PublisherEvidence | None:
        """The outlet that speaks about itself in the text, or None."""
        return find_voice(self)

    @cached_property
    def publisher(self) -> PublisherEvidence | None:
        """The outlet that published the page, with what tells that; None if nothing does."""
        return find_publisher(self)

    @cached_property
    def outlet(self) -> str | None:
        """The id of that outlet, whose line rules hold here; None if it is unknown."""
        return self.publisher.outlet if self.publisher else None

    @cached_property
    def mixes_headlines(self) -> bool:
        """Whether the outlet prints headlines of other stories between paragraphs without a label."""
        return self.has_layout(lambda layout: layout.unmarked_see_also)

    @cached_property
    def has_no_standfirst(self) -> bool:
        """Whether the outlet prints only captions between headline and body."""
        return self.has_layout(lambda layout: layout.no_standfirst)

    def has_layout(self, has: Callable[[Layout], bool]) -> bool:
        """Whether `has` is true of one of the outlet's layouts."""
        outlet = self.known.knowledge.outlets.get(self.outlet or "")
        return outlet is not None and any(has(layout) for layout in outlet.layouts)

    # Lines that give themselves away.

    @cached_property
    def liking(self) -> Liking:
        """What the line model says of each line, and what follows from the lines around it."""
        return Liking(self)

    @cached_property
    def phrases(self) -> tuple[Phrase | None, ...]:
        """For each line, the line rule that matches it, those of the outlet first; None if none does or it is spared."""
        found = self.general_phrases
        if self.outlet is not None:
            own = self.known.book_of(self.outlet)
            both = zip(self.texts, found, strict=True)
            found = tuple((own.find(text) or general) if text else None for text, general in both)
        return tuple(None if phrase and self.is_spared(at, phrase) else phrase for at, phrase in enumerate(found))

    def is_spared(self, at: int, phrase: Phrase) -> bool:
        """Whether a line that the rule matches is a sentence of the article all the same."""
        return is_spared(self, at, phrase)

    @cached_property
    def works(self) -> frozenset[int]:
        """Lines that describe a film, book or song."""
        return find_works(self)

    @cached_property
    def bylines(self) -> tuple[tuple[NamedAuthor, ...] | None, ...]:
        """For each line that is only a byline, its names; None for others."""
        return find_bylines(self)

    @cached_property
    def claims(self) -> tuple[Phrase | None, ...]:
        """For each line, the line rule that matches it or the label above its list; None if none does."""
        return spread_claims(self)

    @cached_property
    def month_first(self) -> bool | None:
        """Whether 5/12/2022 means May on this page; None if nothing tells."""
        return find_order(self) if self.habits.figures_in_any_order else False

    @cached_property
    def moments(self) -> tuple[MomentLine | None, ...]:
        """`printed_moments` in the page's order of day and month, without lines that a line rule knows as something else."""
        may_date = [phrase is None or phrase.rule.role is Role.PUBLISHED for phrase in self.phrases]
        said = [one if may else None for one, may in zip(self.printed_moments, may_date, strict=True)]
        if self.month_first is False:
            return tuple(said)  # that is how they were read
        read = partial(read_moment_line, known=self.known, month_first=self.month_first)
        return tuple(read(text) if one else None for text, one in zip(self.texts, said, strict=True))

    @cached_property
    def teasers(self) -> frozenset[int]:
        """The headlines and leads of other stories that are listed with their ages."""
        return find_teasers(self)

    @cached_property
    def _known(self) -> list[bool]:
        return [bool(text) and self._gives_itself_away(at) for at, text in enumerate(self.texts)]

    def is_known(self, at: int) -> bool:
        """Whether a line tells by itself, or by its neighbours, that it is no sentence of the article."""
        return self._known[at]

    def _gives_itself_away(self, at: int) -> bool:
        claim, closing = self.claims[at], self.closings[at]
        is_claimed = claim is not None and claim.rule.role is not Role.BODY
        if is_claimed or self.element(at) not in (None, "paragraph") or at in self.no_sentences or at in self.teasers:
            return True
        is_signed = self.moments[at] is not None or self.bylines[at] is not None
        is_caption = is_caption_below_credit(self, at) or is_caption_below_label(self, at)
        return is_signed or is_caption or (closing is not None and closing.start == 0)

    # Where the body is.

    @cached_property
    def repetition(self) -> Repetition:
        """Which lines stand on the page more than once."""
        return Repetition(self)

    @cached_property
    def copies(self) -> tuple[int | None, ...]:
        """For each line, the line that it repeats, or None."""
        return find_copies(self)

    def is_liked(self, at: int) -> bool:
        """Whether a line can belong to the article as far as the line model knows."""
        return self.liking.is_liked(at)

    @cached_property
    def extent(self) -> Extent:
        """Where the body begins and ends."""
        return find_extent(self)

    @cached_property
    def body_words(self) -> frozenset[str]:
        """All longer words of the body."""
        lines = self.filled(self.extent.begin, self.extent.end)
        return frozenset(word for at in lines for word in self.vocabulary(at))

    @cached_property
    def is_wrapped(self) -> bool:
        """Whether paragraphs are broken into lines of one width and separated by blank lines, as in mails."""
        return breaks_at_margin(self)

    @cached_property
    def newest_in_body(self) -> tuple[FoundDate, int] | None:
        """The newest full date in the body, and its line; None if there is none."""
        return find_newest(self)

    @cached_property
    def is_gallery(self) -> bool:
        """Whether the captions are the article."""
        return tells_in_captions(self)

    # Which line is the headline.

    @cached_property
    def lists_dates(self) -> bool:
        """Whether so many lines above the body have a date that they belong to other stories."""
        return lists_other_days(self)

    @cached_property
    def head_dates(self) -> HeadDates:
        """What each line says of the day of publication if it stands beside the headline."""
        return HeadDates(self)

    @cached_property
    def title_at(self) -> int | None:
        """The line that is the headline; None if there is none."""
        return find_title(self)

    @cached_property
    def opening(self) -> int:
        """One past the sentences with which a file without a headline begins."""
        return find_opening(self)

    @cached_property
    def head(self) -> Head | None:
        """The lines around the headline; None without a headline."""
        return find_head(self)

    # Who made the piece, and when.

    @cached_property
    def own_dates(self) -> dict[int, MomentLine]:
        """By line, what is said of the days on which the article itself was published or changed."""
        return find_own_dates(self)

    @cached_property
    def own_bylines(self) -> frozenset[int]:
        """The lines with a byline of the article itself."""
        return find_own_bylines(self)

    @cached_property
    def bare_names(self) -> BareNames:
        """The writers whose names stand alone on a line, where only writers are named."""
        return BareNames(self)

    @cached_property
    def author_notes(self) -> frozenset[int]:
        """The lines below the article that say who its authors are."""
        return find_author_notes(self)
