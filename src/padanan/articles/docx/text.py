"""Where the text of a Word document is: paragraphs, runs and their elements.

The text is read as if the tracked changes were accepted. Content that a part has in
several forms, for older and newer programs, is read once. Field codes are not read.

Source: ECMA-376 part 1, 17.3.3 (contents of runs), 17.13.5 (tracked changes), 17.16
(fields); part 3, 7.5 (alternate content).
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from padanan.articles.docx.package import W

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element

PARAGRAPH = f"{{{W}}}p"
RUN = f"{{{W}}}r"
RUN_PROPERTIES = f"{{{W}}}rPr"
TEXT = f"{{{W}}}t"
FIELD = f"{{{W}}}fldChar"
FIELD_TYPE = f"{{{W}}}fldCharType"

_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
ALTERNATE, _CHOICE, FALLBACK = (
    f"{{{_MC}}}{name}" for name in ("AlternateContent", "Choice", "Fallback")
)

# Elements that contain runs of the text. Deletions and field codes are not among them.
HOLDERS = frozenset(
    f"{{{W}}}{name}"
    for name in (
        *("bdo", "customXml", "dir", "fldSimple", "hyperlink"),
        *("ins", "moveTo", "sdt", "sdtContent", "smartTag"),
    )
)
_CHARACTERS = {
    f"{{{W}}}tab": "\t",
    f"{{{W}}}ptab": "\t",
    f"{{{W}}}br": "\n",
    f"{{{W}}}cr": "\n",
    f"{{{W}}}noBreakHyphen": "\u2011",
    f"{{{W}}}softHyphen": "\xad",
}
_SYMBOL = f"{{{W}}}sym"
_EMOJI = "{*}symEx"
_RUBY, _RUBY_BASE = f"{{{W}}}ruby", f"{{{W}}}rubyBase"
# The Unicode characters for the letters of symbol fonts.
_SIGNS = {
    "symbol": dict(zip(
        b"\x2d\xa2\xa3\xac\xad\xae\xaf\xb0\xb1\xb2\xb3\xb4\xb7\xb8\xb9\xbb\xbc\xd2\xd3\xd4",
        "−′≤←↑→↓°±″≥×•÷≠≈…®©™", strict=True,
    )),
    "wingdings": dict(zip(
        b"\x4a\x6c\x6e\x6f\x71\x75\x76\x9f\xa7\xa8\xd8\xdf\xe0\xe1\xe2\xe8\xf0\xfb\xfc\xfe",
        "☺●■□❑◆❖•▪◻➢←→↑↓➔⇨✗✓☑", strict=True,
    )),
}  # fmt: skip
_PRIVATE = 0xF000
_DELETED_MARKS = tuple(
    f"{{{W}}}pPr/{{{W}}}rPr/{{{W}}}{name}" for name in ("del", "moveFrom")
)
_ENDS_PARAGRAPHS = frozenset({f"{{{W}}}{name}" for name in ("tbl", "sdt", "sectPr")})


class WordRun(NamedTuple):
    """A run of Word with its text.

    Attributes:
        start: offset in the text of the paragraph.
        text: the characters.
        element: the run itself.
        texts: what each element in it adds to the text, in order.
    """

    start: int
    text: str
    element: _Element
    texts: tuple[str, ...]


class Paragraph(NamedTuple):
    """A paragraph with text.

    Attributes:
        start: offset in the text of the article.
        text: of its runs, joined.
        runs: in order, including those without text.
        element: the paragraph itself; the last one, if accepting changes makes several
            paragraphs one.
    """

    start: int
    text: str
    runs: tuple[WordRun, ...]
    element: _Element


class _Unread(NamedTuple):
    """Elements of a part that are not read.

    Attributes:
        branches: forms of alternate content other than the one that is read.
        codes: elements in runs that are part of a field code.
    """

    branches: frozenset[_Element]
    codes: frozenset[_Element]


def paragraphs(root: _Element) -> Iterator[Paragraph]:
    """Yield the paragraphs with text in the order of the part, all at offset 0.

    They include those in tables and text boxes.
    """
    unread = _Unread(frozenset(_branches(root)), frozenset(_codes(root)))
    carried: dict[_Element, list[_Element]] = {}
    for element in root.iter(PARAGRAPH):
        if not unread.branches.isdisjoint(element.iterancestors(_CHOICE, FALLBACK)):
            continue
        runs = carried.pop(element, [])
        runs += _runs_in(element, unread)
        below = joined_to(element)
        if below is not None:
            carried[below] = runs
            continue
        read = tuple(_read(runs, unread))
        whole = "".join(run.text for run in read)
        if whole.strip():
            yield Paragraph(0, whole, read, element)


def _read(runs: Iterable[_Element], unread: _Unread) -> Iterator[WordRun]:
    length = 0
    for run in runs:
        texts = tuple(_characters(child, unread) for child in run)
        text = "".join(texts)
        yield WordRun(length, text, run, texts)
        length += len(text)


def is_deleted_mark(paragraph: _Element) -> bool:
    """Whether a reviewer deleted the end of a paragraph."""
    return any(paragraph.find(mark) is not None for mark in _DELETED_MARKS)


def joined_to(element: _Element) -> _Element | None:
    """Return the paragraph with which one is joined because its end was deleted."""
    if not is_deleted_mark(element):
        return None
    for below in element.itersiblings():
        if below.tag == PARAGRAPH:
            return below
        if below.tag in _ENDS_PARAGRAPHS:
            break
    return None


def _characters(element: _Element, unread: _Unread) -> str:
    """Return what an element in a run adds to the text."""
    if element in unread.codes:
        return ""
    if element.tag == TEXT:
        return element.text or ""
    if element.tag == ALTERNATE:
        return _inside(chosen(element), unread)
    if element.tag == _RUBY:
        base = element.find(_RUBY_BASE)
        runs = () if base is None else _runs_in(base, unread)
        return "".join(_inside(run, unread) for run in runs)
    if element.tag == _SYMBOL or str(element.tag).endswith("}symEx"):
        return _symbol(element)
    return _CHARACTERS.get(element.tag, "")


def _inside(holder: _Element | None, unread: _Unread) -> str:
    if holder is None:
        return ""
    return "".join(_characters(child, unread) for child in holder)


def _symbol(element: _Element) -> str:
    """Return the character that a symbol of a font represents."""
    given = {str(key).rpartition("}")[2]: str(value) for key, value in element.items()}
    try:
        code = int(given.get("char", ""), 16)
        character = chr(code)
    except (ValueError, OverflowError):
        return ""
    font = given.get("font", "").lower().split(" ")[0]
    if code < 32 or unicodedata.category(character) in {"Cs", "Cn"}:
        return ""
    return _SIGNS.get(font, {}).get(
        code & 0xFF if code >= _PRIVATE else code, character
    )


def _runs_in(element: _Element, unread: _Unread) -> Iterator[_Element]:
    """Yield the runs of a paragraph in order, including those without text."""
    for child in element:
        if child.tag == RUN:
            yield child
        elif child.tag in HOLDERS:
            yield from _runs_in(child, unread)
        elif child.tag == ALTERNATE:
            branch = chosen(child)
            if branch is not None:
                yield from _runs_in(branch, unread)


def chosen(alternate: _Element) -> _Element | None:
    """Return the form of alternate content that is read: the first one with text."""
    forms = [child for child in alternate if child.tag in (_CHOICE, FALLBACK)]
    with_text = (form for form in forms if _has_text(form))
    return next(with_text, forms[0] if forms else None)


def _has_text(form: _Element) -> bool:
    return next(form.iter(TEXT, _SYMBOL, _EMOJI), None) is not None


def _branches(root: _Element) -> Iterator[_Element]:
    """Yield the forms of alternate content that are not read."""
    for alternate in root.iter(ALTERNATE):
        form = chosen(alternate)
        yield from (child for child in alternate if child is not form)


def _codes(root: _Element) -> Iterator[_Element]:
    """Yield the elements between the beginning of a field and its result or end.

    A field without an end is ignored.
    """
    opened: list[list[_Element]] = []
    codes: list[list[_Element]] = []  # open fields whose code has not ended
    for element in root.iter(FIELD, TEXT, _SYMBOL, _RUBY, ALTERNATE, *_CHARACTERS):
        if element.tag != FIELD:
            if codes:
                codes[-1].append(element)
            continue
        kind = element.get(FIELD_TYPE)
        if kind == "begin":
            opened.append([])
            codes.append(opened[-1])
        elif opened and kind in {"separate", "end"}:
            if codes and codes[-1] is opened[-1]:
                codes.pop()
            if kind == "end":
                yield from opened.pop()
