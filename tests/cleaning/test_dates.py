"""Dates as outlets print them."""

import pytest

from kliping.cleaning import clean
from kliping.cleaning.forms.moments import read_head_line
from kliping.cleaning.lexicon.compiled import compiled
from kliping.knowledge import Knowledge

LEAD = "The goat learnt to swim in the mill pond, and the miller counts it every evening before he locks up."


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("19 Agustus 2024 1:47 WIB", "2024-08-19T01:47:00+07:00"),
        ("Rabu, 24 November 2021 - 06:29 WIB", "2021-11-24T06:29:00+07:00"),
        ("Selasa 06 Dec 2022 17:35 WIB", "2022-12-06T17:35:00+07:00"),
        ("Jum'at, 29 Desember 2023 |17:34 WIB", "2023-12-29T17:34:00+07:00"),
        ("Rabu, 02 September 2009 – 16:39 WIB", "2009-09-02T16:39:00+07:00"),
        ("Sabtu, 31 Oktober 2020 - 14:12:00 WIB", "2020-10-31T14:12:00+07:00"),
        ("6 Maret 2030, 14: 17: 13 WIB", "2030-03-06T14:17:00+07:00"),
        ("6 Maret 2030, 14: 17 orang", "2030-03-06"),
        ("Minggu, 1 Oktober 2023, 09:11 WITA", "2023-10-01T09:11:00+08:00"),
        ("09/05/2022, 13:09 WIB", "2022-05-09T13:09:00+07:00"),
        ("12 Februari 2021, 12:34", "2021-02-12T12:34:00"),
        ("17:10, 22.07.2017", "2017-07-22T17:10:00"),
        ("11:55, 21 August 2023", "2023-08-21T11:55:00"),
        ("13.07.2020 [16:33]", "2020-07-13T16:33:00"),
        ("23 January 2023 17:29 (UTC+04:00)", "2023-01-23T17:29:00+04:00"),
        ("Sep 15, 2018 - 12:00 am GMT+3", "2018-09-15T00:00:00+03:00"),
        ("August 9, 2023 09:12", "2023-08-09T09:12:00"),
        ("August, 26, 2023 – 09:54", "2023-08-26T09:54:00"),
        ("September 23, 2023", "2023-09-23"),
        ("03/4/2016 18:40", "2016-04-03T18:40:00"),
        ("2024-08-19", "2024-08-19"),
        ("Senin (19/8/2024)", "2024-08-19"),
        ("10:48, Tue, Nov 19, 2019", "2019-11-19T10:48:00"),
        ("9:22 PM EST, Mon November 6, 2023", "2023-11-06T21:22:00-05:00"),
        ("12:20pm Jan 7, 2024", "2024-01-07T12:20:00"),
        ("11:00 AM PDT • May 16, 2024", "2024-05-16T11:00:00-07:00"),
        ("October 29, 2030, at 4:28 am (Paris)", "2030-10-29T04:28:00"),
        ("Jul. 11. 2030", "2030-07-11"),
        ("25.Jun.2030", "2030-06-25"),
        ("June 25 19:09 2030", "2030-06-25T19:09:00"),
        ("06/04 2030 06:44PM", "2030-06-04T18:44:00"),
        ("June 2nd, 2030", "2030-06-02"),
        ("23rd June 2030", "2030-06-23"),
        ("5 May 2030 10:00 +14:00", "2030-05-05T10:00:00+14:00"),
        ("5 May 2030 10:00 +15:00", "2030-05-05T10:00:00"),
    ],
)
def test_date_is_read(printed: str, value: str, knowledge: Knowledge) -> None:
    assert [found.value for found in compiled(knowledge).calendar.find(printed)] == [value]


@pytest.mark.parametrize("printed", ["31 Februari 2024", "Selasa (13/13/2019)", "12 Mei 2999", "0 Mei 2020"])
def test_impossible_date_is_refused_with_its_words(printed: str, knowledge: Knowledge) -> None:
    found = compiled(knowledge).calendar.find(printed)
    assert [one.day for one in found] == [None]
    assert found[0].problem


@pytest.mark.parametrize(
    "printed", ["(18/8)", "(13/8/209)", "Rp13.440.2000", "8.03 Lintang Selatan", "5-3-2 pada 2020", "nomor 06/04 2030"]
)
def test_figures_that_are_no_date_are_left_alone(printed: str, knowledge: Knowledge) -> None:
    assert compiled(knowledge).calendar.find(printed) == []


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("By Jane Example - Staff Contributor 2030-11-19T12:48:14Z Space", "2030-11-19"),
        ("by Jane Example August 25, 2030August 29, 2030", "2030-08-25"),
        ("Posted on July 1, 2030 by example", "2030-07-01"),
        ("Published 2030-12-20 in Gardens", "2030-12-20"),
        ("Author Posted by Example on December 20, 2030September 26, 2031", "2030-12-20"),
        ("Online News Editor June 11, 2030", "2030-06-11"),
        ("Jane Example 25 March 2030 Garden basics , Water", "2030-03-25"),
        ("Jane 2030-04-18T13:00:39+00:00 March 22nd, 2030 | Gardens |", "2030-03-22"),
    ],
)
def test_day_in_a_line_beside_the_headline(printed: str, day: str, knowledge: Knowledge) -> None:
    said = read_head_line(printed, compiled(knowledge))
    assert said is not None and said.published is not None and said.published.value.startswith(day)


@pytest.mark.parametrize(
    "printed",
    [
        "The old mill rises above the harbour, Sunday, Dec. 21, 2030. (AP Photo/Jane Example) - Copyright AP Photo",
        "— Jane Example (@janeexample) November 1, 2030",
        "a line about the great fair that was held in the town on May 3, 2030",
    ],
)
def test_day_in_a_caption_or_a_post_is_not_of_the_article(printed: str, knowledge: Knowledge) -> None:
    assert read_head_line(printed, compiled(knowledge)) is None


def test_only_labelled_day_of_a_page_whose_headline_was_looked_for_elsewhere(knowledge: Knowledge) -> None:
    stories = "\n\n".join(f"Goat {n} Learns to Swim\n\nUpdated: {n} mins ago\n\n{LEAD}" for n in range(20, 40))
    own = "Village Agency Published: March 4, 2030, 3:33 pm Updated: March 4, 2030, 11:26 pm"
    text = f"{stories}\n\n{own}\n\nOLDTOWN (VA) – The old ferry sings again.\n\nA bell, a horn, and a goat."
    article = clean(text.encode(), id="page", source_path="page.txt", knowledge=knowledge)
    assert article.published is not None and article.published.value == "2030-03-04T15:33:00"


def test_moment_printed_again_in_another_zone_is_the_same_change(knowledge: Knowledge) -> None:
    said = read_head_line("Updated: Friday, March 1 2030 10:28 PM EDT 2030-03-02 02:28:53 GMT", compiled(knowledge))
    assert said is not None and said.published is None and said.updated is not None
    assert said.updated.value == "2030-03-01T22:28:00-04:00"
