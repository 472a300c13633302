"""One pass over the characters gives what the readable engine takes several for."""

from __future__ import annotations

import re

from hypothesis import example, given
from hypothesis import strategies as st

from padanan.language.normalise import fold
from padanan.language.sentences import sentence_ends
from padanan.matching.conditions.words import WORD
from padanan.matching.native.beginnings import Beginnings
from padanan.matching.native.characters import KINDS
from padanan.matching.native.characters import WORD as IS_WORD
from padanan.matching.native.reading import JOINED, Page, Room
from padanan.matching.native.rows import Rows
from padanan.matching.native.vocabulary import Vocabulary, key_of, stems
from tests.matching.small import texts

IN_COPY = re.compile(r"[^\W_\u0100-\U0010ffff]+")

LINES = st.lists(
    st.sampled_from((
        "Ia", "pulang", ".", "!", "?", "…", " ", "  ", "\n", "\r\n", "\t", "A.", "Dr.",
        "”", ")", "“", "(", "5", "Éire", "PresidenDonald", "hak - hak", ",", "x,y",
    )),
    max_size=30,
).map("".join)  # fmt: skip
"""Texts full of what ends sentences and parts words."""


def _page(text: str, *, folded: bool = False) -> Page:
    page, words = Page(text), Vocabulary(Beginnings(()))
    page.read(words)
    if not folded:
        return page
    finer = Page(text)
    finer.read_finer(page, words)
    return finer


@given(texts() | LINES)
@example("Ia tiba. “Saya” pulang.\n\nLalu\n  ia pergi")
def test_words_and_sentences(text: str) -> None:
    """Words and sentences begin where they begin in the readable engine."""
    page = _page(text)
    found = [*zip(page.begins[: page.count], page.ends[: page.count], strict=True)]
    assert found == [match.span() for match in WORD.finditer(text)]
    assert tuple(page.breaks[: page.stops]) == sentence_ends(text)
    for at in range(len(text)):
        before = [stop for stop in sentence_ends(text) if stop <= at]
        assert page.sentence_start(at) == (before[-1] if before else 0)


@given(texts() | LINES)
def test_words_that_one_space_joins(text: str) -> None:
    """Two words of the folded copy are joined where a single space parts them."""
    page, folded = _page(text, folded=True), fold(text)
    joined = [
        bool(re.fullmatch(r" ?\w+ \w+ ?", _between(folded.data, number)))
        for number in range(page.count - 1)
    ]
    assert joined == [page.gaps[n] & JOINED != 0 for n in range(1, page.count)]


def _between(data: bytes, number: int) -> str:
    """Return two words of a folded copy, and what is between them."""
    words = [*re.finditer(r"\w+", data.decode("latin-1"))]
    return data.decode("latin-1")[words[number].start() : words[number + 1].end()]


@given(texts() | LINES)
@example("kuasa_usaha Erdoğan 中文 a½ µ × AS\x1c\x1dPBB")
def test_words_of_the_folded_copy(text: str) -> None:
    """They are those of the copy that is scanned; a page says where words are cut."""
    page, whole = _page(text, folded=True), _page(text)
    data = b" ".join(fold(text).data.split())
    found = [text[page.begins[n] : page.ends[n]] for n in range(page.count)]
    assert found == IN_COPY.findall(text)
    assert [one.lower() for one in found] == [
        one.lower() for one in re.findall(r"\w+", data.decode("latin-1"))
    ]
    assert whole.cut is (
        page.count != whole.count
        or [*page.begins[: page.count], *page.ends[: page.count]]
        != [*whole.begins[: page.count], *whole.ends[: page.count]]
    )


@given(texts() | LINES, st.data())
def test_rows_of_another_page_are_numbered(text: str, data: st.DataObject) -> None:
    """Spans stand between the words that begin at their ends or behind them."""
    page, rows = _page(text), Rows()
    offsets = st.integers(0, len(text))
    for start, end in data.draw(st.lists(st.tuples(offsets, offsets))):
        if start < end:
            rows.add(start, end, 0, 0, 0, 0, 0)
    page.number(rows)
    spans = [*zip(rows.starts[: rows.count], rows.ends[: rows.count], strict=True)]
    assert [*rows.words[: rows.count]] == [page.first_from(one[0]) for one in spans]
    assert [*rows.behinds[: rows.count]] == [page.first_from(one[1]) for one in spans]
    assert page.cuts_any(rows) is any(page.cuts(*span) for span in spans)


@given(texts() | LINES, texts() | LINES)
def test_room_is_used_again(first: str, second: str) -> None:
    """What a text before it has left in the arrays is no part of a page."""
    words, room = Vocabulary(Beginnings(())), Room()
    Page(first, room).read(words)
    again, new = Page(second, room), Page(second)
    again.read(words)
    new.read(words)
    assert (again.cut, again.count, again.stops) == (new.cut, new.count, new.stops)
    for name in ("begins", "ends", "ids", "gaps"):
        found, expected = getattr(again, name), getattr(new, name)
        assert [*found[: again.count]] == [*expected[: new.count]]
    assert [*again.breaks[: again.stops]] == [*new.breaks[: new.stops]]


def test_what_a_character_is() -> None:
    """The kinds of the characters of Latin-1 are those of Python."""
    for code in range(256):
        assert (KINDS[code] & IS_WORD != 0) is bool(re.match(r"\w", chr(code)))


def test_a_word_has_one_number() -> None:
    """A spelling has one number, found by its letters too; another one has another."""
    page = _page("Visa visa Visa vis a")
    assert [*page.ids[: page.count]] == [0, 1, 0, 2, 3]


@given(st.lists(st.text("abÉ", min_size=1, max_size=20), min_size=1))
def test_a_word_is_found_by_its_key(words: list[str]) -> None:
    """Words have one number where they are the same, whatever their length."""
    page = _page(" ".join(words))
    keys, tails = page.room.keys[: page.count], page.room.tails[: page.count]
    assert [*zip(keys, tails, strict=True)] == [*map(key_of, words)]
    ids = page.ids[: page.count]
    for one, number in zip(words, ids, strict=True):
        for other, its in zip(words, ids, strict=True):
            assert (one == other) is (number == its)


def test_stems_are_words_without_any_clitic() -> None:
    """Every possessive and particle is taken off, alone and together."""
    assert set(stems("rumahnyalah")) == {"rumahnya", "rumah"}
    assert stems("nya") == ()
