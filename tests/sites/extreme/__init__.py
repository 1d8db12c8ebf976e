"""A digest that strains every page: what its files in `content` hold by hand, and what is too long or too much to write.

Titles of 300 characters, one line and 50,000 words, 40 authors in many scripts, an article of which nothing is known,
words and addresses without a break, stale and missing passages, every policy, a withdrawn article, corrections, an
English original, and a topic with 60 articles by 13 outlets.
"""

import shutil
from pathlib import Path

HERE = Path(__file__).parent / "content"
PARAGRAPHS, WORDS = 500, 100
"""Of the longest article."""
STORIES = 60
SENTENCE = (
    "Kepala desa mengatakan truk air dari kabupaten baru datang sekali dalam dua pekan sehingga warga berjalan ke sungai"
)


def write_extreme(folder: Path) -> Path:
    """The whole content folder."""
    content = Path(shutil.copytree(HERE, folder / "content"))
    articles = content / "articles"
    lines = ["Artikel sepanjang lima puluh ribu kata", *_paragraphs()]
    _write(articles / "endless.txt", "\n\n".join(lines))
    headings = ", ".join(f"{1 + 2 * n}: heading" for n in range(1, PARAGRAPHS, 25))
    _write(articles / "endless.yml", f"lines: {{1: title, {headings}}}\npublisher: kumparan\npublished: 2024-06-01")
    for number in range(1, STORIES + 1):
        outlet = f"outlet-{(number * number) % 12 + 1:02}" if number % 13 else "unending"
        people = " dan ".join(f"Tokoh {(number * step) % 30 + 1:02}" for step in (1, 2, 3))
        story = [f"Kekeringan hari ke-{number}: warga menunggu air", f"{people} bicara soal kekeringan di desa {number}."]
        _write(articles / f"story-{number:02}.txt", "\n\n".join([*story, f"{SENTENCE} nomor {number}."]))
        when = f"{2019 + number // 12}-{number % 12 + 1:02}-{number % 27 + 1:02}"
        _write(articles / f"story-{number:02}.yml", f"lang: id\nlines: {{1: title}}\npublisher: {outlet}\npublished: {when}")
    return content


def _paragraphs() -> list[str]:
    """Paragraphs of a hundred words, no two the same; now and then a short line for a heading."""
    words = f"{SENTENCE} ".split()
    made = []
    for number in range(1, PARAGRAPHS + 1):
        body = " ".join(words[(number + place * 7) % len(words)].lower() for place in range(WORDS - 2))
        made.append(f"Bagian {number}" if number % 25 == 1 else f"Alinea {number} {body}.")
    return made


def _write(path: Path, text: str) -> None:
    path.write_text(f"{text}\n", encoding="utf-8")
