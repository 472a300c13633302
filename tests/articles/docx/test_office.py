"""LibreOffice reads our Word documents: no character loses its formatting."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

from padanan.render import same
from tests.clients import client, run
from tests.pages import page
from tests.word import report, saved

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"

OURS = ("background-color", "shading", "rsid")
"""Parts of the names of properties that a mark may change."""

Look = frozenset[tuple[str, str]]


class Character(NamedTuple):
    """A character with the formatting that it has."""

    text: str
    paragraph: str
    look: Look


def converted(folder: Path, data: bytes) -> etree._Element:
    """Return what LibreOffice makes of a document: its flat XML."""
    folder.mkdir()
    file = folder / "laporan.docx"
    file.write_bytes(data)
    profile = f"-env:UserInstallation={(folder.parent / 'profile').as_uri()}"
    flat = ("--headless", "--convert-to", "fodt", "--outdir", folder)
    run("soffice", profile, *flat, file)
    return etree.parse(folder / "laporan.fodt").getroot()


def characters(root: etree._Element) -> list[Character]:
    """Return the characters of a document, without those of comments and spaces."""
    styles = {
        style.get(f"{STYLE}name", ""): style
        for style in root.iter(f"{STYLE}style")
        if style.get(f"{STYLE}family") == "text"
    }
    return [
        Character(text, paragraph.get(f"{TEXT}style-name", ""), look)
        for paragraph in root.iter(f"{TEXT}p", f"{TEXT}h")
        if next(paragraph.iterancestors(f"{OFFICE}annotation"), None) is None
        for string, look in walk(paragraph, styles, frozenset())
        for text in string
        if not text.isspace()
    ]


def walk(
    element: etree._Element, styles: Mapping[str, etree._Element], look: Look
) -> Iterator[tuple[str, Look]]:
    """Yield the strings in an element with their formatting."""
    yield element.text or "", look
    for child in element:
        if not str(child.tag).startswith(OFFICE):
            inside = look_of(child.get(f"{TEXT}style-name", ""), styles)
            yield from walk(child, styles, look | inside)
        yield child.tail or "", look


def look_of(name: str, styles: Mapping[str, etree._Element]) -> Look:
    """Return the properties of a style, but for those that a mark may change."""
    style = styles.get(name)
    properties = None if style is None else style.find(f"{STYLE}text-properties")
    if properties is None:
        return frozenset()
    pairs = ((str(name), str(value)) for name, value in properties.items())
    return frozenset(p for p in pairs if not any(ours in p[0] for ours in OURS))


@client("soffice", "lowriter")
def test_nothing_is_lost(tmp_path: Path) -> None:
    """LibreOffice finds every character as it was formatted, and our comments."""
    data = saved(report())
    one = page(data, "a.docx")
    before = converted(tmp_path / "before", data)
    after = converted(tmp_path / "after", same.render(one, "all-comments"))
    assert characters(after) == characters(before)
    assert len({each.look for each in characters(before)}) >= 5
    comments = [
        "".join(map(str, c.itertext())) for c in after.iter(f"{OFFICE}annotation")
    ]
    assert len(comments) == len(one.annotations)
    assert "Secretary of State" in comments[0]
