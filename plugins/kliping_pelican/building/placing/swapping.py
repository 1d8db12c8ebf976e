"""Let two files change places: in one step if the system can, so that neither place is ever empty."""

import ctypes
import errno
import os
import sys
from collections.abc import Sequence

_HERE, _EXCHANGE = -100, 2
"""`AT_FDCWD` and `RENAME_EXCHANGE` of Linux's renameat2."""
_renameat2 = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None) if sys.platform == "linux" else None

_UNKNOWN = {errno.ENOSYS, errno.EINVAL, errno.EOPNOTSUPP}
"""Errors of kernels and file systems that have no such step."""


class Torn(OSError):
    """Raised if an exchange of two files could neither be finished nor undone: one lies beside them, as `.spare`."""


def swap(one: str, other: str) -> None:
    """Let two files change places.

    Raises FileNotFoundError if one is missing and OSError if the system refuses; the files are then where they were.
    If they could not be put back, raises Torn.
    """
    if _renameat2 is None:
        _swap_by_renames(one, other)
        return
    sys.audit("os.rename", one, other, -1, -1)  # audit hooks see no call by ctypes
    if _renameat2(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) != 0:
        number = ctypes.get_errno()
        if number in _UNKNOWN:
            _swap_by_renames(one, other)
        else:
            raise OSError(number, os.strerror(number), one, None, other)


def _swap_by_renames(one: str, other: str) -> None:
    """The same in three steps, for systems without a single one."""
    spare = f"{one}.spare"
    steps = [(other, spare), (one, other), (spare, one)]
    for number, (source, target) in enumerate(steps):
        try:
            os.rename(source, target)
        except OSError as error:
            _undo(steps[:number], other, error)
            raise


def _undo(steps: Sequence[tuple[str, str]], place: str, error: OSError) -> None:
    """Undo the renames before the one that failed with `error`; raises Torn, naming `place`, if that fails, too."""
    try:
        for source, target in reversed(steps):
            os.rename(target, source)
    except OSError:
        raise Torn(error.errno, error.strerror, place) from error
