"""Which side of a file is Indonesian."""

from __future__ import annotations

import pytest

from padanan.errors import DocumentError
from padanan.translation import file_kinds
from padanan.translation.direction import is_reversed

HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n{}\n'


@pytest.mark.parametrize(
    ("source", "target", "way"),
    [
        ("id", "en", False),
        ("in_ID", "en-US", False),
        ("ind", None, False),
        (None, None, False),
        ("und", "en", False),
        ("en", "id", True),
        ("eng", None, True),
        ("", "id-ID", True),
    ],
)
def test_the_declared_languages_decide(
    source: str | None, target: str | None, *, way: bool
) -> None:
    """From English into Indonesian is reversed, what says nothing is not."""
    assert is_reversed(source, target, "a") is way


def po(header: str, entry: str) -> bytes:
    """Return a PO file with a line of its header and an entry."""
    return (HEADER.format(header) + entry).encode()


def test_a_po_file_into_indonesian_is_exchanged() -> None:
    """PO names the language of msgstr: with Indonesian there, msgid is English."""
    data = po('"Language: id\\n"', '\nmsgid "note"\nmsgstr "nota"\n')
    (unit,) = file_kinds.read(data, "id.po")
    assert (unit.source, unit.target) == ("nota", "note")


def test_a_po_file_into_french_is_refused() -> None:
    """French is not told to be English."""
    data = po('"Language: fr_FR\\n"', '\nmsgid "nota"\nmsgstr "note"\n')
    with pytest.raises(DocumentError, match="“fr_FR”"):
        file_kinds.read(data, "fr.po")


def test_each_plural_form_is_a_unit() -> None:
    """A further form belongs to msgid_plural, and says where it stands."""
    entry = (
        '\nmsgid "nota"\nmsgid_plural "%d nota"\n'
        'msgstr[0] "note"\nmsgstr[1] "%d notes"\n'
    )
    found = file_kinds.read(po('"Language: en\\n"', entry), "en.po")
    assert [(unit.source, unit.target) for unit in found] == [
        ("nota", "note"),
        ("%d nota", "%d notes"),
    ]
    assert found[1].place.endswith("msgstr[1]")
    assert found[0].id != found[1].id


def test_one_indonesian_form_translates_singular_and_plural() -> None:
    """Indonesian has one form: it is compared with both English texts."""
    entry = '\nmsgid "note"\nmsgid_plural "%d notes"\nmsgstr[0] "%d nota"\n'
    found = file_kinds.read(po('"Language: id\\n"', entry), "id.po")
    assert [unit.target for unit in found] == ["note", "%d notes"]


def tmx(*languages: str) -> bytes:
    """Return a memory of one unit with a segment in each language."""
    inside = "".join(
        f'<tuv xml:lang="{tag}"><seg>{tag}<ph type="lb"/>x</seg></tuv>'
        for tag in languages
    )
    return f'<tmx version="1.4"><header/><body><tu>{inside}</tu></body></tmx>'.encode()


def test_a_memory_from_english_has_its_indonesian() -> None:
    """In TMX each segment names its language, and breaks part words."""
    (unit,) = file_kinds.read(tmx("en-US", "fr", "id"), "a.tmx")
    assert (unit.source, unit.target) == ("id x", "en-US x")


@pytest.mark.parametrize("languages", [("fr", "en"), ("id", "fr"), ("en",)])
def test_a_memory_of_other_languages_is_refused(languages: tuple[str, ...]) -> None:
    """A memory without Indonesian, or with no English at all, says so."""
    with pytest.raises(DocumentError, match="not Indonesian and English"):
        file_kinds.read(tmx(*languages), "a.tmx")
