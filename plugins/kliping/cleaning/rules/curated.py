"""What a person decided; it goes before everything else."""

from kliping.cleaning.page import Page
from kliping.model import Role


def fate_by_curator(page: Page, at: int) -> Role | None:
    """The fate the sidecar gives the line: a role, `keep` or `drop`."""
    fate = page.sidecar.lines.get(page.lines[at].number)
    if fate is None or not page.text(at):
        return None
    if fate == "keep":
        return Role.BODY
    return Role.BOILERPLATE if fate == "drop" else Role(fate)
