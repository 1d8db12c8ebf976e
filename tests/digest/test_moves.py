"""Former ids: each leads to one article, and never to another's place."""

from pathlib import Path

import pytest
from newsroom.content import VISIT, read_content, write_content

from kliping.knowledge import Knowledge


def test_a_former_id_leads_to_the_article(tmp_path: Path, knowledge: Knowledge) -> None:
    files = {"articles/visit.yml": "formerly: [baku, trip]\n", "articles/second.txt": VISIT.replace("Senin", "Selasa")}
    digest, errors = read_content(write_content(tmp_path, files), knowledge)
    assert errors == []
    assert digest.moved == {"baku": "visit", "trip": "visit"}
    assert (digest.first_id("visit"), digest.first_id("second")) == ("baku", "second")


@pytest.mark.parametrize(
    ("former", "said"),
    [
        ("second", "`second` is the id of an article here. Take it out here, or give that article another id."),
        ("visit", "`visit` is the id of an article here."),
        ("broken", "`broken` is the id of an article here."),
        ("third", "`third` leads to `second` already. Keep it in one place."),
        ("Baku!", "`Baku!` is no article id. Name it with small letters"),
    ],
)
def test_a_former_id_that_is_not_free_is_named_and_the_article_stays(
    tmp_path: Path, knowledge: Knowledge, former: str, said: str
) -> None:
    files = {
        "articles/visit.yml": f"formerly:\n  - {former}\n  - trip\n",
        "articles/second.txt": VISIT.replace("Senin", "Selasa"),
        "articles/second.yml": "formerly: [third]\n",
        "articles/broken.txt": VISIT,
        "articles/broken.yml": "colour: red\n",
    }
    digest, errors = read_content(write_content(tmp_path, files), knowledge)
    (error,) = (each for each in errors if "colour" not in each)
    assert error.startswith(f"articles/visit.yml:2: `formerly`: {said}")
    assert digest.moved == {"third": "second", "trip": "visit"}
    assert digest.first_id("visit") == "trip"
