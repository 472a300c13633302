"""Where the words that a test looks for stand in a sentence or a whole document.

Only the words with which they may begin are looked for, and compared closely there:
most tests ask for nothing that the document has.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from padanan.matching.conditions.words import WORD, alternatives_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from padanan.matching.conditions.gates import SearchText
    from padanan.matching.conditions.words import Words

FEW = 12
"""Number of words up to which it is quicker to look for each of them in a document."""

SHORT = 500
"""Number of characters up to which it is quicker to cut a span into its words."""


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
    longest = max(map(len, wanted.sequences), default=1)
    found: list[tuple[int, int, int]] = []
    for start in _beginnings(text, searchable, wanted, span):
        words = tuple(islice(WORD.finditer(text, start, span[1]), longest))
        for order, count in alternatives_at([one.group() for one in words], wanted):
            found.append((words[count - 1].end(), order, start))
    return tuple((start, end) for end, _, start in sorted(found))


def _beginnings(
    text: str,
    searchable: SearchText,
    wanted: Words,
    span: tuple[int, int],
) -> Iterable[int]:
    """Yield the offsets of the words with which wanted ones may begin."""
    first = wanted.first
    if first.any:
        return [match.start() for match in WORD.finditer(text, *span)]
    bare = searchable.without_clitics
    part, known = bare[slice(*span)], first.words
    if len(part) < SHORT or len(known) > FEW:
        known = known.intersection(part.split())
    found: set[int] = set()
    for word in known:
        if word in part and wanted.may_begin(word, part):
            found.update(_whole_words(bare, word, span))
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
