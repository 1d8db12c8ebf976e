"""Ordinary sentences with the words of furniture in them, set as lines of their own into bodies: they must be kept."""

import random
import re
from collections.abc import Mapping, Sequence

from pages import LabelledPage, labelled

from kliping.cleaning.linemodel.words import HARMLESS, LineWords
from kliping.cleaning.words import words_of

LAST = 0.4
"""So often one of the sentences stands below the last line of the body."""
SENTENCE = re.compile(r"(?<=[.!?])[\"”]? +(?=[\"“A-Z])")


def short_sentences(pages: Sequence[LabelledPage], lists: LineWords) -> list[tuple[str, str]]:
    """Language and text of sentences of 2 to 11 words out of bodies; all with a word of furniture, a tenth of the others."""
    found: dict[str, str] = {}
    for page in pages:
        if page.form != "C":
            continue
        for text, label in zip(page.texts, page.labels, strict=True):
            if label < 0.8 or text[-1] not in '.!?"”':
                continue
            for sentence in map(str.strip, SENTENCE.split(text)):
                if not 2 <= len(sentence.split()) <= 11 or sentence[0] in "*-•" or sentence[-1] not in '.!?"”':
                    continue
                tokens = words_of(sentence)
                kinds = {lists.kinds.get(token, 0) for token in tokens} - HARMLESS - {0}
                if kinds or (tokens[:1] and tokens[0] in lists.openings) or random.Random(sentence).random() < 0.1:
                    found.setdefault(sentence, page.lang)
    return [(lang, sentence) for sentence, lang in found.items()]


def planted_pages(
    pages: Sequence[LabelledPage], bank: Mapping, lists: LineWords, seed: int = 11, lines: int = 3
) -> list[LabelledPage]:
    """Copies of pages with planted lines; only these lines are counted."""
    rng = random.Random(seed)
    sentences = short_sentences(pages, lists)
    pools = {lang: [text for of, text in sentences if (of == "id") == (lang == "id")] for lang in ("id", "en")}
    listed = bank["planted"]["train"]
    pools["id"] += listed
    chosen = [page for page in pages if page.form == "C" and page.set != "wcxb"]
    chosen += rng.sample([page for page in pages if page.form == "C" and page.set == "wcxb"], 200)
    out = []
    for page in chosen:
        own = pools["id" if page.lang == "id" else "en"]
        for number in range(3 if page.set == "id" else 1):
            copy = plant(
                page,
                lambda own=own: rng.choice(listed if rng.random() < 0.35 else own),
                lines,
                rng,
                lists,
                number,
            )
            out.extend(copy)
    return out


def plant(
    page: LabelledPage, sentence, lines: int, rng: random.Random, lists: LineWords, number: int = 0
) -> list[LabelledPage]:
    """The page with so many sentences set between lines of its body, or one below it; nothing if the body has too few."""
    inside = [i for i in range(1, len(page.texts)) if min(page.labels[i - 1], page.labels[i]) >= 0.8]
    if len(inside) <= lines:
        return []
    places = rng.sample(inside, lines)
    if rng.random() < LAST:
        places[0] = inside[-1] + 1
    texts, gaps, labels, counted = (
        list(page.texts),
        list(page.gaps),
        list(page.labels),
        [0.0] * len(page.texts),
    )
    for place in sorted(places, reverse=True):
        for values, value in (
            (texts, sentence()),
            (gaps, gaps[min(place, len(gaps) - 1)]),
            (labels, 1.0),
            (counted, 1.0),
        ):
            values.insert(place, value)
    return [
        labelled(
            f"{page.id}#p{number}",
            "planted",
            "planted",
            page.lang,
            page.sites,
            texts,
            gaps,
            "",
            labels,
            counted,
            lists,
        )
    ]
