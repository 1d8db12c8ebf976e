"""The article that a ledger describes.

Input: a page and its labels. Output: `Article`, each value with its basis; unknown stays None.
"""

from collections.abc import Iterator

from kliping.cleaning.cuts import Part, parts_of
from kliping.cleaning.findings import findings_of
from kliping.cleaning.forms.dateline_parts import place_name
from kliping.cleaning.forms.shapes import bullet_length
from kliping.cleaning.labels import Ledger
from kliping.cleaning.lexicon.calendar import FoundDate
from kliping.cleaning.overview.opening import find_place
from kliping.cleaning.page import Page
from kliping.cleaning.passages import blocks_of
from kliping.cleaning.provenance.address import original_url_of, url_of
from kliping.cleaning.provenance.authors import authors_of
from kliping.cleaning.provenance.media import media_of
from kliping.cleaning.provenance.notices import notices_of
from kliping.cleaning.provenance.publishing import publisher_of
from kliping.days import day_of, precision_of
from kliping.model import Article, Basis, Fact, Figure, Moment, Role, SeeAlso


def assemble(page: Page, ledger: Ledger, *, id_: str, source_path: str) -> Article:
    """The article of a labelled page, still without tags and topics."""
    parts = list(parts_of(page.texts, ledger.labels))
    wires, cited = media_of(page, parts)
    published, updated = _moments(page, parts)
    blocks = blocks_of(page, parts)
    return Article(
        id=id_,
        source_path=source_path,
        lang=page.sidecar.lang or page.lang,
        title=_fact(page, parts, Role.TITLE, page.sidecar.title),
        standfirst=_fact(page, parts, Role.STANDFIRST, page.sidecar.standfirst),
        published=_curated_moment(page.sidecar.published) or published,
        updated=_curated_moment(page.sidecar.updated) or updated,
        publisher=publisher_of(page),
        authors=authors_of(page, ledger.labels),
        dateline=_dateline(page, parts),
        wires=wires,
        cited=cited,
        url=url_of(page),
        original_url=original_url_of(page, parts),
        figures=tuple(_figures(page, parts)),
        blocks=blocks,
        see_also=tuple(_see_also(page, parts)),
        keywords=tuple(_keywords(page, parts)),
        notices=tuple(notices_of(page, parts)),
        tags=(),
        topics=(),
        reports_until=_reports_until(page),
        findings=tuple(findings_of(page, parts, blocks)),
        ledger=ledger.spans,
    )


def _fact(page: Page, parts: list[Part], role: Role, curated: str | None) -> Fact | None:
    if curated:
        return Fact(value=curated, basis=Basis.CURATOR)
    for part in parts:
        if part.role is role:
            number = page.lines[part.at].number
            words = part.text[bullet_length(part.text) :] if role is Role.TITLE else part.text
            return Fact(value=words, basis=Basis.TEXT, line=number, rule=part.rule)
    return None


def _dateline(page: Page, parts: list[Part]) -> Fact | None:
    if page.sidecar.dateline:
        return Fact(value=page.sidecar.dateline, basis=Basis.CURATOR)
    for part in parts:
        if part.role is Role.DATELINE:
            place = find_place(page, part.at)
            if place:
                return Fact(
                    value=place_name(place),
                    basis=Basis.TEXT,
                    line=page.lines[part.at].number,
                    cue=part.text,
                    rule=part.rule,
                )
    return None


def _moments(page: Page, parts: list[Part]) -> tuple[Moment | None, Moment | None]:
    published = updated = None
    for part in parts:
        said = page.own_dates.get(part.at) if part.role is Role.PUBLISHED else None
        if said:
            published = published or _moment(page, part, said.published)
            updated = updated or _moment(page, part, said.updated)
    return published or _day_in_dateline(page, parts), updated


def _day_in_dateline(page: Page, parts: list[Part]) -> Moment | None:
    """`OLDTOWN, Dec 20, 2030 (BSS) - `: if no other line tells the day of publication, it is that of the dateline."""
    for part in parts:
        days = page.known.calendar.find(part.text, month_first=page.month_first) if part.role is Role.DATELINE else []
        if len(days) == 1 and days[0].day:
            return _moment(page, part, days[0])
    return None


def _moment(page: Page, part: Part, found: FoundDate | None) -> Moment | None:
    if found is None:
        return None
    return Moment(
        value=found.value,
        precision=found.precision,
        basis=Basis.TEXT,
        line=page.lines[part.at].number,
        cue=page.text(part.at)[found.start : found.end].strip(),
        rule=part.rule,
    )


def _curated_moment(value: str | None) -> Moment | None:
    if not value:
        return None
    return Moment(value=value, precision=precision_of(value), basis=Basis.CURATOR)


def _figures(page: Page, parts: list[Part]) -> Iterator[Figure]:
    for place, part in enumerate(parts):
        if part.role is not Role.CAPTION:
            continue
        days = [found.day for found in page.known.calendar.find(part.text) if found.day]
        yield Figure(
            caption=part.text,
            credit=_credit_of(page, parts, place),
            date=days[0].isoformat() if days else None,
            line=page.lines[part.at].number,
        )


def _credit_of(page: Page, parts: list[Part], place: int) -> str | None:
    """The credit on the caption's own line, else on the lines right below or right above it."""
    below = [part for part in parts[place + 1 : place + 3] if part.role is Role.CREDIT]
    above = [part for part in parts[max(0, place - 1) : place] if part.role is Role.CREDIT]
    own = [part for part in below if part.at == parts[place].at]
    for part in (*own, *below, *above):
        credit = page.credits[part.at]
        words = credit.name if credit and credit.start else part.text.strip(" -–•:()[]")
        if page.phrases[part.at] is None or words.casefold().rstrip(" :") not in _label_words(page, part.at):
            return credit.name if credit else words
    return None


def _label_words(page: Page, at: int) -> set[str]:
    phrase = page.phrases[at]
    return {words.casefold() for words in phrase.rule.exact} if phrase else set()


def _see_also(page: Page, parts: list[Part]) -> Iterator[SeeAlso]:
    for part in parts:
        if part.role is Role.SEE_ALSO:
            label = page.known.links.label.match(part.text)
            words = part.text[label.end() :] if label else part.text
            words = words[bullet_length(words) :]
            words = words.strip("() ") if words.endswith(")") else words
            if words:
                yield SeeAlso(text=words, line=page.lines[part.at].number)


def _keywords(page: Page, parts: list[Part]) -> Iterator[str]:
    for part in parts:
        if part.role is Role.KEYWORD and page.phrases[part.at] is None:
            yield part.text[bullet_length(part.text) :]


def _reports_until(page: Page) -> Moment | None:
    if page.newest_in_body is None:
        return None
    found, at = page.newest_in_body
    return Moment(
        value=day_of(found.value),
        precision="day",
        basis=Basis.INFERRED,
        line=page.lines[at].number,
        cue=page.text(at)[found.start : found.end],
        rule="newest_date_in_body",
    )
