"""Two files each in the place of the other: in one step where the system has that, so that neither place is ever empty."""

import ctypes
import errno
import os
import sys

_HERE, _EXCHANGE = -100, 2
"""`AT_FDCWD` and `RENAME_EXCHANGE` of Linux's renameat2."""
_renameat2 = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None) if sys.platform == "linux" else None

_UNKNOWN = {errno.ENOSYS, errno.EINVAL, errno.EOPNOTSUPP}
"""What a kernel or a file system says that cannot do so."""


def swap(one: str, other: str) -> None:
    """Let two files change places. Raises OSError where that may not be, FileNotFoundError where one is missing."""
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
    os.rename(other, spare)
    try:
        os.rename(one, other)
    except OSError:
        os.rename(spare, other)
        raise
    os.rename(spare, one)
