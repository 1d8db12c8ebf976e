"""What an HTML page's elements say, where the words of a line say nothing else."""

from kliping.cleaning.page import Page
from kliping.model import Role


def caption_element(page: Page, at: int) -> Role | None:
    """A photo's caption by its element."""
    return Role.CAPTION if page.element(at) == "caption" else None


def box_beside_article(page: Page, at: int) -> Role | None:
    """A line of a menu, a form, or a box for links, letters or comments."""
    return Role.BOILERPLATE if page.element(at) == "aside" else None


def link_apart(page: Page, at: int) -> Role | None:
    """A line that looks like the article and is nothing but a link outside of its paragraphs."""
    return Role.SEE_ALSO if page.element(at) == "link" else None
