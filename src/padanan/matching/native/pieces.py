# cython: annotation_typing=False, wraparound=False, initializedcheck=False
"""Composed terms of a document of the compiled core.

The rules are those of ``composing``; here stands what nearly every head asks for:
whether there is a modifier behind it, and whether the two join. Lists, tables, names
and odd spaces are left to the functions there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from padanan.language.portfolios import by_first_words, longest_portfolio
from padanan.matching.alike import are_alike
from padanan.matching.composing import (
    CONJOINED,
    DEEPEST,
    WIDEST_GAP,
    after_gap,
    begins_a_list,
    is_wrapped,
    several_heads,
    with_second,
)
from padanan.matching.compounds import Compound, is_doubled
from padanan.matching.naming import begins_a_name, goes_on, is_named
from padanan.matching.native import characters, elements
from padanan.matching.native.characters import kind_at
from padanan.matching.tabled import with_row

if TYPE_CHECKING:
    from padanan.matching.document import Document
    from padanan.matching.native.elements import Constituent
    from padanan.matching.native.judging import Judge
    from padanan.matching.native.memory import Meaning

_DEEPEST, _WIDEST_GAP = DEEPEST, WIDEST_GAP
_CONJOINED = CONJOINED
_HEAD, _BY_TABLE, _ABLE = elements.HEAD, elements.BY_TABLE, elements.ABLE
_CONJOINING = "dsamDSAM"
_SECOND, _THIRD = "aetAET", "nrauNRAU"
"""The first three letters of these; most words are told by them."""
_DASHES = "-\u2010\u2011\u2012\u2013"
"""With a letter behind it, one of them makes of a word the half of a compound."""


_WORD = characters.WORD
_LAST_OF_ASCII, _A, _Z, _COMMA, _SPACE = 127, ord("A"), ord("Z"), ord(","), ord(" ")
"""Characters; that of the space is also the bit by which small letters differ."""
_UNCLEAR = -2


class Bond:
    """A ``Compound``; its concepts are those of its sense.

    Attributes:
        start: half-open offsets.
        end: likewise.
        element: what it is.
        depth: how many modifiers stand inside one another.
        whole: whether its last word ends a name.
        meaning: what it means, where it is annotated.
    """

    start: int
    end: int
    element: Constituent
    depth: int
    whole: bool
    meaning: Meaning


def _piece(start: int, end: int, element: Constituent, depth: int) -> Bond:
    # A call of the class would take three times as long.
    found = Bond.__new__(Bond)
    found.start = start
    found.end = end
    found.element = element
    found.depth = depth
    found.whole = False
    return found


class Composer:
    """Finds the composed terms of one document.

    Args:
        document: the document.
        judge: of its terms.
    """

    def __init__(self, document: Document, judge: Judge) -> None:
        self.document = document
        self.judge = judge
        self.pairs = document.pairs
        self.elements = judge.elements
        self.text = judge.text
        self.length = len(judge.text)
        self.rows = judge.candidates
        self.page = judge.page
        self.lower = judge.words.lower
        self.portfolios = by_first_words()
        self.count = judge.candidates.count

    def has_heads(self, number: int, start: int) -> bool:
        """Whether something may stand behind a head; these are marked as ``ABLE``.

        Args:
            number: of the first candidate that begins there.
            start: where they begin.
        """
        rows, found = self.rows, False
        while number < self.count and rows.starts[number] == start:
            flag, end = rows.flags[number], rows.ends[number]
            if flag & _HEAD and self._is_able(number, end, flag & _BY_TABLE):
                rows.flags[number] = flag | _ABLE
                found = True
            number += 1
        return found

    def _is_able(self, number: int, end: int, by_table: int) -> bool:
        """Whether something may stand behind a head."""
        if end + 1 >= self.length:
            return False
        if self.text[end] != " ":
            if self.text[end] == "," and self.text[end + 1] == " ":
                return self._begins(end + 2) and begins_a_list(self.document, end)
            return self.text[end].isspace() and is_wrapped(self.document, end)
        if by_table:
            return True
        behind = self.rows.at(end + 1)
        if behind < 0:
            return self._is_conjoined(end)
        return self._may_join(number, behind)

    def _begins(self, offset: int) -> bool:
        """Whether a candidate begins at an offset."""
        return self.rows.at(offset) >= 0

    def _may_join(self, number: int, behind: int) -> bool:
        """Whether a head may join one of the candidates just behind it."""
        second = behind + 1
        if second < self.count:
            start = self.rows.starts[behind]
            if self.rows.starts[second] == start:
                return True
        numbers = self.rows.numbers
        return self.elements.may_join(self.pairs, numbers[number], numbers[behind])

    def _is_conjoined(self, end: int) -> bool:
        """Whether a conjunction follows an offset."""
        if end + 4 >= self.length or self.text[end + 1] not in _CONJOINING:
            return False
        if self.text[end + 2] not in _SECOND or self.text[end + 3] not in _THIRD:
            return False
        return self.text[end + 1 : end + 5].lower() in _CONJOINED

    def may_end_behind(self, number: int, end: int) -> bool:
        """Whether a composed term may end behind a listed one that begins with it.

        Args:
            number: of the first candidate with that start.
            end: of the listed term.
        """
        if self._is_conjoined(end):
            return True
        comma = end < self.length and self.text[end] == ","
        if comma and begins_a_list(self.document, end):
            return True
        rows = self.rows
        while number < self.count and rows.starts[number] <= end + _WIDEST_GAP:
            if rows.ends[number] > end or rows.flags[number] & _BY_TABLE:
                return True
            number += 1
        return False

    def longest_of(self, number: int, beyond: int) -> Bond | None:
        """Return the longest composed term of the heads with one start.

        Args:
            number: of the first candidate with that start, the longest.
            beyond: offset behind which it must end.
        """
        longest, rows = None, self.rows
        start = rows.starts[number]
        while number < self.count and rows.starts[number] == start:
            if rows.flags[number] & _ABLE:
                found = self._first(number, beyond)
                if found is not None:
                    longest, beyond = found, found.end
            number += 1
        return longest

    def _first(self, number: int, beyond: int) -> Bond | None:
        """Return the composed term of the first sense of a head that has one."""
        start, end = self.rows.starts[number], self.rows.ends[number]
        for element in self.judge.group(number).elements:
            if element.heads:
                longer = self._extended(_piece(start, end, element, 0))
                if longer is not None and not self._is_forbidden(element, start, end):
                    if longer.end <= beyond or self._is_denied(longer):
                        return None
                    return self._finished(longer)
        return None

    def _is_forbidden(self, element: Constituent, start: int, end: int) -> bool:
        if element.never is None:
            return False
        return self.judge.forbids(element.never, start, end, self.document)

    def _is_denied(self, piece: Bond) -> bool:
        """Whether an ``unless`` holds for a composed term, or it is listed and none."""
        if self._is_forbidden(piece.element, piece.start, piece.end):
            return True
        rows = self.rows
        number = rows.at(piece.start)
        while number < self.count and rows.starts[number] == piece.start:
            if rows.ends[number] <= piece.end:
                break
            number += 1
        if number == self.count or rows.starts[number] != piece.start:
            return False
        if rows.ends[number] != piece.end:
            return False
        return self.judge.meaning(number, self.document) is None

    def _extended(self, head: Bond) -> Bond | None:
        """Return a head with what it can be joined with, if there is something."""
        at = self._after_gap(head.end)
        if not self._is_open(head):
            return None
        if at < 0:
            return self._several_heads(head)
        plain = self._modifier(at, head.depth + 1)
        if plain is not None and self._joined(head, plain) is not None:
            longer = self._with_modifier(head, plain)
            if longer is not None:
                return self._extended_by_adjective(longer)
        if head.element.by_table:
            return self._with_row(head, at)
        return self._several_heads(head)

    def _with_row(self, head: Bond, at: int) -> Bond | None:
        """Add a row of a table to a head: a portfolio or a city."""
        element = head.element
        name = self._portfolio(at) if element.by_portfolio else None
        sure = name is not None and not self._goes_on(at, at + len(name))
        if sure and name in element.rows:
            row = _piece(head.start, at + len(name), element.rows[name], 1)
            row.whole = True
            return row
        if name is None:
            names = self.text[at].isupper() and self.text[head.start].isupper()
            if not (element.by_city and names):
                return None
        found = self._native(with_row(self.document, self._plain(head), at))
        if sure and name is not None and found is not None:
            self.elements.note_row(element, name, found.element)
        return found

    def _portfolio(self, at: int) -> str | None:
        """Return the longest portfolio at an offset; see ``longest_portfolio``."""
        number = self.page.first_from(at)
        if number == self.page.count or self.page.begins[number] != at:
            return longest_portfolio(self.text, at)
        for name in self.portfolios.get(self.lower[self.page.ids[number]], ()):
            end = self._end_of(name, at)
            if end == _UNCLEAR:
                return longest_portfolio(self.text, at)
            if end >= 0:
                return self.text[at:end]
        return None

    def _end_of(self, name: str, at: int) -> int:
        """Return where a portfolio ends that stands at an offset.

        Args:
            name: the portfolio in lower case.
            at: the offset.

        Returns:
            -1 where it does not stand there, ``_UNCLEAR`` where that has to be asked.
        """
        for number in range(len(name)):
            if at == self.length:
                return -1
            code, wanted = ord(self.text[at]), ord(name[number])
            if code > _LAST_OF_ASCII or wanted > _LAST_OF_ASCII:
                return _UNCLEAR
            if code == _COMMA and wanted == _SPACE and self._is_last_and(at):
                at += 1
                code = _SPACE
            if _A <= code <= _Z:
                code |= _SPACE
            if code != wanted:
                return -1
            at += 1
        if at < self.length and (
            self.text[at] == "-" or kind_at(self.text, at) & _WORD
        ):
            return -1
        return at

    def _is_last_and(self, at: int) -> bool:
        """Whether *dan* follows a comma."""
        return self.text[at + 1 : at + 6].lower() == " dan "

    def _goes_on(self, start: int, end: int) -> bool:
        """Whether more may belong to a row, or a longer term begin with it; quick."""
        number = self.rows.at(start)
        if number >= 0 and self.rows.ends[number] > end:
            return True
        if end + 1 >= self.length:
            return False
        if self.text[end] == ",":
            return True
        return self.text[end] == " " and self.text[end + 1] == "d"

    def _after_gap(self, end: int) -> int:
        """Return where the word behind a span begins, -1 where something is between."""
        if end + 1 >= self.length:
            return -1
        if self.text[end] == " " and self.text[end + 1].isalnum():
            return end + 1
        if self.text[end].isspace():
            return after_gap(self.document, end)
        return -1

    def _is_open(self, piece: Bond) -> bool:
        """Whether more may belong to a phrase: behind -nya it is closed."""
        tail = piece.element.tail
        size, end = len(tail), piece.end
        for number in range(size):
            if self.text[end - size + number] != tail[number]:
                return self.text[end - size : end].lower() == tail
        return True

    def _modifier(self, start: int, depth: int) -> Bond | None:
        """Return what may be a modifier at an offset, the longest."""
        rows = self.rows
        number = rows.at(start)
        if number < 0:
            return None
        while number < self.count and rows.starts[number] == start:
            end = rows.ends[number]
            if self._is_compound(end):
                return None
            element = self._usable(number, start, end)
            if element is not None:
                return _piece(start, end, element, depth)
            number += 1
        return None

    def _is_compound(self, end: int) -> bool:
        """Whether a hyphen and a letter follow."""
        if end + 1 >= self.length or self.text[end] not in _DASHES:
            return False
        letter = self.text[end + 1]
        return letter.isalnum() and not letter.isdecimal()

    def _usable(self, number: int, start: int, end: int) -> Constituent | None:
        """Return the sense in which a candidate may be a modifier."""
        for element in self.judge.group(number).elements:
            if element.modifies and not self._is_forbidden(element, start, end):
                return element
        meaning = self.judge.meaning(number, self.document)
        return None if meaning is None else self.elements.of(meaning.sense)

    def _joined(self, head: Bond, behind: Bond) -> Bond | None:
        """Return a head with a modifier behind it, ``None`` where they do not join."""
        doubled = len(head.element.parts) == 1 and self._is_doubled(head)
        element = self.elements.join(self.pairs, head.element, behind.element, doubled)
        if element is None:
            return None
        return _piece(head.start, behind.end, element, max(head.depth, behind.depth))

    def _is_doubled(self, piece: Bond) -> bool:
        for at in range(piece.start, piece.end):
            if self.text[at] == "-":
                return is_doubled(self.document, self._plain(piece))
        return False

    def _with_modifier(self, head: Bond, plain: Bond) -> Bond | None:
        """Join a head with a modifier, and that with its own modifiers."""
        if plain.element.heads and plain.depth < _DEEPEST:
            inner = self._extended(plain)
            if inner is not None:
                longer = self._joined(head, inner)
                if longer is not None:
                    return self._with_second(head, inner, longer)
        longer = self._joined(head, plain)
        if longer is not None:
            return self._with_second(head, plain, longer)
        return None

    def _with_second(self, head: Bond, behind: Bond, longer: Bond) -> Bond:
        """Add a second modifier of the same kind, if there is one."""
        at = self._behind_joint(behind.end)
        other = self._modifier(at, _DEEPEST) if at >= 0 else None
        if other is None or not self._are_alike(head, behind, other):
            return longer
        pieces = self._plain(head), self._plain(behind), self._plain(longer)
        found = self._native(with_second(self.document, *pieces))
        return longer if found is None else found

    def _are_alike(self, head: Bond, behind: Bond, other: Bond) -> bool:
        """Whether two modifiers may stand before the English of one head."""
        found = head.element.alike.get((behind.element, other.element))
        if found is None:
            pieces = self._plain(head), self._plain(behind), self._plain(other)
            found = are_alike(self.document, *pieces, strictly=False)
            self.elements.note_alike(head.element, behind.element, other.element, found)
        return found

    def _behind_joint(self, end: int) -> int:
        """Return where a term may stand behind a comma or a conjunction, else -1."""
        if end + 2 >= self.length:
            return -1
        if self.text[end] == ",":
            return end + 2
        if not self.text[end].isspace() or not self._is_conjoined(end):
            return -1
        at = end + 1
        while at < self.length and self.text[at].isalpha():
            at += 1
        return at + 1

    def _extended_by_adjective(self, piece: Bond) -> Bond:
        """Add an adjective that belongs to the whole: *perundingan damai langsung*."""
        at = self._after_gap(piece.end)
        if at < 0 or not self._begins(at) or not self._is_open(piece):
            return piece
        behind = self._modifier(at, _DEEPEST)
        if behind is not None and behind.element.is_adjective:
            longer = self._joined(piece, behind)
            if longer is not None:
                return longer
        return piece

    def _several_heads(self, head: Bond) -> Bond | None:
        """Join heads with an adjective of all, if another one follows."""
        if head.depth or not head.element.lists:
            return None
        at = self._behind_joint(head.end)
        if at < 0:
            return None
        number = self.rows.at(at)
        if number < 0 or not self._is_head(number):
            return None
        return self._native(several_heads(self.document, (self._plain(head),)))

    def _is_head(self, number: int) -> bool:
        """Whether a head begins where a candidate does, and may be the last one.

        Behind that stands a modifier; behind another one there is a comma, or a
        conjunction.
        """
        rows = self.rows
        start = rows.starts[number]
        while number < self.count and rows.starts[number] == start:
            if rows.flags[number] & _HEAD and self._may_be_last(rows.ends[number]):
                return True
            number += 1
        return False

    def _may_be_last(self, end: int) -> bool:
        if end < self.length and self.text[end] == ",":
            return True
        if self._is_conjoined(end):
            return True
        at = self._after_gap(end)
        return at >= 0 and self._modifier(at, _DEEPEST) is not None

    def _finished(self, piece: Bond) -> Bond | None:
        """Return a composed term as it is annotated, ``None`` where it is no whole."""
        meaning = None
        if not self.text[piece.start].isupper():
            cut = self._may_be_cut(piece.end) and self._ends_with_capital(piece)
            if cut and begins_a_name(self.document, self._plain(piece)):
                return None
        elif not self._is_small(piece):
            phrase = self._plain(piece)
            if is_named(self.document, phrase):
                if goes_on(self.document, phrase):
                    return None
                meaning = piece.element.as_name()
        piece.meaning = piece.element.meaning() if meaning is None else meaning
        return piece

    def _may_be_cut(self, end: int) -> bool:
        """Whether *dan*, with a comma or without, or a capital may follow; quick."""
        if end < self.length and self.text[end] == ",":
            end += 1
        if end + 1 >= self.length:
            return False
        return self.text[end + 1] == "d" or not self.text[end + 1].islower()

    def _ends_with_capital(self, piece: Bond) -> bool:
        """Whether its last word may begin with a capital; quick."""
        at = piece.end
        while at > piece.start and self.text[at - 1] != " ":
            at -= 1
        return not self.text[at].islower()

    def _is_small(self, piece: Bond) -> bool:
        """Whether its last word is one of four small letters or more: it is no name."""
        at = piece.end
        while at > piece.start and "a" <= self.text[at - 1] <= "z":
            at -= 1
        return piece.end - at > 3 and self.text[at - 1] == " "

    def _plain(self, piece: Bond) -> Compound:
        element = piece.element
        return Compound(
            piece.start,
            piece.end,
            element.sense,
            element.parts,
            piece.depth,
            piece.whole,
        )

    def _native(self, phrase: Compound | None) -> Bond | None:
        if phrase is None:
            return None
        element = self.elements.of(phrase.sense)
        found = _piece(phrase.start, phrase.end, element, phrase.depth)
        found.whole = phrase.whole
        return found
