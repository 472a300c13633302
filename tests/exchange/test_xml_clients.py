"""Other programs and the published schemas read our TBX and TMX, all of it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any
from unicodedata import normalize

import pytest
from lxml import etree
from translate.storage import tbx, tmx

from padanan.exchange import formats
from padanan.exchange.formats import FormatOptions
from padanan.exchange.pairs import pairs
from padanan.model import Glossary, Status
from tests import clients, omegat
from tests.glossaries import GLOSSARIES, mini, whole
from tests.shared import shared_path

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator
    from pathlib import Path

    Counted = Callable[[str, Collection[object], Collection[object]], None]
    Maker = Callable[[], Glossary]

Pairs = list[tuple[str, str]]

SCHEMATRON = clients.client("node", "node-schematron")

TBX: Any = tbx.tbxfile
"""Reader and writer of translate-toolkit, which has no types."""

TMX: Any = tmx.tmxfile

MODULES = {
    "http://www.tbxinfo.net/ns/min": "Min",
    "http://www.tbxinfo.net/ns/basic": "Basic",
}
"""Namespaces of DCT with the schema of each."""

PART = 50
"""Concepts a document where a checker takes much longer for one large document."""


@cache
def dumped(name: str, glossary: Maker) -> bytes:
    """Return a glossary in the format of that name."""
    return dump(name, glossary())


def dump(name: str, glossary: Glossary) -> bytes:
    """Return a glossary in the format of that name."""
    write = formats.writer(formats.named(name))
    return write(glossary, FormatOptions()).files[0][1]


def loaded(name: str, data: bytes) -> Glossary:
    """Return the glossary of a file in the format of that name."""
    return formats.loads(formats.named(name), data, "asing")


def ours(glossary: Glossary) -> Pairs:
    """Return the pairs of a glossary as texts, sorted."""
    return sorted((pair.source, pair.target) for pair in pairs(glossary))


def schema(name: str) -> etree.RelaxNG:
    """Return a published schema of TBX."""
    path = shared_path() / "schemas" / "tbx" / f"{name}.rng"
    return etree.RelaxNG(etree.parse(path))


def schematron(name: str, *documents: Path) -> list[str]:
    """Return what a published Schematron schema of TBX says of documents."""
    rules = shared_path() / "schemas" / "tbx" / f"{name}.sch"
    return clients.schematron(rules, *documents).splitlines()


def parts(name: str, glossary: Glossary, folder: Path) -> Iterator[Path]:
    """Write a glossary as several documents and yield their paths."""
    for start in range(0, len(glossary), PART):
        path = folder / f"part-{start}.tbx"
        some = Glossary(glossary.concepts[start : start + PART])
        path.write_bytes(dump(name, some))
        yield path


@omegat.client
@GLOSSARIES
def test_omegat_lists_our_pairs(
    glossary: Maker, counted: Counted, tmp_path: Path
) -> None:
    """OmegaT's own reader of TBX lists every pair, and nothing else.

    It composes characters, as in é of e and an accent.
    """
    path = tmp_path / "glossary.tbx"
    path.write_bytes(dumped("tbx-2008", glossary))
    read = sorted((source, target) for source, target, _ in omegat.entries(path))
    expected = sorted(
        (normalize("NFC", source), normalize("NFC", target))
        for source, target in ours(glossary())
    )
    assert read == expected
    counted("OmegaT, TBX of 2008", read, expected)


@omegat.client
def test_omegat_shows_the_definition(tmp_path: Path) -> None:
    """What OmegaT shows beside a term begins with its definition."""
    path = tmp_path / "glossary.tbx"
    path.write_bytes(dumped("tbx-2008", mini))
    comments = {entry[1]: entry[2] for entry in omegat.entries(path)}
    assert comments["ceasefire"].startswith("definition: Halt to fighting")


@GLOSSARIES
def test_translate_toolkit_lists_our_pairs(glossary: Maker, counted: Counted) -> None:
    """The reader of TBX that Weblate uses lists every pair, and nothing else."""
    store = TBX.parsestring(dumped("tbx-2008", glossary), "id", "en")
    read = sorted(
        (term.text, equivalent.text)
        for unit in store.units
        for term in unit.get_source_terms()
        for equivalent in unit.get_target_terms()
    )
    assert read == ours(glossary())
    counted("translate-toolkit, TBX of 2008", read, ours(glossary()))


@GLOSSARIES
@pytest.mark.parametrize("style", ["tbx-2019-dca", "tbx-2019-dct"])
def test_core_schema_accepts(style: str, glossary: Maker) -> None:
    """The core RELAX NG schema of ISO 30042:2019 accepts both styles."""
    core = schema("TBXcoreStructV03")
    core.assertValid(etree.ElementTree(etree.fromstring(dumped(style, glossary))))


@GLOSSARIES
def test_modules_accept_dct(glossary: Maker, counted: Counted) -> None:
    """Every element of the modules is valid by the schema of its module."""
    schemas = {space: schema(name) for space, name in MODULES.items()}
    root = etree.fromstring(dumped("tbx-2019-dct", glossary))
    found = [
        node for node in root.iter("{*}*") if etree.QName(node).namespace in schemas
    ]
    for node in found:
        alone = etree.fromstring(etree.tostring(node, with_tail=False))
        schemas[etree.QName(node).namespace or ""].assertValid(etree.ElementTree(alone))
    assert found
    counted("elements that the DCT modules accept", found, found)


@SCHEMATRON
@GLOSSARIES
def test_schematron_accepts_dca(
    glossary: Maker, counted: Counted, tmp_path: Path
) -> None:
    """Levels and picklists of DCA are those that the dialect's Schematron allows."""
    documents = tuple(parts("tbx-2019-dca", glossary(), tmp_path))
    assert not schematron("TBX-Basic_DCA", *documents)
    concepts = [
        node for path in documents for node in etree.parse(path).iter("{*}conceptEntry")
    ]
    counted("concepts under Schematron, DCA", concepts, glossary().concepts)
    assert len(concepts) == len(glossary())


@SCHEMATRON
@pytest.mark.parametrize("rules", ["TBX-Basic_DCT", "Min", "Basic"])
def test_schematron_accepts_dct(rules: str, tmp_path: Path) -> None:
    """So are those of DCT, by the Schematron of the dialect and of its modules."""
    documents = tuple(parts("tbx-2019-dct", whole(), tmp_path))
    assert not schematron(rules, *documents)


@SCHEMATRON
def test_schematron_would_find_a_fault(tmp_path: Path) -> None:
    """A status that is in no picklist is found: the checker does check."""
    path = tmp_path / "salah.tbx"
    data = dumped("tbx-2019-dca", mini)
    path.write_bytes(data.replace(b"deprecatedTerm-admn-sts", b"deprecated"))
    found = schematron("TBX-Basic_DCA", path)
    assert len(found) == data.count(b"deprecatedTerm-admn-sts")
    assert all("administrativeStatus" in line for line in found)


@GLOSSARIES
def test_2019_pairs_are_ours(glossary: Maker) -> None:
    """Without what is deprecated or superseded, a reader of 2019 has our pairs."""
    root = etree.fromstring(dumped("tbx-2019-dca", glossary))
    read = sorted(
        (term, equivalent)
        for entry in root.iter("{*}conceptEntry")
        for term in offered(entry, "id")
        for equivalent in offered(entry, "en")
    )
    assert read == ours(glossary())


def offered(entry: etree._Element, language: str) -> Iterator[str]:
    """Yield the terms of an entry whose status lets them be offered."""
    path = f"{{*}}langSec[@{{http://www.w3.org/XML/1998/namespace}}lang='{language}']"
    for section in entry.iterfind(f"{path}/{{*}}termSec"):
        status = section.findtext("{*}termNote[@type='administrativeStatus']")
        if status in ("preferredTerm-admn-sts", "admittedTerm-admn-sts"):
            yield section.findtext("{*}term") or ""


@GLOSSARIES
def test_tmx_is_valid(glossary: Maker) -> None:
    """The DTD of TMX 1.4b accepts the file."""
    dtd = etree.DTD(shared_path() / "schemas" / "tmx" / "tmx14.dtd")
    dtd.assertValid(etree.ElementTree(etree.fromstring(dumped("tmx", glossary))))


@GLOSSARIES
def test_translate_toolkit_lists_our_units(glossary: Maker, counted: Counted) -> None:
    """translate-toolkit reads a unit of the memory for each pair."""
    store = TMX.parsestring(dumped("tmx", glossary), "id", "en")
    read = sorted((unit.source, unit.target) for unit in store.units)
    assert read == ours(glossary())
    counted("translate-toolkit, TMX", read, ours(glossary()))


def test_tbx_of_translate_toolkit_is_imported() -> None:
    """A glossary that translate-toolkit wrote, as Weblate downloads it, is read."""
    store = TBX(sourcelanguage="id", targetlanguage="en")
    for source, targets, note in (
        ("gencatan senjata", ["ceasefire", "truce"], "Halt to fighting."),
        ("nota", ["note"], ""),
    ):
        unit = store.addsourceunit(source)
        unit.set_target_terms(targets)
        unit.set_common_note(note, source=True)
    again = loaded("tbx-2008", bytes(store))
    assert [(pair.source, pair.target) for pair in pairs(again)] == [
        ("gencatan senjata", "ceasefire"),
        ("gencatan senjata", "truce"),
        ("nota", "note"),
    ]
    assert again["gencatan-senjata"].definition == "Halt to fighting."


@pytest.mark.slow
def test_our_tbx_survives_translate_toolkit(counted: Counted) -> None:
    """The whole glossary, saved by translate-toolkit, comes back as it was."""
    data = dumped("tbx-2008", whole)
    store = TBX.parsestring(data, "id", "en")
    again = loaded("tbx-2008", bytes(store))
    assert again == loaded("tbx-2008", data)
    counted("concepts saved by translate-toolkit", again.concepts, whole().concepts)


def test_tmx_of_translate_toolkit_is_imported() -> None:
    """A memory that translate-toolkit wrote is read, units of a text as one concept."""
    store = TMX(sourcelanguage="id", targetlanguage="en")
    store.addtranslation("gencatan senjata", "id", "ceasefire", "en", "from news")
    store.addtranslation("gencatan senjata", "id", "truce", "en")
    (concept,) = loaded("tmx", bytes(store)).concepts
    assert [term.text for term in concept.equivalents] == ["ceasefire", "truce"]
    assert [term.status for term in concept.equivalents] == [
        Status.PREFERRED,
        Status.ADMITTED,
    ]
    assert concept.notes == ("from news",)


@omegat.client
def test_glossary_of_omegats_own_writer_is_imported(tmp_path: Path) -> None:
    """What OmegaT writes when a translator adds terms is read."""
    path = tmp_path / "glossary.txt"
    omegat.write(
        path,
        # OmegaT guesses the encoding from what is there: accents come first.
        ("kuasa usaha", "chargé d’affaires", ""),
        ("gencatan senjata", "ceasefire", "dari berita"),
        ("gencatan senjata", "truce", ""),
    )
    again = loaded("omegat", path.read_bytes())
    assert ours(again) == [
        ("gencatan senjata", "ceasefire"),
        ("gencatan senjata", "truce"),
        ("kuasa usaha", "chargé d’affaires"),
    ]
    assert again["gencatan-senjata"].notes == ("dari berita",)
