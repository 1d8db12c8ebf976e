"""A digest's content folder written by a test: what is given, and the least that must be there."""

from collections.abc import Mapping
from pathlib import Path

from kliping.digest.model import Digest
from kliping.knowledge import Knowledge
from kliping.pipeline import read_digest

LANGS = ("id", "en")

VISIT = """Presiden Berkunjung ke Baku

Senin, 19 Agustus 2024 - 10:15 WIB

Presiden tiba di Baku pada Senin pagi untuk kunjungan selama dua hari di negara itu.

Ia akan bertemu dengan presiden Azerbaijan untuk membahas hubungan kedua negara tersebut.

Keduanya juga akan makan malam di kediaman resmi presiden pada malam yang sama.
"""

LEAST = {
    "vocabulary.yml": "places:\n  baku:\n    name: {id: Baku, en: Baku}\n",
    "outlets.yml": "default: {policy: full}\n",
    "topics/visit.yml": "name: {id: Kunjungan, en: Visit}\ndescription: {id: D, en: D}\nrule: {all: [baku]}\n",
    "topics/visit.id.md": "Pengantar.\n",
    "topics/visit.en.md": "Introduction.\n",
    "articles/visit.txt": VISIT,
}


def write_content(folder: Path, files: Mapping[str, str | bytes | None] | None = None) -> Path:
    """The folder with these files beside the least ones; None takes a file away."""
    for name, text in {**LEAST, **(files or {})}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if text is not None:
            path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def read_content(folder: Path, knowledge: Knowledge, **files: str | bytes | None) -> tuple[Digest, list[str]]:
    """The digest and the messages of its errors, paths shortened to the content folder."""
    digest, errors = read_digest(folder, LANGS, knowledge)
    return digest, [str(error).replace(f"{folder}/", "") for error in errors]


def files_of(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, with its bytes."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
