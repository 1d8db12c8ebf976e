"""`kliping check`: every error and every doubt about a digest."""

import os
from errno import EACCES
from pathlib import Path
from typing import Any

import pytest
from newsroom.command import Capture, lines_of
from newsroom.content import VISIT, write_content
from newsroom.sites import TINY

from kliping.cli import main
from kliping.digest import sources

NAMED = {"articles/visit.yml": "publisher: kumparan\n"}


def test_check_counts_a_sound_digest(tmp_path: Path, capsys: Capture) -> None:
    assert lines_of(capsys, "check", str(write_content(tmp_path, NAMED))) == ["1 article, 0 errors, 0 findings"]


WITHDRAWN = "withdrawn: {date: 2024-08-22, reason: {id: Atas permintaan., en: On request.}}\n"


def test_the_text_of_a_withdrawn_article_may_go(tmp_path: Path, capsys: Capture) -> None:
    files = {"articles/visit.yml": f"{WITHDRAWN}lang: id\n", "articles/visit.txt": ""}
    assert "visit.txt" not in "".join(lines_of(capsys, "check", str(write_content(tmp_path, files))))


def test_without_its_text_a_withdrawn_article_must_say_its_language(tmp_path: Path, capsys: Capture) -> None:
    content = write_content(tmp_path, {"articles/visit.yml": WITHDRAWN, "articles/visit.txt": ""})
    assert main(["check", str(content)]) == 1
    assert "visit.txt: is empty. Say `lang:` in visit.yml" in capsys.readouterr().err


def test_a_language_that_the_sidecar_says_is_not_asked_for(tmp_path: Path, capsys: Capture) -> None:
    files = {"articles/visit.yml": "lang: id\n", "articles/visit.txt": "Ελλάδα\n"}
    assert "language_unknown" not in "".join(lines_of(capsys, "check", str(write_content(tmp_path, files))))


@pytest.mark.parametrize("policy", ["full", "excerpt, excerpt: {paragraphs: 2}", "link"])
def test_check_tells_a_curator_what_readers_may_not_see_too(tmp_path: Path, capsys: Capture, policy: str) -> None:
    sidecar = "publisher: kumparan\npublished: 2205-02-01\nadded: 2025-02-01\n"
    files = {"articles/visit.yml": sidecar, "outlets.yml": f"default: {{policy: {policy}}}\n"}
    said, counts = lines_of(capsys, "check", str(write_content(tmp_path, files)))
    assert said.startswith(f"{tmp_path}/articles/visit.txt: Published 2205-02-01") and said.endswith("[published_later]")
    assert counts == "1 article, 0 errors, 1 finding"


@pytest.mark.parametrize("published", ["2025-02-02", "2025-02-02T00:10:00+09:00", "2025-02", "2025"])
def test_a_day_of_publication_may_be_tomorrow_where_the_article_is_added(
    tmp_path: Path, capsys: Capture, published: str
) -> None:
    files = {"articles/visit.yml": f"publisher: kumparan\npublished: {published}\nadded: 2025-02-01\n"}
    assert lines_of(capsys, "check", str(write_content(tmp_path, files))) == ["1 article, 0 errors, 0 findings"]


def test_check_names_every_error_and_every_finding(tmp_path: Path, capsys: Capture) -> None:
    files = {"articles/Bad.txt": VISIT, "articles/empty.txt": "Iklan\n", "articles/empty.yml": "lang: id"}
    assert main(["check", str(write_content(tmp_path, files))]) == 1
    captured = capsys.readouterr()
    assert captured.err.startswith(f"{tmp_path}/articles/Bad.txt: ")
    assert f"{tmp_path}/articles/empty.txt: " in captured.out
    assert captured.out.splitlines()[-1].startswith("2 articles, 1 error, ")


def test_check_doubts_what_an_outlet_says_in_each_of_its_articles(tmp_path: Path, capsys: Capture) -> None:
    refrain = "Redaksi kami menyajikan kabar baik dari seluruh pelosok desa setiap pagi dan setiap sore."
    told = {
        "bupati": "Bupati meresmikan jembatan bambu yang dibangun warga selama tiga bulan terakhir.",
        "camat": "Camat menutup jalan utama karena banjir merendam lima rumah pada Senin malam.",
        "lurah": "Lurah membagikan bibit padi kepada petani yang gagal panen pada musim lalu.",
    }
    files = {f"articles/{name}.txt": f"Kabar {name}\n\n{line}\n\n{refrain}\n" for name, line in told.items()}
    files |= {f"articles/{name}.yml": "publisher: kumparan\npublished: 2024-08-19\n" for name in told}
    *said, counts = lines_of(capsys, "check", str(write_content(tmp_path, files | NAMED)))
    assert [line.partition(": ")[0] for line in said] == [f"{tmp_path}/articles/{name}.txt:5" for name in told]
    assert all(line.endswith("[recurring]") for line in said)
    assert counts == "4 articles, 0 errors, 3 findings"


def test_check_names_a_text_that_no_feed_can_carry(tmp_path: Path, capsys: Capture) -> None:
    content = write_content(tmp_path, {**NAMED, "articles/desa.yml": "publisher: kumparan\ntitle: Jembatan\n"})
    text = content / "articles" / "desa.txt"
    text.write_text(
        "Warga desa membangun jembatan bambu baru.\n\nJembatan itu selesai dibangun dalam tiga hari.\n", encoding="utf-8"
    )
    (said, _counts) = lines_of(capsys, "check", str(content))
    assert said.startswith(f"{text}: ") and "`added:`" in said and said.endswith("[undated]")
    text.with_suffix(".yml").write_text("publisher: kumparan\ntitle: Jembatan\nadded: 2026-11-24\n", encoding="utf-8")
    assert lines_of(capsys, "check", str(content)) == ["2 articles, 0 errors, 0 findings"]


def test_check_asks_for_the_languages_that_the_settings_name(tmp_path: Path, capsys: Capture) -> None:
    """Of the folder that holds the digest, whatever else they say."""
    content = write_content(tmp_path / "content", NAMED)
    settings = tmp_path / "pelicanconf.py"
    settings.write_text('import gone\n\nKLIPING_TAGLINES = {"en": "A digest" + gone.WORDS}\n')
    assert main(["check", str(content)]) == 1
    assert "is no language of this digest. Valid here: `en`." in capsys.readouterr().err
    assert lines_of(capsys, "check", str(content), "--langs", "id, en") == ["1 article, 0 errors, 0 findings"]
    settings.write_text('KLIPING_TAGLINES: dict[str, str] = {"id": "Digest", "en": "A digest"}\n')
    assert lines_of(capsys, "check", str(content)) == ["1 article, 0 errors, 0 findings"]


@pytest.mark.parametrize(
    "words",
    [
        "KLIPING_TAGLINES = dict(id='Kliping')",
        "KLIPING_TAGLINES = {**WORDS}",
        "if WORDS:\n    KLIPING_TAGLINES = {'id': 'Kliping', 'en': 'Kliping'}",
        "KLIPING_TAGLINES = {'id': 'Kliping'}\nKLIPING_TAGLINES['en'] = 'Kliping'",
        "KLIPING_TAGLINES = {'id': 'Kliping'}\nKLIPING_TAGLINES |= WORDS",
        "KLIPING_TAGLINES = {'id': 'Kliping'}\nKLIPING_TAGLINES.update(WORDS)",
        "KLIPING_TAGLINES = {'id': 'Kliping'}\nKLIPING_TAGLINES = {'id': 'Kliping', 'en': 'Kliping'}",
        "KLIPING_TAGLINES: dict[str, str]",
        "from words import KLIPING_TAGLINES",
    ],
)
def test_check_takes_no_part_of_the_languages_for_all(tmp_path: Path, capsys: Capture, words: str) -> None:
    content = write_content(tmp_path / "content", NAMED)
    (tmp_path / "pelicanconf.py").write_text(f"{words}\n")
    assert main(["check", str(content)]) == 1
    said = capsys.readouterr().err
    assert "pelicanconf.py: `KLIPING_TAGLINES`: does not name the languages" in said and "`--langs id,en`" in said


def test_check_asks_for_every_language_where_the_settings_name_none(tmp_path: Path, capsys: Capture) -> None:
    content = write_content(tmp_path / "content", NAMED)
    (tmp_path / "pelicanconf.py").write_text("from elsewhere import *\n")
    assert lines_of(capsys, "check", str(content)) == ["1 article, 0 errors, 0 findings"]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"SITENAME = 'a'\nKLIPING_TAGLINES = {\n", "pelicanconf.py:2: is no Python ("),
        (b"\xff\xfeS\0", "pelicanconf.py: is no Python ("),
        (b"# coding: klingon\n", "pelicanconf.py: is no Python ("),
    ],
)
def test_check_names_settings_that_are_no_python(tmp_path: Path, capsys: Capture, data: bytes, said: str) -> None:
    content = write_content(tmp_path / "content", NAMED)
    (tmp_path / "pelicanconf.py").write_bytes(data)
    assert main(["check", str(content)]) == 1
    assert said in capsys.readouterr().err


def test_check_names_settings_that_may_not_be_read(tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    open_file = os.open

    def refuse(path: str, *given: Any, **named: Any) -> int:
        if path.endswith("pelicanconf.py"):
            raise PermissionError(EACCES, os.strerror(EACCES), path)
        return open_file(path, *given, **named)

    content = write_content(tmp_path / "content", NAMED)
    (tmp_path / "pelicanconf.py").write_text("")
    monkeypatch.setattr(os, "open", refuse)
    assert main(["check", str(content)]) == 1
    assert "pelicanconf.py: cannot be read (permission denied)" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["articles", "translations", "topics", "pages"])
def test_check_names_a_folder_that_it_may_not_look_into(
    tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    content = write_content(tmp_path / "content", {**NAMED, "pages/about.id.md": "# Tentang\n"})
    (content / name).mkdir(exist_ok=True)
    look = os.scandir

    def refuse(path: str | Path) -> Any:
        if Path(path) == content / name:
            raise PermissionError(EACCES, os.strerror(EACCES), str(path))
        return look(path)

    monkeypatch.setattr(sources, "scandir", refuse)
    monkeypatch.setattr(os, "scandir", refuse)
    assert main(["check", str(content)]) == 1
    assert capsys.readouterr().err.startswith(f"{content / name}: Permission denied. Make room or give leave")


def test_check_reads_a_digest_of_our_own(capsys: Capture) -> None:
    """The settings of the sites that tests build are a curator's too."""
    assert main(["check", str(TINY)]) == 0
    assert capsys.readouterr().err == ""


def test_check_refuses_a_language_it_does_not_know(tmp_path: Path, capsys: Capture) -> None:
    assert main(["check", str(write_content(tmp_path)), "--langs", "id,eng"]) == 1
    assert capsys.readouterr().err == "`eng` is no language of Kliping. Did you mean `en`?\n"


def test_check_data_names_a_folder_that_is_none(tmp_path: Path, capsys: Capture) -> None:
    assert main(["check-data", str(tmp_path / "gone")]) == 1
    assert capsys.readouterr().err.startswith(f"{tmp_path}/gone: holds no rules.yml. ")
