# cython: annotation_typing=False
"""The annotations of the terms that were found: their English, region and phrase."""

from __future__ import annotations

from sys import maxsize
from typing import TYPE_CHECKING

from padanan.glossary.joining import ATTRIBUTIVE
from padanan.language.countries import PlaceKind
from padanan.matching.annotation import Annotation
from padanan.matching.conditions import parse
from padanan.matching.native import characters, vocabulary
from padanan.matching.native.characters import kind_at
from padanan.matching.native.programs import bit_of
from padanan.matching.phrases import (
    NO_COUNTRY,
    PhraseHead,
    acts,
    for_actor,
    is_one_of_several,
    may_add,
    may_be_longer,
    phrase,
)
from padanan.matching.regions import Region

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from padanan.language.countries import Country
    from padanan.language.offsets import Offsets
    from padanan.matching.document import Found
    from padanan.matching.native.memory import Meaning
    from padanan.matching.native.pages import PageDocument
    from padanan.matching.native.rows import Chosen

_WORD, _BLANK = characters.WORD, characters.BLANK
_HYPHEN = characters.HYPHEN
_ADDS = vocabulary.ADDS
_FIELD, _POSTING = vocabulary.FIELD, vocabulary.POSTING
_ATTRIBUTIVE, _COUNTRY = ATTRIBUTIVE, PlaceKind.COUNTRY
_NO_PLACES: frozenset[int] = frozenset()
_SEVERAL = frozenset({
    "barat", "dan", "lawan", "melawan", "selatan", "serta", "timur", "utara", "versus",
    "vs",
})  # fmt: skip
"""The words behind a country by which ``is_one_of_several`` goes."""
_LISTED = 10
"""Number of characters behind a country within which the next one of a list begins."""
_NEVER = maxsize
_new = tuple.__new__
_Annotation = Annotation


class Original:
    """A text of which a plain copy is read, and the way back; see ``Offsets``.

    Spans are asked for from the left to the right.

    Args:
        text: the original.
        offsets: from the copy to it.
    """

    def __init__(self, text: str, offsets: Offsets) -> None:
        self.text = text
        self._differences = offsets.differences
        self._count = len(offsets.differences)
        self._number = 0
        self._next = offsets.starts[0] if offsets.starts else _NEVER
        # Of the last difference: where its replacement ends, and in the original its
        # half-open offsets.
        self._behind = self._start = self._stop = 0

    def start(self, index: int) -> int:
        """Return the offset in the original of a character of the copy."""
        if index >= self._next:
            self._go_to(index)
        if index < self._behind:
            return self._start
        return self._stop + index - self._behind

    def end(self, index: int) -> int:
        """Return the offset behind a character of the copy in the original."""
        if index >= self._next:
            self._go_to(index)
        if index < self._behind:
            return self._stop
        return self._stop + index - self._behind + 1

    def _go_to(self, index: int) -> None:
        """Find the last difference up to a character."""
        number = self._number
        while number < self._count and self._next <= index:
            at, self._start, self._stop, size = self._differences[number]
            self._behind = at + size
            number += 1
            self._next = _NEVER
            if number < self._count:
                self._next = self._differences[number][0]
        self._number = number


class Wording:
    """Says the English of the terms of one document.

    Args:
        document: whose terms they are.
        countries: English names of countries by code.
        order: the order of the English of a term with a country behind it.
        original: the text as it was given, where the document is a plain copy.
        basic: whether bare words are wanted too.
    """

    def __init__(
        self,
        document: PageDocument,
        countries: Mapping[str, Country],
        order: Callable[[PageDocument, Found], str],
        original: Original | None,
        *,
        basic: bool,
    ) -> None:
        self.document = document
        self.countries = countries
        self.order = order
        self.original = original
        self.basic = basic
        self.page = document.page
        self.text = document.text
        self.words = document.memory.vocabulary
        self.memory = document.memory
        self.judge = document.judge
        self.places = document.places
        self.known = document.elements.places
        self.place = 0
        self.start = self.end = self.first = self.behind = 0
        self.found: list[Annotation] = []

    def annotations(
        self, chosen: Chosen, regions: list[Region | None] | None
    ) -> tuple[Annotation, ...]:
        """Return the annotations of terms; see ``word``."""
        self.word(chosen, regions)
        return tuple(self.found)

    def word(self, chosen: Chosen, regions: list[Region | None] | None) -> None:
        """Say the English of terms.

        Args:
            chosen: the terms.
            regions: for each of them whose office it is, empty where none is one;
                ``None`` for the English that holds everywhere.
        """
        for number in range(chosen.count):
            meaning = chosen.meanings[number]
            if not (self.basic or meaning.shown):
                continue
            self.start, self.end = chosen.starts[number], chosen.ends[number]
            self.first, self.behind = chosen.words[number], chosen.behinds[number]
            if regions is None:
                self._add(meaning, meaning.equivalents, None, None)
            else:
                region = regions[number] if regions else None
                self._word_one(meaning, region)

    def _word_one(self, meaning: Meaning, region: Region | None) -> None:
        start, end, equivalents = self.start, self.end, meaning.equivalents
        longer = None
        if meaning.offers:
            equivalents, region = self._choose(meaning, start, end, region)
        if meaning.nominal and equivalents:
            code = None if region is None else region[0]
            longer = self._phrase(start, end, meaning, equivalents[0], code)
        self._add(meaning, equivalents, region, longer)

    def _add(
        self,
        meaning: Meaning,
        equivalents: tuple[str, ...],
        region: Region | None,
        longer: str | None,
    ) -> None:
        """Make the annotation of the term that is looked at."""
        start, end, text = self.start, self.end, self.text
        code = because = None
        if region is not None:
            code, because = region
        if self.original is not None:
            text = self.original.text
            start = self.original.start(start)
            end = self.original.end(end - 1)
        fields = (
            start, end, text[start:end], meaning.concept, meaning.term,
            equivalents, code, because, longer, (), meaning.parts,
        )  # fmt: skip
        self.found.append(_new(_Annotation, fields))

    def _choose(
        self, meaning: Meaning, start: int, end: int, region: Region | None
    ) -> tuple[tuple[str, ...], Region | None]:
        """Order the equivalents; see ``equivalents.choose``."""
        able, sure, program = 0, 0, meaning.offered
        if program is not None:
            able = self.judge.able(program, start, end)
            sure = self.judge.sure
        if not able and (region is None or region[0] not in meaning.codes):
            return meaning.equivalents, region
        bound = []
        place = None if region is None else region[0]
        for text, code, condition, number in meaning.offers:
            if program is None or number < 0 or not able & bit_of(number):
                continue
            if place and code and code != place:
                continue
            if sure & bit_of(number) or self.judge.does_hold(
                program, number, start, end, self.document
            ):
                bound.append(text)
                if code and region is None:
                    place = code
                    region = Region(code, self._told(condition or "", start, end))
        if region is not None:
            for text, code, _, number in meaning.offers:
                if number < 0 and code == place:
                    bound.append(text)
        if not bound:
            return meaning.equivalents, region
        return tuple(dict.fromkeys((*bound, *meaning.equivalents))), region

    def _told(self, condition: str, start: int, end: int) -> str:
        """Return the words of the text by which a condition holds."""
        around = self.document.around(start, end)
        return parse(condition).matched_words(around) or ""

    def _phrase(
        self, start: int, end: int, meaning: Meaning, english: str, code: str | None
    ) -> str | None:
        """Return the English of the larger name; see ``phrases``."""
        number = self._place_from(start)
        if self._is_place(number, start):
            # A seat of government is its country already: no “Russian Kremlin”.
            return None
        number = self._place_from(end)
        if self._is_place(number, end + 1):
            if self._adds_one_country(meaning, end, self.places.ends[number]):
                return self._with_country(start, end, meaning, english, number)
        elif not self._may_be_longer(meaning, end):
            return None
        head = PhraseHead(
            self.document.mentions,
            self.countries,
            end,
            self.page.sentence_end(end),
            meaning.text,
            english,
            code,
            self._order_of(start, end, meaning),
        )
        return phrase(head)

    def _place_from(self, offset: int) -> int:
        """Return the number of the first place at an offset or behind it.

        Offsets are asked for from the left to the right.
        """
        number, count = self.place, self.places.count
        while number < count and self.places.starts[number] < offset:
            number += 1
        self.place = number
        return number

    def _is_place(self, number: int, offset: int) -> bool:
        return number < self.places.count and self.places.starts[number] == offset

    def _adds_one_country(self, meaning: Meaning, end: int, behind: int) -> bool:
        """Whether nothing but one place may add to a term that it follows; quick.

        Args:
            meaning: of the term.
            end: offset behind the term.
            behind: offset behind the place.
        """
        if self.text[end] != " ":
            return False
        number, length = self.behind, len(self.text)
        wanted = _ADDS | (_FIELD if meaning.portfolio else 0)
        if self.words.flags[self.page.ids[number]] & wanted:
            return False
        last = self.page.ends[number]
        if last < length and self.text[last] == "-":
            return False
        if behind == length:
            return True
        if kind_at(self.text, behind) & _HYPHEN:
            return False
        if not (meaning.mission and kind_at(self.text, behind) & _BLANK):
            return True
        while behind < length and kind_at(self.text, behind) & _BLANK:
            behind += 1
        return behind == length or self.text[behind] not in "ud"

    def _with_country(
        self, start: int, end: int, meaning: Meaning, english: str, number: int
    ) -> str | None:
        """Return the English of a term with the place behind it.

        Args:
            start: half-open offsets of the term.
            end: likewise.
            meaning: what it means.
            english: its English here.
            number: of the place.
        """
        place = self.known[self.places.numbers[number]]
        if place.kind is not _COUNTRY:
            return None
        order, behind = self._order_of(start, end, meaning), self.places.ends[number]
        if order == NO_COUNTRY or self._is_one_of_several(end, behind):
            return None
        if self._acts(end, behind):
            order = for_actor(order)
        return self.memory.with_country(english, self.countries, place.code, order)

    def _acts(self, end: int, behind: int) -> bool:
        """Whether a country acts; a term ends before it, and itself at an offset."""
        if behind + 1 >= len(self.text) or self.text[behind + 1] not in "kKtT":
            return False
        return acts(self.text, behind, self.page.sentence_end(end))

    def _is_one_of_several(self, end: int, behind: int) -> bool:
        """Whether a country is not all that is named; a term ends before it."""
        if not self._may_be_several(behind):
            return False
        mentions, limit = self.document.mentions, self.page.sentence_end(end)
        return is_one_of_several(mentions, behind, limit)

    def _may_be_several(self, behind: int) -> bool:
        """Whether more may be named behind a country, by the next word; quick."""
        if behind + 1 >= len(self.text):
            return False
        letter = self.text[behind]
        if letter in "-–" or self.text[behind + 1] in "-–":
            return True
        if letter == ",":
            number = self.places.first_from(behind)
            near = number < self.places.count
            return near and self.places.starts[number] <= behind + _LISTED
        number = self.page.first_from(behind)
        if number == self.page.count or not kind_at(self.text, behind) & _BLANK:
            return False
        return self.words.lower[self.page.ids[number]] in _SEVERAL

    def _order_of(self, start: int, end: int, meaning: Meaning) -> str:
        """Return the order of the English of a term with a country behind it."""
        if not self._is_place(self.place, end + 1):
            return _ATTRIBUTIVE
        if meaning.parts:
            return self.order(self.document, (start, end, meaning.sense))
        for order, program in meaning.orders:
            if program is None or self.judge.holds(program, start, end, self.document):
                return order
        return meaning.usual_order

    def _may_add(self, number: int) -> bool:
        """Whether a modifier or a duration may begin with a word; quick."""
        following = ""
        if number + 1 < self.page.count:
            following = self.words.lower[self.page.ids[number + 1]]
        return may_add(self.words.lower[self.page.ids[number]], following)

    def _may_be_longer(self, meaning: Meaning, end: int) -> bool:
        """Whether the words behind a term may add to it, where no place does."""
        at, length = end, len(self.text)
        while at < length and kind_at(self.text, at) & _BLANK:
            at += 1
        if at in (end, length):
            return False
        if kind_at(self.text, at) & _WORD:
            number = self.behind
            behind = self.page.ends[number]
            if behind == length or self.text[behind] != "-":
                flags = self.words.flags[self.page.ids[number]]
                wanted = _FIELD if meaning.portfolio else 0
                wanted |= _POSTING if meaning.mission else 0
                if flags & wanted:
                    return True
                return flags & _ADDS != 0 and self._may_add(number)
        elif self.text[at] != "-":
            return False
        return may_be_longer(self.text, end, meaning.text, _NO_PLACES)
