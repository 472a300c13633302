"""Sentences with their formats become texts with tags, and back."""

from __future__ import annotations

import pytest

from padanan.articles.leaves import Leaf
from padanan.translation.passages import Passage, passage, placed
from padanan.translation.tagged import read_marks

TEXT = "Nota baru itu tiba"
BOLD, LINK, ITALIC = 1, 2, 3


def leaves(*pieces: tuple[str, tuple[int, ...]]) -> tuple[Leaf, ...]:
    """Return leaves: a word with its stack, ``#`` for an object."""
    found, at = [], 0
    for number, (text, stack) in enumerate(pieces):
        if text == "#":
            found.append(Leaf("point", at, at, number, stack))
        else:
            found.append(Leaf("text", at, at + len(text), number, stack))
            at += len(text)
    return tuple(found)


def passage_of(*pieces: tuple[str, tuple[int, ...]]) -> Passage:
    """Return the passage that leaves make."""
    text = "".join(text for text, _ in pieces if text != "#")
    found = passage(text, leaves(*pieces), 0, len(text))
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("pieces", "marked"),
    [
        ([("Nota baru", ())], "Nota baru"),
        ([("Nota baru", (BOLD,))], "Nota baru"),
        ([("Nota ", ()), ("baru", (BOLD,))], "Nota {1}baru{/1}"),
        ([("Nota ", (LINK,)), ("baru", (LINK, BOLD))], "Nota {1}baru{/1}"),
        ([("Nota ", ()), ("baru", (LINK, BOLD))], "Nota {1}baru{/1}"),
        (
            [("a ", ()), ("b ", (LINK,)), ("c", (LINK, BOLD)), (" d", ())],
            "a {1}b {2}c{/2}{/1} d",
        ),
        ([("#", ()), ("Nota", ()), ("#", (BOLD,))], "Nota"),
        ([("a ", ()), ("#", ()), ("#", ()), ("b", ())], "a {1/}b"),
        ([("a ", ()), ("#", (LINK,)), ("b", ())], "a {1/}b"),
        ([("a ", ()), ("#", (LINK,)), ("#", ()), ("b", ())], "a {1/}b"),
        ([("  Nota\n ", ()), ("baru ", (BOLD,))], "Nota {1}baru{/1}"),
    ],
)
def test_marks(pieces: list[tuple[str, tuple[int, ...]]], marked: str) -> None:
    """What all of a sentence has is no tag; what begins and ends together is one."""
    assert passage_of(*pieces).tagged.marked == marked


def test_white_space_is_no_passage() -> None:
    """Nothing but objects and spaces is nothing to translate."""
    assert passage("  ", leaves(("#", ()), ("  ", ())), 0, 2) is None


def test_objects_keep_what_is_around_them() -> None:
    """A picture in a link is moved with its link."""
    found = passage_of(("a ", ()), ("#", (LINK,)), ("b", ()))
    done = placed(found, read_marks("b {1/} a"), frozenset())
    assert [leaf.stack for leaf in done.leaves] == [(), (LINK,), ()]


def test_an_empty_pair_is_still_there() -> None:
    """What is open is somewhere, even if the translator left no word in it."""
    found = passage_of(("a ", ()), ("b", (BOLD,)))
    done = placed(found, read_marks("a {1}{/1}"), frozenset())
    assert [(leaf.text, leaf.stack) for leaf in done.leaves] == [
        ("a ", ()),
        ("", (BOLD,)),
    ]


def test_wrong_tags_keep_objects_and_ranges() -> None:
    """Formats are lost, objects are not, nor what must not be lost with its words."""
    found = passage_of(("a ", (LINK,)), ("#", ()), ("b", ()), ("#", ()), (" c", ()))
    done = placed(found, read_marks("x {3/} y {3/}"), frozenset({LINK}))
    assert any(done.faults)
    assert [(leaf.kind, leaf.text, leaf.stack) for leaf in done.leaves] == [
        ("text", "x ", ()),
        ("text", " y ", ()),
        ("text", "", (LINK,)),
        ("point", None, ()),
        ("point", None, ()),
    ]


def test_places_of_words() -> None:
    """An offset of the article is found in the words that a translator sees."""
    found = passage("a  nota", (Leaf("text", 0, 3, 0), Leaf("text", 3, 7, 1)), 0, 7)
    assert found is not None
    assert found.offsets((0, 3, 7)) == (0, 3, 7)
