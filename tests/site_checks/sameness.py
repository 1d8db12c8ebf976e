"""Two built sites to the files in which they differ."""

from site_checks.site import Fault, Site


def differences(first: Site, second: Site) -> list[Fault]:
    """Every file that only one of the sites has, or that is not the same in both, byte by byte."""
    ours, theirs = set(first.files()), set(second.files())
    faults = [Fault(path, "only in the first build") for path in sorted(ours - theirs)]
    faults += [Fault(path, "only in the second build") for path in sorted(theirs - ours)]
    for path in sorted(ours & theirs):
        one, other = (first.root / path).read_bytes(), (second.root / path).read_bytes()
        if one != other:
            faults.append(Fault(path, "the builds differ", _first_different_line(one, other)))
    return faults


def _first_different_line(one: bytes, other: bytes) -> int:
    pairs = zip(one.split(b"\n"), other.split(b"\n"), strict=False)
    return next((n for n, (a, b) in enumerate(pairs, start=1) if a != b), min(one.count(b"\n"), other.count(b"\n")) + 1)
