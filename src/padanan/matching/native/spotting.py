# cython: annotation_typing=False, wraparound=False, initializedcheck=False
"""Where the patterns of a glossary stand in a text that was cut into words.

A pattern is found by its first word, and followed from word to word. What touches it
decides whether it is a candidate, as in ``candidates``.
"""

from __future__ import annotations

from sys import intern
from typing import TYPE_CHECKING

from padanan.language.indonesian import CLITICS, VERBAL
from padanan.language.sentences import is_headline
from padanan.matching.candidates import Scanned
from padanan.matching.native import characters, reading, vocabulary
from padanan.matching.native.characters import outside
from padanan.matching.native.vocabulary import code_of
from padanan.matching.senses import MOST, PREFIXES, with_prefix
from padanan.model import TermType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from padanan.matching.candidates import Candidate
    from padanan.matching.mentions import Named
    from padanan.matching.native.reading import Page
    from padanan.matching.native.vocabulary import Vocabulary
    from padanan.matching.senses import Sense, Spelling, Spellings

_KINDS = characters.KINDS
_WORD = characters.IN_COPY
_PLAIN = characters.PLAIN
_HYPHEN = characters.HYPHEN
_AS_SPACE = characters.AS_SPACE
_JOINED, _SPACED = reading.JOINED, reading.SPACED
_BEGINS = reading.SPACED | reading.START
_MORE = vocabulary.MORE

_CLITICS = frozenset(filter(None, CLITICS))
_WORDS = frozenset(
    code for code in range(256) if characters.KINDS[code] & characters.IN_COPY
)
_LONGEST = max(map(len, PREFIXES))

HEAD = 1
"""One of the senses has rules for modifiers behind it."""
CONDITIONAL = 2
"""The first sense has conditions."""
ONLY_PART = 4
"""There is one sense, which never is a term by itself."""
UNSEEN = 8
"""There is one sense, which need not be tried where bare words are not wanted."""
NAMED = 16
"""One of the senses is a name of several words."""
BY_TABLE = 32
"""A row of a table may follow one of the senses."""
ABBREVIATION = 64
"""One of the senses is a short form."""
ABOUT = 255
"""The bits of the number of a candidate in which these are. The others put in order
what has one span; where they are nothing, it is a small number, which costs nothing."""
_FAR = 1 << 32


def about(senses: tuple[Sense, ...]) -> int:
    """Return what is to be known of some senses, as flags."""
    if not senses:
        return 0
    first, single = senses[0], len(senses) == 1
    return (
        (HEAD if any(one.rules for one in senses) else 0)
        | (CONDITIONAL if first.conditional else 0)
        | (ONLY_PART if single and first.only_part else 0)
        | (UNSEEN if single and first.unseen else 0)
        | (NAMED if any(one.named for one in senses) else 0)
        | (BY_TABLE if any(one.by_table for one in senses) else 0)
        | (ABBREVIATION if any(_is_short(one) for one in senses) else 0)
    )


def _is_short(sense: Sense) -> bool:
    return sense.type is TermType.ABBREVIATION


class Known:
    """A ``Spelling``, and what is to be known of its senses.

    Attributes:
        senses: that allow its marks and capitals, best first.
        place: the country that it names.
        bare: whether a term is a bare verb, which counts in headlines only.
        flags: of the senses, as ``about`` gives them.
        usual: whether it has senses, and nothing else.
        settled: the senses outside headlines.
        settled_flags: of these.
    """

    def __init__(self, spelling: Spelling) -> None:
        self.senses, self.place, self.bare = spelling
        self.flags = about(self.senses)
        self.usual = bool(self.senses) and self.place is None and not self.bare
        # The same tuple each time: what is known of senses goes by that.
        self.settled, self.settled_flags = self.senses, self.flags
        if self.bare:
            self.settled = _without_bare(self.senses)
            self.settled_flags = about(self.settled)


class Node:
    """Where some patterns that begin alike have come to.

    Attributes:
        pattern: the number of the pattern that ends here, -1 where none does.
        behind: what the next words may be, by the word; a space stands between.
        codes: the bits of these words; most words behind are told apart by that.
        marked: what else may stand behind, with the numbers of these patterns: folded
            texts that begin with a mark.
    """

    def __init__(self) -> None:
        self.pattern = -1
        self.behind: dict[str, Node] = {}
        self.codes = 0
        self.marked: tuple[tuple[str, int], ...] = ()


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


class Spotter:
    """Finds the candidates of one page.

    Args:
        page: the text, cut into the words of its folded copy.
        vocabulary: of its words.
        spellings: works out what spellings may stand for.
        known: what is known of that, which grows.
    """

    def __init__(
        self,
        page: Page,
        vocabulary: Vocabulary,
        spellings: Spellings,
        known: dict[str, Known],
    ) -> None:
        self.page = page
        self.text = page.text
        self.length = len(page.text)
        self.vocabulary = vocabulary
        self.spellings = spellings
        self.known = known
        self.candidates: list[Candidate] = []
        self.named: list[Named] = []

    def scanned(self) -> Scanned:
        """Return what the page has."""
        page, gaps, ids = self.page, self.page.gaps, self.page.ids
        links, starts = self.vocabulary.links, self.vocabulary.starts
        last = page.count - 1
        for number in range(page.count):
            if gaps[number] & _BEGINS != _BEGINS:
                continue
            word = ids[number]
            behind, pattern = links[4 * word + 2], links[4 * word + 3]
            if behind:
                # Most words cannot go on with what begins before them.
                if number == last or not gaps[number + 1] & _JOINED:
                    behind = 0
                else:
                    following = ids[number + 1]
                    behind &= links[4 * following] | links[4 * following + 1]
            if behind or pattern & _MORE:
                self._follow(number, starts[word])
            elif pattern:
                self._hit_word(pattern - 1, number)
        self.candidates.sort()
        return Scanned(self.candidates, self.named)

    def _hit_word(self, pattern: int, number: int) -> None:
        """Judge a word that is a pattern."""
        page = self.page
        start, end = page.begins[number], page.ends[number]
        found = self.vocabulary.spelt[page.ids[number]]
        if found is not None and found.usual:
            before = self._kind(start - 1) if start else _PLAIN
            after = self._kind(end) if end < self.length else _PLAIN
            if after & before & _PLAIN:
                self.candidates.append((start, -end, found.flags, found.senses))
                return
        self._hit(pattern, number, number, end, end)

    def _follow(self, first: int, start: Start) -> None:
        """Find the patterns that begin with a word."""
        page, known = self.page, self.vocabulary
        end = page.ends[first]
        for pattern, length in start.stems:
            self._hit(pattern, first, first, end - length, end)
        node, at = start.node, first
        while node is not None:
            end = page.ends[at]
            if node.pattern >= 0:
                self._hit(node.pattern, first, at, end, end)
            if node.marked:
                self._follow_marked(node, first, at)
            at += 1
            if at == page.count or not page.gaps[at] & _JOINED:
                return
            word = page.ids[at]
            if node.codes & known.links[4 * word + 1]:
                for stem in known.stems[word]:
                    behind = node.behind.get(stem)
                    if behind is not None and behind.pattern >= 0:
                        cut = len(known.lower[word]) - len(stem)
                        end = page.ends[at]
                        self._hit(behind.pattern, first, at, end - cut, end)
            if not node.codes & known.links[4 * word]:
                return
            node = node.behind.get(known.lower[word])

    def _follow_marked(self, node: Node, first: int, at: int) -> None:
        """Find the patterns that go on with a mark behind a word."""
        for rest, pattern in node.marked:
            end = _marked_end(self.text, self.page.ends[at], rest)
            if end >= 0:
                last = self.page.first_from(end) - 1
                tail = end
                if end < self.length and self._kind(end) & _WORD:
                    tail = self._clitic_end(last, end)
                if tail >= 0:
                    self._hit(pattern, first, last, end, tail)

    def _clitic_end(self, last: int, end: int) -> int:
        """Return where a word ends of which the rest is a clitic, -1 if it is not."""
        page = self.page
        if page.ends[last] <= end:
            last += 1
        tail = page.ends[last]
        return tail if self.text[end:tail].lower() in _CLITICS else -1

    def _kind(self, at: int) -> int:
        code = ord(self.text[at])
        if code < 256:
            return _KINDS[code]
        return outside(code)

    def _hit(self, pattern: int, first: int, last: int, end: int, tail: int) -> None:
        """Judge a place where a pattern stands.

        Args:
            pattern: its number.
            first: number of its first word.
            last: of its last word.
            end: where it ends.
            tail: where it ends with clitics.
        """
        start = self.page.begins[first]
        if first == last and end == self.page.ends[first]:
            found = self.vocabulary.spelt[self.page.ids[first]]
            if found is None:
                found = self._judged(pattern, start, end)
                self.vocabulary.spelt[self.page.ids[first]] = found
        else:
            found = self._judged(pattern, start, end)
        senses, place = found.senses, found.place
        before = self._kind(start - 1) if start else _PLAIN
        after = self._kind(end) if end < self.length else _PLAIN
        if after & _PLAIN and before & _PLAIN:
            if place is not None:
                self.named.append((start, -end, found.flags, place))
            flags = found.flags
            if found.bare and not is_headline(self.text, start, end):
                senses, flags = found.settled, found.settled_flags
            if senses:
                self.candidates.append((start, -end, flags, senses))
        elif senses or place:
            self._beside_a_mark(found, first, last, end, tail)

    def _judged(self, pattern: int, start: int, end: int) -> Known:
        """Return what a spelling may stand for; each is judged once."""
        spelling = self.text[start:end]
        found = self.known.get(spelling)
        if found is None:
            found = Known(self.spellings.learn(pattern, spelling))
            if len(self.known) < MOST:
                self.known[spelling] = found
        return found

    def _beside_a_mark(
        self, found: Known, first: int, last: int, end: int, tail: int
    ) -> None:
        """Judge one beside a hyphen, another mark or a clitic."""
        if self._is_glued(first, end):
            return
        every, place = found.senses, found.place
        senses, flags = every, found.flags
        start = origin = self.page.begins[first]
        if place and tail == end:
            self.named.append((start, -end, flags, place))
        if self._is_first_half(first, last, end):
            return
        if tail == end:
            tail = self._hyphened_clitic(end)
        if found.bare and not is_headline(self.text, start, end):
            senses = found.settled
        start, senses = self._with_what_precedes(first, start, end, senses)
        if senses is not every:
            flags = about(senses)
        if senses:
            # Of two with one span the one comes first whose pattern ends first, and
            # then the one whose pattern begins first. Nearly always it is the span.
            order = ((end - tail) * _FAR + origin - start << 8) | flags
            self.candidates.append((start, -tail, order, senses))

    def _is_glued(self, first: int, end: int) -> bool:
        """Whether a letter outside Latin-1, which the copy lacks, touches a span."""
        start = self.page.begins[first]
        if start and self._is_wide(start - 1):
            return True
        return end < self.length and self._is_wide(end)

    def _is_wide(self, at: int) -> bool:
        return ord(self.text[at]) > 255 and self.text[at].isalnum()

    def _is_hyphen(self, at: int) -> bool:
        return 0 <= at < self.length and self._kind(at) & _HYPHEN != 0

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
        self, first: int, start: int, end: int, senses: tuple[Sense, ...]
    ) -> tuple[int, tuple[Sense, ...]]:
        """Return where it begins with what a hyphen joins to it, and its senses."""
        page = self.page
        if not self._is_hyphen(start - 1):
            return start, senses
        prefix = self._prefix(start)
        if prefix:
            # A name is marked by itself: anti-PBB.
            nouns = [one for one in senses if one.nominal and one.text.islower()]
            if nouns:
                found = tuple(with_prefix(one, prefix) for one in nouns)
                return start - 1 - len(prefix), found
        before = first - 1
        if before < 0 or page.ends[before] != start - 1:
            return start, senses
        if not page.gaps[before] & _SPACED:
            return start, senses
        lower = self.vocabulary.lower
        head = lower[page.ids[first]]
        if end < page.ends[first]:  # the rest is a clitic
            head = head[: end - start]
        if lower[page.ids[before]] == head:
            if any(one.kind in VERBAL for one in senses):
                senses = tuple(one for one in senses if one.kind not in VERBAL)
            return page.begins[before], senses
        return start, senses

    def _prefix(self, start: int) -> str:
        """Return the prefix that a hyphen parts from a term, or nothing."""
        before = self.text[max(start - 2 - _LONGEST, 0) : start - 1].lower()
        word = before[len(before.rstrip(_LETTERS)) :]
        return word if word in PREFIXES else ""


_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def _without_bare(senses: tuple[Sense, ...]) -> tuple[Sense, ...]:
    """Drop bare verbs: *tolak* outside headlines is a noun or a root."""
    return tuple(sense for sense in senses if sense.kind != "bare")


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
