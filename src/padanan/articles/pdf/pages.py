"""What stands on the pages of a PDF file, as a process of its own finds it.

Source: ISO 32000-2 (PDF 2.0), 9.4 (text) and 14.8.2 (extraction of text).
"""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.util import find_spec
from typing import NamedTuple

from padanan.articles.pdf.child import CHARACTERS, PAGES
from padanan.errors import DocumentError, MissingExtraError
from padanan.files import limits
from padanan.files.extras import missing

PATIENCE = 300
"""Seconds after which a process is ended whatever it does."""

_PROBLEMS = {
    "locked": "protected by a password — save it without, or print it to a new PDF",
    "damaged": "no PDF, or a damaged one — print it to a new PDF",
    "pages": f"more than {PAGES:,} pages — split it",
    "characters": f"more than {CHARACTERS:,} characters — split it",
}
_CRASHED = "too large or too damaged to be read — print it to a new PDF, or split it"


class LinePiece(NamedTuple):
    """A stretch of a line, with its box in points from the lower left of the page.

    Attributes:
        text: what it says; U+0002 is a hyphen at the end of a line.
        left: of its box.
        bottom: of its box.
        right: of its box.
        top: of its box, as high as its font.
    """

    text: str
    left: float
    bottom: float
    right: float
    top: float

    @property
    def height(self) -> float:
        """How high its font is."""
        return self.top - self.bottom

    @property
    def middle(self) -> float:
        """Where its middle is above the bottom of the page."""
        return (self.top + self.bottom) / 2


class PdfPage(NamedTuple):
    """A page.

    Attributes:
        height: in points.
        is_drawn: whether there is anything on it.
        pieces: of its text, in the order of the file.
    """

    height: float
    is_drawn: bool
    pieces: tuple[LinePiece, ...]


def pages_of(data: bytes, path: str) -> tuple[PdfPage, ...]:
    """Return the pages of a PDF file.

    Raises:
        DocumentError: it is no PDF, damaged, protected, or has too much in it.
        MissingExtraError: the package that reads PDF is not installed.
    """
    if find_spec("pypdfium2") is None:
        raise MissingExtraError(missing("pypdfium2"))
    if len(data) > limits.PDF:
        raise DocumentError(limits.too_large(limits.PDF), path=path)
    if b"%PDF-" not in data[:1024]:
        raise DocumentError(_PROBLEMS["damaged"], path=path)
    answer = json.loads(_output(data, path))
    if problem := answer.get("problem"):
        raise DocumentError(_PROBLEMS[problem], path=path)
    return tuple(
        PdfPage(
            page["height"],
            page["drawn"],
            tuple(LinePiece(*each) for each in page["pieces"]),
        )
        for page in answer["pages"]
    )


def _output(data: bytes, path: str) -> bytes:
    # -P: nothing is imported from the folder in which the command is run.
    command = (sys.executable, "-P", "-m", "padanan.articles.pdf.child")
    try:
        done = subprocess.run(  # noqa: S603 - a module of ours
            command, input=data, capture_output=True, timeout=PATIENCE, check=True
        )
    except (subprocess.SubprocessError, BrokenPipeError):
        raise DocumentError(_CRASHED, path=path) from None
    return done.stdout
