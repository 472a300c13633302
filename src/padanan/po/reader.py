"""PO text -> concepts; every problem with its line."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

import polib

from padanan.errors import GlossaryError
from padanan.model import Concept, Glossary
from padanan.po.concepts import concept, problems
from padanan.po.fields import Field, parse
from padanan.po.problems import Kind, Problem, fatal, refused_character

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    _Lines: TypeAlias = Sequence[tuple[int, str]]

_QUOTED = r'"(?:[^"\\]|\\[\\"ntrvbf])*"'
_LINE = re.compile(rf"#(?:[#.:,|~].*| .*|)|(?:(?:msgctxt|msgid|msgstr)\s+)?{_QUOTED}|")
_MARK = re.compile(r"#[.:,|](?! |$)")
_PLURAL = re.compile(r"msgid_plural|msgstr\[")
_POLIB_LINE = re.compile(r"\(line (\d+)\)")

_EMPTY_MSGID = "msgid is empty — write the Indonesian term"


class Entry(NamedTuple):
    """A concept with the places of its parts in the file.

    Attributes:
        concept: the concept.
        line: line of the ``msgid``, counted from 1.
        fields: all fields, with ``msgctxt``, ``msgid``, ``msgstr``.
    """

    concept: Concept
    line: int
    fields: tuple[Field, ...]


class Reading(NamedTuple):
    """What a file holds: its entries, and everything that is wrong with it."""

    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...]

    @property
    def concepts(self) -> tuple[Concept, ...]:
        """The concepts, in the order of the file."""
        return tuple(entry.concept for entry in self.entries)


def load(path: str | Path) -> Glossary:
    """Read a PO file; its name without ending is the domain.

    Raises:
        GlossaryError: the file is no glossary, with the line of its first problem.
        OSError: it cannot be read.
    """
    path = Path(path)
    text = decode(path.read_bytes(), path=str(path))
    return loads(text, path=str(path), domain=path.stem)


def loads(text: str, *, path: str, domain: str) -> Glossary:
    r"""Return the concepts of a PO file.

    Args:
        text: the content of the file.
        path: its name, for messages.
        domain: the domain of entries that do not say theirs.

    Raises:
        GlossaryError: with the line of the first problem.

    >>> text = 'msgid ""\nmsgstr ""\n\nmsgid "komunike"\nmsgstr "communiqué"\n'
    >>> loads(text, path="statements.po", domain="statements")["komunike"].equivalent
    'communiqué'
    """
    reading = read(text, domain=domain)
    for problem in fatal(reading.problems):
        raise GlossaryError(problem.message, path=path, line=problem.line)
    return Glossary(reading.concepts)


def decode(data: bytes, *, path: str) -> str:
    r"""Return the text of a file's bytes, without a byte-order mark.

    Raises:
        GlossaryError: the bytes are not UTF-8, with the line of the first that is not.

    >>> decode(b"\xef\xbb\xbfmsgid", path="a.po")
    'msgid'
    """
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = "not UTF-8 — save the file in that encoding"
        raise GlossaryError(message, path=path, line=line) from None


def read(text: str, *, domain: str) -> Reading:
    """Return the entries of a PO file with all of its problems, in order of lines.

    A problem of syntax hides those that only a readable file can have; any other
    hides nothing, and the entries that have none are all there.
    """
    rows = text.replace("\r\n", "\n").split("\n")
    lines = tuple(enumerate((row.strip(" ") for row in rows), start=1))
    unreadable = tuple(_line_problems(lines))
    if unreadable:
        return Reading((), unreadable)
    try:
        catalogue = polib.pofile("\n".join(line for _, line in lines), encoding="utf-8")
    except OSError as error:
        return Reading((), (_syntax_problem(error),))
    found = (*_around(catalogue, lines), *_entries(catalogue, lines, domain))
    wrong = (item for item in found if isinstance(item, Problem))
    entries = tuple(item for item in found if isinstance(item, Entry))
    return Reading(entries, tuple(sorted(wrong, key=lambda item: item.line)))


def _line_problems(lines: _Lines) -> Iterator[Problem]:
    for number, raw in lines:
        line = raw.strip()
        character = refused_character(raw)
        if character:
            message = f"control character {character} — remove it"
            yield Problem(Kind.SYNTAX, number, message)
        elif _PLURAL.match(line):
            message = "a glossary has no plural forms — write one msgid and one msgstr"
            yield Problem(Kind.SYNTAX, number, message)
        elif _MARK.match(line):
            message = f"no space after “{line[:2]}” — write one"
            yield Problem(Kind.SYNTAX, number, message)
        elif raw.startswith("#") and raw.endswith("\\"):
            # So the lexer of gettext has it, and with it all of its programs.
            message = "a backslash at the end joins the next line — remove it"
            yield Problem(Kind.SYNTAX, number, message)
        elif not _LINE.fullmatch(line):
            message = (
                "no line of a PO file — comments begin with “# ”, texts stand in "
                'double quotes, with \\" for a quote inside'
            )
            yield Problem(Kind.SYNTAX, number, message)


def _syntax_problem(error: OSError) -> Problem:
    found = _POLIB_LINE.search(str(error))
    message = "this line cannot stand here — an entry is comments, msgid and msgstr"
    return Problem(Kind.SYNTAX, int(found[1]) if found else 1, message)


def _around(catalogue: polib.POFile, lines: _Lines) -> Iterator[Problem]:
    """Yield what stands outside the entries and has no place there."""
    first = (catalogue[0].linenum or 0) if catalogue else len(lines) + 1
    if not first and catalogue.metadata:
        message = "the header is not the first entry — move it to the top"
        yield Problem(Kind.SYNTAX, 1, message)
    for number, line in lines[: max(first - 1, 0)]:
        if line.startswith("msgctxt"):
            yield Problem(Kind.MISSING, number, _EMPTY_MSGID)
        elif line.startswith(("# ", "##", "#. ", "#: ")):
            message = "a comment at the header is lost — move it to an entry"
            yield Problem(Kind.LOST, number, message)
    last = max((n for n, line in lines if line and line[0] != "#"), default=0)
    for number, line in lines[max(last, first - 1) :]:
        if line and not line.startswith("#~"):
            message = "a comment after the last entry is lost — move it to an entry"
            yield Problem(Kind.LOST, number, message)


def _entries(
    catalogue: polib.POFile, lines: _Lines, domain: str
) -> Iterator[Entry | Problem]:
    starts = [max(item.linenum or 0, 1) for item in catalogue]
    ends = (*starts[1:], len(lines) + 1) if starts else ()
    seen: dict[str, int] = {}
    for item, start, end in zip(catalogue, starts, ends, strict=True):
        for found in _entry(item, lines[start - 1 : end - 1], domain):
            if isinstance(found, Entry) and found.concept.id in seen:
                yield _twice(found, seen[found.concept.id])
            else:
                yield found
            if isinstance(found, Entry):
                seen.setdefault(found.concept.id, found.line)


def _twice(entry: Entry, line: int) -> Problem:
    message = (
        f"“{entry.concept.term}” has the same id ({entry.concept.id}) as the entry in "
        f"line {line} — join the two, or tell them apart by msgctxt"
    )
    return Problem(Kind.DUPLICATE, entry.line, message)


def _entry(
    item: polib.POEntry, lines: _Lines, domain: str
) -> Iterator[Entry | Problem]:
    if item.obsolete:
        message = "an obsolete entry (#~) is lost — remove it, or the marks"
        yield Problem(Kind.LOST, lines[0][0], message)
        return
    yield from _not_kept(item, lines)
    comments = [(number, line) for number, line in lines if line.startswith("#. ")]
    found = (*_texts(item, lines), *parse(comments))
    fields = tuple(field for field in found if isinstance(field, Field))
    wrong = [field for field in found if isinstance(field, Problem)]
    wrong += (*_refused(fields), *problems(fields))
    if wrong:
        yield from wrong
        return
    made = concept(
        fields,
        domain=domain,
        sources=_sources(lines),
        comment=_comment(lines),
        fuzzy="fuzzy" in item.flags,
    )
    yield Entry(made, _line_of(lines, "msgid"), fields)


def _texts(item: polib.POEntry, lines: _Lines) -> Iterator[Field | Problem]:
    line = _line_of(lines, "msgid")
    if item.msgctxt == "":
        message = "msgctxt is empty — write the sense or remove the line"
        yield Problem(Kind.VALUE, line, message)
    elif item.msgctxt:
        yield Field(_line_of(lines, "msgctxt"), "msgctxt", item.msgctxt)
    if not item.msgid:
        yield Problem(Kind.MISSING, line, _EMPTY_MSGID)
    if not item.msgstr:
        message = f"“{item.msgid}” has no msgstr — write its English equivalent"
        yield Problem(Kind.MISSING, _line_of(lines, "msgstr"), message)
    yield Field(line, "msgid", item.msgid)
    yield Field(_line_of(lines, "msgstr"), "msgstr", item.msgstr)


def _refused(fields: tuple[Field, ...]) -> Iterator[Problem]:
    for field in fields:
        character = refused_character(field.value)
        if character:
            message = f"control character {character} in {field.key} — remove it"
            yield Problem(Kind.VALUE, field.line, message)


def _not_kept(item: polib.POEntry, lines: _Lines) -> Iterator[Problem]:
    flags = [flag for flag in item.flags if flag not in ("", "fuzzy")]
    if flags:
        message = f"the flag “{flags[0]}” is lost — remove it; only fuzzy is known"
        yield Problem(Kind.LOST, _line_of(lines, "#,"), message)
    if item.previous_msgid is not None or item.previous_msgctxt is not None:
        message = "a previous msgid (#|) is lost — remove it"
        yield Problem(Kind.LOST, _line_of(lines, "#|"), message)


def _line_of(lines: _Lines, start: str) -> int:
    return next(
        (number for number, line in lines if line.startswith(start)), lines[0][0]
    )


def _sources(lines: _Lines) -> tuple[str, ...]:
    return tuple(
        key for _, line in lines if line.startswith("#: ") for key in line[3:].split()
    )


def _comment(lines: _Lines) -> str:
    # A line of a comment is “#”, “# text” or, from other hands, “##text”.
    kept = (line[1:] for _, line in lines if line[:2] in ("#", "# ", "##"))
    return "\n".join(line.removeprefix(" ") for line in kept)
