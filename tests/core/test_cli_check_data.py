"""`kliping check-data`: every fault of the files of languages and outlets."""

import shutil
from pathlib import Path

from newsroom.command import Capture, lines_of

from kliping.cli import main
from kliping.knowledge import DATA


def test_check_data_counts_what_ships(capsys: Capture) -> None:
    (said,) = lines_of(capsys, "check-data")
    assert said.endswith("are in order")


def test_check_data_names_a_broken_file(tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "languages").mkdir()
    (tmp_path / "languages" / "xx.yml").write_text("name: X\nfunctionwords: []\n")
    assert main(["check-data", str(tmp_path)]) == 1
    said = capsys.readouterr().err.splitlines()
    assert all(each.startswith(f"{tmp_path}/languages/xx.yml:") for each in said)
    assert any(":1: lacks `months`" in each for each in said) and any(":2: `functionwords`" in each for each in said)


SAME_DAYS = """name: Uji
domains: [uji.example]
lang: id
country: ID
kind: portal
layouts:
  - until: 2019-12-31
  - no_standfirst: true
  - no_standfirst: true
    until: 2019-12-31
  - topic_above_headline: true
"""


def test_check_data_names_each_layout_that_ends_on_the_day_of_another(tmp_path: Path, capsys: Capture) -> None:
    data = tmp_path / "data"
    shutil.copytree(DATA, data, ignore=shutil.ignore_patterns("outlets"))
    path = data / "outlets" / "uji.yml"
    path.parent.mkdir()
    path.write_text(SAME_DAYS, encoding="utf-8")
    assert main(["check-data", str(data)]) == 1
    assert [line.removeprefix(f"{path}:").partition(". ")[0] for line in capsys.readouterr().err.splitlines()] == [
        "10: `layouts[2].until`: is the last day of another layout too",
        "11: `layouts[3]`: has no last day, as another layout",
    ]


BROKEN_PATTERNS = """name: Uji
domains: [uji.example]
lang: id
country: ID
kind: portal
bylines:
  - {match: "^Oleh", "yes": Oleh Nama, "no": Nama}
layouts:
  - lines:
      - id: promo
        role: boilerplate
        words: {id: Ajakan, en: Invitation}
        patterns:
          - {match: "^(ikuti", "yes": ikuti, "no": Dia}
          - {match: "^simak", "yes": ikuti, "no": Simak itu}
"""


def test_check_data_names_patterns_that_are_none_or_not_true_to_their_examples(tmp_path: Path, capsys: Capture) -> None:
    data = tmp_path / "data"
    shutil.copytree(DATA, data, ignore=shutil.ignore_patterns("outlets"))
    path = data / "outlets" / "uji.yml"
    path.parent.mkdir()
    path.write_text(BROKEN_PATTERNS, encoding="utf-8")
    assert main(["check-data", str(data)]) == 1
    assert [line.removeprefix(f"{path}:").partition(". ")[0] for line in capsys.readouterr().err.splitlines()] == [
        "14: `layouts[0].lines[0].patterns[0].match`: is no regular expression (missing ), unterminated subpattern at 1)",
        "15: `layouts[0].lines[0].patterns[1].yes`: `ikuti` is not matched",
        "15: `layouts[0].lines[0].patterns[1].no`: `Simak itu` is matched",
        "7: `bylines[0].match`: has no group for the name",
    ]
