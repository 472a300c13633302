# cython: annotation_typing=False, wraparound=False, initializedcheck=False
"""Where words lead that stand behind one another, each behind a single space.

They are words as they are spelt: so what such a path stands for has to be judged once.
"""

from __future__ import annotations

from array import array
from threading import Lock
from typing import TYPE_CHECKING

from padanan.matching.native.rows import zeros
from padanan.matching.native.vocabulary import mixed

if TYPE_CHECKING:
    from padanan.matching.native.beginnings import Node
    from padanan.matching.native.known import Known
    from padanan.matching.native.vocabulary import Vocabulary

BEHIND = 1 << 20
"""The number of the first path of several words; that of one word is the word's."""
KNOWN, STEMS, UNKEPT, ABOVE = 1, 2, 4, 3
"""Of a step: a bit that is always there, one if a pattern ends with what the word is
without a clitic, and one if there is no room to keep in mind where it leads; above
these three there is the number of the path, 0 where the step leads nowhere."""
ROW, SIMPLE, NAMED, FLAGS = 4, 1, 2, 3
"""The numbers of a row, and the places of the last three of them."""
ENDS, MARKED = 1, 2
"""Flags: a pattern ends here; one goes on with a mark."""
_MANY = 1 << 14
"""Number of steps that are kept at hand, a power of two."""
_BEHIND, _LAST, _ROW = BEHIND, _MANY - 1, ROW
_MOST = 1 << 16
_KNOWN, _STEMS, _UNKEPT, _ABOVE = KNOWN, STEMS, UNKEPT, ABOVE


class Paths:
    """The paths met so far, by their numbers.

    Args:
        vocabulary: of the words.

    Attributes:
        rows: for each path of several words four numbers: the bits of the words that
            may go on, by ``code_of``; what senses it has, and what country it names,
            where these are simple (``spotting``); flags.
        nodes: for each of them where its patterns have come to.
        known: for each of them what it stands for, where that is known.
    """

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._lock = Lock()
        self._steps = zeros("Q", 2 * _MANY)
        self._values: dict[int, int] = {}
        self.rows = array("Q")
        self.nodes: list[Node] = []
        self.known: list[Known | None] = []

    def step(self, path: int, word: int) -> int:
        """Return where a path leads with one more word, 0 where that is to be learnt.

        Args:
            path: its number.
            word: that of the word.
        """
        key = (path + 1) << 32 | word
        slot = 2 * (mixed(key) >> 32 & _LAST)
        # In this order, and so below, since another thread may write meanwhile.
        value = self._steps[slot + 1]
        return value if self._steps[slot] == key else 0

    def learn(self, path: int, word: int, root: Node) -> int:
        """Learn where a path leads with one more word.

        Args:
            path: its number.
            word: that of the word.
            root: where the patterns have come to with the first word of the path.
        """
        key = (path + 1) << 32 | word
        slot = 2 * (mixed(key) >> 32 & _LAST)
        value = self._learnt(key, self.node(path, root), word)
        self._steps[slot] = 0
        self._steps[slot + 1] = value
        self._steps[slot] = key
        return value

    def node(self, path: int, root: Node) -> Node:
        """Return where the patterns have come to with a path; see ``step``."""
        return root if path < _BEHIND else self.nodes[path - _BEHIND]

    def _learnt(self, key: int, node: Node, word: int) -> int:
        with self._lock:
            if key in self._values:
                return self._values[key]
            value = _KNOWN
            for stem in self._vocabulary.stems[word]:
                behind = node.after(stem)
                if behind is not None and behind.pattern >= 0:
                    value |= _STEMS
            behind = node.after(self._vocabulary.lower[word])
            if behind is None:
                return value
            if len(self.nodes) == _MOST:
                return value | _UNKEPT
            value |= self._add(behind) << _ABOVE
            self._values[key] = value
            return value

    def _add(self, node: Node) -> int:
        number = len(self.nodes)
        if _ROW * number == len(self.rows):
            rows = array("Q", bytes(8 * _ROW * max(2 * number, 64)))
            for at in range(_ROW * number):
                rows[at] = self.rows[at]
            self.rows = rows
        ends = ENDS if node.pattern >= 0 else 0
        self.rows[_ROW * number] = node.codes
        self.rows[_ROW * number + FLAGS] = ends | (MARKED if node.marked else 0)
        self.nodes.append(node)
        self.known.append(None)
        return number + _BEHIND
