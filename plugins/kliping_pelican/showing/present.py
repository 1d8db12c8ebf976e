"""Clipping to what the article, parallel and ledger pages and every list show of it, in one language."""

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property

from markupsafe import Markup

from kliping.digest.kinship import shared
from kliping.digest.model import Clipping, Edition, Passage, Translation
from kliping.digest.registers import Policy
from kliping.markup import is_numbered
from kliping.model import KEPT_ROLES, MOVED_ROLES, Article, Lang, Notice, Role, SeeAlso
from kliping_pelican.showing import addresses
from kliping_pelican.showing.article_views import Evidence, FigureView, LedgerView, Pair, RelatedCard, changes_between
from kliping_pelican.showing.cards import Face, card_of, elsewhere_of
from kliping_pelican.showing.evidence import evidence_of
from kliping_pelican.showing.reader import Reader, rule_words, tags_of, topic_links
from kliping_pelican.showing.telling import told_corrections, writers_of
from kliping_pelican.showing.views import Link, TagGroup

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


class ArticleView:
    """An article page, and its parallel and ledger pages; each value is made when a template first asks for it."""

    def __init__(self, id_: str, reader: Reader, face: Face, kin: Sequence[str] = ()) -> None:
        """`kin` are the ids of other articles to name."""
        self._id, self._reader, self._kin = id_, reader, kin
        self.card = face.card
        """The article as lists show it."""
        self.body = Markup(face.body)  # made by kliping.markup
        """The blocks of `edition` as HTML, paragraphs with anchors, foreign passages with `lang` and a label."""

    @cached_property
    def _clipping(self) -> Clipping:
        return self._reader.digest.clippings[self._id]

    @cached_property
    def article(self) -> Article:
        """What was read from its file, as far as it may be shown."""
        return self._clipping.article

    @cached_property
    def edition(self) -> Edition:
        """The edition in the reader's language."""
        return self._clipping.editions[self._reader.lang]

    @cached_property
    def original(self) -> Edition:
        """The edition in the article's own language; the same object where the reader's language is that."""
        return self._clipping.editions[self.article.lang]

    @cached_property
    def translation(self) -> Translation | None:
        """Who translated it and how; None for an original."""
        return self.edition.translation

    @cached_property
    def pairs(self) -> tuple[Pair, ...]:
        """For the parallel page: each passage in the original and in the other language, in reading order."""
        return tuple(_pairs(self.original, self._clipping.editions[self.parallel_langs[1]]))

    @cached_property
    def parallel_translation(self) -> Translation | None:
        """What the second column is: `translation` where that is the reader's language, else another edition's."""
        return self._clipping.editions[self.parallel_langs[1]].translation

    @cached_property
    def parallel_langs(self) -> tuple[Lang, Lang]:
        """Languages of the two columns: the original's first."""
        own, lang = self.article.lang, self._reader.lang
        other = next((code for code in self._reader.digest.langs if code != own), own) if lang == own else lang
        return own, other

    @cached_property
    def figures(self) -> tuple[FigureView, ...]:
        """Its photos' words."""
        return tuple(
            FigureView(caption=caption, figure=figure)
            for caption, figure in zip(self.edition.captions, self.article.figures, strict=True)
        )

    @cached_property
    def evidence(self) -> tuple[Evidence, ...]:
        """The rows of the source panel."""
        return tuple(evidence_of(self.article, self._reader))

    @cached_property
    def notices(self) -> tuple[Notice, ...]:
        """What stands in the article about itself."""
        return self.article.notices

    @cached_property
    def note(self) -> str | None:
        """The editor's note in the reader's language."""
        return self._clipping.sidecar.note.get(self._reader.lang)

    @cached_property
    def corrections(self) -> tuple[tuple[str, str], ...]:
        """ISO day and text, oldest first; none of a withdrawn article."""
        return told_corrections(self._clipping.sidecar, self._reader.lang)

    @cached_property
    def withdrawn(self) -> tuple[str, str] | None:
        """ISO day and reason; then nothing else of the article is given."""
        taken = self._clipping.sidecar.withdrawn
        return (taken.date.isoformat(), taken.reason[self._reader.lang]) if taken else None

    @cached_property
    def policy(self) -> Policy:
        """What may be shown of its outlet's articles."""
        return self._clipping.policy

    @cached_property
    def withheld(self) -> int:
        """Number of blocks the policy leaves out."""
        return self._clipping.withheld

    @cached_property
    def elsewhere(self) -> str | None:
        """The whole article at its outlet; http(s) only."""
        return elsewhere_of(self.article)

    @cached_property
    def topics(self) -> tuple[Link, ...]:
        """Its topics."""
        return topic_links(self._reader.digest.entries[self._id], self._reader)

    @cached_property
    def tags(self) -> tuple[TagGroup, ...]:
        """Its tags by kind."""
        return tags_of(self._reader.digest.entries[self._id], self._reader)

    @cached_property
    def related(self) -> tuple[RelatedCard, ...]:
        """Others that share wording, and those near it in topics and people."""
        return (*_alike(self._clipping, self._reader), *(_akin(self._clipping, other, self._reader) for other in self._kin))

    @cached_property
    def writers(self) -> tuple[str, ...]:
        """Those who wrote it, for a citation."""
        return writers_of(self.article)

    @cached_property
    def see_also(self) -> tuple[SeeAlso, ...]:
        """What the outlet linked to."""
        return self.article.see_also

    @cached_property
    def minutes(self) -> int:
        """Reading time; 0 where nothing of the text may be shown."""
        return _minutes(self.edition)

    @cached_property
    def path(self) -> str:
        """Its page."""
        return addresses.article(self._reader.lang, self._id)

    @cached_property
    def parallel_path(self) -> str:
        """Both languages side by side."""
        return addresses.article(self._reader.lang, self._id, "parallel")

    @cached_property
    def ledger_path(self) -> str:
        """How it was cleaned."""
        return addresses.article(self._reader.lang, self._id, "ledger")


def ledger_view(clipping: Clipping, reader: Reader) -> LedgerView:
    """The file as it came, with each line's fate and the totals."""
    roles = [max(line.spans, key=lambda span: span.end - span.start).role for line in clipping.lines if line.spans]
    totals = Counter(FATES[role] for role in roles)
    rules = {span.rule for line in clipping.lines for span in line.spans}
    return LedgerView(
        lines=clipping.lines,
        is_rendered=clipping.is_rendered,
        kept=totals["kept"],
        moved=totals["moved"],
        removed=totals["removed"],
        blank=totals["blank"],
        fates=FATES,
        rules={rule: rule_words(rule, reader) for rule in sorted(rules)},
    )


def _pairs(original: Edition, other: Edition) -> Iterator[Pair]:
    for kind in ("title", "standfirst"):
        first, second = getattr(original, kind), getattr(other, kind)
        if first and second:
            yield _pair(kind, kind, first, second)
    for block, same in zip(original.blocks, other.blocks, strict=True):
        yield _pair(block.kind, block.anchor, block.passage, same.passage)
    for number, (first, second) in enumerate(zip(original.captions, other.captions, strict=True), 1):
        yield _pair("caption", f"caption{number}", first, second)


def _pair(kind: str, anchor: str, original: Passage, translated: Passage) -> Pair:
    return Pair(
        kind=kind,
        anchor=anchor,
        original=original,
        translated=translated,
        is_numbered=kind == "list" and is_numbered(original.text),
        changes=tuple(changes_between(translated.was, original.text)) if translated.was else (),
    )


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
    return math.ceil(words / WORDS_A_MINUTE)
