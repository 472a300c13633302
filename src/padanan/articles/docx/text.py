"""Where the text of a Word document stands: paragraphs, runs and what is in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from padanan.articles.docx.package import W

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

PARAGRAPH = f"{{{W}}}p"
RUN = f"{{{W}}}r"
RUN_PROPERTIES = f"{{{W}}}rPr"
TEXT = f"{{{W}}}t"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"

# What holds runs of the text as it stands: not deletions, not fields' codes.
_HOLDERS = frozenset(
    f"{{{W}}}{name}"
    for name in (
        *("bdo", "customXml", "dir", "fldSimple", "hyperlink"),
        *("ins", "moveTo", "sdt", "sdtContent", "smartTag"),
    )
)
# Source: ECMA-376 part 1, 17.3.3.
_CHARACTERS = {
    f"{{{W}}}tab": "\t",
    f"{{{W}}}br": "\n",
    f"{{{W}}}cr": "\n",
    f"{{{W}}}noBreakHyphen": "\u2011",
    f"{{{W}}}softHyphen": "\xad",
}


class WordRun(NamedTuple):
    """A run of Word with its text.

    Attributes:
        start: offset in the text of the paragraph.
        text: the characters, one or none for each element that is not text.
        element: the run itself.
    """

    start: int
    text: str
    element: _Element


class Paragraph(NamedTuple):
    """A paragraph with text.

    Attributes:
        start: offset in the text of the article.
        text: of its runs, joined.
        runs: those with text.
        element: the paragraph itself.
    """

    start: int
    text: str
    runs: tuple[WordRun, ...]
    element: _Element


def paragraphs(root: _Element) -> Iterator[Paragraph]:
    """Yield the paragraphs with text in the order of the part, all at offset 0.

    Those of tables and text boxes are among them; what is there a second time, for
    programs that know no text boxes, is left out.
    """
    for element in root.iter(PARAGRAPH):
        if next(element.iterancestors(_FALLBACK), None) is not None:
            continue
        runs = []
        length = 0
        for run in runs_in(element):
            text = "".join(characters(child) for child in run)
            if text:
                runs.append(WordRun(length, text, run))
                length += len(text)
        whole = "".join(run.text for run in runs)
        if whole.strip():
            yield Paragraph(0, whole, tuple(runs), element)


def characters(element: _Element) -> str:
    """Return what an element in a run adds to the text."""
    if element.tag == TEXT:
        return element.text or ""
    return _CHARACTERS.get(element.tag, "")


def runs_in(element: _Element) -> Iterator[_Element]:
    """Yield the runs of a paragraph in order, those without text too."""
    for child in element:
        if child.tag == RUN:
            yield child
        elif child.tag in _HOLDERS:
            yield from runs_in(child)
