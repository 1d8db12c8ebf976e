"""Articles as rows of a table or as JSON, and the page's address alone on a line."""

import pytest

from kliping.cleaning import clean
from kliping.cleaning.reading import decode, split_lines
from kliping.errors import UnreadableText
from kliping.knowledge import Knowledge

BODY = (
    "Warga Kampung Melati menuntut pemerintah memperbaiki jalan yang rusak sejak tahun lalu, kata lurah setempat. "
    "Mereka berbaris dari balai desa ke kantor bupati sambil membawa poster dan meneriakkan tuntutan mereka."
)
FIELDS = ("Warga Menuntut Jalan Diperbaiki", "2024-05-06 07:08:00", "https://www.kompas.com/read/1", BODY)
QUOTED = '","'.join(FIELDS)


@pytest.mark.parametrize("row", ["\t".join(FIELDS), " | ".join(FIELDS), f'"{QUOTED}"', f'"{QUOTED}"'.replace('","', '";"')])
def test_the_fields_of_a_row_are_lines(row: str, knowledge: Knowledge) -> None:
    assert "".join(line.raw for line in split_lines(row)) == row
    article = clean(row.encode(), id="page", source_path="page.txt", knowledge=knowledge)
    assert [block.text for block in article.blocks] == [BODY]
    assert article.title and article.title.value == FIELDS[0]
    assert article.published and article.published.value == "2024-05-06T07:08:00"
    assert article.url and article.url.value == FIELDS[2]


@pytest.mark.parametrize("line", [BODY, f"Kompas.com | 2024-05-06 | Jakarta\n{BODY}", f'Kata "ya","tidak", {BODY}'])
def test_a_sentence_is_no_row(line: str) -> None:
    assert len(split_lines(line)) == line.count("\n") + 1


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(["\t".join(FIELDS)] * 2),
        f'title,date,content\n"Jalan","2024","{BODY}"\n',
        f'[{{"title": "Jalan", "content": "{BODY}"}}]',
        f'{{"title": "Jalan", "content": "{BODY}"}}\n' * 2,
    ],
)
def test_a_table_or_json_is_refused_with_advice(text: str) -> None:
    with pytest.raises(UnreadableText, match="in a file of its own"):
        decode(text.encode(), "berita.txt")


def test_an_article_below_linked_data_is_read() -> None:
    text = f'{{"@context": "https://schema.org", "headline": "Jalan"}}\n\n{BODY}'
    assert decode(text.encode(), "berita.txt") == text


@pytest.mark.parametrize("text", [f"{FIELDS[2]}\n\n{FIELDS[0]}\n\n{BODY}", f"{FIELDS[0]}\n\n{BODY}\n\n{FIELDS[2]}\n"])
def test_an_address_above_the_text_or_last_is_the_pages_own(text: str, knowledge: Knowledge) -> None:
    article = clean(text.encode(), id="page", source_path="page.txt", knowledge=knowledge)
    assert [block.text for block in article.blocks] == [BODY]
    assert article.url and article.url.value == FIELDS[2]
    assert article.publisher and article.publisher.outlet == "kompas"
    assert article.wires == ()


def test_another_outlets_address_last_is_the_source(knowledge: Knowledge) -> None:
    text = f"{FIELDS[0]}\n\nTEMPO.CO, Jakarta - {BODY}\n\n{FIELDS[2]}"
    article = clean(text.encode(), id="page", source_path="page.txt", knowledge=knowledge)
    assert article.publisher and article.publisher.outlet == "tempo"
    assert article.url is None and article.original_url and article.original_url.value == FIELDS[2]
