"""Tags become marks in a text, and marks tags."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from padanan.translation.tagged import (
    Tag,
    TagFaults,
    Tagged,
    TagKind,
    faults,
    on_one_line,
    read_marks,
    tidy,
    widths,
)
from tests.growth import growth
from tests.laws import examples

PIECES = st.sampled_from(("{", "}", "1", "/", "{1}", "{/1}", "{{2/}", "nota ", "é"))
KINDS: tuple[TagKind, ...] = ("open", "close", "point")
TAGS = st.builds(Tag, st.just(0), st.sampled_from(KINDS), st.sampled_from("12"))


@st.composite
def tagged(draw: st.DrawFn) -> Tagged:
    """Texts full of braces, with tags in any order."""
    text = ""
    tags = []
    for piece in draw(st.lists(PIECES | TAGS, max_size=8)):
        if isinstance(piece, str):
            text += piece
        else:
            tags.append(piece._replace(at=len(text)))
    return Tagged(text, tuple(tags))


@examples(300)
@given(tagged())
def test_marks_are_read_back(found: Tagged) -> None:
    """Whatever braces a text has, its marks say which are tags."""
    assert read_marks(found.marked) == found


@given(st.text())
def test_any_text_can_be_read(text: str) -> None:
    """What somebody wrote is read, and written so that it says the same."""
    assert read_marks(read_marks(text).marked) == read_marks(text)


@given(tagged())
def test_a_text_of_its_own_has_no_faults_but_crossings(found: Tagged) -> None:
    """The tags of a text are those of that text."""
    assert faults(found.tags, found.tags)[:2] == ((), ())


@pytest.mark.parametrize(
    ("source", "target", "wrong"),
    [
        ("{1}a{/1}", "{1}b{/1}", TagFaults()),
        ("{1}a{/1} {2/}", "{2/} {1}b{/1}", TagFaults()),
        ("{1}a{2}b{/2}{/1}", "{2}b{/2} {1}a{/1}", TagFaults()),
        ("{1}a{/1}", "b", TagFaults(("{1}", "{/1}"))),
        ("a", "{1/}b", TagFaults((), ("{1/}",))),
        ("a{1/}", "b{1/}{1/}", TagFaults((), ("{1/}",))),
        ("{1}a{/1}", "{/1}b{1}", TagFaults((), (), ("{/1}", "{1}"))),
        (
            "{1}a{/1}{2}b{/2}",
            "{1}a{2}b{/1}c{/2}",
            TagFaults((), (), ("{/1}", "{1}")),
        ),
    ],
)
def test_what_is_wrong_with_tags(source: str, target: str, wrong: TagFaults) -> None:
    """Missing, doubled and crossed tags are told apart; order is free."""
    found = faults(read_marks(source).tags, read_marks(target).tags)
    assert found._replace(crossed=()) == wrong._replace(crossed=())
    assert bool(found.crossed) is bool(wrong.crossed)


def test_a_translation_is_put_on_one_line() -> None:
    """Breaks and the white space around go, and tags stay at their words."""
    assert tidy(read_marks(" {1}A\n  b{/1}\x07 c ")).marked == "{1}A b{/1} c"


def test_a_tag_between_letters_parts_words() -> None:
    """Of a line break nothing is left in the plain text but that it was there."""
    assert read_marks("Jalan{1/}Merdeka {2/}1").plain == "Jalan Merdeka 1"


@given(st.text(" \t\n\ra\x07\u2028", max_size=20), st.lists(st.integers(0, 20)))
def test_widths_are_those_of_the_beginnings(text: str, offsets: list[int]) -> None:
    """The width before an offset is that of the text before it by itself."""
    widths_ = widths(text, offsets)
    assert widths_ == tuple(len(on_one_line(text[:at])) for at in offsets)


def test_the_work_of_widths_grows_with_the_text() -> None:
    """A sentence of a thousand terms is read once, not for each of them."""

    def work(size: int) -> object:
        return widths("Menlu AS " * size, range(0, 9 * size, 9))

    assert growth(work, 100) < 2.3
