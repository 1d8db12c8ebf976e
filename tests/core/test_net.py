"""The layers of the line model's net: what a line takes from others, and from which."""

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from kliping.cleaning.linemodel.net import Neighbours, Net, WholePage

ONE, NONE = np.eye(2), np.zeros((2, 2))


@pytest.mark.parametrize(("reach", "lines"), [(1, 5), (4, 5), (5, 5), (8, 3)])
def test_neighbours_are_just_so_far_away(reach: int, lines: int) -> None:
    layer = Neighbours(reach, ONE, NONE, 10 * ONE, np.zeros(2))
    page = np.arange(2.0 * lines).reshape(lines, 2)
    above, below = np.zeros((lines + 2 * reach, 2)), np.zeros((lines + 2 * reach, 2))
    above[2 * reach :] = below[:lines] = page
    assert layer(page).tolist() == (page + above[reach:-reach] + 10 * below[reach:-reach]).tolist()


def test_what_a_layer_finds_against_a_line_takes_nothing_off() -> None:
    assert Neighbours(1, NONE, -ONE, NONE, np.zeros(2))(np.ones((3, 2))).tolist() == np.ones((3, 2)).tolist()


def test_page_says_the_same_to_all_its_lines_in_whatever_order() -> None:
    layer = WholePage(np.array([1.0, 0.0]), ONE, ONE, np.zeros(2))
    page = np.array([[0.0, 1.0], [3.0, 2.0], [1.0, 0.0]])
    added = layer(page) - page
    assert np.allclose(added, added[0])
    assert np.allclose(layer(page[::-1])[::-1], layer(page))


def test_line_that_has_more_to_say_is_heeded_more() -> None:
    page = np.array([[0.0, 5.0], [100.0, 1.0]])
    assert WholePage(np.array([1.0, 0.0]), ONE, NONE, np.zeros(2))(page)[0].tolist() == [100.0, 6.0]


def test_words_are_summed_by_the_root_of_their_count_and_unknown_ones_say_nothing() -> None:
    net = Net(
        np.zeros(0),
        np.zeros(0),
        {"ada": 0, "itu": 1},
        np.array([[1.0], [3.0], [0.0]]),
        NONE,
        np.zeros(2),
        (),
        np.zeros(2),
        0.0,
    )
    lines = [["ada", "itu", "itu", "entah"], [], ["entah"], ["ada"]]
    assert net.summed(lines).ravel().tolist() == [3.5, 0.0, 0.0, 1.0]


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="only Linux tells a process its threads")
def test_cleaning_starts_no_threads_for_a_build_to_fork_with() -> None:
    code = "import os, kliping.cleaning; print(len(os.listdir('/proc/self/task')))"
    surroundings = {name: value for name, value in os.environ.items() if name != "OPENBLAS_NUM_THREADS"}
    done = subprocess.run([sys.executable, "-c", code], env=surroundings, capture_output=True, text=True, check=True)
    assert done.stdout == "1\n"
