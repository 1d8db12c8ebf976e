"""Clipping to what the article, parallel and ledger pages and every list show of it, in one language."""

import math
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from kliping.digest.kinship import shared
from kliping.digest.model import Clipping, Edition, Passage
from kliping.markup import edition_html
from kliping.model import KEPT_ROLES, MOVED_ROLES, Article, Author, Fact, Medium, Moment, Role
from kliping_pelican.showing import addresses
from kliping_pelican.showing.article_views import ArticleView, Evidence, FigureView, LedgerView, Pair, RelatedCard
from kliping_pelican.showing.reader import Reader, outlet_path, rule_words, safe_url, tag_groups, topic_links
from kliping_pelican.showing.structured import title_of
from kliping_pelican.showing.views import Card

WORDS_A_MINUTE = 200
MOST_ALIKE = 5
"""Articles named because they share wording."""
MOST_NAMES = 3
"""People named as the reason for another."""

FATES = {
    role: "kept" if role in KEPT_ROLES else "moved" if role in MOVED_ROLES else "blank" if role is Role.BLANK else "removed"
    for role in Role
}
"""What became of a line's words, by role."""


def card_of(id_: str, reader: Reader) -> Card:
    """The article as lists show it, made once for a reader."""
    found = reader.cards.get(id_)
    if found is None:
        found = reader.cards[id_] = card(reader.digest.clippings[id_], reader)
    return found


def card(clipping: Clipping, reader: Reader) -> Card:
    """The article as lists show it."""
    article, edition = clipping.article, clipping.editions[reader.lang]
    publisher, withdrawn = article.publisher, clipping.sidecar.withdrawn is not None
    return Card(
        id=article.id,
        path=addresses.article(reader.lang, article.id),
        title=title_of(clipping, reader) if withdrawn else edition.title,
        opening=next((block.passage for block in edition.blocks if block.kind != "heading"), None),
        standfirst=edition.standfirst,
        published=article.published,
        reports_until=article.reports_until,
        publisher=publisher.value if publisher else None,
        publisher_path=outlet_path(publisher.outlet if publisher else None, reader),
        wires=tuple(wire.value for wire in article.wires),
        translated=edition.translation is not None and not withdrawn,
    )


def article_view(clipping: Clipping, reader: Reader, kin: Sequence[str] = ()) -> ArticleView:
    """All that the article and parallel pages show; `kin` are the ids of other articles to name."""
    article, lang, sidecar = clipping.article, reader.lang, clipping.sidecar
    edition, original = clipping.editions[lang], clipping.editions[article.lang]
    other = (
        next((code for code in reader.digest.langs if code != article.lang), article.lang) if original is edition else lang
    )
    withdrawn = sidecar.withdrawn
    return ArticleView(
        card=card_of(article.id, reader),
        article=article,
        edition=edition,
        original=original,
        translation=edition.translation,
        body=edition_html(edition, state_label(reader), _anchor_label(reader)),
        pairs=tuple(_pairs(original, clipping.editions[other])),
        parallel_langs=(article.lang, other),
        parallel_translation=clipping.editions[other].translation,
        figures=tuple(
            FigureView(caption=caption, figure=figure)
            for caption, figure in zip(edition.captions, article.figures, strict=True)
        ),
        evidence=tuple(_evidence(article, reader)),
        notices=article.notices,
        note=sidecar.note.get(lang),
        corrections=tuple((each.date.isoformat(), each.text[lang]) for each in sidecar.corrections),
        withdrawn=(withdrawn.date.isoformat(), withdrawn.reason[lang]) if withdrawn else None,
        policy=clipping.policy,
        withheld=clipping.withheld,
        elsewhere=next((safe_url(fact.value) for fact in (article.url, article.original_url) if fact), None),
        topics=topic_links(article, reader),
        tags=tag_groups([reader.digest.entries[article.id]], reader),
        related=(*_alike(clipping, reader), *(_akin(clipping, other, reader) for other in kin)),
        see_also=article.see_also,
        minutes=_minutes(edition),
        path=addresses.article(lang, article.id),
        parallel_path=addresses.parallel(lang, article.id),
        ledger_path=addresses.ledger(lang, article.id),
    )


def ledger_view(clipping: Clipping, reader: Reader) -> LedgerView:
    """The file as it came, with each line's fate and the totals."""
    roles = [max(line.spans, key=lambda span: span.end - span.start).role for line in clipping.lines if line.spans]
    totals = Counter(FATES[role] for role in roles)
    rules = {span.rule for line in clipping.lines for span in line.spans}
    return LedgerView(
        lines=clipping.lines,
        kept=totals["kept"],
        moved=totals["moved"],
        removed=totals["removed"],
        blank=totals["blank"],
        fates=FATES,
        rules={rule: rule_words(rule, reader) for rule in sorted(rules)},
    )


def _evidence(article: Article, reader: Reader) -> Iterator[Evidence]:
    """The rows of the source panel; what readers expect of every article has a row even where it is unknown."""
    publisher = article.publisher
    yield _row("publisher", publisher, reader, path=outlet_path(publisher.outlet if publisher else None, reader))
    for author in _by_role(article.authors):
        yield _row(author.role, author, reader)
    if not article.authors:
        yield _row("author", None, reader)
    for wire in article.wires:
        yield _medium("wire", wire, reader)
    for medium in article.cited:
        yield _medium("cited", medium, reader)
    yield _row("published", article.published, reader)
    if article.updated:
        yield _row("updated", article.updated, reader)
    if article.dateline:
        yield _row("dateline", article.dateline, reader)
    if article.url:
        yield _row("url", article.url, reader, url=article.url.value)
    if article.original_url != article.url or not article.url:
        original = article.original_url
        yield _row("original_url", original, reader, url=original.value if original else None)


def _by_role(authors: Sequence[Author]) -> list[Author]:
    """Those of one role together, roles in the order in which they first occur."""
    roles = list(dict.fromkeys(author.role for author in authors))
    return sorted(authors, key=lambda author: roles.index(author.role))


def _medium(field: str, medium: Medium, reader: Reader) -> Evidence:
    return _row(field, medium, reader, path=outlet_path(medium.outlet, reader), url=medium.url)


def _row(field: str, fact: Fact | None, reader: Reader, *, path: str | None = None, url: str | None = None) -> Evidence:
    return Evidence(
        field=field,
        value=fact.value if fact else None,
        moment=fact if isinstance(fact, Moment) else None,
        basis=fact.basis if fact else None,
        line=fact.line if fact else None,
        cue=fact.cue if fact else None,
        rule=rule_words(fact.rule, reader) if fact and fact.rule else None,
        path=path,
        url=safe_url(url),
    )


def _pairs(original: Edition, other: Edition) -> Iterator[Pair]:
    for kind in ("title", "standfirst"):
        first, second = getattr(original, kind), getattr(other, kind)
        if first and second:
            yield Pair(kind=kind, anchor=kind, original=first, translated=second)
    for block, same in zip(original.blocks, other.blocks, strict=True):
        yield Pair(kind=block.kind, anchor=block.anchor, original=block.passage, translated=same.passage)
    for number, (first, second) in enumerate(zip(original.captions, other.captions, strict=True), 1):
        yield Pair(kind="caption", anchor=f"caption{number}", original=first, translated=second)


def _alike(clipping: Clipping, reader: Reader) -> Iterator[RelatedCard]:
    for like in clipping.likenesses[:MOST_ALIKE]:
        yield RelatedCard(card=card_of(like.article, reader), percent=round(like.share * 100))


def _akin(clipping: Clipping, other: str, reader: Reader) -> RelatedCard:
    registers, lang = reader.digest.registers, reader.lang
    topics, people = shared(clipping.article.id, other, reader.digest)
    return RelatedCard(
        card=card_of(other, reader),
        topics=tuple(registers.topics[topic].name[lang] for topic in topics),
        people=tuple(registers.vocabulary[tag].name[lang] for tag in people[:MOST_NAMES]),
    )


def _minutes(edition: Edition) -> int:
    words = sum(len(block.passage.text.split()) for block in edition.blocks)
    return max(1, math.ceil(words / WORDS_A_MINUTE))


def state_label(reader: Reader) -> Callable[[Passage], str]:
    """Says in the reader's language why a passage is in another."""
    return lambda passage: reader.words.pgettext("state", passage.state)


def _anchor_label(reader: Reader) -> Callable[[str], str]:
    def label(anchor: str) -> str:
        return reader.words.gettext("Paragraph %(number)s", number=anchor.removeprefix("p"))

    return label
