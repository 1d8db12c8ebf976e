"""Records to Pagefind's index files, the same bytes for the same records.

We speak to Pagefind's service directly; each message is base64 JSON and a comma. Why not otherwise:
- The package's own client waits a tenth of a second for each answer.
- A folder of pages is read in the file system's order, on which the index files then depend.
- If Pagefind writes the files itself it may end before they are complete, as seen on a busy machine: so we ask for them.
- Its filters and its list of languages change their order each time: so filters are our own, and the list is sorted.
"""

import json
import os
import subprocess
from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator
from gzip import decompress
from pathlib import Path
from typing import Any

from kliping.errors import BuildFailed
from kliping_pelican.search.records import Record

SIGNATURE = b"pagefind_dcd"
"""Stands before the content of every packed file."""
NEEDED = ("pagefind.js", "pagefind-worker.js", "pagefind-entry.json")
PACKED = (".pf_meta", ".pf_index", ".pf_fragment", ".pagefind")


def write_index(program: Path, records: Iterable[Record], folder: Path, langs: dict[str, str]) -> dict[str, str]:
    """Write the index below `folder`; return the id that Pagefind gives each record, by url.

    `langs`: for each language of the index, that of the pages. Raises BuildFailed if Pagefind fails.
    """
    urls = _run(program, records, folder)
    for path in folder.iterdir():
        if path.is_file() and path.name not in NEEDED and path.suffix not in PACKED:
            path.unlink()
    _sort_languages(folder / "pagefind-entry.json", langs)
    ids = {_unpacked(path)["url"]: path.stem for path in sorted((folder / "fragment").iterdir())}
    missing = sorted(set(urls) - set(ids))
    if missing:
        raise BuildFailed("Pagefind left it out", path=missing[0], advice="Report this: it is a fault of Kliping.")
    return ids


def _run(program: Path, records: Iterable[Record], folder: Path) -> list[str]:
    """Send all records and write the files that come back; return the urls that were sent."""
    surroundings = {name: value for name, value in os.environ.items() if not name.startswith("PAGEFIND_")}
    folder.mkdir(parents=True, exist_ok=True)
    with subprocess.Popen(
        [program, "--service"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=folder, env=surroundings
    ) as process:
        assert process.stdin and process.stdout
        answers, urls = _answers(process.stdout), []
        _ask(process.stdin, answers, 0, type="NewIndex", config=None)
        for number, record in enumerate(records, start=1):
            urls.append(record.url)
            file = {"url": record.url, "file_contents": record.html, "file_path": None}
            _ask(process.stdin, answers, number, type="AddFile", index_id=0, **file)
        files = _ask(process.stdin, answers, len(urls) + 1, type="GetFiles", index_id=0)["files"]
        process.stdin.close()
    for file in files:
        path = folder / file["path"]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b64decode(file["content"]))
    return urls


def _ask(service: Any, answers: Iterator[dict[str, Any]], number: int, **payload: Any) -> dict[str, Any]:
    """Send one message and wait for its answer: answers to several at once run into each other."""
    service.write(b64encode(json.dumps({"message_id": number, "payload": payload}).encode()) + b",")
    service.flush()
    answer = next(answers)
    if answer["type"] == "Error":
        raise BuildFailed(f"Pagefind says: {answer['message']}", advice="Report this: it is a fault of Kliping.")
    return answer


def _answers(stream: Any) -> Iterator[dict[str, Any]]:
    parts: list[bytes] = []
    while chunk := stream.read1(1 << 20):
        first, *others = chunk.split(b",")
        parts.append(first)
        for begun in others:
            yield json.loads(b64decode(b"".join(parts)))["payload"]
            parts = [begun]
    raise BuildFailed("Pagefind ended without an answer", advice="Build again, or leave `search` out with KLIPING_WITHOUT.")


def _sort_languages(path: Path, langs: dict[str, str]) -> None:
    entry = json.loads(path.read_bytes())
    entry["languages"] = {langs[lang]: index for lang, index in entry["languages"].items()}
    path.write_text(json.dumps(entry, sort_keys=True, ensure_ascii=False), encoding="utf-8")


def _unpacked(path: Path) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(decompress(path.read_bytes()).removeprefix(SIGNATURE))
    return content
