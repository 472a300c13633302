"""The plain copy that the core makes is that of the readable engine."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from padanan.language.offsets import replaced
from padanan.language.plain_text import plain_text
from padanan.matching.native.copying import plain_copy
from padanan.matching.native.wording import Original
from tests.laws import examples
from tests.matching.small import texts

PIECES = st.lists(
    st.sampled_from((
        "hak", "Hak", "HAK", "PresidenDonald", "Presiden", "non", "a", "É", "ß", "µ",
        ".", ",", ":", "+", "©", "\x81", "\x85", " ", "\n", "\xa0", " - ", " – ", "-",
        "- ", "–", "“", "”", "…", "/", "://", "www.", "WWW.x", ".com", ".id", "@", "#",
        "_", "1", "½", "¹", "ﬁ", "š", "\u200b", "\u0301", "x" * 45, "y" * 260,
    )),
    max_size=25,
).map("".join)  # fmt: skip
"""Texts full of what a plain copy changes, and of what looks like that."""


@given(PIECES | texts())
@example("kata PresidenDonald,Menlu hak - hak")
@example("a.PresidenDonald.com - com")
@example("hak - hak - hak")
@example("Hak- hak,hak-\nhak- dan")
@example("www.detik.Com:Ia https://x,Yang")
@example(".½ﬁ")
@example("\x85WWW.x")
@example("non-_a hak_-_hak")
@examples(500)
def test_the_copy(text: str) -> None:
    """The copy and the way back are the same, and so is whether one is needed."""
    assert plain_copy(text) == plain_text(text)


@given(
    st.lists(st.tuples(st.text("ab.", max_size=3), st.text("xy", max_size=2))),
    st.data(),
)
def test_the_way_back(pieces: list[tuple[str, str]], data: st.DataObject) -> None:
    """Spans from the left to the right have the original's offsets."""
    changes, at = [], 0
    for old, new in pieces:
        changes.append((at, at + len(old), new))
        at += len(old) + 2
    text = "".join(f"{old}--" for old, _ in pieces)
    copy, offsets = replaced(text, changes)
    original = Original(text, offsets)
    last = 0
    while last < len(copy):
        start = data.draw(st.integers(last, len(copy) - 1))
        last = data.draw(st.integers(start + 1, len(copy)))
        found = original.start(start), original.end(last - 1)
        assert found == offsets.span(start, last)
