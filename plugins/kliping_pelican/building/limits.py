"""The limits of GitHub Pages: a site beyond them is built all the same, with a warning."""

MOST_BYTES = 1_000_000_000
MOST_SECONDS = 600.0


def overstepped(size: int, seconds: float) -> list[str]:
    """The warnings due for a site of so many bytes and a build that took so long: GitHub Pages would refuse them."""
    said = []
    if size > MOST_BYTES:
        said.append(
            f"The site has {size / 1e9:.2f} GB; GitHub Pages takes {MOST_BYTES / 1e9:.2g}. "
            'Leave parts out, such as KLIPING_WITHOUT = ["cards"].'
        )
    if seconds > MOST_SECONDS:
        said.append(
            f"The build took {seconds / 60:.0f} minutes; GitHub Pages gives it {MOST_SECONDS / 60:.0f}. "
            "Keep the folder CACHE_PATH from build to build."
        )
    return said
