"""What stands below the body: initials, sources, labels, other stories."""

from kliping.cleaning.forms.closings import LONG_DASH
from kliping.cleaning.forms.shapes import bullet_length, ends_sentence, is_cut_short
from kliping.cleaning.lexicon.hints import SOURCE
from kliping.cleaning.page import Page
from kliping.model import Role
from kliping.web import ADDRESS

DOUBT = 0.6
"""The chance below which the line model is in doubt whether a line is the article's."""
HEADLINE_DOUBT = 0.9
"""The same for a line without an end mark, which headlines of other stories are."""
SOURCE_WORDS = 8
"""No name behind a label for the source has more."""
LABEL_REACH = 6
"""So many lines a label at the end speaks for."""
_QUOTE_END = ("”", '"', "’")


def source_line(page: Page, at: int) -> Role | None:
    """A label for the source with an address or a name after it, below the first paragraph.

    Between headline and body only a medium's name counts: other such labels there credit pictures.
    """
    text = page.text(at)
    match = page.known.sources.label.match(text) if page.hints[at] & SOURCE else None
    if match is None:
        return None
    value = text[match.end() :].strip(" |")
    if at <= page.extent.begin:
        below_title = page.title_at is not None and page.title_at < at < page.extent.begin
        return Role.SOURCE if below_title and ":" in match[0] and page.known.name.fullmatch(value) else None
    if ADDRESS.match(value):
        return Role.SOURCE
    short = 0 < len(value.split()) <= SOURCE_WORDS and not ends_sentence(value)
    return Role.SOURCE if short and (":" in match[0] or page.known.name.fullmatch(value)) else None


def source_below_label(page: Page, at: int) -> Role | None:
    """A medium's name alone right below a bare label: `Sumber :`, and below it `• bbc`."""
    above = page.previous_filled(at)
    if above is None or not page.hints[above] & SOURCE or not page.known.sources.label.fullmatch(page.text(above)):
        return None
    name = page.text(at)[bullet_length(page.text(at)) :]
    return Role.SOURCE if name.casefold() in page.known.brands else None


def closing_mark(page: Page, at: int) -> Role | None:
    """Initials, names or agencies in brackets, or a row of stars, alone below a paragraph."""
    closing = page.closings[at]
    if closing is None or closing.start or at <= page.extent.begin:
        return None
    named = any(author.role == "author" for author in closing.authors)
    if named and not closing.is_sure and (at < page.extent.end or _names_another(page, at)):
        return None
    return Role.SOURCE if closing.media else Role.SIGNOFF


def note_on_author(page: Page, at: int) -> Role | None:
    """Who the author is, told below the article under the name that the byline has."""
    return Role.BOILERPLATE if at in page.author_notes else None


def _names_another(page: Page, at: int) -> bool:
    """`— Nama Nama` that names no author but a speaker of the words above, an entry of a list, or a reader."""
    if not page.text(at).startswith(LONG_DASH):
        return False
    above, below = page.previous_filled(at), page.next_filled(at)
    if above is None or above >= page.extent.end:
        return True
    beside = [page.text(other) for other in (above, below) if other is not None]
    return page.text(above).endswith(_QUOTE_END) or any(text.startswith(LONG_DASH) for text in beside)


def after_the_end(page: Page, at: int) -> Role | None:
    """A line below a mark of the end, such as the heading of a list of other stories."""
    return Role.BOILERPLATE if at >= page.extent.tail else None


def beginning_of_next_page(page: Page, at: int) -> Role | None:
    """Words cut short with dots right below a link to the next page, which begins with them."""
    above = page.previous_filled(at)
    phrase = page.phrases[above] if above is not None else None
    leads_on = phrase is not None and phrase.rule.leads_on
    return Role.BOILERPLATE if leads_on and is_cut_short(page.text(at)) else None


def below_label_at_end(page: Page, at: int) -> Role | None:
    """A doubtful line shortly below a label, such as that of the latest news, behind the last sentence."""
    sure = DOUBT if ends_sentence(page.text(at)) else HEADLINE_DOUBT
    if at < page.extent.end or page.liking.chances[at] >= sure:
        return None
    above = page.previous_filled(at)
    for _ in range(LABEL_REACH):
        if above is None or above < page.extent.end:
            return None
        phrase = page.phrases[above]
        if phrase is not None and phrase.rule.where == "tail":
            return Role.BOILERPLATE
        above = page.previous_filled(above)
    return None
