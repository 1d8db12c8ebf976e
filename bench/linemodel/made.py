"""Made pages: real bodies in furniture of the kind news sites put around and into them; their labels are exact."""

import random
import re
from collections.abc import Mapping, Sequence

from pages import LabelledPage, labelled

LANGS = ("en", "id")
"""Languages of which there is furniture."""
Line = tuple[str, float | None]
"""A line and its label: 1 body, 0 furniture, None not counted."""


class Furnisher:
    """Puts one page together from the furniture of one language; every choice comes from the random source."""

    def __init__(
        self,
        rng: random.Random,
        lang: str,
        bank: Mapping,
        body: Sequence[str],
        headlines: Sequence[str],
    ) -> None:
        self.rng, self.lang, self.bank, self.body, self.headlines = (
            rng,
            lang,
            bank[lang],
            body,
            headlines,
        )
        self.agencies = bank["agencies"]
        self.outlet = rng.choice(self.bank["outlets"])
        self.lines: list[Line] = []

    def likely(self, chance: float) -> bool:
        return self.rng.random() < chance

    def pick(self, kind: str):
        return self.rng.choice(self.bank[kind])

    def add(self, *texts: str, label: float | None = 0.0) -> None:
        self.lines.extend((text, label) for text in texts)

    def filled(self, pattern: str) -> str:
        headline, name = self.rng.choice(self.headlines), self.pick("names")
        initials = ["".join(self.rng.choices("abcdefghijklmnoprstwy", k=3)) for _ in range(3)]
        return pattern.format(
            h=headline,
            H=headline.upper(),
            n=name,
            N=name.upper(),
            m=self.pick("names"),
            o=self.outlet,
            a=initials[0],
            b=initials[1],
            c=initials[2],
            A=initials[0].upper(),
            k=self.rng.randint(1, 9),
        )

    def date(self) -> str:
        month = self.rng.randrange(12)
        return self.pick("dates").format(
            D=self.pick("days"),
            d=self.rng.randint(1, 28),
            M=self.bank["months"][month],
            S=self.bank["months_short"][month],
            m=month + 1,
            y=self.rng.randint(2009, 2026),
            h=self.rng.randint(0, 23),
            i=self.rng.randint(0, 59),
            o=self.outlet,
        )

    def caption(self) -> str:
        words = re.sub(
            r'["“”]',
            "",
            self.rng.choice([text for text in self.body if text.count(" ") > 8] or self.body),
        ).split()
        words = words[: self.rng.randint(6, 22)]
        name, agency = self.pick("names"), self.rng.choice(self.agencies)
        return self.pick("captions").format(
            c=" ".join(words).rstrip(",;:.- "),
            k=" ".join(words[:3]),
            N=name,
            NU=name.upper(),
            ag=agency,
            AG=agency.upper(),
            o=self.outlet,
            C=self.pick("cities"),
            d=f"Senin ({self.rng.randint(1, 28)}/{self.rng.randint(1, 12)}/2024)",
        )

    def page(self) -> list[Line]:
        """The lines of one page, a '' for a blank line."""
        self.head()
        self.middle()
        self.tail()
        return self.with_blanks()

    def head(self) -> None:
        title = self.rng.choice(self.headlines)
        if self.likely(0.5):
            self.add(self.pick("crumbs"))
        if self.likely(0.85):
            self.add(title)
        if self.likely(0.25):
            self.add(self.caption().split(". ")[0], label=None)
        meta = [self.date()] * self.likely(0.8) + [self.filled(self.pick("bylines"))] * self.likely(0.6)
        meta += ["·"] * self.likely(0.2) + [self.filled(self.pick("reading"))] * self.likely(0.2)
        self.rng.shuffle(meta)
        self.add(*meta)
        if self.likely(0.6):
            self.add(*self.pick("share"))
        if self.likely(0.8):
            self.add(*[self.caption()] * (1 + self.likely(0.25)))
        if self.likely(0.3):
            self.add(*self.pick("share"))
        if self.likely(0.25):
            self.add(self.pick("adverts"))
        if self.likely(0.12):
            self.add(title)

    def middle(self) -> None:
        adverts, related = (self.rng.random() * 0.25 * self.likely(chance) for chance in (0.5, 0.6))
        advert, see_also = self.pick("adverts"), self.pick("related")
        for number, text in enumerate(self.body[:-1]):
            self.add(text, label=1.0)
            if self.likely(adverts or (number == 0 and 0.2)):
                self.add(advert)
            if self.likely(related):
                self.add(self.filled(see_also))
            if self.likely(0.03):
                self.add(self.pick("related_heads"))
                self.add(
                    *(
                        self.rng.choice(("* ", "", "- ")) + self.rng.choice(self.headlines)
                        for _ in range(self.rng.randint(1, 4))
                    )
                )
            if self.likely(0.05):
                self.add(self.caption())
            if self.likely(0.02):
                self.add(self.filled(self.pick("tails")[0]))
        self.add(self.body[-1], label=1.0)

    def tail(self) -> None:
        self.add(*(self.filled(self.pick("signoffs")) for _ in range(self.rng.choice((0, 1, 1, 2, 3)))))
        for _ in range(self.rng.choice((0, 0, 1, 2, 3, 5))):
            self.rng.choices(
                (self.promise, self.teasers, self.tags, self.sharing, self.comments),
                (35, 25, 15, 15, 10),
            )[0]()
        if self.likely(0.4):
            self.add(
                f"Copyright © {self.rng.randint(2010, 2026)} {self.outlet}",
                *["All Rights Reserved"] * self.likely(0.5),
            )

    def promise(self) -> None:
        self.add(*map(self.filled, self.pick("tails")))

    def teasers(self) -> None:
        self.add(self.pick("related_heads"))
        bullet, dated = self.rng.choice(("* ", "", "", "", "• ", "1. ")), self.likely(0.4)
        for _ in range(self.rng.randint(2, 8)):
            self.add(*[self.date()] * dated, bullet + self.rng.choice(self.headlines))
            if self.likely(0.2):
                self.add(self.rng.choice(self.body).split(". ")[0] + self.rng.choice(("...", ".", "")))

    def tags(self) -> None:
        self.add(self.pick("tag_heads"))
        for _ in range(self.rng.randint(1, 6)):
            self.add(
                self.rng.choice(("* ", "#", "", "• "))
                + " ".join(self.rng.choice(self.headlines).split()[: self.rng.randint(1, 2)])
            )

    def sharing(self) -> None:
        self.add(*self.pick("share"))

    def comments(self) -> None:
        self.add(self.pick("comment_heads"))
        for _ in range(self.rng.randint(0, 5)):
            said = " ".join(self.rng.choice(self.body).split()[: self.rng.randint(4, 25)])
            self.add(
                self.pick("names"),
                f"{self.rng.randint(1, 11)} {self.pick('ages')}",
                said,
                self.pick("reply"),
            )

    def with_blanks(self) -> list[Line]:
        if self.likely(0.5):
            return self.lines
        return [
            line
            for text, label in self.lines
            for line in ((("", None),) * (label == 1.0 or self.likely(0.5)) + ((text, label),))
        ]


def headlines_of(pages: Sequence[LabelledPage]) -> list[tuple[str, str]]:
    """Sites and lines that look like headlines, from outside the bodies of whole pages."""
    return [
        (page.site, text)
        for page in pages
        if page.form == "B"
        for text, label, size in zip(page.texts, page.labels, page.page.sizes, strict=True)
        if label < 0.1 and 5 <= size <= 14 and text[-1] not in ".:" and text[0].isupper() and "|" not in text
    ]


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
    out = []
    for page in pages:
        if page.form != "C" or page.lang not in LANGS or (page.set == "wcxb" and rng.random() < 0.4):
            continue
        body = usable_body(page)
        if not body:
            continue
        lines = rng.sample([text for site, text in heads[page.lang] if site != page.site], 80)
        for number in range(each[page.set]):
            text = list(body)
            if rng.random() < 0.5:
                text.insert(rng.randint(1, len(text) - 1), rng.choice(bank["planted"]["train"]))
            made = Furnisher(rng, page.lang, bank, text, lines).page()
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
        page.site,
        [text for _, text, _ in kept],
        gaps,
        gold,
        [label or 0.0 for *_, label in kept],
        [0.0 if label is None else 1.0 for *_, label in kept],
        lists,
    )
