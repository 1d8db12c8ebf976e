"""Ordinary sentences that look like junk, set into the bodies of made-up articles: none may be lost."""

import pytest

from kliping.cleaning import clean
from kliping.knowledge import load_knowledge

KNOWLEDGE = load_knowledge()

INDONESIAN = (
    "Follow the money, katanya.",
    "Baca buku itu penting.",
    "Advertisement adalah kata serapan.",
    "Bagikan beras ini, pesan camat.",
    "Daftar hadir dibacakan.",
    "Editor koran desa itu pensiun.",
    "Foto lama itu dipajang di aula.",
    "Hak cipta tarian itu diperdebatkan.",
    "Halaman sekolah tergenang.",
    "Iklan lowongan itu palsu.",
    "Ikuti arus sungai, saran nelayan.",
    "Klik sekali lalu tunggu, ujar petugas.",
    "Komentar itu ia tarik kembali.",
    "Langganan listriknya diputus.",
    "Newsletter gereja dibagikan tiap Minggu.",
    "Penulis surat itu tak dikenal.",
    "Reporter radio itu selamat.",
    "Simak dulu penjelasan saya, pintanya.",
    "Sumber mata air mulai kering.",
    "Tag nama pegawai hilang.",
    "Terkait gaji, ia enggan menjawab.",
    "Topik itu dibahas dua jam.",
    "Unduh saja formulirnya, kata panitia.",
    "Video rapat diputar ulang.",
    "Jangan pergi dulu. Itu yang ia katakan berulang kali kepada anaknya: Jangan pergi dulu.",
)
ENGLISH = (
    "Advertising paid for the park.",
    "By clicking the button you agreed to pay for a year, the regulator said.",
    "By signing up early, farmers save money.",
    "Comments were read aloud.",
    "Cookies cost a dollar.",
    "Copyright fees doubled.",
    "Donate blood, the posters urged.",
    "Editors resigned in protest.",
    "Follow the river north, the guides advised.",
    "Get your jabs early, nurses said.",
    "Help us or we drown, the sailors radioed.",
    "Jane Lane's daughter is a reporter for a radio station and came to see the bridge.",
    "Join the queue, officials urged.",
    "More stories followed.",
    "Photos were pinned to the wall.",
    "Read the label first, doctors say.",
    "Related species were found nearby.",
    "Share the road, the signs say.",
    "Sign up early, the coach advised.",
    "Subscribe now and pay later was the pitch that drew 14,000 villagers, prosecutors said.",
    "Subscribe to hope, she told them.",
    "Support for the plan grew.",
    "The caption was wrong, he admitted.",
    "The island in the river can be reached by boat from the pier.",
    "The newsletter angered parents.",
    "There was an error in the count.",
    "Updated maps are on display.",
    "Watch your step, he warned.",
)
WARGA = (
    "Warga Desa Sukamaju mulai memperbaiki jembatan gantung yang putus diterjang banjir pada awal pekan ini.",
    "Jembatan sepanjang 40 meter itu menghubungkan desa dengan pasar dan sekolah di seberang sungai.",
    "Kepala desa Rahmat Hidayat mengatakan perbaikan dikerjakan warga secara bergotong royong sejak Selasa.",
    "“Anak-anak harus memutar lima kilometer kalau jembatan ini tidak segera selesai,” ujar Rahmat.",
    "Pemerintah kabupaten berjanji mengirim kawat baja dan papan kayu sebelum akhir bulan.",
    "Menurut catatan kecamatan, sudah tiga jembatan di daerah itu rusak dalam dua tahun terakhir.",
    "Warga berharap jembatan baru nanti dibangun lebih tinggi agar tidak tersapu banjir lagi.",
)
BRIDGE = (
    "Villagers in the northern hills began on Monday to rebuild the footbridge that a flood swept away last week.",
    "The bridge, 40 metres long, is the only short way to the market and the primary school across the river.",
    "The village head, Robert Lane, said that the work was being done by volunteers from six hamlets.",
    "“Our children walk five kilometres more until this bridge stands again,” Mr Lane said.",
    "The district government promised to send steel cable and planks before the end of the month.",
    "Three bridges in the area have been damaged in two years, according to the district's records.",
    "Residents hope that the new bridge will be built higher so that no flood can take it again.",
)
LAYOUTS = {
    "bare": ("{title}\n", "\n", ""),
    "blank lines": ("{title}\n\n", "\n\n", ""),
    "furniture": (
        "Home\nNews\n{title}\n{date}\nShare\nTweet\n",
        "\n\n",
        "\n\nShare\n\nMost popular\nThe oldest tree in town is felled\nHow rice became dear\n\n© 2024 Example",
    ),
    "adverts inside": ("{title}\n{date}\n\n", "\n\nADVERTISEMENT\n\n", "\n\nTags:\nbridge\nflood"),
    "links inside": (
        "{title}\n\n{date}\n\n",
        "\n\n{also}\n\n",
        "\n\nComments\n\n3 comments\n\nLog in to comment",
    ),
}
ARTICLES = {
    "id": (
        WARGA,
        INDONESIAN,
        "Warga Perbaiki Jembatan yang Putus",
        "Senin, 3 Juni 2024 - 10:15 WIB",
        "Baca juga: Harga Beras Naik",
    ),
    "en": (BRIDGE, ENGLISH, "Villagers Rebuild Washed-Out Bridge", "3 June 2024, 10:15", "Read more: Rice Prices Rise"),
}


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("lang", ARTICLES)
def test_planted_sentence_stays(lang: str, layout: str) -> None:
    body, sentences, title, date, also = ARTICLES[lang]
    head, glue, tail = (part.format(title=title, date=date, also=also) for part in LAYOUTS[layout])
    lost = []
    for sentence in sentences:
        for place in range(1, len(body) + 1, 3):
            text = head + glue.join([*body[:place], sentence, *body[place:]]) + tail
            article = clean(text.encode(), id="planted", source_path="planted.txt", knowledge=KNOWLEDGE)
            if not any(sentence in block.text for block in article.blocks):
                lost.append((sentence, place))
    assert not lost


def test_names_above_each_answer_of_an_interview_stay() -> None:
    asked = "Siapa yang membayar upah para tukang yang datang dari kota?"
    said = (
        "Pemerintah kabupaten membayar upah tukang dari dana darurat bencana.",
        "Mobil belum boleh lewat sampai jembatan beton selesai tahun depan.",
        "Pembangunan akan dimulai sesudah musim hujan berakhir pada bulan April.",
        "Warga membangunnya selama tiga hari dengan bambu dari kebun sendiri.",
    )
    turns = [line for answer in said for line in ("Warta Desa", asked, "Suryadi", answer)]
    text = "\n\n".join(["Wawancara dengan Kepala Desa Sukamaju", *turns])
    article = clean(text.encode(), id="interview", source_path="interview.txt", knowledge=KNOWLEDGE)
    assert [block.text for block in article.blocks].count("Suryadi") == len(said)


def test_list_announced_by_a_colon_stays_to_its_last_item() -> None:
    items = ["- Paku baja", "- Papan kayu", "- Kawat", "- Semen", "- Tali", "- Cat tahan air"]
    last = "Untuk pekerjaan itu warga masih membutuhkan sumbangan bahan bangunan, antara lain:"
    text = "\n".join(["Warga Perbaiki Jembatan yang Putus", *WARGA, last, *items])
    article = clean(text.encode(), id="list", source_path="list.txt", knowledge=KNOWLEDGE)
    assert article.blocks[-1].text == "\n".join(item[2:] for item in items)


@pytest.mark.parametrize("heading", ["", "Opening nights"])
def test_rows_of_dates_below_the_last_paragraph_stay(heading: str) -> None:
    rows = [
        f"June {day} – {town}, Hall {day % 4 + 1}" for day, town in enumerate(("Leeds", "York", "Hull", "Bath", "Ely"), 9)
    ]
    text = "\n\n".join(["Villagers Rebuild Washed-Out Bridge", *BRIDGE, *filter(None, [heading]), *rows])
    article = clean(text.encode(), id="rows", source_path="rows.txt", knowledge=KNOWLEDGE)
    said = " ".join(block.text for block in article.blocks)
    assert not [row for row in rows if row not in said]


@pytest.mark.parametrize("lang", ARTICLES)
def test_sentence_of_two_words_below_the_last_paragraph_stays(lang: str) -> None:
    body, _, title, date, _ = ARTICLES[lang]
    short = {"id": "Semua selamat.", "en": "All survived."}[lang]
    text = "\n\n".join([title, date, *body, short, "ADVERTISEMENT"])
    article = clean(text.encode(), id="short", source_path="short.txt", knowledge=KNOWLEDGE)
    assert article.blocks[-1].text == short
