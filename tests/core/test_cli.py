"""The command: what each verb prints, writes and says, and with which status it ends."""

import json
from pathlib import Path

import polib
import pytest
from newsroom.content import VISIT, write_content

from kliping.cli import main

PROJECT = Path(__file__).parents[2]
FIVE = sorted((PROJECT / "content" / "articles").glob("*.txt"))
CONTRACT = [
    *("id", "source_path", "lang", "title", "standfirst", "published", "updated", "publisher", "authors", "dateline"),
    *("wires", "cited", "original_url", "figures", "blocks", "see_also", "keywords", "tags", "topics"),
    *("findings", "ledger"),
]
PARTS = {
    "title": "value basis line",
    "standfirst": "value basis line",
    "published": "value precision basis line",
    "publisher": "value outlet basis line cue",
    "authors": "value role basis line",
    "dateline": "value basis line",
    "wires": "value basis line",
    "cited": "value basis line",
    "original_url": "value basis line",
    "figures": "caption credit date line",
    "blocks": "kind text line anchor",
    "see_also": "text line",
    "tags": "id basis line",
    "topics": "id basis because",
    "findings": "line code message",
    "ledger": "line start end role rule",
}
Capture = pytest.CaptureFixture[str]
NAMED = {"articles/visit.yml": "publisher: kumparan\n"}


def lines_of(capsys: Capture, *arguments: str) -> list[str]:
    """What a verb that succeeds prints."""
    status = main(arguments)
    captured = capsys.readouterr()
    assert (status, captured.err) == (0, "")
    return captured.out.splitlines()


def test_parse_prints_one_object_a_line_in_the_order_given(capsys: Capture) -> None:
    files = [str(path) for path in reversed(FIVE)]
    parsed = [json.loads(line) for line in lines_of(capsys, "parse", "--json", *files)]
    assert [one["source_path"] for one in parsed] == files
    assert [one["id"] for one in parsed] == [path.stem for path in reversed(FIVE)]


def test_parse_keeps_the_contract_key_by_key(capsys: Capture) -> None:
    arguments = ("parse", "--json", "--content", str(PROJECT / "content"), *map(str, FIVE))
    for line in lines_of(capsys, *arguments):
        one = json.loads(line)
        assert [key for key in one if key in CONTRACT] == CONTRACT
        for key, parts in PARTS.items():
            for value in one[key] if isinstance(one[key], list) else [one[key]]:
                assert value is None or set(parts.split()) <= value.keys(), key


def test_parse_needs_no_digest_and_finds_tags_only_with_one(capsys: Capture) -> None:
    (plain,) = lines_of(capsys, "parse", "--json", str(FIVE[0]))
    (whole,) = lines_of(capsys, "parse", "--json", "--content", str(PROJECT / "content"), str(FIVE[0]))
    assert json.loads(plain)["tags"] == json.loads(plain)["topics"] == []
    assert json.loads(whole)["tags"] and json.loads(whole)["topics"]


def test_what_is_unknown_is_null(capsys: Capture) -> None:
    """The text of 2024-08-19-idntimes has no date of publication."""
    parsed = [json.loads(line) for line in lines_of(capsys, "parse", "--json", *map(str, FIVE))]
    assert [one["published"] for one in parsed if "idntimes" in one["id"]] == [None]
    assert all(one["updated"] is None for one in parsed)


def test_the_ledger_of_each_joins_back_to_the_file(capsys: Capture) -> None:
    for path, line in zip(FIVE, lines_of(capsys, "parse", "--json", *map(str, FIVE)), strict=True):
        spans = json.loads(line)["ledger"]
        lines = path.read_text(encoding="utf-8").split("\n")
        joined: dict[int, str] = {}
        for span in spans:
            assert span["start"] == len(joined.get(span["line"], ""))
            joined[span["line"]] = joined.get(span["line"], "") + lines[span["line"] - 1][span["start"] : span["end"]]
        assert [joined[number] for number in range(1, len(lines) + 1)] == lines


def test_parse_shows_a_person_what_a_file_holds(capsys: Capture) -> None:
    shown = lines_of(capsys, "parse", str(FIVE[0]))
    assert any("published    2021-11-24T06:29:00+07:00 (text, line 3)" in line for line in shown)
    assert any("standfirst   unknown" in line for line in shown)
    assert any("title        Perang Baru Berkecamuk" in line for line in shown)


@pytest.fixture
def broken(tmp_path: Path) -> dict[str, Path]:
    """Files of which none can be read, each in its own way."""
    (tmp_path / "pdf.txt").write_bytes(b"%PDF-1.7")
    (tmp_path / "sidecar.txt").write_text(VISIT)
    (tmp_path / "sidecar.yml").write_text("\ntitel: x\n")
    (tmp_path / "folder.txt").mkdir()
    return {name: tmp_path / f"{name}.txt" for name in ("pdf", "sidecar", "folder", "gone")}


def test_a_broken_file_is_named_and_the_others_are_printed(broken: dict[str, Path], capsys: Capture) -> None:
    files = [str(FIVE[0]), *map(str, broken.values()), str(FIVE[1])]
    assert main(["parse", "--json", *files]) == 1
    captured = capsys.readouterr()
    assert [json.loads(line)["id"] for line in captured.out.splitlines()] == [FIVE[0].stem, FIVE[1].stem]
    said = captured.err.splitlines()
    named = [str(broken["pdf"]), f"{broken['sidecar'].with_suffix('.yml')}:2", str(broken["folder"]), str(broken["gone"])]
    assert [line.partition(": ")[0] for line in said] == named


def test_check_counts_a_sound_digest(tmp_path: Path, capsys: Capture) -> None:
    assert lines_of(capsys, "check", str(write_content(tmp_path, NAMED))) == ["1 articles, 0 errors, 0 findings"]


@pytest.mark.parametrize("policy", ["full", "excerpt, excerpt: {paragraphs: 2}", "link"])
def test_check_tells_a_curator_what_readers_may_not_see_too(tmp_path: Path, capsys: Capture, policy: str) -> None:
    sidecar = "publisher: kumparan\npublished: 2205-02-01\nadded: 2025-02-01\n"
    files = {"articles/visit.yml": sidecar, "outlets.yml": f"default: {{policy: {policy}}}\n"}
    said, counts = lines_of(capsys, "check", str(write_content(tmp_path, files)))
    assert said.startswith(f"{tmp_path}/articles/visit.txt: Published 2205-02-01") and said.endswith("[published_later]")
    assert counts == "1 articles, 0 errors, 1 findings"


@pytest.mark.parametrize("published", ["2025-02-02", "2025-02-02T00:10:00+09:00", "2025-02", "2025"])
def test_a_day_of_publication_may_be_tomorrow_where_the_article_is_added(
    tmp_path: Path, capsys: Capture, published: str
) -> None:
    files = {"articles/visit.yml": f"publisher: kumparan\npublished: {published}\nadded: 2025-02-01\n"}
    assert lines_of(capsys, "check", str(write_content(tmp_path, files))) == ["1 articles, 0 errors, 0 findings"]


def test_check_names_every_error_and_every_finding(tmp_path: Path, capsys: Capture) -> None:
    files = {"articles/Bad.txt": VISIT, "articles/empty.txt": "Iklan\n", "articles/empty.yml": "lang: id"}
    assert main(["check", str(write_content(tmp_path, files))]) == 1
    captured = capsys.readouterr()
    assert captured.err.startswith(f"{tmp_path}/articles/Bad.txt: ")
    assert f"{tmp_path}/articles/empty.txt: " in captured.out
    assert captured.out.splitlines()[-1].startswith("2 articles, 1 errors, ")


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


def test_check_data_counts_what_ships(capsys: Capture) -> None:
    (said,) = lines_of(capsys, "check-data")
    assert said.endswith("are in order")


def test_check_data_names_a_broken_file(tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "languages").mkdir()
    (tmp_path / "languages" / "xx.yml").write_text("name: X\nfunctionwords: []\n")
    assert main(["check-data", str(tmp_path)]) == 1
    assert capsys.readouterr().err.startswith(f"{tmp_path}/languages/xx.yml:2: `functionwords`")


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


def test_translate_without_ids_makes_every_catalogue_that_is_needed(tmp_path: Path, capsys: Capture) -> None:
    english = "President Visits Baku\n\nThe president arrived in Baku on Monday for a visit of two days to the country.\n"
    content = write_content(tmp_path, {"articles/english.txt": english})
    lines_of(capsys, "translate", "en", "--content", str(content))
    lines_of(capsys, "translate", "id", "--content", str(content))
    made = sorted(path.relative_to(content / "translations").as_posix() for path in content.rglob("*.po"))
    assert made == ["en/visit.po", "id/english.po"]


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
    "arguments",
    [[], ["pars"], ["parse"], ["add"], ["add", "x.txt", "--id", "a", "--day", "soon"], ["translate"]],
)
def test_wrong_usage_ends_with_2(arguments: list[str], capsys: Capture) -> None:
    with pytest.raises(SystemExit) as error:
        main(arguments)
    assert error.value.code == 2
    assert capsys.readouterr().err.startswith("usage: kliping")


def test_a_content_folder_that_is_none_is_named(tmp_path: Path, capsys: Capture) -> None:
    for arguments in (["check", str(tmp_path)], ["translate", "en", "--content", str(tmp_path)]):
        assert main(arguments) == 1
        assert capsys.readouterr().err.startswith(f"{tmp_path}/vocabulary.yml: is missing")
