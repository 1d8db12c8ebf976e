"""The first digest under stricter policies than its own: each kind of them, and one article withdrawn."""

from pathlib import Path

POLICIES = {"kumparan": "excerpt", "peranan": "excerpt", "idntimes": "link", "republika": "full", "sindonews": "full"}
BOUND = 2
"""Paragraphs of an excerpt."""
WITHDRAWN = "2021-11-24-sindonews-putin-undang-pemimpin"
REASON = "withdrawn:\n  date: 2024-09-01\n  reason: {id: Atas permintaan penerbit., en: At the publisher’s request.}\n"
CORRECTED = "Nadia Kirana"
CORRECTION = f"corrections: [{{date: 2024-08-30, text: {{id: Namanya {CORRECTED}., en: Her name is {CORRECTED}.}}}}]\n"


def make_stricter(content: Path) -> None:
    """Change the policies in a copy of its content."""
    outlets = (content / "outlets.yml").read_text(encoding="utf-8")
    for outlet, policy in POLICIES.items():
        bound = f"\n    excerpt: {{paragraphs: {BOUND}}}" if policy == "excerpt" else ""
        start = outlets.index(f"\n  {outlet}:\n")
        outlets = outlets[:start] + outlets[start:].replace("policy: full", f"policy: {policy}{bound}", 1)
    (content / "outlets.yml").write_text(outlets, encoding="utf-8")
    with (content / "articles" / f"{WITHDRAWN}.yml").open("a", encoding="utf-8") as sidecar:
        sidecar.write(REASON + CORRECTION)
