# cython: annotation_typing=False, wraparound=False, initializedcheck=False
"""Where the patterns of a glossary stand in a text that was cut into words.

A pattern is found by its first word, and followed from word to word. What touches it
decides whether it is a candidate, as in ``candidates``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from padanan.language.indonesian import CLITICS
from padanan.language.sentences import is_headline
from padanan.matching.native import (
    characters,
    elements,
    paths,
    reading,
    vocabulary,
)
from padanan.matching.native.characters import kind_at
from padanan.matching.native.elements import about_place
from padanan.matching.native.known import NOTHING, Known
from padanan.matching.senses import MOST, PREFIXES

if TYPE_CHECKING:
    from padanan.matching.native.beginnings import Node, Start
    from padanan.matching.native.elements import Elements, Group
    from padanan.matching.native.reading import Page
    from padanan.matching.native.rows import Rows
    from padanan.matching.native.vocabulary import Vocabulary
    from padanan.matching.senses import Spellings

_WORD = characters.IN_COPY
_PLAIN = characters.PLAIN
_HYPHEN = characters.HYPHEN
_AS_SPACE = characters.AS_SPACE
_JOINED, _SPACED = reading.JOINED, reading.SPACED
_BEGINS = reading.SPACED | reading.START
_SINGLE = reading.SINGLE
_MORE, _SIMPLE, _NAMED = vocabulary.MORE, vocabulary.SIMPLE, vocabulary.NAMED
_BEHIND, _STEMS, _UNKEPT, _ABOVE = paths.BEHIND, paths.STEMS, paths.UNKEPT, paths.ABOVE
_ROW, _AT_FLAGS = paths.ROW, paths.FLAGS
_AT_SIMPLE, _AT_NAMED = paths.SIMPLE, paths.NAMED
_ENDS, _MARKED = paths.ENDS, paths.MARKED
_FLAGS = 255
"""The bits of the flags in what is simple; its group stands above."""

_CLITICS = frozenset(filter(None, CLITICS))
_LONGEST = max(map(len, PREFIXES))

_FAR = 1 << 32
_HIDDEN = elements.HIDDEN


class Spotter:
    """Finds the candidates of one page.

    Args:
        page: the text, cut into words.
        candidates: where those are put.
        places: where the countries are put that are named.
        vocabulary: of the words.
        spellings: works out what spellings may stand for.
        elements: what is known of that, which grows.
    """

    def __init__(
        self,
        page: Page,
        candidates: Rows,
        places: Rows,
        vocabulary: Vocabulary,
        spellings: Spellings,
        elements: Elements,
    ) -> None:
        self.page = page
        self.text = page.text
        self.length = len(page.text)
        self.vocabulary = vocabulary
        self.spellings = spellings
        self.elements = elements
        self.candidates = candidates
        self.places = places
        self.begin = 0

    def scan(self) -> None:
        """Put what the page has into the rows."""
        page, gaps, ids = self.page, self.page.gaps, self.page.ids
        links, starts = self.vocabulary.links, self.vocabulary.starts
        codes = self.vocabulary.codes
        last = page.count - 1
        for number in range(page.count):
            if gaps[number] & _BEGINS != _BEGINS:
                continue
            word = ids[number]
            behind, pattern = links[8 * word + 2], links[8 * word + 3]
            if behind:
                # Most words cannot go on with what begins before them.
                if number == last or not gaps[number + 1] & _JOINED:
                    behind = 0
                else:
                    behind &= codes[ids[number + 1]]
            if pattern & _MORE:
                self._follow(number, starts[word])
                continue
            if pattern:
                self._hit_word(pattern - 1, number)
            if behind:
                self._follow_path(number)
        self.places.keep_disjoint(_HIDDEN)

    def _hit_word(self, pattern: int, number: int) -> None:
        """Judge a word that is a pattern.

        Args:
            pattern: its number.
            number: of the word.
        """
        page, known = self.page, self.vocabulary
        word = page.ids[number]
        start, end = page.begins[number], page.ends[number]
        simple, named = known.links[8 * word + _SIMPLE], known.links[8 * word + _NAMED]
        if self._is_added(simple, named, number, number):
            return
        found: Known | None = known.spelt[word]
        if found is None:
            found = known.spelt[word] = self._judged(pattern, start, end)
            known.links[8 * word + _SIMPLE] = found.simple
            known.links[8 * word + _NAMED] = found.named
        self._hit(found, number, number, end, end)

    def _is_added(self, simple: int, named: int, first: int, last: int) -> bool:
        """Add what some words stand for where that is simple.

        Args:
            simple: what senses they have, as in ``Known``.
            named: what country they name.
            first: the numbers of the first and the last word.
            last: likewise.

        Returns:
            whether nothing is left to be judged.
        """
        if not (simple or named):
            return False
        start, end = self.page.begins[first], self.page.ends[last]
        before = kind_at(self.text, start - 1) if start else _PLAIN
        after = kind_at(self.text, end) if end < self.length else _PLAIN
        if not after & before & _PLAIN:
            return False
        if named:
            number, flags = (named >> 8) - 1, named & _FLAGS
            self.places.add(start, end, 0, flags, number, first, last + 1)
        if simple:
            number, flags = (simple >> 8) - 1, simple & _FLAGS
            self.candidates.add(start, end, 0, flags, number, first, last + 1)
        return True

    def _follow(self, first: int, beginning: Start) -> None:
        """Find the patterns that begin with a word."""
        page = self.page
        end = page.ends[first]
        for pattern, length in beginning.stems:
            found = self._judged(pattern, page.begins[first], end - length)
            self._hit(found, first, first, end - length, end)
        node = beginning.node
        if node is None:
            return
        if node.pattern >= 0:
            self._hit_word(node.pattern, first)
        if node.marked:
            self._follow_marked(node, first, first)
        self._follow_path(first)

    def _follow_path(self, first: int) -> None:
        """Find the patterns of several words that begin with a word.

        Where they have come to with it is only looked up where it is needed: that is
        far away in the memory.

        Args:
            first: its number.
        """
        page, known, paths = self.page, self.vocabulary.codes, self.elements.paths
        path, at = page.ids[first], first
        codes = self.vocabulary.links[8 * path + 2]
        if path >= _BEHIND:
            self._follow_node(self._root(first), first, first + 1)
            return
        while True:
            at += 1
            if at == page.count or not page.gaps[at] & _JOINED:
                return
            word = page.ids[at]
            if not codes & known[word]:
                return
            step = _UNKEPT
            if page.gaps[at] & _SINGLE:
                step = paths.step(path, word)
                if not step:
                    step = paths.learn(path, word, self._root(first))
            if step & _UNKEPT:
                self._follow_node(paths.node(path, self._root(first)), first, at)
                return
            if step & _STEMS:
                self._hit_stems(paths.node(path, self._root(first)), word, first, at)
            path = step >> _ABOVE
            if not path:
                return
            row = _ROW * (path - _BEHIND)
            flags = paths.rows[row + _AT_FLAGS]
            if flags & _ENDS:
                self._hit_path(path - _BEHIND, first, at)
            if flags & _MARKED:
                self._follow_marked(paths.node(path, self._root(first)), first, at)
            codes = paths.rows[row]

    def _root(self, first: int) -> Node:
        """Return where patterns have come to with a word with which they begin."""
        beginning = self.vocabulary.starts[self.page.ids[first]]
        return beginning.node  # type: ignore[no-any-return]

    def _hit_path(self, number: int, first: int, last: int) -> None:
        """Judge a path that is a pattern.

        Args:
            number: of the path among those of several words.
            first: the numbers of its first and its last word.
            last: likewise.
        """
        paths, row = self.elements.paths, _ROW * number
        simple, named = paths.rows[row + _AT_SIMPLE], paths.rows[row + _AT_NAMED]
        if self._is_added(simple, named, first, last):
            return
        start, end = self.page.begins[first], self.page.ends[last]
        found: Known | None = paths.known[number]
        if found is None:
            node = paths.nodes[number]
            found = paths.known[number] = self._judged(node.pattern, start, end)
            paths.rows[row + _AT_SIMPLE] = found.simple
            paths.rows[row + _AT_NAMED] = found.named
        self._hit(found, first, last, end, end)

    def _follow_node(self, node: Node, first: int, at: int) -> None:
        """Find the patterns that go on with a word; what is found is not kept.

        Args:
            node: where they have come to.
            first: the number of their first word.
            at: that of the word.
        """
        page, known = self.page, self.vocabulary
        while at < page.count and page.gaps[at] & _JOINED:
            word = page.ids[at]
            if node.codes & known.links[8 * word + 1]:
                self._hit_stems(node, word, first, at)
            if not node.codes & known.links[8 * word]:
                return
            behind = node.after(known.lower[word])
            if behind is None:
                return
            node, end = behind, page.ends[at]
            if node.pattern >= 0:
                found = self._judged(node.pattern, page.begins[first], end)
                self._hit(found, first, at, end, end)
            if node.marked:
                self._follow_marked(node, first, at)
            at += 1

    def _hit_stems(self, node: Node, word: int, first: int, at: int) -> None:
        """Judge the patterns that end with a word without its clitics.

        Args:
            node: where they have come to before it.
            word: its number in the vocabulary.
            first: the number of their first word.
            at: that of the word.
        """
        page, known = self.page, self.vocabulary
        for stem in known.stems[word]:
            behind = node.after(stem)
            if behind is not None and behind.pattern >= 0:
                tail = page.ends[at]
                end = tail - (len(known.lower[word]) - len(stem))
                found = self._judged(behind.pattern, page.begins[first], end)
                self._hit(found, first, at, end, tail)

    def _follow_marked(self, node: Node, first: int, at: int) -> None:
        """Find the patterns that go on with a mark behind a word."""
        for rest, pattern in node.marked:
            end = _marked_end(self.text, self.page.ends[at], rest)
            if end >= 0:
                last = self.page.first_from(end) - 1
                tail = end
                if end < self.length and kind_at(self.text, end) & _WORD:
                    tail = self._clitic_end(last, end)
                if tail >= 0:
                    found = self._judged(pattern, self.page.begins[first], end)
                    self._hit(found, first, last, end, tail)

    def _clitic_end(self, last: int, end: int) -> int:
        """Return where a word ends of which the rest is a clitic, -1 if it is not."""
        page = self.page
        if page.ends[last] <= end:
            last += 1
        tail = page.ends[last]
        return tail if self.text[end:tail].lower() in _CLITICS else -1

    def _hit(self, found: Known, first: int, last: int, end: int, tail: int) -> None:
        """Judge a place where a pattern stands.

        Args:
            found: what its spelling may stand for.
            first: number of its first word.
            last: of its last word.
            end: where it ends.
            tail: where it ends with clitics.
        """
        start = self.page.begins[first]
        group, place = found.group, found.place
        before = kind_at(self.text, start - 1) if start else _PLAIN
        after = kind_at(self.text, end) if end < self.length else _PLAIN
        if after & _PLAIN and before & _PLAIN:
            if place >= 0:
                self._name(found, first, last, end)
            flags = found.flags
            if found.bare and not is_headline(self.text, start, end):
                group, flags = found.settled, found.settled_flags
            if group >= 0:
                self.candidates.add(start, end, 0, flags, group, first, last + 1)
        elif group >= 0 or place >= 0:
            self._beside_a_mark(found, first, last, end, tail)

    def _name(self, found: Known, first: int, last: int, end: int) -> None:
        """Add a country that a spelling names."""
        start = self.page.begins[first]
        self.places.add(start, end, 0, found.place_flags, found.place, first, last + 1)

    def _judged(self, pattern: int, start: int, end: int) -> Known:
        """Return what a spelling may stand for; each is judged once."""
        spelling = self.text[start:end]
        known = self.elements.known
        found = known.get(spelling)
        if found is None:
            found = self._known(pattern, spelling)
            if len(known) < MOST:
                known[spelling] = found
        return found

    def _known(self, pattern: int, spelling: str) -> Known:
        senses, place, bare = self.spellings.learn(pattern, spelling)
        group = settled = self.elements.group(senses) if senses else None
        if group is not None and bare:
            settled = self.elements.settled(group)
        return Known(
            (group.number, group.flags) if group else NOTHING,
            (settled.number, settled.flags) if settled else NOTHING,
            (self.elements.place(place), about_place(place)) if place else NOTHING,
        )

    def _beside_a_mark(
        self, found: Known, first: int, last: int, end: int, tail: int
    ) -> None:
        """Judge one beside a hyphen, another mark or a clitic."""
        start = origin = self.page.begins[first]
        if self._is_glued(first, end):
            return
        if found.place >= 0 and tail == end:
            self._name(found, first, last, end)
        if self._is_first_half(first, last, end):
            return
        if tail == end:
            tail = self._hyphened_clitic(end)
        number = found.group
        if found.bare and not is_headline(self.text, start, end):
            number = found.settled
        if number < 0:
            return
        group = self._with_what_precedes(
            first, start, end, self.elements.groups[number]
        )
        start = self.begin
        if group is not None:
            # Of two with one span the one comes first whose pattern ends first, and
            # then the one whose pattern begins first. Nearly always it is the span.
            order = (end - tail) * _FAR + origin - start
            word, behind = self.page.first_from(start), self.page.first_from(tail)
            self.candidates.add(
                start, tail, order, group.flags, group.number, word, behind
            )

    def _is_glued(self, first: int, end: int) -> bool:
        """Whether a letter outside Latin-1, which the copy lacks, touches a span."""
        start = self.page.begins[first]
        if start and self._is_wide(start - 1):
            return True
        return end < self.length and self._is_wide(end)

    def _is_wide(self, at: int) -> bool:
        return ord(self.text[at]) > 255 and self.text[at].isalnum()

    def _is_hyphen(self, at: int) -> bool:
        return 0 <= at < self.length and kind_at(self.text, at) & _HYPHEN != 0

    def _is_first_half(self, first: int, last: int, end: int) -> bool:
        """Whether it is the first half of a reduplicated word (*undang-undang*)."""
        page = self.page
        if first != last or end != page.ends[first] or not self._is_hyphen(end):
            return False
        behind = first + 1
        if behind == page.count or page.begins[behind] != end + 1:
            return False
        head = self.vocabulary.lower[page.ids[first]]
        word = self.vocabulary.lower[page.ids[behind]]
        return word == head or head in self.vocabulary.stems[page.ids[behind]]

    def _hyphened_clitic(self, end: int) -> int:
        """Return the end with a clitic after a hyphen (*PBB-nya*), or the same end."""
        if not self._is_hyphen(end):
            return end
        page, behind = self.page, self.page.first_from(end + 1)
        if behind == page.count or page.begins[behind] != end + 1:
            return end
        is_clitic = self.vocabulary.lower[page.ids[behind]] == "nya"
        return page.ends[behind] if is_clitic else end

    def _with_what_precedes(
        self, first: int, start: int, end: int, group: Group
    ) -> Group | None:
        """Return its senses with what a hyphen joins to it; note where it begins."""
        page = self.page
        self.begin = start
        if not self._is_hyphen(start - 1):
            return group
        prefix = self._prefix(start)
        if prefix:
            found = self.elements.prefixed(group, prefix)
            if found is not None:
                self.begin = start - 1 - len(prefix)
                return found
        before = first - 1
        if before < 0 or page.ends[before] != start - 1:
            return group
        if not page.gaps[before] & _SPACED:
            return group
        lower = self.vocabulary.lower
        head = lower[page.ids[first]]
        if end < page.ends[first]:  # the rest is a clitic
            head = head[: end - start]
        if lower[page.ids[before]] == head:
            self.begin = page.begins[before]
            return self.elements.doubled(group)
        return group

    def _prefix(self, start: int) -> str:
        """Return the prefix that a hyphen parts from a term, or nothing."""
        before = self.text[max(start - 2 - _LONGEST, 0) : start - 1].lower()
        word = before[len(before.rstrip(_LETTERS)) :]
        return word if word in PREFIXES else ""


_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def _marked_end(text: str, at: int, rest: str) -> int:
    """Return where a folded text ends that stands at an offset, -1 if it does not.

    >>> _marked_end("Politik, Hukum", 7, ", hukum"), _marked_end("politik", 7, ", ")
    (14, -1)
    """
    length = len(text)
    for wanted in rest:
        if at >= length:
            return -1
        code = ord(text[at])
        at += 1
        if wanted != " ":
            if code > 255 or text[at - 1].lower() != wanted:
                return -1
            continue
        if not characters.kind(code) & _AS_SPACE:
            return -1
        if text[at - 1].isspace():
            begin = at - 1
            while at < length and text[at].isspace():
                at += 1
            if _breaks(text[begin:at]) > 1:
                return -1
    return at


def _breaks(run: str) -> int:
    breaks = run.replace("\r\n", "\n")
    return breaks.count("\n") + breaks.count("\r")
