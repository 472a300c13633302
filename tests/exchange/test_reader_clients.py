"""What readers of dictionaries, linked data and pages find in the whole glossary."""

from __future__ import annotations

import json
import re
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING

import pytest
from lxml import etree
from rdflib import Graph
from rdflib.namespace import RDF, SKOS

from padanan.exchange import formats
from padanan.exchange.formats import FormatOptions
from padanan.exchange.pairs import offered, pairs
from tests.clients import check_html, client, run
from tests.glossaries import GLOSSARIES, WHOLE, hostile, mini, whole

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator
    from pathlib import Path

    from rdflib.term import Node

    from padanan.model import Glossary

    Counted = Callable[[str, Collection[object], Collection[object]], None]
    Maker = Callable[[], Glossary]

RESTRICTION = re.compile(r" \((?:[A-Z]{2}|(?:[A-Z]{2}; )?if .*)\)$")
"""What follows an equivalent in a dictionary that does not hold everywhere."""

QUERIES = 400
"""Headwords that sdcv is asked for at a time."""

MILLIMETRE = 72 / 25.4
"""In points, of which a PDF has 72 to the inch."""

A4 = [595, 842]

SPACES = re.compile(r"\s")


@cache
def dumped(name: str, glossary: Maker) -> tuple[tuple[str, bytes], ...]:
    """Return the files of a glossary in the format of that name."""
    return formats.writer(formats.named(name))(glossary(), FormatOptions()).files


@GLOSSARIES
def test_rdflib_lists_our_pairs(glossary: Maker, counted: Counted) -> None:
    """Labels that are preferred or alternative, id with en, are our pairs."""
    read = Graph().parse(data=dumped("skos", glossary)[0][1], format="turtle")
    found = {
        (term, equivalent)
        for concept in read.subjects(RDF.type, SKOS.Concept)
        for term in labels(read, concept, "id")
        for equivalent in labels(read, concept, "en")
    }
    ours = {(pair.source, pair.target) for pair in pairs(glossary())}
    assert found == ours
    counted("rdflib", found, ours)


def labels(read: Graph, concept: Node, language: str) -> Iterator[str]:
    """Yield the labels of a concept that may be offered, in one language."""
    kinds = (SKOS.prefLabel, SKOS.altLabel)
    for label in chain.from_iterable(read.objects(concept, kind) for kind in kinds):
        if getattr(label, "language", None) == language:
            yield str(label)


@pytest.mark.slow
def test_linked_data_is_well_formed_skos(counted: Counted) -> None:
    """One preferred label a language, no label of two kinds, every concept filed."""
    read = Graph().parse(data=dumped("skos", whole)[0][1], format="turtle")
    concepts = set(read.subjects(RDF.type, SKOS.Concept))
    for concept in concepts:
        preferred, others, hidden = (
            list(read.objects(concept, kind))
            for kind in (SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel)
        )
        assert sorted(str(getattr(one, "language", "")) for one in preferred) == [
            "en",
            "id",
        ]
        every = [*preferred, *others, *hidden]
        assert len(every) == len(set(every))
    assert set(read.objects(None, SKOS.member)) == concepts
    counted("concepts in collections", concepts, whole().concepts)


@pytest.mark.slow
@client("sdcv")
def test_sdcv_lists_our_pairs(counted: Counted, tmp_path: Path) -> None:
    """Every headword is found, of several words too, with its equivalents."""
    for ending, data in dumped("stardict", whole):
        (tmp_path / f"padanan{ending}").write_bytes(data)
    ours = {
        (term.text, equivalent.text)
        for concept in whole().concepts
        for term in concept.terms
        for equivalent in offered(concept.equivalents)
    }
    words = sorted({source for source, _ in ours})
    read = {
        (word, RESTRICTION.sub("", line.removeprefix("• ")))
        for start in range(0, len(words), QUERIES)
        for word, article in sdcv(tmp_path, *words[start : start + QUERIES])
        for line in article.split("\n")
        if line.startswith("• ")
    }
    assert read == ours
    assert sum(" " in word for word in words) > len(words) / 2
    counted("sdcv, every headword", read, ours)


def sdcv(folder: Path, *words: str) -> Iterator[tuple[str, str]]:
    """Yield headwords and articles that sdcv finds for words, exactly as they are."""
    printed = run("sdcv", "-n", "-e", "-j", "--data-dir", folder, "--", *words)
    decoder = json.JSONDecoder()
    place = 0
    while place < len(printed.rstrip()):
        found, place = decoder.raw_decode(printed, place)
        place += len(printed[place:]) - len(printed[place:].lstrip())
        for one in found:
            yield one["word"], one["definition"]


@client("java", "vnu-jar")
@GLOSSARIES
def test_page_is_valid(glossary: Maker, tmp_path: Path) -> None:
    """The Nu HTML checker has nothing to say of the page.

    Of hostile texts it says that they are not composed, and that it is Maltese.
    """
    path = tmp_path / "glossary.html"
    path.write_bytes(dumped("html", glossary)[0][1])
    flags = ("--errors-only",) if glossary is hostile else ()
    assert not check_html("--stdout", "--exit-zero-always", *flags, path)


@client("chromium", "pdftotext")
@pytest.mark.parametrize("glossary", [mini, WHOLE])
def test_printed_page_has_every_term(
    glossary: Maker, counted: Counted, tmp_path: Path
) -> None:
    """Chromium prints it on A4: every term is there, no text leaves the margins."""
    paper = printed_page(dumped("html", glossary)[0][1], tmp_path)
    text = SPACES.sub("", "".join(words_on(paper, tmp_path)))
    terms = {
        term.text
        for concept in glossary().concepts
        for term in (*offered(concept.terms), *concept.equivalents)
    }
    found = {term for term in terms if SPACES.sub("", term) in text}
    counted("terms on paper", found, terms)
    assert terms - found == set()


@client("chromium", "pdftotext")
def test_hostile_texts_stay_within_the_margins(tmp_path: Path) -> None:
    """A word of two thousand letters is broken, none is cut off."""
    paper = printed_page(dumped("html", hostile)[0][1], tmp_path)
    assert "".join(words_on(paper, tmp_path)).count("x") > 2_000


def printed_page(data: bytes, folder: Path) -> Path:
    """Return the PDF that Chromium makes of a page."""
    source, paper = folder / "glossary.html", folder / "glossary.pdf"
    source.write_bytes(data)
    run(
        "chromium", "--headless", "--no-sandbox", "--disable-gpu",
        "--disable-pdf-tagging", "--no-pdf-header-footer",
        f"--user-data-dir={folder / 'profile'}", f"--print-to-pdf={paper}",
        source.as_uri(),
    )  # fmt: skip
    return paper


def words_on(paper: Path, folder: Path) -> Iterator[str]:
    """Yield the words of a PDF, each of which is in its column and on its page."""
    boxes = folder / "boxes.html"
    # Raw: in the order of the page itself; a guess of columns parts some lines.
    run("pdftotext", "-raw", "-bbox", paper, boxes)
    parser = etree.XMLParser(recover=True, huge_tree=True)
    for number, page in enumerate(etree.parse(boxes, parser).iter("{*}page")):
        assert [round(float(page.get(side, 0))) for side in ("width", "height")] == A4
        for word in page.iter("{*}word"):
            left, top, right, bottom = (
                float(word.get(side, 0)) / MILLIMETRE
                for side in ("xMin", "yMin", "xMax", "yMax")
            )
            assert 14.9 <= left < right <= 195.5, word.text
            assert 10 <= top < bottom <= 292, word.text
            # The number of the page is in the middle, as are words of the heading.
            if number and bottom < 279:
                assert right <= 102 or left >= 108, word.text
            yield word.text or ""
