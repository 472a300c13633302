"""The folded copy of a text, and the way back to the original's offsets."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from padanan.language.normalise import WORD_BYTES, fold, fold_term
from tests.matching.small import texts

WORD = "kuasa usaha"


@given(texts())
@example("e\u0301" * 3)
@example("\u200b \u00ad")
@example("a\n\n\n\nb")
def test_every_place_of_the_copy_has_its_origin(text: str) -> None:
    """The map gives places of the text, never backward, none behind its end."""
    folded = fold(text)
    assert folded.data[:1] == folded.data[-1:] == b" "
    places = [folded.span(at, at + 1) for at in range(1, len(folded.data) - 1)]
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert places == sorted(places)


@given(texts())
def test_letters_are_those_of_the_text(text: str) -> None:
    """Where the copy has a letter, the original has that letter in some case."""
    folded = fold(text)
    for at in range(1, len(folded.data) - 1):
        if folded.data[at] in WORD_BYTES:
            start, end = folded.span(at, at + 1)
            original = unicodedata.normalize("NFC", text[start:end])
            assert bytes([folded.data[at]]).decode("latin-1") in {
                original.lower(),
                unicodedata.normalize("NFC", text[start]).lower(),
            }


@given(texts(), st.data())
def test_origins_are_those_of_the_spans(text: str, data: st.DataObject) -> None:
    """Hits moved together end up where each would alone."""
    folded = fold(text)
    last = len(folded.data) - 1
    spans = st.tuples(st.integers(0, last), st.integers(0, last)).filter(
        lambda span: span[0] + 2 <= span[1]
    )
    found = data.draw(st.lists(spans)) if last >= 2 else []
    hits = [(7, *span) for span in sorted(found, key=lambda span: span[1])]
    alone = [folded.span(begin + 1, stop) for _, begin, stop in hits]
    assert [*folded.origins(hits)] == [(7, start, end + 1) for start, end in alone]


@given(texts(), texts())
def test_a_word_is_sliced_whole(before: str, after: str) -> None:
    """A word that stands in a text is found in the copy and sliced from the text."""
    text = f"{before}. {WORD}! {after.lstrip()}"
    folded = fold(text)
    places = [
        folded.span(at + 1, at + 1 + len(WORD))
        for at in range(len(folded.data))
        if folded.data.startswith(fold_term(WORD), at)
    ]
    here = len(before) + 2
    assert (here, here + len(WORD)) in places


@given(texts())
def test_folding_a_term_gives_one_line_of_words(text: str) -> None:
    """The bytes of a term begin with a space and hold no capital and no break."""
    data = fold_term(text)
    assert data.startswith(b" ")
    assert not set(b"\n\r\t-ABCDEFGHIJKLMNOPQRSTUVWXYZ") & set(data)


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("Gencatan\u00a0Senjata", b" gencatan senjata "),
        ("kuasa-usaha", b" kuasa usaha "),
        ("“PBB”", b"  pbb  "),
        ("a\r\nb", b" a b "),
        ("a\n\nb", b" a\0 b "),
        ("a \r\n \r\n b", b" a\0 b "),
        ("ÉLYSÉE", " élysée ".encode("latin-1")),
        ("a\x1c\x1db\x85\x1cc", b" a b c "),
        ("İ", b"   "),
        ("𐍈", b"   "),
        ("", b"  "),
    ],
)
def test_what_is_folded(text: str, data: bytes) -> None:
    """Case, spaces, hyphens, quotation marks and composed accents are folded."""
    assert fold(text).data == data


def test_an_even_text_needs_no_map() -> None:
    """An ordinary article is folded without a map."""
    text = "Judul\n\nMenlu “Lavrov” – kata Élysée – tiba.\nIa pulang."
    assert fold(text).offsets.differences == ()
