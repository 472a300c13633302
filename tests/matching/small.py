"""A small glossary in which each rule of recognition has a term, and odd texts."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from padanan import Annotator
from padanan.model import Concept, Glossary, PartOfSpeech, Term, TermType, concept_id

if TYPE_CHECKING:
    from collections.abc import Iterable

    from padanan.matching.annotation import Annotation

NOUN, NAME, VERB = PartOfSpeech.NOUN, PartOfSpeech.PROPER_NOUN, PartOfSpeech.VERB

ODD = (
    "İ", "ı", "ﬁ", "ß", "𐍈", "😀", "e\u0301", "\u00a0", "\u00ad", "\u200b", "\ufeff",
    "\r\n", "\n\n", "  ", "\t", "\x00", "\x1c", "\x85", "\u2028", "“", "’", "-", "–",
    "‑", "(", ")", "_", "|", "*", ".", ",", "\ud800", "\u0301", "中", "É",
)  # fmt: skip
"""Characters that change length when folded, hide terms, or mean something."""


def concept(
    text: str,
    english: str = "x",
    pos: PartOfSpeech = NOUN,
    kind: TermType = TermType.FULL,
    **fields: tuple[str, ...],
) -> Concept:
    """Return a concept of one term."""
    return Concept(
        concept_id(text),
        "relations",
        (Term(text, type=kind),),
        (Term(english),),
        pos,
        when=fields.get("when", ()),
        unless=fields.get("unless", ()),
    )


def annotator(*concepts: Concept) -> Annotator:
    """Return an annotator for these concepts alone."""
    return Annotator(Glossary(concepts))


@cache
def shipped() -> Annotator:
    """Return the annotator of the shipped glossary, made when it is first asked for.

    While modules are collected the tests' own cache folder is not yet set.
    """
    return Annotator()


def spans(found: Iterable[Annotation]) -> list[str]:
    """Return the texts of annotations."""
    return [one.text for one in found]


TERMS = (
    concept("kuasa usaha"),
    concept("duta besar"),
    concept("duta"),
    concept("presiden"),
    concept("presiden as"),
    concept("undang-undang"),
    concept("kerja sama"),
    concept("antarpemerintah"),
    concept("gencatan senjata"),
    concept("senjata"),
    concept("tahanan"),
    concept("Gedung Putih", pos=NAME),
    concept("PBB", pos=NAME, kind=TermType.ABBREVIATION),
    concept("ASEAN", pos=NAME, kind=TermType.ABBREVIATION),
)


def texts() -> st.SearchStrategy[str]:
    """Texts of terms, pieces of terms, clitics and odd characters."""
    words = [word for one in TERMS for word in (one.term, *one.term.split())]
    clitics = ("nya", "ku", "lah", "pun", "-nya", "nyalah")
    countries = ("AS", "Rusia", "Menteri", "Luar", "Negeri", "Dipimpin", "Rubio")
    pieces = st.sampled_from((*words, *clitics, *countries, *ODD, " ", " "))
    return st.lists(pieces | st.text(max_size=3), max_size=25).map("".join)
