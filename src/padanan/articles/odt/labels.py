"""Words of an OpenDocument text that are beside its paragraphs.

These are alternative texts, the tips of links, the words of fields, the choices of a
form, the words of charts, and the title of the document.

Source: OASIS OpenDocument 1.3, part 3, 4.3.2 (metadata), 10.3.17, 10.3.18 and 9.1.13
(titles and descriptions), 11 (charts), 13 (forms).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from padanan.articles.docx.package import serialised
from padanan.articles.labels import LabelPlace, has_words, placed_in
from padanan.articles.odt.content import LOEXT, PARAGRAPHS
from padanan.articles.odt.package import BASE, OFFICE, TABLE, TEXT, tree

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element

    from padanan.articles.docx.package import Package
    from padanan.articles.odt.document import OpenText

_SVG = f"{{{BASE}:svg-compatible:1.0}}"
_FORM = f"{{{BASE}:form:1.0}}"
_META = "meta.xml"
_OBJECT = "/content.xml"
_CHART = f"{{{BASE}:chart:1.0}}chart"
_FIELDS = (
    *("title", "subject", "description", "placeholder", "user-defined", "chapter"),
    *("reference-ref", "bookmark-ref", "sequence-ref", "conditional-text"),
)
_ALONE = (
    *(f"{_SVG}title", f"{_SVG}desc", f"{TABLE}title", f"{TABLE}desc"),
    *(f"{TEXT}{name}" for name in _FIELDS),
)
_PROPERTIES = tuple(
    f"{{http://purl.org/dc/elements/1.1/}}{name}" for name in ("title", "subject")
)
_CONTROLS = ("button", "checkbox", "radio", "fixed-text", "frame", "option", "item")
_ATTRIBUTES = {
    f"{TEXT}a": (f"{OFFICE}title",),
    f"{LOEXT}list-item": (f"{LOEXT}display-text",),
    f"{TEXT}label": (f"{TEXT}value",),
    **{f"{_FORM}{name}": (f"{_FORM}label",) for name in _CONTROLS},
}


class Beside(NamedTuple):
    """The labels of a document.

    Attributes:
        places: of the labels in order, each with the name of its part.
        trees: of the parts that are read only for their labels, by their names.
    """

    places: tuple[tuple[str, LabelPlace], ...]
    trees: Mapping[str, _Element]

    def put(self, words: Mapping[int, str]) -> dict[str, bytes]:
        """Replace the words of labels.

        Args:
            words: by the number of the label.

        Returns:
            The changed parts that are read only for their labels.
        """
        changed = set()
        for number, new in words.items():
            name, place = self.places[number]
            place.put(new)
            changed.add(name)
        return {
            name: serialised(root)
            for name, root in self.trees.items()
            if name in changed
        }


def labels_of(found: OpenText) -> Beside:
    """Return the labels of a document.

    Raises:
        DocumentError: a part is damaged.
    """
    trees = dict(_trees(found.package))
    places = [
        (name, place)
        for name, root in found.roots.items()
        for place in placed_in(root, _ATTRIBUTES, _ALONE)
    ]
    for name, root in trees.items():
        places += ((name, place) for place in _words(name, root))
    return Beside(tuple(places), trees)


def _trees(package: Package) -> Iterator[tuple[str, _Element]]:
    for name in package.parts:
        if name == _META or name.endswith(_OBJECT):
            root = tree(package, name)
            if name == _META or next(root.iter(_CHART), None) is not None:
                yield name, root


def _words(name: str, root: _Element) -> Iterator[LabelPlace]:
    if name == _META:
        yield from placed_in(root, {}, _PROPERTIES)
        return
    for paragraph in root.iter(*PARAGRAPHS):
        if len(paragraph) == 0 and has_words(paragraph.text or ""):
            yield LabelPlace((paragraph,))
