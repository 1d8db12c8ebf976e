"""The open data, as a researcher loads it."""

import fnmatch
import json

from jsonschema import Draft202012Validator
from site_checks.site import LANGUAGES, Site


def test_every_line_fits_the_published_schema(site: Site) -> None:
    schema = json.loads(site.text("data/schema.json"))
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    lines = site.text("data/articles.jsonl").splitlines()
    assert lines
    assert [error.message for line in lines for error in validator.iter_errors(json.loads(line))] == []


def test_the_data_hold_the_articles_of_the_site(site: Site) -> None:
    ids = [json.loads(line)["id"] for line in site.text("data/articles.jsonl").splitlines()]
    assert len(set(ids)) == len(ids)
    for language in LANGUAGES:
        pages = fnmatch.filter(site.pages(), f"{language}/articles/*/index.html")
        assert sorted(ids) == sorted({path.split("/")[2] for path in pages})
