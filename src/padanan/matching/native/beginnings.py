# cython: annotation_typing=False
"""The patterns of a glossary by their first words."""

from __future__ import annotations

from sys import intern
from typing import TYPE_CHECKING, Any

from padanan.matching.native import characters
from padanan.matching.native.vocabulary import code_of

if TYPE_CHECKING:
    from collections.abc import Sequence

_WORDS = frozenset(
    code for code in range(256) if characters.KINDS[code] & characters.IN_COPY
)


class Node:
    """Where some patterns that begin alike have come to.

    Attributes:
        pattern: the number of the pattern that ends here, -1 where none does.
        behind: what the next words may be, by the word; a space stands between.
        codes: the bits of these words; most words behind are told apart by that.
        marked: what else may stand behind, with the numbers of these patterns: folded
            texts that begin with a mark.
        last: what was found last for the pattern, by whom, and for which spelling
            (``spotting``).
    """

    def __init__(self) -> None:
        self.pattern = -1
        self.behind: dict[str, Node] = {}
        self.codes = 0
        self.marked: tuple[tuple[str, int], ...] = ()
        self.last: tuple[object, str, Any] = (None, "", None)


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
        self._first: dict[str, int] = {}
        self._nodes: dict[str, Node] = {}
        for number in range(len(patterns) - 1, -1, -1):
            self._first[_head(patterns[number])] = number
        self.whole = "" not in self._first

    def of(self, word: str, stems: tuple[str, ...]) -> Start | None:
        """Return what may begin with a word, ``None`` where nothing does.

        Args:
            word: in lower case.
            stems: what it may be without clitics.
        """
        node = self._node(word) if word in self._first else None
        single = []
        for stem in stems:
            if stem in self._first:
                pattern = self._node(stem).pattern
                if pattern >= 0:
                    single.append((pattern, len(word) - len(stem)))
        return Start(node, tuple(single)) if node or single else None

    def _node(self, word: str) -> Node:
        found = self._nodes.get(word)
        if found is None:
            found = self._nodes[word] = self._grown(word)
        return found

    def _grown(self, word: str) -> Node:
        """Return a node with all patterns that have this first word."""
        root = Node()
        # Patterns with one first word need not stand together: "a", "a b", "a+b".
        beginning, number = f" {word}".encode("latin-1"), self._first[word]
        while self._patterns[number : number + 1]:
            pattern = self._patterns[number]
            if not pattern.startswith(beginning):
                break
            if _head(pattern) == word:
                _add(root, pattern[len(beginning) :].decode("latin-1"), number)
            number += 1
        return root


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


def _add(node: Node, rest: str, number: int) -> None:
    """Add what stands behind the first word of a pattern."""
    while rest:
        if rest[0] != " " or not rest[1:] or ord(rest[1]) not in _WORDS:
            node.marked = (*node.marked, (rest, number))
            return
        end = 1
        while end < len(rest) and ord(rest[end]) in _WORDS:
            end += 1
        node.codes |= code_of(rest[1:end])
        # The words of texts are interned too: so most are compared at once.
        node = node.behind.setdefault(intern(rest[1:end]), Node())
        rest = rest[end:]
    node.pattern = number
