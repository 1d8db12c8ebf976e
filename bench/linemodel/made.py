"""Made pages: real bodies in the furniture of `furnisher.py`."""

import random
from collections.abc import Mapping, Sequence

from furnisher import Furnisher, Line
from pages import LabelledPage, labelled

LANGS = ("en", "id")
"""Languages of which there is furniture."""


def headlines_of(pages: Sequence[LabelledPage]) -> list[tuple[str, str]]:
    """Sites and lines that look like headlines, from outside the bodies of whole pages."""
    return [
        (page.sites[0], text)
        for page in pages
        if page.form == "B"
        for text, label, size in zip(page.texts, page.labels, page.page.sizes, strict=True)
        if label < 0.1 and 5 <= size <= 14 and text[-1] not in ".:" and text[0].isupper() and "|" not in text
    ]


def leads_of(pages: Sequence[LabelledPage]) -> list[tuple[str, str]]:
    """Sites and first paragraphs of bodies, which other stories' pages print below headlines."""
    found = []
    for page in pages:
        if page.form == "C":
            body = zip(page.texts, page.labels, page.page.sizes, strict=True)
            found += [(page.sites[0], text) for text, label, size in body if label >= 0.8 and 12 <= size <= 60][:1]
    return found


def usable_body(page: LabelledPage) -> list[str]:
    """The body lines of a page if they make a news article of ordinary length without many list items."""
    body = [text for text, label in zip(page.texts, page.labels, strict=True) if label >= 0.8]
    fits = 4 <= len(body) <= 60 and sum(text.count(" ") for text in body) <= 1500
    return body if fits and sum(text[0] in "*•-" for text in body) <= 3 else []


def made_pages(
    pages: Sequence[LabelledPage], bank: Mapping, lists, each: Mapping[str, int], seed: int = 5
) -> list[LabelledPage]:
    """Made pages from the bodies of these; each: how many for a body of a set. Half carry a planted sentence or two."""
    rng = random.Random(seed)
    heads = {lang: headlines_of([page for page in pages if page.lang == lang]) for lang in LANGS}
    leads = {lang: leads_of([page for page in pages if page.lang == lang]) for lang in LANGS}
    out = []
    for page in pages:
        if page.form != "C" or page.lang not in LANGS or (page.set == "wcxb" and rng.random() < 0.4):
            continue
        body = usable_body(page)
        if not body:
            continue
        lines = rng.sample([text for site, text in heads[page.lang] if site not in page.sites], 80)
        others = rng.sample([text for site, text in leads[page.lang] if site not in page.sites], 40)
        for number in range(each[page.set]):
            text = list(body)
            if rng.random() < 0.5:
                text.insert(rng.randint(1, len(text) - 1), rng.choice(bank["planted"]["train"]))
            made = Furnisher(rng, page.lang, bank, text, lines, others).page()
            out.append(as_page(f"{page.id}#{number}", page, made, "\n".join(text), lists))
    return out


def as_page(id: str, page: LabelledPage, lines: Sequence[Line], gold: str, lists) -> LabelledPage:
    """Made lines as a labelled page of the site its body came from."""
    kept = [(index, text.strip(), label) for index, (text, label) in enumerate(lines) if text.strip()]
    gaps = [index == 0 or not lines[index - 1][0].strip() for index, _, _ in kept]
    return labelled(
        id,
        "made",
        "made",
        page.lang,
        page.sites,
        [text for _, text, _ in kept],
        gaps,
        gold,
        [label or 0.0 for *_, label in kept],
        [0.0 if label is None else 1.0 for *_, label in kept],
        lists,
    )
