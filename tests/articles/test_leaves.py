"""What readers of articles share: pairs that nest, and what stays open."""

from __future__ import annotations

from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st

from padanan.articles.leaves import MOST_AROUND, nested, shared


class Piece(NamedTuple):
    """A piece of a paragraph: the start or end of a bookmark, or a word."""

    kind: str
    key: str = ""
    holders: tuple[object, ...] = ()


PIECES = st.lists(
    st.builds(
        Piece,
        st.sampled_from(["open", "close", "text"]),
        st.sampled_from("abc"),
        st.sampled_from([(), ("link",)]),
    )
)


@given(PIECES)
def test_pairs_do_not_overlap(pieces: list[Piece]) -> None:
    """Read one after the other, each end belongs to the last open beginning."""
    stack: list[Piece] = []
    for number in sorted(nested(pieces)):
        piece = pieces[number]
        if piece.kind == "open":
            stack.append(piece)
        else:
            begin = stack.pop()
            assert (begin.key, begin.holders) == (piece.key, piece.holders)
    assert not stack


def test_a_pair_in_a_pair() -> None:
    """A bookmark in a bookmark: both have their ends."""
    pieces = [Piece("open", "a"), Piece("open", "b"), Piece("close", "b")]
    assert nested([*pieces, Piece("close", "a")]) == {0, 1, 2, 3}


def test_pairs_that_cross() -> None:
    """Of two bookmarks that cross, only the one that ends last is a pair."""
    order = [("open", "a"), ("open", "b"), ("close", "a"), ("close", "b")]
    assert nested([Piece(*each) for each in order]) == {1, 3}


def test_ends_in_different_elements() -> None:
    """A bookmark that begins in a link and ends behind it is no pair."""
    assert not nested([Piece("open", "a", ("link",)), Piece("close", "a")])


def test_the_deepest_pair() -> None:
    """What is nested deeper than the maximum is no pair."""
    many = MOST_AROUND + 1
    begins = [Piece("open", str(number)) for number in range(many)]
    ends = [Piece("close", str(number)) for number in reversed(range(many))]
    assert nested([*begins, *ends]) == {*range(2 * many)} - {many - 1, many}


@given(st.lists(st.integers(0, 2)), st.lists(st.integers(0, 2)))
def test_what_two_sequences_share(one: list[int], other: list[int]) -> None:
    """So many items are alike, and the next ones differ."""
    count = shared(one, other)
    assert one[:count] == other[:count]
    assert one[count : count + 1] != other[count : count + 1] or count == len(one)
