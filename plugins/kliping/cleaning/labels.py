"""The ordered list of label rules and the driver that asks them.

Input: a page. Output: the ledger, whose spans cover every line without gaps.
The first rule that answers decides on a line, and the ledger names it.
Paragraphs are then searched for what is glued to their beginning, inside and end.
"""

from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

from kliping.cleaning.cuts import Cut, Cuts
from kliping.cleaning.page import Page
from kliping.cleaning.reading import Line, raw_offset
from kliping.cleaning.rules import above_body, body, copies, curated, edges, elements, marks, pictures, tail, top, visits
from kliping.model import Role, Span

Rule = Callable[[Page, int], Role | Cuts | None]
Edge = Callable[[Page, int], Cut | None]
Inside = Callable[[Page, int], tuple[int, int] | None]

RULES: tuple[Rule, ...] = (
    marks.empty_line,  # there is nothing to judge
    curated.fate_by_curator,  # a person decided
    marks.code_alone,
    marks.names_in_a_row,
    marks.own_address_alone,
    marks.story_with_its_age,
    marks.lines_below_in_one,
    top.headline,  # before rules for labels: a headline may begin like one
    top.headline_repeated,
    top.headline_with_credit,
    top.numbered_part_at_begin,
    visits.day_of_crawl,
    top.date_line,
    top.date_of_another_story,
    copies.caption_repeated,  # before captions, so that the second copy is a copy
    marks.phrase_in_data,  # words that mean the same wherever they stand
    tail.source_below_label,
    marks.brand_alone,
    marks.city_alone,
    tail.source_line,
    tail.closing_mark,
    tail.note_on_author,  # before bylines: the name of the author may stand alone above the note
    top.byline,
    top.byline_of_another_story,
    top.name_beside_date,
    pictures.caption_above_credit,
    pictures.caption_below_credit,
    pictures.caption_below_label,
    copies.caption_before_its_copy,
    copies.credit_before_copy,
    copies.caption_below_its_copy,
    copies.caption_above_its_copy,
    copies.caption_twice_in_line,
    copies.words_twice_in_line,
    pictures.caption_that_tells,
    pictures.caption_with_credit,
    pictures.caption_with_source,
    pictures.credit_in_front,
    pictures.credit_alone,
    elements.caption_element,
    elements.box_beside_article,
    marks.number_alone,
    marks.signs_alone,
    tail.after_the_end,  # for all that is left below a mark of the end
    tail.beginning_of_next_page,
    tail.below_label_at_end,
    above_body.line_repeated_above_body,
    above_body.standfirst,
    above_body.key_point,
    above_body.bullet_above_body,
    above_body.caption_above_body,
    above_body.remark_above_body,
    above_body.fragment_above_headline,
    body.paragraph_repeated,
    body.beginning_cut_short,
    body.headline_between_paragraphs,
    body.headline_twice_in_a_row,
    body.headline_with_bullet_below_body,
    body.heading_of_page,
    body.unlike_the_article,  # after the rules that know what a line is, before those that only know its form
    elements.link_apart,  # only links that look like the article are worth listing
    body.numbered_heading,
    body.list_item,
    body.short_heading,
    body.sentence_in_body,  # in doubt, a line is the article
)
ABOVE_BODY = frozenset(
    {
        above_body.line_repeated_above_body,
        above_body.standfirst,
        above_body.key_point,
        above_body.bullet_above_body,
        above_body.caption_above_body,
        above_body.remark_above_body,
        pictures.caption_with_source,
    }
)
"""Rules that never answer for a line of the body or below it, so that they are not asked there."""
BELOW_BEGIN = tuple(rule for rule in RULES if rule not in ABOVE_BODY)
BEGINNINGS: tuple[Edge, ...] = (
    edges.paid_label_before_dash,
    edges.lead_before_dateline,
    edges.dateline_before_dash,
    edges.dash_below_dateline,
)
"""For paragraphs: each gives the end of something before the first sentence, from left to right."""
ENDINGS: tuple[Edge, ...] = (
    edges.mark_after_last_sentence,
    edges.copyright_after_last_sentence,
    edges.links_after_last_sentence,
)
"""For paragraphs: each gives the beginning of something behind the last sentence."""
INSIDES: tuple[Inside, ...] = (edges.see_also_in_brackets,)
"""For paragraphs: each gives a stretch inside that belongs to no sentence."""


class Ledger(NamedTuple):
    """The fate of every character."""

    spans: tuple[Span, ...]
    labels: tuple[Cuts, ...]
    """The cuts of each line of the page, counted in cleaned characters."""


def label_lines(page: Page) -> Ledger:
    """The ledger of a page."""
    labels = [label_line(page, at) for at in range(len(page))]
    return Ledger(tuple(_tile(page, labels)), tuple(labels))


def label_line(page: Page, at: int) -> Cuts:
    """The roles in one line, each with the rule that decided."""
    cuts = _of_first_rule(page, at)
    is_paragraph = len(cuts) == 1 and cuts[0].role is Role.BODY
    return _without_glued(page, at, cuts[0].rule) if is_paragraph else cuts


def _without_glued(page: Page, at: int, rule: str) -> Cuts:
    """The cuts of a paragraph and of what is glued to it; `rule` is the one that made it a paragraph."""
    parts: list[Cut] = []
    start, end = 0, len(page.text(at))
    for beginning in BEGINNINGS:
        found = beginning(page, at)
        if found and found.at > start:
            parts.append(Cut(start, found.role, beginning.__name__))
            start = found.at
    endings = sorted(found._replace(rule=one.__name__) for one in ENDINGS if (found := one(page, at)) and found.at > start)
    if endings:
        end = endings[0].at
    for inside in INSIDES:
        stretch = inside(page, at)
        if stretch and start < stretch[0] and stretch[1] <= end:
            parts += [Cut(start, Role.BODY, rule), Cut(stretch[0], Role.SEE_ALSO, inside.__name__)]
            start = stretch[1] + page.text(at).startswith(" ", stretch[1])
    if start < end:
        parts.append(Cut(start, Role.BODY, rule))
    return (*parts, *endings)


def _of_first_rule(page: Page, at: int) -> Cuts:
    """The role or the cuts from the first rule that answers."""
    for rule in RULES if at < page.extent.begin else BELOW_BEGIN:
        found = rule(page, at)
        if found is None:
            continue
        if isinstance(found, Role):
            return _whole(found, rule.__name__)
        if found:
            return tuple(cut if cut.rule else cut._replace(rule=rule.__name__) for cut in found)
    return _whole(Role.BODY, body.sentence_in_body.__name__)


@cache  # most lines have one role, and need not each have a value of their own
def _whole(role: Role, rule: str) -> Cuts:
    """One role for a whole line."""
    return (Cut(0, role, rule),)


def _tile(page: Page, labels: list[Cuts]) -> Iterator[Span]:
    for line, cuts in zip(page.lines, labels, strict=True):
        for start, piece in line.pieces or ((0, line),):
            if line.pieces and not piece.text:
                yield from _mark(piece)
                continue
            yield from _spans(piece, _within(cuts, start, start + len(piece.text)))


def _mark(piece: Line) -> Iterator[Span]:
    """The span of a mark that a program put between words, or of a blank line between joined ones."""
    end = piece.start + len(piece.raw)
    if piece.raw.strip():
        yield Span(piece.number, piece.start, end, Role.BOILERPLATE, "mark_of_program")
    elif piece.raw or not piece.start:
        yield Span(piece.number, piece.start, end, Role.BLANK, marks.empty_line.__name__)


def _within(cuts: Cuts, start: int, stop: int) -> Cuts:
    """The cuts of a joined line within one of its pieces, counted from the beginning of that piece."""
    if len(cuts) == 1:
        return cuts
    before = [cut for cut in cuts if cut.at <= start]
    inside = [cut for cut in cuts if start < cut.at < stop]
    return tuple(cut._replace(at=max(0, cut.at - start)) for cut in (*before[-1:], *inside))


def _spans(line: Line, cuts: Cuts) -> Iterator[Span]:
    """The spans of one line of the file."""
    if len(cuts) == 1:
        yield Span(line.number, line.start, line.start + len(line.raw), cuts[0].role, cuts[0].rule)
        return
    starts = [raw_offset(line, cut.at) for cut in cuts]
    ends = [*starts[1:], line.start + len(line.raw)]
    for cut, start, end in zip(cuts, starts, ends, strict=True):
        if end > start:
            yield Span(line.number, start, end, cut.role, cut.rule)
