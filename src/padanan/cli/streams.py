"""Standard streams that were closed when the program was started."""

from __future__ import annotations

import io
import os
import sys
from errno import EBADF
from typing import NoReturn


class ClosedOutput(io.TextIOBase):
    """Closed standard output: writing to it is an error.

    A result that goes to a file needs none.
    """

    encoding = "utf-8"

    @property
    def buffer(self) -> NoReturn:
        """Bytes cannot be written either.

        Raises:
            OSError: always.
        """
        raise _closed()

    def writable(self) -> bool:
        """Whether there is something to be written to."""
        return True

    def write(self, _text: str, /) -> NoReturn:
        """Refuse a text.

        Raises:
            OSError: always.
        """
        raise _closed()


def open_closed_streams() -> None:
    """Replace closed streams, which are ``None`` in Python."""
    if sys.stdout is None:
        sys.stdout = ClosedOutput()
    if sys.stderr is None:
        # Nobody is there to be told; the exit status still says it.
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115


def _closed() -> OSError:
    return OSError(EBADF, "it is closed — name a file with --output", "standard output")
