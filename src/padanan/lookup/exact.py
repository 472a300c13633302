"""Terms that a query is: as written, or inflected."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from padanan.language.english import find, read_sentence
from padanan.language.indonesian import KINDS, clitic_end
from padanan.language.normalize import WORD_BYTES, fold_term
from padanan.lookup.hits import Hit, How
from padanan.model import SOURCE_LANGUAGE, TARGET_LANGUAGE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from padanan.language.english import Sentence
    from padanan.matching.compiled import Compiled
    from padanan.model import Concept


def indonesian(compiled: Compiled, query: str) -> Iterator[Hit]:
    """Yield the concepts with an Indonesian term of which the query is a form."""
    numbers = {pattern: number for number, pattern in enumerate(compiled.patterns)}
    folded = b" " + fold_term(query).strip()
    for key in _cores(folded):
        if key not in numbers:
            continue
        for concept_number, place, kind, _case in compiled.readings(numbers[key]):
            concept = compiled.concept(concept_number)
            term = concept.terms[place]
            exact = key == folded and KINDS[kind] == "base"
            how = How.EXACT if exact else How.INFLECTED
            yield Hit(concept, term, SOURCE_LANGUAGE, how)


def _cores(folded: bytes) -> Iterator[bytes]:
    """Yield what a query may be a form of: without clitic, without reduplication."""
    text = folded + b" "
    for end in range(len(folded), 2, -1):
        if end == len(folded) or (
            text[end] in WORD_BYTES and clitic_end(text, end) == len(folded)
        ):
            core = folded[:end]
            yield core
            head, space, rest = core[1:].partition(b" ")
            if space and rest.startswith(head):
                yield b" " + rest


def english(compiled: Compiled, query: str) -> Iterator[Hit]:
    """Yield the concepts with an English term of which the query is a form."""
    sentence = read_sentence(query)
    if not sentence.spans:
        return
    whole = sentence.spans[0][0], sentence.spans[-1][1]
    for concept in _with_words(compiled, sentence):
        for term in concept.equivalents:
            if find(sentence, term.text) == whole:
                same = term.text.casefold() == query.strip().casefold()
                how = How.EXACT if same else How.INFLECTED
                yield Hit(concept, term, TARGET_LANGUAGE, how)


def _with_words(compiled: Compiled, query: Sentence) -> Iterator[Concept]:
    """Yield the concepts in whose entries the words of a query may stand.

    Decoding every concept takes ten times as long as looking into its bytes.
    """
    words = [
        (stem, word.lower())
        for stem, word in zip(query.stems, query.words, strict=True)
        if stem not in {"of", "and"} and (stem + word).isascii()
    ]
    patterns = [
        re.compile(_needle(*pair, first=not at), re.IGNORECASE)
        for at, pair in enumerate(words)
    ]
    for number, entry in enumerate(compiled.entries):
        if all(pattern.search(entry) for pattern in patterns):
            yield compiled.concept(number)


def _needle(stem: str, word: str, *, first: bool) -> bytes:
    # Three letters, since a word may be spelt in several ways, and have another stem
    # (people, person); at the beginning of a word only the first, since "policy
    # maker" may be one word there.
    either = b"|".join(re.escape(text[:3]).encode() for text in {stem, word})
    begin, end = rb"\b" * first, rb"\b" * (len(stem) < 3)
    return begin + b"(?:" + either + b")" + end
