"""Words of a language to sentences, paragraphs and titles that look like news and mean nothing."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml
from dice import Dice

HERE = Path(__file__).parent


class Prose:
    """Writes in one language, from its file in `words/`."""

    def __init__(self, lang: str) -> None:
        self.bank: Mapping[str, Any] = yaml.load((HERE / f"words/{lang}.yml").read_bytes(), Loader=yaml.CSafeLoader)

    def sentence(self, kind: str, dice: Dice, name: str = "") -> str:
        """A sentence of the kind `sentences`, `naming`, `quotations`, `titles` or `headings`."""
        return _capital(dice.pick(self.bank[kind]).format_map(_Slots(self.bank, dice, name)))

    def paragraph(self, dice: Dice, length: int, opening: str = "") -> str:
        """Sentences up to `length` characters or a little more, after the opening one if there is one."""
        said = [opening] if opening else []
        while sum(map(len, said)) < length:
            said.append(self.sentence("sentences", dice))
        return " ".join(said)


class _Slots(dict[str, str]):
    """Fills the places of a pattern, each time with other words."""

    def __init__(self, bank: Mapping[str, Any], dice: Dice, name: str) -> None:
        super().__init__(name=name)
        self._bank, self._dice = bank, dice

    def __missing__(self, slot: str) -> str:
        bank, dice = self._bank, self._dice
        if slot in ("np", "Np"):
            phrase: str = bank["noun_phrase"].format_map(self)
            return _capital(phrase) if slot == "Np" else phrase
        if slot == "said":
            return dice.pick(bank["speech"])
        words: str = dice.pick(bank[f"{slot}s"])
        return words.format_map(self) if "{" in words else words


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
