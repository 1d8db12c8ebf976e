"""What an outlet says under each of its articles is found by reading several."""

from newsroom.articles import article, by

from kliping.digest.doubts import find_doubts
from kliping.model import Article

REFRAIN = "Redaksi menyajikan kabar dari desa setiap pagi."
BACKGROUND = f"Banjir besar melanda desa itu pada awal tahun. {REFRAIN} {REFRAIN}"


def told(id_: str, *lines: str, outlet: str = "desa") -> Article:
    return article(*lines, id=id_, publisher=by(outlet.title(), outlet))


def test_a_paragraph_of_three_articles_is_doubted_in_each_with_its_line() -> None:
    found = find_doubts(
        [
            told("satu", "Panen padi dimulai pada Senin.", REFRAIN),
            told("dua", "Jalan desa diperbaiki warga.", "Pekerjaan selesai Jumat.", REFRAIN.upper()),
            told("tiga", REFRAIN.replace(" ", "  "), "Pasar dibuka lagi."),
        ]
    )
    places = [(path.rpartition("/")[2], finding.line, finding.code) for path, finding in found]
    assert places == [("dua.txt", 3, "recurring"), ("satu.txt", 2, "recurring"), ("tiga.txt", 1, "recurring")]
    assert "2 other articles" in found[0][1].message


def test_two_articles_other_outlets_one_that_repeats_itself_and_long_background_are_no_doubt() -> None:
    assert not find_doubts(
        [
            told("satu", REFRAIN),
            told("dua", REFRAIN, REFRAIN),
            told("tiga", REFRAIN, outlet="kota"),
            *(told(id_, BACKGROUND) for id_ in ("tujuh", "delapan", "sembilan")),
            article(REFRAIN, id="empat", publisher=None),
            article(REFRAIN, id="lima", publisher=None),
            article(REFRAIN, id="enam", publisher=None),
        ]
    )
