"""Words of a Word document that are beside its paragraphs and are seen or read out.

These are alternative texts, the tips of links, the choices of a form, the words of
charts and diagrams, and the title of the document.

Source: ECMA-376 part 1, 17 (WordprocessingML), 20.4 and 21 (DrawingML); part 2, 8.3
(core properties); part 4, 19 (VML).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from padanan.articles.docx.package import W, all_related, parsed, serialised
from padanan.articles.labels import LabelPlace, has_words, placed_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from lxml.etree import _Element

    from padanan.articles.docx.package import Package
    from padanan.articles.docx.parts import Part

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_A, _CHART = f"{{{_DRAWING}/main}}", f"{{{_DRAWING}/chart}}"
_V = "{urn:schemas-microsoft-com:vml}"
_SPOKEN = ("descr", "title")
_SHAPE = ("alt", "title")
_ATTRIBUTES: Mapping[str, Sequence[str]] = {
    f"{{{_DRAWING}/wordprocessingDrawing}}docPr": _SPOKEN,
    f"{{{_DRAWING}/picture}}cNvPr": _SPOKEN,
    "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}cNvPr": _SPOKEN,
    **{f"{_V}{name}": _SHAPE for name in ("shape", "rect", "oval", "roundrect")},
    **{f"{_V}{name}": _SHAPE for name in ("line", "polyline", "curve", "arc", "group")},
    f"{_V}textpath": ("string",),
    f"{{{W}}}hyperlink": (f"{{{W}}}tooltip",),
    f"{{{W}}}tblCaption": (f"{{{W}}}val",),
    f"{{{W}}}tblDescription": (f"{{{W}}}val",),
    f"{{{W}}}listItem": (f"{{{W}}}displayText",),
    f"{{{W}}}listEntry": (f"{{{W}}}val",),
}
_PROPERTIES = tuple(
    f"{{http://purl.org/dc/elements/1.1/}}{name}" for name in ("title", "subject")
)
_DRAWN = ("chart", "diagramData", "diagramDrawing")
_PARAGRAPH, _WORDS = f"{_A}p", f"{_A}t"
_CACHE, _VALUE = f"{_CHART}strCache", f"{_CHART}v"


class Beside(NamedTuple):
    """The labels of a document.

    Attributes:
        places: of the labels, in order.
        names: for each, the name of its part.
        trees: of the parts that are read only for their labels, by their names.
    """

    places: tuple[LabelPlace, ...]
    names: tuple[str, ...]
    trees: Mapping[str, _Element]

    def put(self, words: Mapping[int, str]) -> frozenset[str]:
        """Replace the words of labels; return the names of the changed parts.

        Args:
            words: by the number of the label.
        """
        for number, new in words.items():
            self.places[number].put(new)
        return frozenset(self.names[number] for number in words)

    def serialised(self, names: frozenset[str]) -> dict[str, bytes]:
        """Return the bytes of those parts that are read only for their labels."""
        wanted = self.trees.keys() & names
        return {name: serialised(self.trees[name]) for name in sorted(wanted)}


def labels_of(package: Package, parts: Sequence[Part]) -> Beside:
    """Return the labels of a document.

    Args:
        package: the document.
        parts: those with paragraphs, the main one first.

    Raises:
        DocumentError: a part is damaged.
    """
    found = [(part.name, place) for part in parts for place in _in_text(part.root)]
    trees = dict(_trees(package, [part.name for part in parts]))
    for name, root in trees.items():
        found += ((name, place) for place in _in_drawing(root))
    return Beside(
        tuple(place for _, place in found), tuple(name for name, _ in found), trees
    )


def _in_text(root: _Element) -> Iterator[LabelPlace]:
    yield from placed_in(root, _ATTRIBUTES, ())
    yield from _paragraphs(root)


def _trees(package: Package, names: Sequence[str]) -> Iterator[tuple[str, _Element]]:
    related = [
        part
        for name in names
        for kind in _DRAWN
        for part in all_related(package, name, kind)
    ]
    related += all_related(package, "", "metadata/core-properties")
    for part in dict.fromkeys(related):
        if package.find(part):
            yield part, parsed(package, part)


def _in_drawing(root: _Element) -> Iterator[LabelPlace]:
    yield from placed_in(root, {}, _PROPERTIES)
    yield from _paragraphs(root)
    for cache in root.iter(_CACHE):
        values = (LabelPlace((value,)) for value in cache.iter(_VALUE))
        yield from (value for value in values if has_words(value.label))


def _paragraphs(root: _Element) -> Iterator[LabelPlace]:
    """Yield the paragraphs of drawings; their words are of one format when changed."""
    for paragraph in root.iter(_PARAGRAPH):
        place = LabelPlace(tuple(paragraph.iter(_WORDS)))
        if has_words(place.label):
            yield place
