"""The ordered list of label rules and the driver that asks them.

Input: a page. Output: the ledger, whose spans tile every line.
Each line goes to the first rule that speaks; the ledger names it. Lines that stay in the article are then
asked again for what is glued to their ends.
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
    marks.empty_line,  # nothing to judge
    curated.fate_by_curator,  # a person saw the line
    marks.code_alone,
    marks.names_in_a_row,
    marks.own_address_alone,
    marks.lines_below_in_one,
    top.headline,  # before marks: a headline may begin like a label
    top.headline_repeated,
    top.headline_with_credit,
    top.numbered_part_at_begin,
    visits.day_of_crawl,
    top.date_line,
    top.date_of_another_story,
    copies.caption_repeated,  # before captions, so that the second copy is a copy
    marks.phrase_in_data,  # words that mean one thing wherever they stand
    tail.source_below_label,
    marks.brand_alone,
    marks.city_alone,
    tail.source_line,
    tail.closing_mark,
    tail.note_on_author,  # before bylines, for the name alone may head the note
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
    pictures.caption_with_credit,
    pictures.caption_with_source,
    pictures.credit_in_front,
    pictures.credit_alone,
    elements.caption_element,
    elements.box_beside_article,
    marks.number_alone,
    marks.signs_alone,
    tail.after_the_end,  # below a mark of the end
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
    body.unlike_the_article,  # after all that know what a line is, before those that only know its shape
    elements.link_apart,  # after those, for of links that look like nothing the article has no reader wants a list
    body.numbered_heading,
    body.list_item,
    body.short_heading,
    body.sentence_in_body,  # when in doubt, it is the article
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
"""Rules that never speak of a line of the body or below it, so that nobody asks them there."""
BELOW_BEGIN = tuple(rule for rule in RULES if rule not in ABOVE_BODY)
BEGINNINGS: tuple[Edge, ...] = (edges.paid_label_before_dash, edges.lead_before_dateline, edges.dateline_before_dash)
"""Asked of a paragraph: the cuts where words before its first sentence end, each behind the one before."""
ENDINGS: tuple[Edge, ...] = (
    edges.mark_after_last_sentence,
    edges.copyright_after_last_sentence,
    edges.links_after_last_sentence,
)
"""Asked of a paragraph: the cuts where words after its last sentence begin."""
INSIDES: tuple[Inside, ...] = (edges.see_also_in_brackets,)
"""Asked of a paragraph: the stretch inside it that belongs to no sentence."""


class Ledger(NamedTuple):
    """Every character's fate."""

    spans: tuple[Span, ...]
    labels: tuple[Cuts, ...]
    """By line of the page, in cleaned characters."""


def label_lines(page: Page) -> Ledger:
    """The ledger of a page."""
    labels = [label_line(page, at) for at in range(len(page))]
    return Ledger(tuple(_tile(page, labels)), tuple(labels))


def label_line(page: Page, at: int) -> Cuts:
    """The roles in one line, each with the rule that spoke."""
    cuts = _of_first_rule(page, at)
    is_paragraph = len(cuts) == 1 and cuts[0].role is Role.BODY
    return _without_glued(page, at, cuts[0].rule) if is_paragraph else cuts


def _without_glued(page: Page, at: int, rule: str) -> Cuts:
    """A paragraph, which a rule knows, and the cuts of what is glued to it."""
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
    """The role, or the cuts, that the first rule gives which does not keep silent."""
    for rule in RULES if at < page.extent.begin else BELOW_BEGIN:
        found = rule(page, at)
        if found is None:
            continue
        if isinstance(found, Role):
            return _whole(found, rule.__name__)
        if found:
            return tuple(cut if cut.rule else cut._replace(rule=rule.__name__) for cut in found)
    return _whole(Role.BODY, body.sentence_in_body.__name__)


@cache  # most lines have one role, and all of them that a rule gives it share one value
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
    """The span of a program's mark between the words, or of a blank line among running lines."""
    end = piece.start + len(piece.raw)
    if piece.raw.strip():
        yield Span(piece.number, piece.start, end, Role.BOILERPLATE, "mark_of_program")
    elif piece.raw or not piece.start:
        yield Span(piece.number, piece.start, end, Role.BLANK, marks.empty_line.__name__)


def _within(cuts: Cuts, start: int, stop: int) -> Cuts:
    """The cuts of a joined line that hold in one of its pieces, counted from the piece's beginning."""
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
