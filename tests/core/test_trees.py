"""The line model's trees: walked through or compiled, they say the same."""

from kliping.cleaning.linemodel import load_line_model
from kliping.cleaning.linemodel.trees import STRIDE, Votes


def test_shipped_trees_say_the_same_to_the_bit():
    votes = load_line_model().passes.votes
    rows = [[place * step % 7 / 3 for place in range(votes.width)] for step in range(1, 200)]
    walked = list(map(votes.walk, rows))
    assert votes.compiled(rows) == walked
    assert len(set(walked)) > 3  # they do tell rows apart


def test_settled_rows_see_no_more_trees():
    settled = Votes([5.0] + [0.0] * (STRIDE - 1) + [1.0], 0.0, (), 1)
    assert settled.walk((0.0,)) == settled.compiled([(0.0,)])[0] == 5.0
