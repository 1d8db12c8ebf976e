"""A small trained model of which lines of a page are its article: two passes, readable data, nothing learnt of any outlet.

`bench/linemodel/` trains it; `data/line_model.json` holds its weights by name, `data/line_words.yml` its word lists.
"""

from kliping.cleaning.linemodel.model import LineModel, cut_of, score_lines
from kliping.cleaning.linemodel.reading import load_line_model
from kliping.cleaning.linemodel.survey import COUNTED

__all__ = ["COUNTED", "LineModel", "cut_of", "load_line_model", "score_lines"]
