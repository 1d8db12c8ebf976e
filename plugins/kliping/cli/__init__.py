"""The command `kliping`."""

import gc
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence

from kliping.cli.arguments import read_arguments
from kliping.cli.verbs import complain
from kliping.errors import KlipingError
from kliping.garbage import SELDOM


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one verb; its exit status: 0, 1 if something was wrong with the input, 2 for wrong usage."""
    gc.set_threshold(SELDOM)
    options = read_arguments(arguments)
    run: Callable[[Namespace], int] = options.run
    try:
        return run(options)
    except KlipingError as error:
        complain(str(error))
        return 1
    except BrokenPipeError:
        sys.stderr.close()
        return 1
    except OSError as error:  # a folder that may not be written to, a full disk
        place = f"{error.filename}: " if error.filename else ""
        complain(f"{place}{error.strerror or error}. Make room or give leave, and try again.")
        return 1
