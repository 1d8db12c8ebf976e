"""Furniture of the kind news sites put around and into articles, one page at a time; its labels are exact."""

import random
import re
from collections.abc import Mapping, Sequence

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
        leads: Sequence[str],
    ) -> None:
        self.rng, self.lang, self.bank = rng, lang, bank[lang]
        self.body, self.headlines, self.leads = body, headlines, leads
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
        if self.likely(0.1):
            self.teasers()
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
        signed, led, whole = self.likely(0.3), self.rng.choice((0.0, 0.0, 0.2, 1.0)), self.likely(0.5)
        dated_first = self.likely(0.5)
        for _ in range(self.rng.randint(2, 12)):
            date = [self.date()] * dated
            self.add(*date * dated_first, bullet + self.rng.choice(self.headlines), *[self.pick("names")] * signed)
            self.add(*date * (not dated_first))
            if self.likely(led):
                lead = self.rng.choice(self.leads)
                self.add(lead if whole else lead.split(". ")[0] + self.rng.choice(("...", ".", "")))

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
