# cython: annotation_typing=False
"""The patterns of a glossary by their first words."""

from __future__ import annotations

from sys import intern
from typing import TYPE_CHECKING

from padanan.matching.native import characters
from padanan.matching.native.vocabulary import code_of

if TYPE_CHECKING:
    from collections.abc import Sequence

_WORDS = frozenset(
    code for code in range(256) if characters.KINDS[code] & characters.IN_COPY
)

_SPACE = 32
_HALF = 32
"""The first number of a span is in its upper half."""
_LAST = 0xFFFFFFFF


class Node:
    """Where some patterns that begin alike have come to.

    Args:
        patterns: all patterns, sorted.
        span: the numbers of the first and the last one that begin so, in one.
        beginning: with what they begin: whole words.

    Attributes:
        pattern: the number of the pattern that ends here, -1 where none does.
        codes: the bits of the words behind it, where a space stands between; most
            words behind are told apart by that.
        marked: what else may stand behind, with the numbers of these patterns: folded
            texts that begin with a mark.
    """

    def __init__(self, patterns: Sequence[bytes], span: int, beginning: bytes) -> None:
        self.pattern = -1
        self.codes = 0
        length = len(beginning)
        self.marked: tuple[tuple[str, int], ...] = ()
        self._patterns = patterns
        self._beginning = beginning
        # Most of the nodes behind it are never asked for.
        self._spans: dict[str, int] = {}
        self._nodes: dict[str, Node] = {}
        # Patterns that begin alike need not stand together: "a", "a b", "a+b", "a1".
        for number in range(span >> _HALF, (span & _LAST) + 1):
            pattern = patterns[number]
            if pattern == beginning:
                self.pattern = number
            elif pattern.startswith(beginning) and pattern[length] not in _WORDS:
                self._add(pattern, length, number)

    def _add(self, pattern: bytes, length: int, number: int) -> None:
        """Add what stands behind the first words of a pattern."""
        end = _word_end(pattern, length)
        if end < 0:
            rest = pattern[length:].decode("latin-1")
            self.marked = (*self.marked, (rest, number))
            return
        # The words of texts are interned too: so most are compared at once.
        word = intern(pattern[length + 1 : end].decode("latin-1"))
        self.codes |= code_of(word)
        span = self._spans.get(word, number << _HALF)
        self._spans[word] = (span | _LAST) ^ _LAST | number

    def after(self, word: str) -> Node | None:
        """Return where they come to with one more word, ``None`` where none has it."""
        found = self._nodes.get(word)
        if found is None and word in self._spans:
            beginning = self._beginning + f" {word}".encode("latin-1")
            found = Node(self._patterns, self._spans[word], beginning)
            self._nodes[word] = found
        return found


class Start:
    """What may begin with a word.

    Attributes:
        node: of the patterns whose first word it is; ``None`` where there are none.
        stems: patterns that the word is but for a clitic, and the clitics' lengths.
        pattern: the number of the pattern that it is, -1 where it is none.
        behind: the bits of the words that may stand behind it.
        more: whether a mark may, or it may end with a clitic.
    """

    def __init__(self, node: Node | None, stems: tuple[tuple[int, int], ...]) -> None:
        self.node = node
        self.stems = stems
        self.pattern = node.pattern if node else -1
        self.behind = node.codes if node else 0
        self.more = bool(stems or (node and node.marked))


class Beginnings:
    """The patterns of a glossary by their first words.

    Args:
        patterns: sorted, each with a space in front.

    Attributes:
        whole: whether every pattern begins with a word, so that it is found by that.
    """

    def __init__(self, patterns: Sequence[bytes]) -> None:
        self._patterns = patterns
        self._spans: dict[str, int] = {}
        self._nodes: dict[str, Node] = {}
        for number, pattern in enumerate(patterns):
            head = _head(pattern)
            span = self._spans.get(head, number << _HALF)
            self._spans[head] = (span | _LAST) ^ _LAST | number
        self.whole = "" not in self._spans

    def of(self, word: str, stems: tuple[str, ...]) -> Start | None:
        """Return what may begin with a word, ``None`` where nothing does.

        Args:
            word: in lower case.
            stems: what it may be without clitics.
        """
        node = self._node(word) if word in self._spans else None
        single = []
        for stem in stems:
            if stem in self._spans:
                pattern = self._node(stem).pattern
                if pattern >= 0:
                    single.append((pattern, len(word) - len(stem)))
        return Start(node, tuple(single)) if node or single else None

    def _node(self, word: str) -> Node:
        found = self._nodes.get(word)
        if found is None:
            beginning = f" {word}".encode("latin-1")
            found = Node(self._patterns, self._spans[word], beginning)
            self._nodes[word] = found
        return found


def _word_end(pattern: bytes, at: int) -> int:
    """Return where a word ends behind a space, -1 where there is no such word."""
    if pattern[at] != _SPACE:
        return -1
    end = at + 1
    while end < len(pattern) and pattern[end] in _WORDS:
        end += 1
    return end if end > at + 1 else -1


def _head(pattern: bytes) -> str:
    """Return the first word of a pattern."""
    end = pattern.find(b" ", 1)
    first = pattern[1:end] if end > 0 else pattern[1:]
    if first.isalnum():  # nearly always
        return first.decode()
    end = 1
    while end < len(pattern) and pattern[end] in _WORDS:
        end += 1
    return pattern[1:end].decode("latin-1")
