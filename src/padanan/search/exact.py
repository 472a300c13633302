"""Terms that a query is: as written, or inflected."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from padanan.language.english import find, read_sentence
from padanan.language.indonesian import KINDS, clitic_end
from padanan.language.normalise import WORD_BYTES, fold_term
from padanan.language.stems import beginnings, plain
from padanan.search.hits import Hit, How

if TYPE_CHECKING:
    from collections.abc import Iterator

    from padanan.search.index import Index

_WORD = re.compile(r"[^\W_]+")
_PASSED_OVER = frozenset({"a", "an", "and", "of", "the"})


def indonesian(index: Index, query: str) -> Iterator[Hit]:
    """Yield the concepts with an Indonesian term of which the query is a form."""
    whole = fold_term(query)  # of a term that ends with a bracket it ends with a space
    folded = b" " + whole.strip()
    for key in dict.fromkeys((whole, *_cores(folded))):
        number = bisect_left(index.forms, key)
        if number == len(index.forms) or index.forms[number] != key:
            continue
        for found in index.terms[number]:
            concept = index.concepts[found.concept]
            exact = key in (whole, folded) and KINDS[found.kind] == "base"
            how = How.EXACT if exact else How.INFLECTED
            yield Hit(concept, concept.terms[found.term], index.source_language, how)


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


def english(index: Index, query: str) -> Iterator[Hit]:
    """Yield the concepts with an English term of which the query is a form."""
    likely = tuple(with_words(index, query))
    if not likely:
        return  # the import of the stemmer takes longer than all the rest
    sentence = read_sentence(query)
    if not sentence.spans:
        return
    whole = sentence.spans[0][0], sentence.spans[-1][1]
    for number in likely:
        concept = index.concepts[number]
        for term in concept.equivalents:
            if find(sentence, term.text) == whole:
                same = term.text.casefold() == query.strip().casefold()
                how = How.EXACT if same else How.INFLECTED
                yield Hit(concept, term, index.target_language, how)


def with_words(index: Index, query: str) -> Iterator[int]:
    """Yield the numbers of concepts of which a term may have the words of a query.

    Decoding every concept takes ten times as long as looking into one text.
    """
    words = _WORD.findall(plain(query))
    words = [word for word in words if word not in _PASSED_OVER and word.isascii()]
    # At the beginning of a word only the first: "policy maker" may be one word there.
    needles = [
        re.compile(r"\b" * (not at) + f"(?:{'|'.join(beginnings(word))})")
        for at, word in enumerate(words)
    ]
    for number, line in enumerate(index.english.split("\n")):
        if all(needle.search(line) for needle in needles) and any(
            all(needle.search(term) for needle in needles) for term in line.split("|")
        ):
            yield number
