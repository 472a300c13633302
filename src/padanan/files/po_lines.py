"""The lines of a PO file: which are allowed, which are comments, what polib reads."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeAlias

from padanan.files.po_problems import PoProblem, PoProblemKind, refused_character

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Lines: TypeAlias = Sequence[tuple[int, str]]
"""Lines with their numbers, counted from 1."""

_POLIB_LINE = re.compile(r"\(line (\d+)\)")
_QUOTED = r'"(?:[^"\\]|\\[\\"ntrvbf])*"'
_LINE = re.compile(rf"#(?:[#.:,|~].*| .*|)|(?:(?:msgctxt|msgid|msgstr) +)?{_QUOTED}|")
_MARK = re.compile(r"#[.:,|](?! |$)")
_PLURAL = re.compile(r"msgid_plural|msgstr\[")
_OBSOLETE = "#~"


def numbered(text: str) -> Lines:
    r"""Return the lines of a text, without spaces around them.

    >>> numbered('msgid ""\r\n')
    ((1, 'msgid ""'), (2, ''))
    """
    rows = text.replace("\r\n", "\n").split("\n")
    return tuple(enumerate((row.strip(" ") for row in rows), start=1))


def line_problems(lines: Lines) -> Iterator[PoProblem]:
    r"""Yield the problems with lines that a PO file of a glossary cannot have.

    >>> [problem.line for problem in line_problems(numbered("# a\n#.b\nc"))]
    [2, 3]
    """
    for number, line in lines:
        message = _line_problem(line)
        if message:
            yield PoProblem(PoProblemKind.SYNTAX, number, message)


def lean(lines: Lines) -> str:
    r"""Return what polib reads: no comments, each text on the line of its key.

    The lines keep their numbers. polib takes quadratic time for an entry with many
    comments or wrapped lines, and comments are read in this module.

    >>> lean(numbered('# x\nmsgid ""\n"a "\n"b"'))
    '\nmsgid "a b"\n\n'
    """
    rows: list[list[str]] = []
    text: list[str] = []
    for _, line in lines:
        row: list[str] = []
        if line.startswith('"') and text:
            text.append(line[1:-1])
        elif line.startswith("msg"):
            text = row = [line[:-1]]
        elif line.startswith(("#,", '"')):
            row = [line]
        rows.append(row)
    return "\n".join(
        "".join((*row, '"')) if row and row[0].startswith("msg") else "".join(row)
        for row in rows
    )


def with_comments(starts: Iterable[int], lines: Lines) -> tuple[int, ...]:
    r"""Move the starts of entries up to the comments before them.

    >>> with_comments([3], numbered('# x\n\nmsgid "a"'))
    (1,)
    """
    found = []
    for start in starts:
        while start > 1 and _is_loose(lines[start - 2][1]):
            start -= 1
        found.append(start)
    return tuple(found)


def obsolete(lines: Lines) -> Iterator[int]:
    r"""Yield the numbers of the lines in which obsolete entries begin.

    >>> list(obsolete(numbered('#~ msgid "a"\n#~ msgstr "b"\n\n#~ msgid "c"')))
    [1, 4]
    """
    before = ""
    for number, line in lines:
        if line.startswith(_OBSOLETE) and not before.startswith(_OBSOLETE):
            yield number
        before = line


def comment(lines: Lines) -> str:
    r"""Return the free comment among the lines of an entry.

    >>> comment(numbered('# x\n#\n#. note: y\n##z'))
    'x\n\n#z'
    """
    kept = (line[1:] for _, line in lines if line[:2] in ("#", "# ", "##"))
    return "\n".join(line.removeprefix(" ") for line in kept)


def sources(lines: Lines) -> tuple[str, ...]:
    """Return the keys of sources among the lines of an entry.

    >>> sources(numbered("#: VCDR:19 UN"))
    ('VCDR:19', 'UN')
    """
    return tuple(
        key for _, line in lines if line.startswith("#: ") for key in line[3:].split()
    )


def line_of_error(error: Exception) -> int:
    """Return the line that an error of polib names, or the first.

    >>> line_of_error(OSError("Syntax error in po file (line 7)"))
    7
    """
    found = _POLIB_LINE.search(str(error))
    return int(found[1]) if found else 1


def line_of(lines: Lines, start: str) -> int:
    r"""Return the number of the first line that starts with a text, or of the first.

    >>> line_of(numbered('# x\nmsgid "a"'), "msgid")
    2
    """
    found = (number for number, line in lines if line.startswith(start))
    return next(found, lines[0][0])


def _line_problem(line: str) -> str | None:
    character = refused_character(line)
    if character:
        return f"control character {character} — remove it"
    if _PLURAL.match(line):
        return "a glossary has no plural forms — write one msgid and one msgstr"
    if _MARK.match(line):
        return f"no space after “{line[:2]}” — write one"
    if line.startswith("#") and line.endswith("\\"):
        # The lexer of gettext, and so every program of it, joins the lines.
        return "a backslash at the end joins the next line — remove it"
    if not _LINE.fullmatch(line):
        return (
            "not a line of a PO file — comments begin with “# ”, texts are in double "
            'quotes, with \\" for a quote inside'
        )
    return None


def _is_loose(line: str) -> bool:
    return not line or (line.startswith("#") and not line.startswith(_OBSOLETE))
