"""What GitHub Pages takes: a site of a gigabyte, a build of ten minutes, and not more."""

import pytest

from kliping_pelican.building.limits import overstepped

GIGABYTE = 10**9


@pytest.mark.parametrize(
    ("size", "seconds", "beginnings"),
    [
        (0, 0.0, []),
        (GIGABYTE, 600.0, []),
        (GIGABYTE + 1, 600.0, ["The site has 1.00 GB; GitHub Pages takes 1."]),
        (GIGABYTE, 601.0, ["The build took 10 minutes; GitHub Pages gives it 10."]),
        (5 * GIGABYTE // 2, 1800.0, ["The site has 2.50 GB;", "The build took 30 minutes;"]),
    ],
)
def test_only_what_is_beyond_it_is_said(size: int, seconds: float, beginnings: list[str]) -> None:
    said = overstepped(size, seconds)
    assert len(said) == len(beginnings)
    assert all(one.startswith(begin) for one, begin in zip(said, beginnings, strict=True))
