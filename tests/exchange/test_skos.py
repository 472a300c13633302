"""SKOS is what rdflib reads: labels of three kinds, domains as collections."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, RDF, SKOS

from padanan.errors import ExchangeError
from padanan.exchange import skos
from padanan.exchange.formats import FormatOptions
from padanan.model import Concept, Glossary, Status, Term, TermType
from tests.concepts import concepts
from tests.glossaries import hostile, mini
from tests.laws import examples

LABELS = (SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel)


def graph(glossary: Glossary, options: FormatOptions | None = None) -> Graph:
    """Return what rdflib reads of a glossary."""
    data = skos.dumps(glossary, options or FormatOptions()).files[0][1]
    return Graph().parse(data=data, format="turtle")


@examples(40)
@given(concept=concepts())
def test_every_text_is_a_literal(concept: Concept) -> None:
    """All terms, notes and sentences are read as they were, none has two kinds."""
    dump = skos.dumps(Glossary((concept,)), FormatOptions())
    assume(not dump.dropped)
    read = Graph().parse(data=dump.files[0][1], format="turtle")
    node = URIRef(f"urn:padanan:{concept.id}")
    labels = [label for kind in LABELS for label in read.objects(node, kind)]
    assert set(labels) == {
        *(Literal(term.text, lang="id") for term in concept.terms),
        *(Literal(term.text, lang="en") for term in concept.equivalents),
    }
    assert len(labels) == len(set(labels))
    notes = set(read.objects(node, SKOS.note))
    assert {Literal(note, lang="en") for note in concept.notes} <= notes
    assert set(read.objects(node, DCTERMS.source)) == set(map(Literal, concept.sources))


@pytest.mark.parametrize("base", ["urn:padanan:", "https://example.org/istilah#"])
def test_addresses_begin_with_the_base(base: str) -> None:
    """The base is an option; collections have the concepts of their domain."""
    read = graph(mini(), FormatOptions(base_uri=base))
    assert set(read.objects(URIRef(f"{base}domain/conflict"), SKOS.member)) == {
        URIRef(f"{base}gencatan-senjata")
    }
    assert all(str(node).startswith(base) for node in read.subjects())


@pytest.mark.parametrize("base", ["", "padanan", "urn:pa danan:", "urn:<x>", "1:x"])
def test_bases_that_make_no_address_are_refused(base: str) -> None:
    """One line says that it is none, before anything is written."""
    with pytest.raises(ExchangeError, match="cannot begin an address — give one such"):
        skos.dumps(mini(), FormatOptions(base_uri=base))


def test_labels_by_status() -> None:
    """Deprecated terms and look-up forms are hidden, and the reason is a note."""
    read = graph(mini())
    node = URIRef("urn:padanan:gencatan-senjata")
    assert set(read.objects(node, SKOS.prefLabel)) == {
        Literal("gencatan senjata", lang="id"),
        Literal("ceasefire", lang="en"),
    }
    assert Literal("genjatan senjata", lang="id") in read.objects(
        node, SKOS.hiddenLabel
    )
    notes = {str(note) for note in read.objects(node, SKOS.note)}
    assert "arms stop: not to be used: a calque" in notes
    assert "lull in the fighting: only if preceded by masa | jeda." in notes


def test_a_text_with_two_statuses_has_one_label() -> None:
    """What may be used somewhere is not hidden as well."""
    both = (Term("note"), Term("note", Status.DEPRECATED, TermType.FULL))
    read = graph(Glossary((Concept("nota", "law", (Term("nota"),), both),)))
    node = URIRef("urn:padanan:nota")
    assert not list(read.objects(node, SKOS.hiddenLabel))


def test_domains_of_ones_own_are_collections() -> None:
    """A domain with odd characters still has an address; none is none."""
    terms = (Term("a"),)
    read = graph(
        Glossary(
            (
                Concept("a", "ruang <angkasa>", terms, terms),
                Concept("b", "law", terms, terms),
                Concept("c", "", terms, terms),
            )
        )
    )
    assert set(read.subjects(RDF.type, SKOS.Collection)) == {
        URIRef("urn:padanan:domain/ruang%20%3Cangkasa%3E"),
        URIRef("urn:padanan:domain/law"),
    }


def test_hostile_texts_stay_texts() -> None:
    """No text ends its literal."""
    read = graph(hostile())
    assert len(set(read.subjects(RDF.type, SKOS.Concept))) == len(hostile())


def test_half_characters_are_reported() -> None:
    """A lone surrogate cannot be written; that is said."""
    half = Concept("a", "law", (Term("a\ud800"),), (Term("a"),))
    assert skos.dumps(Glossary((half,)), FormatOptions()).dropped == (
        "half of a character — Turtle cannot hold it, so U+FFFD replaces it",
    )
