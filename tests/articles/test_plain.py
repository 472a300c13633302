"""Plain text: its title and paragraphs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from padanan.articles.plain import addresses, blocks

LINES = st.lists(
    st.sampled_from(("PBB", " ", "\n", "\n\n", "\r\n", "\t", "x" * 60, "\ufeff", "."))
).map("".join)


@given(LINES)
def test_between_blocks_is_only_white_space(text: str) -> None:
    """Blocks have all words of a text, and no white space at their ends."""
    last = 0
    for block in blocks(text):
        assert not text[last : block.start].strip("\ufeff \t\r\n")
        assert text[block.start : block.end].strip() == text[block.start : block.end]
        last = block.end
    assert not text[last:].strip("\ufeff \t\r\n")


@given(
    st.lists(
        st.sampled_from((
            "a", "b1", "www.", "://", ".com", "@", "x@y.z", "/", "\\", "C:", "~/", "./",
            ".docx", ".7z", ".", "-", "_", "(", "“", "<", "\u00a0", " ", " ", "\n", "é",
            "tiba.Menlu", "\u2028",
        )),
        max_size=14,
    ).map("".join),
)  # fmt: skip
def test_addresses_are_found_word_by_word(text: str) -> None:
    """The addresses of a text are those of its words: none has a blank."""
    found = [text[slice(*span)] for span in addresses(f"{text} @x")]
    alone = [
        word[slice(*span)]
        for word in (*text.split(), "@x")
        for span in addresses(f"{word} @x")
        if span[1] <= len(word)
    ]
    assert found[:-1] == alone[:-1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("Satu.", [("paragraph", "Satu.")]),
        ("Judul\n\nSatu.", [("title", "Judul"), ("paragraph", "Satu.")]),
        ("Satu.\n\nDua.", [("paragraph", "Satu."), ("paragraph", "Dua.")]),
        ("\ufeff Judul \r\n\r\n Satu.", [("title", "Judul"), ("paragraph", "Satu.")]),
        ("Judul\nSatu.\nDua.",
         [("title", "Judul"), ("paragraph", "Satu."), ("paragraph", "Dua.")]),
        ("x" * 70 + "\ny.", [("paragraph", "x" * 70 + "\ny.")]),
        ("x" * 170 + "\n\nSatu.", [("paragraph", "x" * 170), ("paragraph", "Satu.")]),
    ],
)  # fmt: skip
def test_paragraphs(text: str, expected: list[tuple[str, str]]) -> None:
    """Empty lines part paragraphs; in texts that are not wrapped each line does."""
    found = [(block.role, text[block.start : block.end]) for block in blocks(text)]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "lihat kemlu.go.id/berita/gencatan-senjata.",
            "kemlu.go.id/berita/gencatan-senjata",
        ),
        ("(di Kompas.com)", "Kompas.com"),
        ("www.kemlu.go.id, lalu", "www.kemlu.go.id"),
        ("surel duta.besar@kemlu.go.id;", "duta.besar@kemlu.go.id"),
        ("unduh gencatan-senjata.PDF", "gencatan-senjata.PDF"),
        ("di C:\\arsip\\duta_besar.docx.", "C:\\arsip\\duta_besar.docx"),
        ("di \\\\peladen\\nota", "\\\\peladen\\nota"),
        ("di ~/nota/duta_besar", "~/nota/duta_besar"),
        ("https://id.example/Nota_(diplomasi)", "https://id.example/Nota_(diplomasi)"),
        ("sftp://x.example/nota", "sftp://x.example/nota"),
    ],
)
def test_addresses_stay_as_they_are(text: str, found: str) -> None:
    """An address without a scheme, and the name of a file, is no prose."""
    assert [text[slice(*span)] for span in addresses(text)] == [found]


@pytest.mark.parametrize(
    "text",
    [
        "Menlu tiba.Lalu duta besar pergi.",
        "kata Menlu.di sana",
        "Rp1.500.000 pukul 10.30",
        "AS/Inggris/Prancis dan/atau",
        "a.n. Menlu, dr. Ani, S.H.",
    ],
)
def test_prose_is_no_address(text: str) -> None:
    """A missing space, a number or an abbreviation makes no address."""
    assert not addresses(text)


@pytest.mark.parametrize(
    "part",
    ["a", "a.", "/", "a/", "\\", "@", "a@", ".", "www.", "://", "~/", "id.", "-"],
)
def test_addresses_take_time_in_proportion(part: str) -> None:
    """Twenty thousand of what a pattern repeats are read, whatever they are."""
    text = "x " + part * 20_000
    assert all(start < end <= len(text) for start, end in addresses(text))
