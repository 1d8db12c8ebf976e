"""What edits choose among, by the dice."""

from collections.abc import Callable
from pathlib import Path
from random import Random

Edit = Callable[[Path, Random], str]
"""Changes a site's sources by the dice; what was done, in words."""
WORDS = ("air", "banjir", "bendungan", "dam", "flood", "harga", "jalan", "kepala", "Siti Aminah", "Sukamaju", "rice")
LANGS = ("id", "en")


def sentence(dice: Random) -> str:
    """A sentence that may name what the vocabulary knows."""
    return " ".join(dice.choices(WORDS, k=dice.randint(6, 18))).capitalize() + "."


def one_of(folder: Path, pattern: str, dice: Random) -> Path | None:
    """A file in a folder, or None where there is none."""
    found = sorted(path for path in folder.glob(pattern) if path.is_file())
    return dice.choice(found) if found else None


def stem_of(path: Path) -> str:
    """Its name up to the first dot."""
    return path.name.partition(".")[0]
