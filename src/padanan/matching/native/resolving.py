# cython: annotation_typing=False, wraparound=False, initializedcheck=False
"""Which of the terms that a text may have are annotated, in the compiled core.

The rules are those of ``matching.resolving``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from padanan.matching.native import elements
from padanan.matching.native.pieces import Composer

if TYPE_CHECKING:
    from padanan.matching.native.memory import Meaning
    from padanan.matching.native.pages import PageDocument
    from padanan.matching.native.rows import Chosen

_CONDITIONAL, _NAMED = elements.CONDITIONAL, elements.NAMED
_ONLY_PART, _UNSEEN = elements.ONLY_PART, elements.UNSEEN


class Resolver:
    """Chooses the terms of one document.

    Args:
        document: the document.
        chosen: where its terms are put.
    """

    def __init__(self, document: PageDocument, chosen: Chosen) -> None:
        self.document = document
        self.judge = document.judge
        self.rows = document.judge.candidates
        self.composer = Composer(document, document.judge)
        self.text = document.text
        self.chosen = chosen

    def resolve(self, hidden: int) -> None:
        """Choose the terms: from the left, the longest that holds.

        Args:
            hidden: the flags of what is not wanted.
        """
        rows, judge = self.rows, self.judge
        self._touch()
        last, done, seen = 0, -1, -1
        for number in range(rows.count):
            start = rows.starts[number]
            if start < last or start == done:
                continue
            if start != seen:
                seen = start
                if self.composer.has_heads(number, start):
                    done = start
                    last = max(self._composed_or_listed(number), last)
                    continue
            flag = rows.flags[number]
            if flag & hidden:
                continue
            if flag & _CONDITIONAL:
                meaning = judge.meaning(number, self.document)
                if meaning is None:
                    continue
            else:
                meaning = judge.group(number).first
            if not self._cuts_a_name(number, meaning):
                last = self._choose(number, meaning)

    def _touch(self) -> int:
        """Touch what is known of the candidates, and nothing else.

        So the memory brings it for many at once, as in ``Vocabulary.fetch``.
        """
        rows, groups, touched = self.rows, self.judge.elements.groups, 0
        for number in range(rows.count):
            group = groups[rows.numbers[number]]
            if group.ready:
                first = group.first
                touched += len(first.equivalents)
        return touched

    def _choose(self, number: int, meaning: Meaning) -> int:
        """Take a candidate as a term; return where it ends."""
        rows = self.rows
        end = rows.ends[number]
        word, behind = rows.words[number], rows.behinds[number]
        self.chosen.add(rows.starts[number], end, word, behind, meaning)
        return end

    def _composed_or_listed(self, number: int) -> int:
        """Take the term that begins at the start of some heads, if one does.

        Args:
            number: of the first candidate with that start.

        Returns:
            where it ends, 0 where there is none.
        """
        listed, beyond = self._listed(number), 0
        if listed >= 0:
            beyond = self.rows.ends[listed]
            if not self.composer.may_end_behind(number, beyond):
                return self._choose(listed, self._held(listed))
        found = self.composer.longest_of(number, beyond)
        if found is not None:
            behind = self.document.page.first_from(found.end)
            word = self.rows.words[number]
            self.chosen.add(found.start, found.end, word, behind, found.meaning)
            return found.end
        return self._choose(listed, self._held(listed)) if listed >= 0 else 0

    def _held(self, number: int) -> Meaning:
        meanings = self.judge.group(number).meanings
        return meanings[self.rows.held[number] - 1]

    def _listed(self, number: int) -> int:
        """Return the longest listed term that holds, of those with one start.

        Returns:
            its number, -1 where there is none.
        """
        rows = self.rows
        start = rows.starts[number]
        while number < rows.count and rows.starts[number] == start:
            meaning = self.judge.meaning(number, self.document)
            if meaning is not None and not self._cuts_a_name(number, meaning):
                return number
            number += 1
        return -1

    def _cuts_a_name(self, number: int, meaning: Meaning) -> bool:
        """Whether a candidate ends with the first word of a longer name."""
        rows = self.rows
        if rows.behinds[number] - rows.words[number] == 1:
            return False  # it has one word
        start, end = rows.starts[number], rows.ends[number]
        last = end
        while last > start and self.text[last - 1] != " ":
            last -= 1
        if last in (start, end) or not self.text[last].isupper() or meaning.title:
            return False
        number = rows.at(last)
        if number < 0 or rows.ends[number] <= end or not rows.flags[number] & _NAMED:
            return False
        # A name that its conditions refuse is none here.
        longer = self.judge.meaning(number, self.document)
        return longer is not None and longer.sense.named


def resolve(document: PageDocument, chosen: Chosen, basic: bool) -> None:  # noqa: FBT001
    """Choose the terms of a document.

    Args:
        document: the document.
        chosen: where they are put.
        basic: whether words of everyday news are wanted.
    """
    hidden = _ONLY_PART if basic else _ONLY_PART | _UNSEEN
    Resolver(document, chosen).resolve(hidden)
