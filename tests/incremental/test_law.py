"""After any sequence of edits and accidents an incremental build's output is byte for byte a clean build's."""

import shutil
from pathlib import Path
from random import Random
from typing import Any

from newsroom.sites import PROJECT, TINY

from incremental.accidents import ACCIDENTS
from incremental.edits import EDITS, EDITS_OF_WORDS
from incremental.forge import KILLED, Forge
from incremental.theme_edits import MOTTO

STEPS = 5
"""Builds that a sequence ends with the comparison of, after the first."""
PARTS = ("archive", "data", "feeds", "json", "json_ld", "ledger", "likeness", "parallel", "related", "rss", "selections")
SLOW = ["search", "cards", "manifest"]

Tree = dict[str, bytes | None]


def tree(folder: Path) -> Tree:
    """Every file with its content, and every folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else None
        for path in (folder.rglob("*") if folder.exists() else ())
    }


def differences(one: Tree, other: Tree) -> list[str]:
    """Paths that only one has, or that differ."""
    return sorted(path for path in {*one, *other} if path not in one or path not in other or one[path] != other[path])


class Life:
    """One site through a sequence of edits, accidents and builds."""

    def __init__(self, folder: Path, seed: int, forge: Forge) -> None:
        self.site, self.dice, self.forge = folder, Random(seed), forge
        self.told: list[str] = []
        self.is_calm = self.dice.random() < 0.5
        """Whether few things happen but that articles and their translations are edited."""
        self.settings: dict[str, Any] = {"KLIPING_WITHOUT": SLOW, "SITEURL": "https://tiny.example"}
        shutil.copytree(TINY, folder / "content")
        shutil.copytree(PROJECT / "theme", folder / "theme", ignore=shutil.ignore_patterns("__pycache__"))

    def live(self) -> None:
        """The sequence."""
        for _ in range(3):
            self._edit()
        self._build_and_compare()
        for _ in range(STEPS):
            for _ in range(self.dice.randint(0, 3)):
                self._edit()
            if self.dice.random() < (0.2 if self.is_calm else 0.5):
                self.told.append(self.dice.choice(ACCIDENTS)(self.site, self.dice))
            if self.dice.random() < 0.4:
                self._break_a_build()
            self._build_and_compare()

    def _edit(self) -> None:
        if self.is_calm and self.dice.random() < 0.9:
            self.told.append(self.dice.choice(EDITS_OF_WORDS)(self.site, self.dice))
        elif self.dice.random() < 0.1:
            self.told.append(self._change_settings())
        else:
            self.told.append(self.dice.choice(EDITS)(self.site, self.dice))

    def _change_settings(self) -> str:
        key, value = self.dice.choice(
            [
                ("SITENAME", f"Name {self.dice.randint(0, 9)}"),
                ("SITEURL", self.dice.choice(["", "https://tiny.example", "https://owner.example/repo"])),
                ("KLIPING_WITHOUT", [*SLOW, *self.dice.sample(PARTS, self.dice.randint(0, 4))]),
                ("KLIPING_REPOSITORY", self.dice.choice(["", "https://code.example/other"])),
                ("JINJA_GLOBALS", {MOTTO: f"Motto {self.dice.randint(0, 9)}"}),
                ("JINJA_ENVIRONMENT", {"trim_blocks": self.dice.random() < 0.5, "lstrip_blocks": self.dice.random() < 0.5}),
            ]
        )
        self.settings[key] = value
        return f"{key} = {value!r}"

    def _break_a_build(self) -> None:
        """A build that is killed or finds the disk full: killed or not, the previous site is whole or the next one is."""
        kind, at = self.dice.choice(["kill", "full"]), int(2 ** self.dice.uniform(0, 10))
        self.told.append(f"{kind} at {at}")
        before = tree(self.site / "output")
        status, said = self._build(accident=[kind, at])
        after = tree(self.site / "output")
        if status == KILLED:
            return
        if after != before:
            self._compare(status, said)
        elif kind == "full" and status:
            assert "Traceback" not in said, self._story(said)

    def _build(self, place: str = "output", **order: Any) -> tuple[int, str]:
        varied = {"processes": self.dice.randint(1, 2), "ahead": self.dice.random() < 0.5}
        return self.forge.build(self.site, place, settings=self.settings, **varied, **order)

    def _build_and_compare(self) -> None:
        version = "other" if self.dice.random() < 0.1 else ""
        self.told.append(f"built{' by another version' if version else ''}")
        self._compare(*self._build(version=version))

    def _compare(self, status: int, said: str) -> None:
        for path in (self.site / "clean", self.site / "clean.cache/kliping/values"):
            shutil.rmtree(path, ignore_errors=True)
        (self.site / "clean.cache/kliping/state").unlink(missing_ok=True)
        clean, reason = self._build("clean")
        assert status == clean, self._story(said + reason)
        assert differences(tree(self.site / "output"), tree(self.site / "clean")) == [], self._story(said)
        left = [path.name for path in self.site.iterdir() if path.name.startswith(".") or "output" in path.name]
        assert sorted(left) == ["output", "output.cache"], self._story(said)

    def _story(self, said: str) -> str:
        return "\n".join([*self.told, said])


def test_an_incremental_build_is_a_clean_build(forge: Forge, tmp_path: Path, sequence: int) -> None:
    Life(tmp_path / "site", sequence, forge).live()
