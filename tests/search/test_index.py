"""What look-up needs of a glossary, and no more."""

from __future__ import annotations

from padanan.language.indonesian import KINDS
from padanan.language.normalise import fold_term
from padanan.matching.compiling import compile_glossary
from padanan.model import Concept, Glossary, Term
from padanan.search.index import FormOf, Index, index_of
from padanan.search.search import search
from tests.matching.small import TERMS

VISA = Concept("visa", "consular", (Term("visa"),), (Term("permit"),))


def test_every_term_is_among_the_forms() -> None:
    """Forms are sorted, and the folded term of each concept leads to the concept."""
    index = index_of(compile_glossary(Glossary(TERMS)))
    assert list(index.concepts) == list(TERMS)
    assert list(index.forms) == sorted(index.forms)
    assert len(index.terms) == len(index.forms)
    for number, concept in enumerate(TERMS):
        found = index.terms[index.forms.index(fold_term(concept.term))]
        assert (number, 0, KINDS.index("base")) in found


def test_an_index_can_be_written_by_hand() -> None:
    """Look-up asks for nothing but the values of the index."""
    index = Index((b" visa",), ((FormOf(0, 0, 0),),), (VISA,), "permit", "id", "en")
    assert [hit.concept for hit in search(index, "permit")] == [VISA]


def test_languages_are_those_of_the_glossary() -> None:
    """A hit names the language of its term as the glossary names it."""
    index = index_of(compile_glossary(Glossary((VISA,), "ms", "fr")))
    assert search(index, "visa")[0].language == "ms"
    assert search(index, "permit")[0].language == "fr"
    assert search(index, "vsia")[0].language == "ms"
