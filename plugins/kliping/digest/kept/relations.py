"""What holds between articles: shared wording, and paragraphs cited in timelines; each is worked out once and remembered."""

from collections.abc import Mapping, Sequence, Set
from functools import partial

import msgspec
from msgspec import Struct

from kliping.digest.kept.desk import Desk
from kliping.digest.kept.filed import Filed
from kliping.digest.kept.opening import open_parsed, sketch_of
from kliping.digest.kept.shelf import Shelf
from kliping.digest.model import Likeness, News
from kliping.digest.relating import Overlap, Overlaps, counter, find_likenesses
from kliping.digest.sources import Source
from kliping.digest.timeline import check_timelines
from kliping.errors import InvalidData
from kliping.memory import Key, key_of


class Likenesses(Struct, frozen=True):
    """Likenesses by article id."""

    found: dict[str, tuple[Likeness, ...]]


def timeline_errors(filed: Mapping[str, Filed], shelf: Shelf, unread: Set[str], desk: Desk) -> tuple[InvalidData, ...]:
    """What is wrong with timelines; sound ones are not checked again as long as the cited articles stay the same."""
    topics = desk.registers.topics
    cites = (cite for topic in topics.values() for entry in topic.timeline for cite in entry.cites)
    cited = sorted({cite.partition("#")[0] for cite in cites})
    words = (filed[id_].words if id_ in filed else str(id_ in unread) for id_ in cited)
    key = key_of("timelines", desk.describing, *cited, *words)
    if desk.memory.get(key, bool):
        return ()
    errors = tuple(check_timelines(desk.content / "topics", topics, shelf, unread))
    if not errors:
        desk.memory.put(key, True, small=True)
    return errors


def likenesses_of(
    filed: Mapping[str, Filed], sources: Mapping[str, Source], desk: Desk
) -> Mapping[str, tuple[Likeness, ...]]:
    """Which articles share wording; looked for anew if the words of any article changed."""
    cleaned = {id_: one.cleaned for id_, one in filed.items()}
    desk.memory.keep_alive(map(_overlaps_key, cleaned.values()))
    key = _likeness_key(cleaned)
    known = desk.memory.get(key, Likenesses)
    if known is None:
        article_of = lambda id_: open_parsed(filed[id_], sources[id_], desk).article  # noqa: E731
        sketches = {id_: sketch_of(each, partial(article_of, id_), desk) for id_, each in cleaned.items()}
        known = Likenesses(find_likenesses(sketches, _kept(counter(article_of), cleaned, desk)))
        desk.memory.put(key, known, small=True)
    return known.found


def news_with_likenesses(
    news: News, filed: Mapping[str, Filed], now: Mapping[str, tuple[Likeness, ...]], desk: Desk
) -> News | None:
    """The news, and in addition the articles whose shares of wording changed; `filed` are all articles as they were.

    None if other articles share wording than before, so that more may change than these articles' own pages.
    """
    if not news.articles:
        return news
    known = desk.memory.get(_likeness_key({id_: one.cleaned for id_, one in filed.items()}), Likenesses)
    if known is None:
        return None
    before = known.found
    changed = {id_ for id_ in {*before, *now} if before.get(id_) != now.get(id_)}
    if any(_ids(before.get(id_, ())) != _ids(now.get(id_, ())) for id_ in changed):
        return None
    return msgspec.structs.replace(news, articles=news.articles | changed)


def _ids(likenesses: Sequence[Likeness]) -> set[str]:
    return {like.article for like in likenesses}


def _likeness_key(cleaned: Mapping[str, Key]) -> Key:
    return key_of("likeness", *(part for id_ in sorted(cleaned) for part in (id_, cleaned[id_])))


def _kept(count: Overlaps, cleaned: Mapping[str, Key], desk: Desk) -> Overlaps:
    """Counts what two articles share only once, as long as the words of both stay the same."""

    def overlaps(one: str, others: Sequence[str]) -> list[Overlap]:
        key, keys = _overlaps_key(cleaned[one]), [cleaned[other] for other in others]
        known = desk.memory.get(key, dict[Key, Overlap]) or {}
        new = [other for other in others if cleaned[other] not in known]
        if new:
            known = known | dict(zip((cleaned[other] for other in new), count(one, new), strict=True))
            desk.memory.put(key, {each: known[each] for each in keys})
        return [known[each] for each in keys]

    return overlaps


def _overlaps_key(cleaned: Key) -> Key:
    return cleaned + b"overlaps"
