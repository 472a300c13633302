"""Where the words that a test looks for stand in a sentence or a whole document.

Only the words with which they may begin are looked for, and compared closely there:
most tests ask for nothing that the document has.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from padanan.matching.conditions.words import WORD, alternatives_at

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from padanan.matching.conditions.gates import SearchText
    from padanan.matching.conditions.words import Words


def occurrences(
    text: str,
    searchable: SearchText,
    wanted: Words,
    span: tuple[int, int],
) -> tuple[tuple[int, int], ...]:
    """Return the half-open offsets of wanted words in a span, by their ends.

    Args:
        text: the document.
        searchable: the same made ready for gates.
        wanted: what is looked for.
        span: half-open offsets.

    >>> from padanan.matching.conditions.gates import search_text
    >>> from padanan.matching.conditions.words import sort_words
    >>> text = "Hak anak, haknya atas pangan"
    >>> wanted = sort_words(("hak", "hak atas pangan"))
    >>> occurrences(text, search_text(text), wanted, (0, len(text)))
    ((0, 3), (10, 16), (10, 28))
    """
    starts = _beginnings(text, searchable, wanted, span)
    if not starts:
        return ()
    longest = max(map(len, wanted.sequences), default=1)
    found: list[tuple[int, int, int]] = []
    for start in starts:
        words = tuple(islice(WORD.finditer(text, start, span[1]), longest))
        for order, count in alternatives_at([one.group() for one in words], wanted):
            found.append((words[count - 1].end(), order, start))
    return tuple((start, end) for end, _, start in sorted(found))


def _beginnings(
    text: str,
    searchable: SearchText,
    wanted: Words,
    span: tuple[int, int],
) -> Collection[int]:
    """Return the offsets of the words with which wanted ones may begin."""
    first = wanted.first
    if first.any:
        return [match.start() for match in WORD.finditer(text, *span)]
    there = searchable.words_in(span)
    known = () if first.words.isdisjoint(there) else first.words & there
    if not known and not first.beginnings:
        return ()
    found: set[int] = set()
    for word in known:
        if wanted.may_begin(word, there):
            found.update(_whole_words(searchable.without_clitics, word, span))
    for beginning in first.beginnings:
        found.update(_words(searchable.words, beginning, span))
    # Where words are cut finer than those of the text, only whole ones count.
    return {at for at in found if not WORD.match(text[at - 1 : at])}


def _words(words: str, beginning: str, span: tuple[int, int]) -> Iterator[int]:
    """Yield the offsets of the words with this beginning."""
    at = words.find(beginning, *span)
    while at >= 0:
        if words[at - 1 : at] in {"", " "}:
            yield at
        at = words.find(beginning, at + 1, span[1])


def _whole_words(words: str, word: str, span: tuple[int, int]) -> Iterator[int]:
    """Yield the offsets of a word; a space follows each."""
    for at in _words(words, word, span):
        if words[at + len(word)] == " ":
            yield at
