"""What the worksheets that are tables share: three columns, named in the first row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from padanan.translation.worksheets import hints

if TYPE_CHECKING:
    from padanan.translation.worksheets.hints import Hinted

HEADINGS = ("Indonesian", "English", "Terms")

CONFIRM = "delete this line when the English is right"


def note(hinted: Hinted) -> str:
    """Return what stands in the third column: a mark to be confirmed, and hints.

    ``columns.units`` knows a fuzzy row by that mark.
    """
    entry = hinted.entry
    marks: tuple[str, ...] = ()
    if entry.suggestion and entry.fuzzy:
        marks = (f"{hints.fuzzy_line(entry.suggestion)} ({CONFIRM})",)
    return "\n".join((*marks, *hinted.lines))
