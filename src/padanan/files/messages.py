"""PO files of translation jobs (not of glossaries) as messages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

import polib

from padanan.errors import DocumentError
from padanan.files.po_lines import line_of_error

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

# polib says nothing of a line that is cut off; here it is an error.
_LINE = re.compile(
    r"\s*(?:#.*|(?:(?:msgctxt|msgid|msgid_plural|msgstr(?:\[\d+\])?)\s*)?"
    r'"(?:[^"\\]|\\.)*"\s*|)'
)


class Message(NamedTuple):
    """An entry of a PO file.

    Attributes:
        line: where its comments or its ``msgid`` begin, counted from 1.
        context: ``msgctxt``, empty if there is none.
        source: ``msgid``.
        target: ``msgstr``; of a plural entry the first form.
        comments: of translators (``# ``), one per line.
        extracted: comments of the program (``#.``), one per line.
        fuzzy: marked as not yet confirmed.
        plural: ``msgid_plural``; empty if there is none.
        forms: of a plural entry every form of the target, in their order.
    """

    line: int
    context: str
    source: str
    target: str
    comments: tuple[str, ...]
    extracted: tuple[str, ...]
    fuzzy: bool
    plural: str = ""
    forms: tuple[str, ...] = ()


class Catalogue(NamedTuple):
    """A PO file.

    Attributes:
        header: its fields by their names, in lower case.
        messages: its entries, obsolete ones left out.
        obsolete: how many were left out.
    """

    header: Mapping[str, str]
    messages: tuple[Message, ...]
    obsolete: int = 0


def catalogue(text: str, path: str) -> Catalogue:
    r"""Return the header and the entries of a PO file.

    Args:
        text: its content.
        path: its name, for messages.

    Raises:
        DocumentError: it is not a PO file, with the line of the problem.

    >>> found = catalogue('msgid ""\nmsgstr "Language: en\\n"\n', "job.po")
    >>> found.header["language"], found.messages
    ('en', ())
    """
    for number, line in enumerate(re.split(r"\r\n?|\n", text), 1):
        if not _LINE.fullmatch(line):
            raise _broken(path, number)
    try:
        # The final line break tells polib that this is not the name of a file.
        found = polib.pofile(f"{text}\n", encoding="utf-8")
    except (OSError, UnicodeError, ValueError) as error:
        raise _broken(path, line_of_error(error)) from None
    header = {name.lower(): value for name, value in found.metadata.items()}
    obsolete = sum(bool(entry.obsolete) for entry in found)
    return Catalogue(header, tuple(_messages(found)), obsolete)


def _broken(path: str, line: int) -> DocumentError:
    problem = "not a PO file — an entry is comments, msgid and msgstr"
    return DocumentError(problem, path=path, line=line)


def _messages(found: polib.POFile) -> Iterator[Message]:
    # Of a file without a header, polib takes the first comment for the header's.
    comment = "" if found.metadata else found.header
    for entry in found:
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
                entry.msgid_plural or "",
                tuple(plural[number] for number in sorted(plural)),
            )
        comment = ""
