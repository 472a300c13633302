"""Worksheets as XLIFF 1.2, which OmegaT and most older programs read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from padanan.files.xml import Element, Mixed, local, parse, serialise, text_of
from padanan.model import SOURCE_LANGUAGE, TARGET_LANGUAGE
from padanan.translation.read_xliff import HINTS
from padanan.translation.worksheets import hints, skeleton

if TYPE_CHECKING:
    from collections.abc import Iterator

    from padanan.translation.worksheets.hints import Hinted
    from padanan.translation.worksheets.worksheet import Entry, Worksheet

NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"


def dumps(worksheet: Worksheet) -> bytes:
    """Return an XLIFF 1.2 file with a unit for each sentence.

    OmegaT 3 translates the ``target`` and nothing else, so that each has the
    Indonesian in it as long as it has no English; what a memory merely suggests
    stands in ``alt-trans``.
    """
    attributes = (
        ("original", worksheet.skeleton.name or "article"),
        ("source-language", SOURCE_LANGUAGE),
        ("target-language", TARGET_LANGUAGE),
        ("datatype", "plaintext"),
        ("tool-id", "padanan"),
    )
    units = map(_unit, hints.hinted(worksheet))
    file = Element("file", attributes, (_header(worksheet), Element("body", (), units)))
    root = Element("xliff", (("version", "1.2"), ("xmlns", NAMESPACE)), (file,))
    return serialise(root).data


def word(data: bytes, path: str) -> str:
    """Return the word that stands for the skeleton, empty where there is none.

    Raises:
        ExchangeError: it is no XML that can be read, with the line.
    """
    root = parse(data, path)
    places = ("internal-file", "skeleton")
    found = (text_of(node) for node in root.iter() if local(node) in places)
    return next((text for text in found if skeleton.find(text)), "")


def _header(worksheet: Worksheet) -> Element:
    form = (("form", "text/plain"),)
    inside = Element("internal-file", form, skeleton.dumps(worksheet.skeleton))
    tool = Element("tool", (("tool-id", "padanan"), ("tool-name", "Padanan")))
    return Element("header", (), (Element("skl", (), (inside,)), tool))


def _unit(hinted: Hinted) -> Element:
    return Element("trans-unit", (("id", hinted.entry.unit.id),), _parts(hinted))


def _parts(hinted: Hinted) -> Iterator[Element]:
    entry = hinted.entry
    yield Element("source", (), Mixed(tuple(_marked(entry))))
    if entry.unit.target:
        exact = (("state", "translated"), ("state-qualifier", "exact-match"))
        yield Element("target", exact, entry.unit.target)
    else:
        state = (("state", "needs-translation"),)
        yield Element("target", state, entry.unit.source)
    if entry.suggestion and entry.fuzzy:
        yield Element(
            "alt-trans",
            (("match-quality", f"{entry.suggestion.score}%"), ("origin", "memory")),
            (
                Element("source", (), entry.suggestion.source),
                Element("target", (), entry.suggestion.target),
            ),
        )
    if hinted.lines:
        about = (("from", HINTS), ("annotates", "source"))
        yield Element("note", about, "\n".join(hinted.lines))


def _marked(entry: Entry) -> Iterator[str | Element]:
    for text, hint in hints.pieces(entry):
        yield Element("mrk", (("mtype", "term"),), text) if hint else text
