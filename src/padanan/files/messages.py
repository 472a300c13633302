"""PO files of translation jobs (not of glossaries) as messages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

import polib

from padanan.errors import DocumentError

if TYPE_CHECKING:
    from collections.abc import Iterator

_POLIB_LINE = re.compile(r"\(line (\d+)\)")
# polib says nothing of a line that is cut off; here it is an error.
_LINE = re.compile(
    r"\s*(?:#.*|(?:(?:msgctxt|msgid|msgid_plural|msgstr(?:\[\d+\])?)\s*)?"
    r'"(?:[^"\\]|\\.)*"\s*|)'
)


class Message(NamedTuple):
    """An entry of a PO file.

    Attributes:
        line: where its comments or its ``msgid`` begin, counted from 1.
        context: ``msgctxt``, empty where there is none.
        source: ``msgid``.
        target: ``msgstr``; of a plural entry the first form.
        comments: of translators (``# ``), a line each.
        extracted: comments of the program (``#.``), a line each.
        fuzzy: marked as not yet confirmed.
    """

    line: int
    context: str
    source: str
    target: str
    comments: tuple[str, ...]
    extracted: tuple[str, ...]
    fuzzy: bool


def messages(text: str, path: str) -> tuple[Message, ...]:
    r"""Return the entries of a PO file, obsolete ones left out.

    Args:
        text: its content.
        path: its name, for messages.

    Raises:
        DocumentError: it is no PO file, with the line of the problem.

    >>> [m.target for m in messages('msgid "nota"\nmsgstr "note"\n', "job.po")]
    ['note']
    """
    for number, line in enumerate(re.split(r"\r\n?|\n", text), 1):
        if not _LINE.fullmatch(line):
            raise _broken(path, number)
    try:
        # The final line break tells polib that this is no name of a file.
        catalogue = polib.pofile(f"{text}\n", encoding="utf-8")
    except (OSError, UnicodeError, ValueError) as error:
        found = _POLIB_LINE.search(str(error))
        raise _broken(path, int(found[1]) if found else 1) from None
    return tuple(_messages(catalogue))


def _broken(path: str, line: int) -> DocumentError:
    problem = "not a PO file — an entry is comments, msgid and msgstr"
    return DocumentError(problem, path=path, line=line)


def _messages(catalogue: polib.POFile) -> Iterator[Message]:
    # Of a file without a header, polib takes the first comment for the header's.
    comment = "" if catalogue.metadata else catalogue.header
    for entry in catalogue:
        if not entry.obsolete:
            plural = entry.msgstr_plural
            yield Message(
                entry.linenum or 1,
                entry.msgctxt or "",
                entry.msgid,
                plural.get(0, "") if plural else entry.msgstr,
                tuple((entry.tcomment or comment).splitlines()),
                tuple(entry.comment.splitlines()),
                "fuzzy" in entry.flags,
            )
        comment = ""
