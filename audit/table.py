"""Measures with their bounds to a table for people, and whether all bounds hold."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Measure:
    """One number and its bound."""

    what: str
    where: str
    value: float
    bound: float
    side: Literal["at most", "at least"] = "at most"
    unit: str = ""
    note: str = ""
    """Why it is as it is, where that is known."""

    @property
    def holds(self) -> bool:
        """Whether the number is on the right side of its bound."""
        return self.value <= self.bound if self.side == "at most" else self.value >= self.bound


def table(measures: Iterable[Measure]) -> str:
    """A Markdown table of the measures; what breaks its bound says so."""
    rows = ["| what | where | measured | bound | |", "|---|---|---:|---:|---|"]
    for one in measures:
        sign = "≤" if one.side == "at most" else "≥"
        state = "" if one.holds else "**broken**"
        words = " ".join(part for part in (state, one.note) if part)
        rows.append(f"| {one.what} | {one.where} | {one.value:g}{one.unit} | {sign} {one.bound:g}{one.unit} | {words} |")
    return "\n".join(rows)
