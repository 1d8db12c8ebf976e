"""The command: what each verb prints, writes and says, and with which status it ends."""

import os
import re
from errno import EACCES
from pathlib import Path

import polib
import pytest
from newsroom.command import Capture, lines_of
from newsroom.content import VISIT, write_content

from kliping.cli import main

PROJECT = Path(__file__).parents[2]
FIVE = sorted((PROJECT / "content" / "articles").glob("*.txt"))
NAMED = {"articles/visit.yml": "publisher: kumparan\n"}


def test_add_then_translate_then_check(tmp_path: Path, capsys: Capture) -> None:
    """What a curator does with a new text, from end to end."""
    content = write_content(tmp_path / "content", NAMED)
    scraped = tmp_path / "scraped page.txt"
    scraped.write_bytes(VISIT.replace("Presiden", "Menteri").replace("\n", "\r\n").encode())
    new, day = "2024-08-19-desa-baru", ("--day", "2026-11-24")
    lines_of(capsys, "add", str(scraped), "--id", new, "--url", "https://kumparan.com/b", *day, "--content", str(content))
    assert (content / "articles" / f"{new}.txt").read_bytes() == scraped.read_bytes()

    catalogue = content / "translations" / "en" / f"{new}.po"
    (said,) = lines_of(capsys, "translate", "en", new, "--content", str(content))
    assert said.startswith(f"{catalogue}: 0 kept, 0 changed, ")
    assert lines_of(capsys, "check", str(content)) == ["2 articles, 0 errors, 0 findings"]

    po = polib.pofile(str(catalogue))
    po[0].msgstr = "President visits Baku"
    po.save()
    (said,) = lines_of(capsys, "translate", "en", new, "--content", str(content))
    assert ": 1 kept, 0 changed, " in said
    assert polib.pofile(str(catalogue))[0].msgstr == "President visits Baku"


@pytest.mark.parametrize(
    ("text", "url", "proposed"),
    [
        (VISIT, "https://kumparan.com/b", "2024-08-19-kumparan-presiden-berkunjung-ke-baku"),
        (VISIT, None, "2024-08-19-presiden-berkunjung-ke-baku"),
        (
            "Sétahun kemudian, warga desa itu pulang ke rumah yang dibangun lagi.\n",
            None,
            "setahun-kemudian-warga-desa",
        ),
    ],
)
def test_add_without_an_id_proposes_one_and_writes_nothing(
    tmp_path: Path, capsys: Capture, text: str, url: str | None, proposed: str
) -> None:
    scraped = tmp_path / "page.txt"
    scraped.write_text(text, encoding="utf-8")
    address = ["--url", url] if url else []
    assert main(["add", str(scraped), *address, "--content", str(tmp_path / "content")]) == 2
    assert capsys.readouterr().err.endswith(f": --id {proposed}\n")
    assert not (tmp_path / "content").exists()


def test_what_parse_printed_is_named_by_what_it_says(tmp_path: Path, capsys: Capture) -> None:
    (printed,) = lines_of(capsys, "parse", "--json", str(FIVE[0]))
    cleaned = tmp_path / "a.json"
    cleaned.write_text(printed, encoding="utf-8")
    assert main(["add", str(cleaned)]) == 2
    assert "--id 2021-11-24-sindonews-" in capsys.readouterr().err


@pytest.mark.parametrize("named", [[], ["--id", "a"]])
@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("a.txt", "\ufeff \n", "is empty. Save"),
        ("a.doc", VISIT, "has no ending Kliping reads"),
        ("a.txt", "%PDF-1.7", "is a document"),
    ],
)
def test_what_is_no_article_is_refused_before_an_id_is_proposed(
    tmp_path: Path, capsys: Capture, named: list[str], name: str, text: str, said: str
) -> None:
    (tmp_path / name).write_text(text)
    assert main(["add", str(tmp_path / name), *named, "--content", str(write_content(tmp_path / "content"))]) == 1
    assert f"{name}: {said}" in capsys.readouterr().err


def test_where_a_text_proposes_no_id_an_example_is_shown(tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "a.txt").write_text("Ελλάδα\n")
    assert main(["add", str(tmp_path / "a.txt")]) == 2
    assert capsys.readouterr().err.endswith("such as: --id 2024-08-19-kumparan-putin-ke-baku\n")


def test_translate_without_ids_makes_every_catalogue_that_is_needed(tmp_path: Path, capsys: Capture) -> None:
    english = "President Visits Baku\n\nThe president arrived in Baku on Monday for a visit of two days to the country.\n"
    content = write_content(tmp_path, {"articles/english.txt": english})
    lines_of(capsys, "translate", "en", "--content", str(content))
    lines_of(capsys, "translate", "id", "--content", str(content))
    made = sorted(path.relative_to(content / "translations").as_posix() for path in content.rglob("*.po"))
    assert made == ["en/visit.po", "id/english.po"]


def test_translate_says_of_an_article_in_that_language_that_it_is(tmp_path: Path, capsys: Capture) -> None:
    content = write_content(tmp_path)
    said = lines_of(capsys, "translate", "id", "visit", "--content", str(content))
    assert said == [f"{content}/articles/visit.txt: is written in `id` already"]
    assert lines_of(capsys, "translate", "id", "--content", str(content)) == []


def test_translate_names_an_article_that_is_not_there(tmp_path: Path, capsys: Capture) -> None:
    content = write_content(tmp_path)
    assert main(["translate", "en", "visti", "--content", str(content)]) == 1
    assert "visti" in capsys.readouterr().err
    assert not (content / "translations").exists()


def test_translate_refuses_a_language_it_does_not_know(tmp_path: Path, capsys: Capture) -> None:
    content = write_content(tmp_path)
    assert main(["translate", "eng", "--content", str(content)]) == 1
    assert capsys.readouterr().err == "`eng` is no language of Kliping. Did you mean `en`?\n"
    assert not (content / "translations").exists()


def test_translate_goes_on_after_a_broken_article_or_catalogue(tmp_path: Path, capsys: Capture) -> None:
    files = {"articles/a.txt": b"%PDF-1.7", "articles/b.txt": VISIT, "translations/en/b.po": 'msgid "a\nmsgstr "b"x'}
    content = write_content(tmp_path, files)
    assert main(["translate", "en", "--content", str(content)]) == 1
    captured = capsys.readouterr()
    assert [line.partition(": ")[0].partition(".po:")[0] for line in captured.err.splitlines()] == [
        f"{content}/articles/a.txt",
        f"{content}/translations/en/b",
    ]
    assert (content / "translations" / "en" / "visit.po").is_file()


@pytest.mark.parametrize(
    "arguments", [["translate", "en"], ["add", str(FIVE[0]), "--id", "new"], ["rename", "visit", "new"]]
)
def test_what_may_not_be_written_is_named(
    tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    content = write_content(tmp_path)

    def refuse(path: object, *_: object, **__: object) -> None:
        raise PermissionError(EACCES, os.strerror(EACCES), str(path))

    for name in ("mkdir", "rename"):
        monkeypatch.setattr(Path, name, refuse)
    assert main([*arguments, "--content", str(content)]) == 1
    assert re.fullmatch(rf"{content}/\S+: Permission denied\. Make room or .*\n", capsys.readouterr().err)


@pytest.mark.parametrize(
    "arguments",
    [[], ["pars"], ["parse"], ["add"], ["add", "x.txt", "--id", "a", "--day", "soon"], ["translate"]],
)
def test_wrong_usage_ends_with_2(arguments: list[str], capsys: Capture) -> None:
    with pytest.raises(SystemExit) as error:
        main(arguments)
    assert error.value.code == 2
    assert capsys.readouterr().err.startswith("usage: kliping")


def test_a_day_that_is_none_is_said_to_be_none(capsys: Capture) -> None:
    with pytest.raises(SystemExit):
        main(["add", "x.txt", "--id", "a", "--day", "5.3.2030"])
    assert "argument --day: `5.3.2030` is no day; write it as 20" in capsys.readouterr().err


def test_translate_asks_for_a_language_alone(capsys: Capture) -> None:
    with pytest.raises(SystemExit):
        main(["translate"])
    assert capsys.readouterr().err.endswith("the following arguments are required: LANG\n")


def test_a_content_folder_that_is_none_is_named(tmp_path: Path, capsys: Capture) -> None:
    for arguments in (["check", str(tmp_path)], ["translate", "en", "--content", str(tmp_path)]):
        assert main(arguments) == 1
        assert capsys.readouterr().err.startswith(f"{tmp_path}/vocabulary.yml: is missing")
