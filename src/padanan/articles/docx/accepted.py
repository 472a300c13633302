"""Tracked changes of a Word document, accepted as Word accepts them.

Source: ECMA-376 part 1, 17.13.5 (revisions).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from padanan.articles.docx.package import W
from padanan.articles.docx.text import (
    PARAGRAPH,
    RUN_PROPERTIES,
    is_deleted_mark,
    joined_to,
)

if TYPE_CHECKING:
    from lxml.etree import _Element

_PROPERTIES = f"{{{W}}}pPr"
_ROW_PROPERTIES, _CELL_PROPERTIES = f"{{{W}}}trPr", f"{{{W}}}tcPr"


def _names(listed: str) -> frozenset[str]:
    return frozenset(f"{{{W}}}{name}" for name in listed.split())


_INSERTED, _REMOVED = _names("ins moveTo"), _names("del moveFrom")
_CELL_REMOVED = _names("cellDel")
_MARKS = _names(
    "cellIns cellMerge numberingChange pPrChange rPrChange sectPrChange tblGridChange "
    "tblPrChange tblPrExChange tcPrChange trPrChange moveFromRangeStart "
    "moveFromRangeEnd moveToRangeStart moveToRangeEnd customXmlInsRangeStart "
    "customXmlInsRangeEnd customXmlDelRangeStart customXmlDelRangeEnd "
    "customXmlMoveFromRangeStart customXmlMoveFromRangeEnd customXmlMoveToRangeStart "
    "customXmlMoveToRangeEnd"
)
_ALL = (*_INSERTED, *_REMOVED, *_CELL_REMOVED, *_MARKS)


def accept(root: _Element) -> bool:
    """Accept all changes in the tree of a part; return whether there were any.

    >>> from lxml import etree
    >>> inside = "<w:del/><w:ins><w:r/></w:ins>"
    >>> tree = etree.fromstring(f'<w:p xmlns:w="{W}">{inside}</w:p>')
    >>> accept(tree), [child.tag for child in tree] == [f"{{{W}}}r"]
    (True, True)
    """
    if next(root.iter(*_ALL), None) is None:
        return False
    _join_paragraphs(root)
    for element in list(root.iter(*_ALL)):
        _accept(element)
    return True


def _accept(element: _Element) -> None:
    parent = element.getparent()
    if parent is None:
        return
    in_table = (parent.tag, element.tag in _REMOVED, element.tag in _CELL_REMOVED)
    if in_table in ((_ROW_PROPERTIES, True, False), (_CELL_PROPERTIES, False, True)):
        _drop(parent.getparent())
    elif element.tag in _INSERTED:
        for child in list(element):
            element.addprevious(child)
        parent.remove(element)
    else:
        parent.remove(element)


def _drop(element: _Element | None) -> None:
    parent = None if element is None else element.getparent()
    if element is not None and parent is not None:
        parent.remove(element)


def _join_paragraphs(root: _Element) -> None:
    """Move the contents of a paragraph whose end was deleted into the next one."""
    for paragraph in list(root.iter(PARAGRAPH)):
        below = joined_to(paragraph) if is_deleted_mark(paragraph) else None
        parent = paragraph.getparent()
        if below is None or parent is None:
            continue
        at = 1 if below.find(_PROPERTIES) is not None else 0
        moved = [child for child in paragraph if child.tag != _PROPERTIES]
        for number, child in enumerate(moved, at):
            below.insert(number, child)
        parent.remove(paragraph)


def default_language(styles: _Element) -> str:
    """Return the language of runs that name none, or an empty string.

    >>> from lxml import etree
    >>> default_language(etree.fromstring(f'<w:styles xmlns:w="{W}"/>'))
    ''
    """
    found = styles.find(
        f"{{{W}}}docDefaults/{{{W}}}rPrDefault/{RUN_PROPERTIES}/{{{W}}}lang"
    )
    return "" if found is None else found.get(f"{{{W}}}val", "")
