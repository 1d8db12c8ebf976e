"""Every connection to Pelican: what its signals call."""

from jinja2 import StrictUndefined
from pelican import Pelican
from pelican.generators import ArticlesGenerator, Generator
from pelican.plugins import signals

from kliping.errors import InvalidData
from kliping_pelican.building.build import DigestBuild
from kliping_pelican.configuration import SITE


def prepare_settings(pelican: Pelican) -> None:
    """Escape all values in templates, and make an unknown name an error. Raises InvalidData under another build class."""
    if not isinstance(pelican, DigestBuild):
        raise InvalidData(
            "is not Kliping's",
            path="pelicanconf.py",
            key="PELICAN_CLASS",
            advice='Set PELICAN_CLASS = "kliping_pelican.DigestBuild".',
        )
    options = {
        "autoescape": True,
        "undefined": StrictUndefined,
        "auto_reload": False,
        "trim_blocks": True,
        "lstrip_blocks": True,
    }
    pelican.settings["JINJA_ENVIRONMENT"] = {**pelican.settings["JINJA_ENVIRONMENT"], **options}


def add_generator(pelican: DigestBuild) -> type[Generator]:
    """Our generator, which writes the digest's pages."""
    from kliping_pelican.building.generator import DigestGenerator  # a build in which nothing changed does not need it

    return DigestGenerator


def fill_articles(generator: ArticlesGenerator) -> None:
    """Give Pelican's generator the digest's articles."""
    from kliping_pelican.articles import take_over

    take_over(generator, generator.settings[SITE])


def connect() -> None:
    """Connect to Pelican."""
    signals.initialized.connect(prepare_settings)
    signals.get_generators.connect(add_generator)
    signals.article_generator_init.connect(fill_articles)
