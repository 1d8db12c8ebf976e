"""Two files each in the place of the other: in one step where the system has that, so that neither place is ever empty."""

import ctypes
import errno
import os
import sys
from collections.abc import Sequence

_HERE, _EXCHANGE = -100, 2
"""`AT_FDCWD` and `RENAME_EXCHANGE` of Linux's renameat2."""
_renameat2 = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None) if sys.platform == "linux" else None

_UNKNOWN = {errno.ENOSYS, errno.EINVAL, errno.EOPNOTSUPP}
"""What a kernel or a file system says that cannot do so."""


class Torn(OSError):
    """Raised where an exchange of two files could neither be ended nor undone: one lies beside them, as `.spare`."""


def swap(one: str, other: str) -> None:
    """Let two files change places.

    Raises OSError where that may not be, FileNotFoundError where one is missing, both with the files where they were; else
    Torn.
    """
    if _renameat2 is None:
        _swap_by_renames(one, other)
        return
    sys.audit("os.rename", one, other, -1, -1)  # who watches what a process does to files hears of no call by ctypes
    if _renameat2(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) != 0:
        number = ctypes.get_errno()
        if number in _UNKNOWN:
            _swap_by_renames(one, other)
        else:
            raise OSError(number, os.strerror(number), one, None, other)


def _swap_by_renames(one: str, other: str) -> None:
    """The same where a system has no single step for it."""
    spare = f"{one}.spare"
    steps = [(other, spare), (one, other), (spare, one)]
    for number, (source, target) in enumerate(steps):
        try:
            os.rename(source, target)
        except OSError as error:
            _undo(steps[:number], other, error)
            raise


def _undo(steps: Sequence[tuple[str, str]], place: str, error: OSError) -> None:
    """Take back renames that `error` ended; raises Torn, with the place that is not as it was."""
    try:
        for source, target in reversed(steps):
            os.rename(target, source)
    except OSError:
        raise Torn(error.errno, error.strerror, place) from error
