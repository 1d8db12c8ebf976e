"""A small trained model of which lines of a page are its article: two judges, readable data, nothing learnt of any outlet.

`bench/linemodel/` trains it; `data/` has both judges, `line_model.json` and `line_net.json` beside `line_words.yml`.
"""

import os

# Before numpy is loaded: a page is too small for threads, and a build forks.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from kliping.cleaning.linemodel.model import LineModel, cut_of, score_lines
from kliping.cleaning.linemodel.reading import load_line_model
from kliping.cleaning.linemodel.survey import COUNTED

__all__ = ["COUNTED", "LineModel", "cut_of", "load_line_model", "score_lines"]
