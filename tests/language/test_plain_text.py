"""The plain copy in which a text is read, and the way back from it."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from padanan.language.plain_text import as_plain, plain_text
from tests.matching.small import texts

LINE = "Menlu “Lavrov” – kata Élysée – tiba… Ia pulang (3,5 km); lalu 1.500 orang."

UNSEEN = (
    "\u00ad\u034f\u061c\u115f\u17b4\u180b\u180e\u200b\u200c\u200d\u200e\u200f\u202a"
    "\u202b\u202c\u202d\u202e\u2060\u2061\u2063\u2066\u2067\u2068\u2069\u3164\ufe00"
    "\ufe0e\ufe0f\ufeff\U000e0041\U000e0100"
)


@given(texts())
@example("e\u0301\u0323")
@example(",\u200bkuasa")
@example("\u0301x")
@example("ﬁ\u0301")
@example(":ﬁ")
@example("Presi\u00addenDonald hak -\u200b hak")
def test_a_plain_copy_is_plain(text: str) -> None:
    """What has been made plain once stays as it is."""
    assert plain_text(as_plain(text)) is None


@given(st.text(alphabet=st.characters(max_codepoint=0x2FFF)))
def test_every_character_of_the_copy_has_its_origin(text: str) -> None:
    """Origins never go backward, are never empty and never leave the text."""
    plain = plain_text(text)
    if plain is not None:
        origins = [plain.offsets.origin(at) for at in range(len(plain.text))]
        assert all(0 <= start < end <= len(text) for start, end in origins)
        assert origins == sorted(origins)


@given(st.sets(st.integers(0, len(LINE))), st.sampled_from(UNSEEN))
def test_unseen_characters_change_nothing(places: set[int], mark: str) -> None:
    """Wherever they stand, the copy is the text without them."""
    text = "".join(
        f"{mark if at in places else ''}{character}"
        for at, character in enumerate(f"{LINE} ")
    )
    assert as_plain(text) == f"{LINE} "


@pytest.mark.parametrize("form", ["NFC", "NFD", "NFKC", "NFKD"])
def test_every_normalisation_form_reads_the_same(form: str) -> None:
    """Accents may be characters of their own."""
    assert as_plain(unicodedata.normalize(form, "Élysée, façade")) == "Élysée, façade"  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text",
    [
        LINE, "", "PBB", "P5+1 dan ASEAN+3", "M.o.U. dan Y.M.", "kuasa usaha a.i.",
        "pukul 10.30, Rp5.000", "https://kemlu.go.id/a?b=menlu&c=duta,besar",
        "www.kemlu.go.id", "pers@kemlu.go.id", "Kompas.com", "@kemlu #PBB",
        "laman kemlu.go.id.", "中PBB",
    ],
)  # fmt: skip
def test_what_is_plain_already(text: str) -> None:
    """Ordinary text, addresses, names of accounts and abbreviations stay."""
    assert plain_text(text) is None


@pytest.mark.parametrize(
    ("text", "copy"),
    [
        ("Jeddah.Gencatan", "Jeddah. Gencatan"),
        ("tiba.duta besar", "tiba. duta besar"),
        ("5%warga", "5% warga"),
        ("a:menlu;duta!besar", "a: menlu; duta! besar"),
        ("PBB&UE=Uni", "PBB& UE= Uni"),
        ("sel\x07Menlu", "sel\x07 Menlu"),
        ("koma,\u200bMenlu", "koma, Menlu"),
        ("koma,ﬁnal", "koma, final"),
        ("ｄｕｔａ　ｂｅｓａｒ", "duta besar"),
        ("𝗱𝘂𝘁𝗮 𝓫𝓮𝓼𝓪𝓻", "duta besar"),
        ("ﬀ ﬁ ﬂ ﬃ ﬄ ﬆ", "ff fi fl ffi ffl st"),
        ("duta\u2009besar\u202fitu", "duta besar itu"),
        ("senjata¹ berlaku²,³.", "senjata berlaku,."),
        ("senjata⁴⁵berlaku", "senjata berlaku"),
        ("duta① CO₂ nº ª", "duta CO2 n "),
        ("konvensi™ Maʼruf", "konvensi Ma’ruf"),
        ("k\u0332u\u0332a\u0332sa", "kuasa"),
        ("kata _duta besar_, kerja_sama", "kata  duta besar , kerja sama"),
        ("AS,_Rusia_", "AS, Rusia "),
    ],
)
def test_what_the_copy_says(text: str, copy: str) -> None:
    """Signs are followed by a space, letters are letters, notes are left out."""
    assert as_plain(text) == copy


def test_a_span_lies_in_the_original() -> None:
    """A span has the whole ligature, and no mark around it."""
    plain = plain_text("lalu,\u202aratiﬁkasi\u202c¹ itu")
    assert plain is not None
    start = plain.text.index("ratifikasi")
    assert plain.offsets.span(start, start + 10) == (6, 15)
    assert plain.offsets.span(start + 4, start + 5) == (10, 11)


@pytest.mark.parametrize("character", ".,&_\u00ad\u0301¹ﬁ\u2009a@/-")
def test_twenty_thousand_of_one_character_are_read(character: str) -> None:
    """No character makes the search for addresses or accents slow."""
    text = f"a{character}" * 20_000 + character * 20_000
    assert len(as_plain(text)) <= 3 * len(text)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("kata PresidenDonald Trump", "kata Presiden Donald Trump"),
        ("MenteriIsraelBenjamin", "Menteri Israel Benjamin"),
        ("#PresidenDonald @realDonald", None),
        ("kompas.com/PresidenDonald iPhone McDonald", None),
        ("hak - hak dan kata – kata", "hak-hak dan kata-kata"),
        ("non - militer, Anti – Turki", "non-militer, Anti-Turki"),
        ("Senin - Rabu, AS - Rusia", None),
        ("Undang- undang, perundang-\nundangan", "Undang-undang, perundang-undangan"),
        ("Jakarta- Presiden, bi- dan multilateral, undang-\n\nundang", None),
    ],
)
def test_words_that_lost_or_gained_a_space(text: str, plain: str | None) -> None:
    """Two words without the space between them are parted, one with spaces joined."""
    found = plain_text(text)
    assert (found and found.text) == plain


def test_an_accent_behind_no_letter_is_no_part_of_the_next_word() -> None:
    """It stays out of the span of a word in full width that follows it."""
    for before in ("", " ", "\ue000", "\x85"):
        found = plain_text(f"{before}\u0345\uff24\uff2b")
        assert found is not None
        begin = found.text.index("DK")
        assert found.offsets.span(begin, begin + 2)[0] == len(before) + 1
