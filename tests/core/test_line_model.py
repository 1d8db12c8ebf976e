"""The files of the line model: what is broken in them is named."""

import json
from pathlib import Path
from shutil import copyfile

import pytest

from kliping.cleaning.linemodel import load_line_model
from kliping.errors import InvalidData
from kliping.knowledge import DATA


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A folder with the shipped model."""
    for name in ("line_model.json", "line_words.yml"):
        copyfile(DATA / name, tmp_path / name)
    return tmp_path


def test_model_cut_off_is_named(data: Path) -> None:
    model = data / "line_model.json"
    model.write_bytes(model.read_bytes()[:1000])
    with pytest.raises(InvalidData, match="no line model") as caught:
        load_line_model(data)
    assert str(model) in str(caught.value)


def test_weight_that_the_code_does_not_know_is_named(data: Path) -> None:
    model = data / "line_model.json"
    trained = json.loads(model.read_bytes())
    trained["first pass"]["weights"]["length in miles"] = 1.0
    model.write_text(json.dumps(trained), encoding="utf-8")
    with pytest.raises(InvalidData, match="length in miles"):
        load_line_model(data)
