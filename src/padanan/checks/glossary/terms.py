"""Checks of terms: capitals, inflection, abbreviations."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from padanan.checks.glossary.words import (
    ENDING_IN_NYA,
    FROM_NAMES,
    LOWER_IN_NAMES,
    NAMES_IN_CAPITALS,
    OWN_TITLES,
    REDUPLICATED,
)
from padanan.language.indonesian import ENDINGS, THIRD_PERSON
from padanan.model import PartOfSpeech, Status, TermType

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from padanan.checks.findings import Fault
    from padanan.checks.glossary.files import GlossaryFiles
    from padanan.model import Concept, Term

_NAMES = frozenset({PartOfSpeech.PROPER_NOUN, PartOfSpeech.PHRASE, None})
_MAY_HAVE_CLITIC = _NAMES | {PartOfSpeech.ADVERB}
# Shorter words that end so have no clitic: masalah, pelaku, buku.
_SHORTEST_STEM = 5


def needless_capital(glossary: GlossaryFiles) -> Iterator[Fault]:
    """Yield common nouns and other plain words that are written like names."""
    for entry in glossary.entries:
        if entry.concept.pos in _NAMES:
            continue
        texts = [entry.concept.term]
        # English has a capital too where the Indonesian term has one (hukum Islam).
        if entry.concept.term.islower():
            texts.append(entry.concept.equivalent)
        for text in filter(_is_capitalised, texts):
            yield entry.fault(text, term=text)


def missing_capital(glossary: GlossaryFiles) -> Iterator[Fault]:
    """Yield proper names that are not written as names.

    Indonesian has a capital at every word but those of grammar, and at both halves of
    a full reduplication (EYD V, I.A); English must not begin in lower case.
    """
    for entry in glossary.entries:
        if entry.concept.pos is not PartOfSpeech.PROPER_NOUN:
            continue
        for text, words in (
            (entry.concept.term, _parts(entry.concept.term)),
            (entry.concept.equivalent, entry.concept.equivalent.split()[:1]),
        ):
            word = next(filter(_lacks_capital, words), None)
            if word is not None:
                yield entry.fault(text, word=word, term=text)


def inflected_term(glossary: GlossaryFiles) -> Iterator[Fault]:
    """Yield preferred terms with a clitic, or with a head that is reduplicated.

    Only the last word is asked for a clitic: before its subject a verb is nominalised
    by -nya (*memburuknya hubungan*). Clitics other than -nya also end many plain words
    (*langkah*, *pelaku*): they are reported only where what is left is a word of some
    other term.
    """
    known = _words_of_terms(glossary.concepts)
    for entry in glossary.entries:
        if entry.concept.pos is PartOfSpeech.PROPER_NOUN:
            continue
        words = entry.concept.term.split() or [""]
        problems = [*_reduplication(words[0])]
        if entry.concept.pos not in _MAY_HAVE_CLITIC:
            problems += _clitic(words[-1], known)
        for problem in problems:
            yield entry.fault(fault=problem)


def no_full_form(glossary: GlossaryFiles) -> Iterator[Fault]:
    """Yield concepts that have only an abbreviation in one of the languages."""
    for entry in glossary.entries:
        for key, terms in (
            ("variant", entry.concept.terms),
            ("equivalent", entry.concept.equivalents),
        ):
            if not any(_is_full(term) for term in terms):
                yield entry.fault(terms[0].text, term=terms[0].text, field=key)


def _is_capitalised(text: str) -> bool:
    first, *others = re.findall(r"[^\W\d_]+", text) or [""]
    if first in FROM_NAMES or OWN_TITLES.intersection((first, *others)):
        return False
    return first.istitle() and len(first) > 1


def _parts(name: str) -> Iterator[str]:
    """Yield the words of a name, and the halves of full reduplications."""
    for word in name.split():
        half, _, other = word.partition("-")
        if half.casefold() == other.casefold():
            yield from (half, other)
        else:
            yield word


def _lacks_capital(word: str) -> bool:
    letters = "".join(filter(str.isalpha, word))
    return letters.islower() and word not in LOWER_IN_NAMES


def _words_of_terms(concepts: Iterable[Concept]) -> frozenset[str]:
    terms = (term for concept in concepts for term in concept.terms)
    return frozenset(word for term in terms for word in term.text.split())


def _reduplication(word: str) -> Iterator[str]:
    half, _, other = word.partition("-")
    if half and half == other.removesuffix(THIRD_PERSON) and word not in REDUPLICATED:
        yield f"“{word}” is reduplicated"


def _clitic(word: str, known: frozenset[str]) -> Iterator[str]:
    for clitic in ENDINGS:
        stem = word.removesuffix(clitic)
        plain = clitic == THIRD_PERSON or (
            len(stem) >= _SHORTEST_STEM and stem in known
        )
        if stem != word and plain and word not in ENDING_IN_NYA:
            yield f"“{word}” ends with the clitic -{clitic}"


def _is_full(term: Term) -> bool:
    if term.status is Status.DEPRECATED or term.type is TermType.ABBREVIATION:
        return False
    capitals = sum(map(str.isupper, term.text))
    return capitals < 2 or not term.text.isupper() or term.text in NAMES_IN_CAPITALS
