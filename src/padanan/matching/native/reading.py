# cython: annotation_typing=False, wraparound=False, initializedcheck=False
"""One pass over the characters of a text: its words, and where sentences begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from padanan.language.sentences import LAST_OF_SHORTENED, SHORTENED, is_shortened
from padanan.matching.native import characters, vocabulary
from padanan.matching.native.characters import kind_at
from padanan.matching.native.rows import Chosen, Rows, SpanRows, zeros
from padanan.matching.native.vocabulary import first_slot

if TYPE_CHECKING:
    from array import array

    from padanan.matching.native.vocabulary import Vocabulary

_WORD = characters.WORD
_AS_SPACE = characters.AS_SPACE
_BLANK = characters.BLANK
_STOP = characters.STOP
_IN_COPY = characters.IN_COPY
_CUT = _WORD | _IN_COPY
_LOW = bytes([kind & 255 for kind in characters.KINDS])
"""Kinds of the characters of Latin-1; those that are asked for here are the lowest."""
_WIDE, _SPACE = ord("?"), ord(" ")
_MIX, _LOWEST = vocabulary.MIX, vocabulary.LOW
_LEAST, _LENGTHY, _CLASS = vocabulary.SHORT, vocabulary.LENGTHY, vocabulary.CLASS
_SLOT, _TAIL, _AT_WORD = vocabulary.SLOT, vocabulary.TAIL, vocabulary.WORD
_STARTED, _LONG, _SHIFT = vocabulary.STARTED, vocabulary.LONG, vocabulary.BITS_OF_WORD

JOINED = 1
"""What stands before the word is a space in the folded copy, and nothing else."""
SPACED = 2
"""The character before the word is a space in the folded copy."""

SINGLE = 8
"""The word is ``JOINED``, and what stands before it is a single space (U+0020)."""
PARTED = 16
"""The word is cut finer in the folded copy."""
START = 4
"""Some pattern begins with the word."""

_JOINED, _SPACED, _START = JOINED, SPACED, START
_SINGLE, _PARTED = SINGLE, PARTED
_LEAST_ROOM = 4096
_APART = 32
"""Characters of a text for each place that may be a term: rather too few."""
_TOGETHER = 128
"""Number of words that are looked up together."""
_SHORT = "".join(sorted(LAST_OF_SHORTENED))
_SHORTENED = frozenset(SHORTENED)
_CLOSING = '"”’»)]'
_OPENING = '"“‘«(['


class Room:
    """Arrays for what one text at a time has.

    They are used for one text after the other: what is in the cache of the machine
    stays there.

    Attributes:
        size: the number of characters that a text may have.
        words: the words of a text.
        breaks: where its sentences begin, behind the first one.
        candidates: what may be a term.
        places: the countries that are named.
        foreign: the foreign ones.
        chosen: the terms.
    """

    def __init__(self) -> None:
        self.size = -1
        self.foreign = Rows()

    def fit(self, length: int) -> None:
        """Make room for a text of some length, and leave nothing of another one."""
        if length > self.size:
            self.size = max(length, _LEAST_ROOM)
            words = self.size // 2 + 2
            self.words, self.breaks = SpanRows(words), SpanRows(self.size + 1)
            self.ids, self.gaps = zeros("i", words), zeros("i", words)
            self.keys, self.tails = zeros("Q", words), zeros("Q", words)
            # About as many as there will be: to grow is to copy.
            spans = self.size // _APART
            self.candidates, self.places = Rows(spans), Rows(spans)
            self.chosen = Chosen(spans)
        self.candidates.clear()
        self.places.clear()
        self.foreign.clear()
        self.chosen.clear()


class Page:
    """A text cut into words.

    Args:
        text: the text, a plain copy where it needs one.
        room: for its words; no other page may have it meanwhile.

    Attributes:
        text: the text.
        room: where its arrays are.
        words: its words, of which these are the fields.
        sentences: the sentences behind the first one, of which only the starts count.
        data: the text in Latin-1; what is outside it is a question mark.
        count: the number of words.
        begins: for each word its half-open offsets (code points).
        ends: likewise.
        ids: for each word its number in the vocabulary.
        gaps: for each word what stands before it, ``JOINED`` and ``SPACED``, and
            whether it is a ``START``, or ``PARTED``.
        stops: the number of sentences that begin behind the first one.
        breaks: the offsets at which they begin.
        cut: whether words are cut finer in the folded copy: where they have letters
            outside Latin-1, and at ``_``.
        bracketed: whether it has a closing bracket.
    """

    def __init__(self, text: str, room: Room | None = None) -> None:
        self.text = text
        self.data = b""
        self.count = self.stops = 0
        self.cut = self.bracketed = False
        if room is None:
            room = Room()
        room.fit(len(text))
        self.room, self.words, self.sentences = room, room.words, room.breaks
        self.begins, self.ends = room.words.starts, room.words.ends
        self.breaks = room.breaks.starts
        self.ids, self.gaps = room.ids, room.gaps

    def read(self, words: Vocabulary) -> None:
        """Read the text.

        Args:
            words: the words that are known.
        """
        # What is outside Latin-1 is a question mark here, and looked at where one is.
        self.data = self.text.encode("latin-1", "replace")
        self._cut(0, len(self.data), _WORD)
        self._look_up(words, 0)

    def read_finer(self, page: Page, words: Vocabulary) -> None:
        """Read the words of the folded copy; nothing is told of sentences.

        Args:
            page: the same text, read; most of its words are words of the copy.
            words: the words that are known.
        """
        self.data = page.data
        number = 0
        while number < page.count:
            number = self._copy(page, number)
            if number == page.count:
                break
            while number < page.count and page.gaps[number] & _PARTED:
                number += 1
            # What stands before the next word is not what it was.
            number = min(number + 1, page.count)
            count = self.count
            start = self.ends[count - 1] if count else 0
            self._cut(start, page.ends[number - 1], _IN_COPY)
            self._look_up(words, count)

    def _copy(self, page: Page, number: int) -> int:
        """Take over the words of a page up to one that is cut finer.

        Args:
            page: the page.
            number: of the first word.

        Returns:
            the number of the word at which it ended.
        """
        at = self.count
        while number < page.count and not page.gaps[number] & _PARTED:
            self.begins[at], self.ends[at] = page.begins[number], page.ends[number]
            self.ids[at], self.gaps[at] = page.ids[number], page.gaps[number]
            at += 1
            number += 1
        self.count = self.words.count = at
        return number

    def _cut(self, at: int, length: int, wanted: int) -> None:
        """Cut some of the text into words.

        Args:
            at: where it begins: where the text does, or the last word ended.
            length: where it ends: where the text does, or a word.
            wanted: the kind of characters of which words are made.
        """
        text, codes, kinds = self.text, self.data, _LOW
        begins, ends, gaps = self.begins, self.ends, self.gaps
        keys, tails, breaks = self.room.keys, self.room.tails, self.breaks
        count, stops = self.count, self.stops
        end = at if count else 0
        begin = bits = before = lines = 0
        last = 0 if wanted == _WORD else length
        blank = True
        while at < length:
            code = codes[at]
            bits = kinds[code]
            if code == _WIDE:
                code = ord(text[at])
                bits = kind_at(text, at)
            if bits & wanted:
                begin = at
                key = part = shift = 0
                every = _CUT
                while at < length:
                    code = codes[at]
                    bits = kinds[code]
                    if not bits & wanted:
                        break
                    every &= bits
                    letter = code
                    part |= letter << shift
                    shift += 8
                    if shift == 64:
                        key = (key ^ part) * _MIX & _LOWEST
                        part = shift = 0
                    at += 1
                if at - begin < _LEAST:
                    key, part = part, 0
                else:
                    key = (key ^ part) * _MIX & _LOWEST
                    letter = 1 if at - begin < _LENGTHY else 2
                    part |= letter << _CLASS
                if code == _WIDE and kind_at(text, at) & wanted:
                    at = _wide_end(text, at, length)
                    key = every = 0
                keys[count], tails[count] = key, part
                gap = _SPACED if not begin or before & _AS_SPACE else 0
                wide = begin - end
                if count and gap & _SPACED and (wide == 1 or (blank and lines < 2)):
                    gap |= _JOINED
                    if wide == 1 and codes[begin - 1] == _SPACE:
                        gap |= _SINGLE
                if every != _CUT:
                    self.cut = True
                    gap |= _PARTED
                gaps[count] = gap
                begins[count] = begin
                ends[count] = end = at
                count += 1
                before, lines, blank = 0, 0, True
                continue
            if bits & _BLANK:
                if code == 13 or (code == 10 and not (at and text[at - 1] == "\r")):
                    lines += 1
            else:
                blank = False
            if bits & _STOP and at >= last:
                behind = _stop_end(text, at, length)
                if behind >= 0:
                    last = behind
                    short = code == 46 and _may_be_short(text, at)
                    if short and end == at and at - begin > 1:
                        # It is no initial: the word has to be one of a few.
                        short = text[begin:at] in _SHORTENED
                    if not (short and is_shortened(text, at)):
                        breaks[stops] = behind
                        stops += 1
            elif code == 41:
                self.bracketed = True
            before = bits
            at += 1
        self.count = self.words.count = count
        self.stops = self.sentences.count = stops

    def _look_up(self, words: Vocabulary, first: int) -> int:
        """Find the numbers of the words from one of them on.

        The slots of some words are touched together before they are looked into: so the
        memory brings them at once. One after the other it would take most of the time
        of reading.

        Returns:
            nothing that means anything; else the compiler would leave all this out.
        """
        codes, begins, ends, ids = self.data, self.begins, self.ends, self.ids
        keys, tails, gaps = self.room.keys, self.room.tails, self.gaps
        slots, most = words.slots, len(words.slots) - 1
        touched = 0
        while first < self.count:
            last = min(first + _TOGETHER, self.count)
            for number in range(first, last):
                touched ^= slots[first_slot(keys[number], most)]
            for number in range(first, last):
                key, tail = keys[number], tails[number]
                at = first_slot(key, most)
                value = slots[at + _AT_WORD]
                while value and not (
                    slots[at] == key
                    and slots[at + _TAIL] == tail
                    and (
                        not value & _LONG
                        or words.is_at(
                            (value >> _SHIFT) - 1, codes, begins[number], ends[number]
                        )
                    )
                ):
                    at = at + _SLOT & most
                    value = slots[at + _AT_WORD]
                if value and key:
                    ids[number] = (value >> _SHIFT) - 1
                    if value & _STARTED:
                        gaps[number] |= _START
                        # Whoever looks for terms asks for these first.
                        touched ^= words.links[8 * ids[number]]
                else:
                    self._learn(words, number)
                    slots, most = words.slots, len(words.slots) - 1
            first = last
        return touched

    def _learn(self, words: Vocabulary, number: int) -> None:
        """Note a word that is new, or has letters outside Latin-1."""
        word = words.learn(self.text[self.begins[number] : self.ends[number]])
        self.ids[number] = word
        if words.starts[word] is not None:
            self.gaps[number] |= _START

    def first_from(self, offset: int) -> int:
        """Return the number of the first word that begins at an offset or behind it."""
        return self.words.first_from(offset)

    def cuts(self, start: int, end: int) -> bool:
        """Whether a span begins or ends inside a word."""
        last, behind = self.first_from(start) - 1, self.first_from(end) - 1
        if last >= 0 and self.ends[last] > start:
            return True
        return behind >= 0 and self.ends[behind] > end

    def cuts_any(self, rows: Rows) -> bool:
        """Whether one of some numbered rows begins or ends inside a word."""
        for at in range(rows.count):
            last, behind = rows.words[at] - 1, rows.behinds[at] - 1
            if last >= 0 and self.ends[last] > rows.starts[at]:
                return True
            if behind >= 0 and self.ends[behind] > rows.ends[at]:
                return True
        return False

    def number(self, rows: Rows) -> None:
        """Note between which of its words the rows of another page stand."""
        word = 0
        for at in range(rows.count):
            while word < self.count and self.begins[word] < rows.starts[at]:
                word += 1
            behind = word
            while behind < self.count and self.begins[behind] < rows.ends[at]:
                behind += 1
            rows.words[at], rows.behinds[at] = word, behind

    def sentence_start(self, start: int) -> int:
        """Return where the sentence begins in which an offset is."""
        number = self.sentences.first_from(start + 1)
        return self.breaks[number - 1] if number else 0

    def sentence_end(self, end: int) -> int:
        """Return where the sentence ends that reaches to an offset."""
        number = self.sentences.first_from(end)
        return self.breaks[number] if number < self.stops else len(self.text)


class WordPlaces:
    """Where each word of the vocabulary stands in a page.

    Args:
        page: the page.
        known: how many words the vocabulary has.
    """

    def __init__(self, page: Page, known: int) -> None:
        # Numbers from 1 on, so that 0 is none.
        self._firsts, self._behind = zeros("i", known), zeros("i", page.count)
        self._fill(page.ids, page.count)

    def _fill(self, ids: array[int], count: int) -> None:
        for number in range(count - 1, -1, -1):
            self._behind[number] = self._firsts[ids[number]]
            self._firsts[ids[number]] = number + 1

    def first(self, word: int) -> int:
        """Return the number of the first place of a word, -1 where it is not there."""
        return self._firsts[word] - 1 if word < len(self._firsts) else -1

    def next(self, number: int) -> int:
        """Return that of the next place of the word at a place, -1 for none."""
        return self._behind[number] - 1


def _wide_end(text: str, at: int, length: int) -> int:
    """Return where a word ends that has letters outside Latin-1."""
    while at < length and kind_at(text, at) & _WORD:
        at += 1
    return at


def _may_be_short(text: str, at: int) -> bool:
    """Whether an initial or an abbreviation may end at a stop; quick."""
    return at > 0 and text[at - 1] in _SHORT


def _stop_end(text: str, at: int, length: int) -> int:
    """Return where a sentence begins behind a stop, -1 where none does."""
    line = text[at] == "\n"
    at += 1
    if not line:
        while at < length and text[at] in _CLOSING:
            at += 1
    begin = at
    while at < length and text[at].isspace():
        at += 1
    if line:
        if at < length and _continues(ord(text[at])):
            return at - 1 if at > begin else -1
        return at
    if at == begin:
        return -1
    behind = at
    while at < length and text[at] in _OPENING:
        at += 1
    return behind if at < length and _begins(ord(text[at])) else -1


def _continues(code: int) -> bool:
    """Whether a small letter goes on with the sentence of the line before."""
    return 97 <= code <= 122 or 223 <= code <= 255


def _begins(code: int) -> bool:
    """Whether a character begins a sentence: a capital or a digit."""
    return 65 <= code <= 90 or 48 <= code <= 57 or (192 <= code <= 222 and code != 215)
