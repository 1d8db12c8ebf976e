"""What happens to a site and to a cache between builds, without anybody's edit."""

import os
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random

Accident = Callable[[Path, Random], str]
"""Harms a site's output or cache by the dice; what was done, in words."""


def tamper(site: Path, dice: Random) -> str:
    """Files of the site changed, deleted, added; folders deleted or added."""
    output = site / "output"
    files = sorted(path for path in output.rglob("*") if path.is_file()) if output.exists() else []
    if not files:
        return "nothing to tamper with"
    path, what = dice.choice(files), dice.choice(["changed", "cut", "deleted", "stranger", "folder", "all", "empty"])
    if what == "changed":
        path.write_bytes(path.read_bytes() + b"!")
    elif what == "cut":
        path.write_bytes(b"")
    elif what == "deleted":
        path.unlink()
    elif what == "stranger":
        (path.parent / "stranger.txt").write_text("boo")
    elif what == "folder":
        shutil.rmtree(path.parent)
    elif what == "empty":
        (path.parent / "hollow").mkdir(exist_ok=True)
    else:
        shutil.rmtree(output)
    return f"output: {path.relative_to(output)} {what}"


def harm_cache(site: Path, dice: Random) -> str:
    """Files of the cache cut, overwritten, altered in one byte, or gone."""
    folder = site / "output.cache/kliping"
    files = sorted(path for path in folder.glob("*") if path.is_file()) if folder.exists() else []
    if not files:
        return "no cache to harm"
    path, what = dice.choice(files), dice.choice(["cut", "noise", "flipped", "gone", "empty", "longer", "swapped"])
    data = path.read_bytes()
    if what == "cut":
        path.write_bytes(data[: dice.randrange(len(data) + 1)])
    elif what == "noise":
        path.write_bytes(dice.randbytes(max(64, len(data))))
    elif what == "flipped" and data:
        place = dice.randrange(len(data))
        path.write_bytes(data[:place] + bytes([data[place] ^ (1 << dice.randrange(8))]) + data[place + 1 :])
    elif what == "gone":
        path.unlink()
    elif what == "empty":
        path.write_bytes(b"")
    elif what == "longer":
        path.write_bytes(data + dice.randbytes(40))
    elif len(files) > 1:
        other = dice.choice([each for each in files if each != path])
        path.write_bytes(other.read_bytes())
    return f"cache: {path.name} {what}"


def old_cache(site: Path, dice: Random) -> str:
    """The cache as it was some builds ago, or set aside for later."""
    folder, aside = site / "output.cache/kliping", site / "cache.aside"
    if aside.exists() and dice.random() < 0.7:
        shutil.rmtree(folder, ignore_errors=True)
        aside.rename(folder)
        return "cache of an earlier build"
    if folder.exists():
        shutil.rmtree(aside, ignore_errors=True)
        shutil.copytree(folder, aside)
    return "cache set aside"


def foreign_cache(site: Path, dice: Random) -> str:
    """The cache of another site's build."""
    other = site / "clean.cache/kliping"
    if not (other / "state").exists():
        return "no foreign cache"
    folder = site / "output.cache/kliping"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(other, folder)
    return "cache of another output folder"


def back_in_time(site: Path, dice: Random) -> str:
    """An edit whose file keeps its size and gets its old time back."""
    paths = sorted((site / "content").rglob("*.txt"))
    path = dice.choice(paths) if paths else None
    if path is None:
        return "no file to edit in secret"
    status, data = path.stat(), path.read_bytes()
    place = data.find(b"a")
    path.write_bytes(data[:place] + b"o" + data[place + 1 :] if place >= 0 else data)
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    return f"{path.name} edited with its old time"


ACCIDENTS: Sequence[Accident] = (tamper, tamper, harm_cache, harm_cache, old_cache, foreign_cache, back_in_time)
