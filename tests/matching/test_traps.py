"""The traps of recognition, each with the spans that are expected."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import pytest

from padanan.model import TermType
from tests.matching.small import NAME, VERB, annotator, concept, shipped, spans

if TYPE_CHECKING:
    import padanan

KUASA_USAHA = annotator(concept("kuasa usaha"), concept("duta besar"))
PBB = annotator(concept("PBB", "UN", NAME, TermType.ABBREVIATION))


def only(found: padanan.Annotator, text: str) -> str:
    """Return the text of the only annotation."""
    (one,) = found.annotate(text)
    assert text[one.start : one.end] == one.text
    return one.text


def test_dotted_capital_i_keeps_offsets() -> None:
    """İ, which lower-casing makes two characters, moves no span."""
    assert KUASA_USAHA.annotate("İİİ kuasa usaha")[0].start == 4
    assert only(KUASA_USAHA, "İzmir: KUASA USAHA İnönü") == "KUASA USAHA"


def test_characters_outside_the_basic_plane_count_once() -> None:
    """Emoji and Gothic letters are one code point each."""
    found = KUASA_USAHA.annotate("🕊️𐍈 kuasa usaha 🕊️ duta besar")
    assert [(one.start, one.text) for one in found] == [
        (4, "kuasa usaha"),
        (19, "duta besar"),
    ]


def test_decomposed_text() -> None:
    """A term with an accent is found in NFD, its span whole."""
    text = unicodedata.normalize("NFD", "Istana Élysée membantah.")
    istana = annotator(concept("Istana Élysée", pos=NAME))
    assert only(istana, text) == unicodedata.normalize("NFD", "Istana Élysée")


def test_composed_text_of_a_decomposed_term() -> None:
    """A term that was typed in NFD is found in NFC."""
    term = unicodedata.normalize("NFD", "communiqué")
    assert only(annotator(concept(term)), "Communiqué itu") == "Communiqué"


def test_a_lone_accent_ends_no_term() -> None:
    """Offsets stay right behind decomposed letters that are no part of a term."""
    text = "cafe\u0301 de\u0301tente kuasa usaha"
    assert KUASA_USAHA.annotate(text)[0].start == text.index("kuasa")


@pytest.mark.parametrize(
    "gap",
    [
        pytest.param("\u00a0", id="NBSP"),
        pytest.param("\u202f", id="narrow NBSP"),
        pytest.param("  ", id="double space"),
        pytest.param(" \u00a0 ", id="mixed spaces"),
        pytest.param("\t", id="tab"),
        pytest.param("\n", id="line break"),
        pytest.param("\r\n", id="CRLF"),
        pytest.param(" \r\n  ", id="CRLF and indent"),
        pytest.param("\r", id="CR"),
        pytest.param("-", id="hyphen"),
        pytest.param("\u2010", id="Unicode hyphen"),
        pytest.param("\u2011", id="non-breaking hyphen"),
        pytest.param(" \u200b", id="space and zero-width space"),
    ],
)
def test_what_may_stand_between_the_words_of_a_term(gap: str) -> None:
    """Any space and any hyphen joins the words of a term; the span has them all."""
    assert only(KUASA_USAHA, f"oleh kuasa{gap}usaha itu") == f"kuasa{gap}usaha"


@pytest.mark.parametrize(
    "gap",
    [
        pytest.param("\n\n", id="paragraph"),
        pytest.param("\r\n\r\n", id="paragraph with CRLF"),
        pytest.param(" \n \n ", id="paragraph with spaces"),
        pytest.param(", ", id="comma"),
        pytest.param(". ", id="full stop"),
        pytest.param(" (", id="bracket"),
        pytest.param(" “", id="quotation mark"),
        pytest.param(" / ", id="slash"),
        pytest.param("–—", id="dashes"),
        pytest.param(" itu ", id="word"),
    ],
)
def test_what_parts_the_words_of_a_term(gap: str) -> None:
    """No term crosses the end of a paragraph, a mark or another word."""
    assert KUASA_USAHA.annotate(f"oleh kuasa{gap}usaha itu") == ()


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("kua\u00adsa usa\u00adha.", "kua\u00adsa usa\u00adha"),
        ("kuasa\u200b usaha", "kuasa\u200b usaha"),
        ("\ufeffkuasa usaha", "kuasa usaha"),
        ("kuasa usaha\u200bnya", "kuasa usaha\u200bnya"),
        ("kuasa usa\u2060ha", "kuasa usa\u2060ha"),
    ],
)
def test_invisible_characters(text: str, span: str) -> None:
    """Soft hyphens, zero-width characters and a BOM hide no term."""
    found = KUASA_USAHA.annotate(text)
    assert len(found) == 1
    assert span in found[0].text
    assert found[0].text.strip("\ufeff\u200b") == span.strip("\ufeff")


def test_windows_line_breaks_count() -> None:
    """Offsets are those of the text as it was decoded: CR and LF count both."""
    text = "Satu.\r\n\r\nDua.\r\nkuasa usaha\r\n"
    assert KUASA_USAHA.annotate(text)[0].start == text.index("kuasa")


@pytest.mark.parametrize(
    "text",
    [
        "“kuasa usaha”",
        "‘kuasa usaha’",
        "«kuasa usaha»",
        '"kuasa usaha"',
        "(kuasa usaha)",
        "**kuasa usaha**",
        "—kuasa usaha—",
        "kuasa usaha’s",
        "kuasa usaha…",
    ],
)
def test_marks_around_a_term(text: str) -> None:
    """Quotation marks, curly or straight, brackets and dashes do not belong."""
    assert only(KUASA_USAHA, text) == "kuasa usaha"


def test_hyphened_kuasa_usaha() -> None:
    """*kuasa-usaha* is the term; its plural and clitic belong to the span."""
    assert only(shipped(), "seorang kuasa-usaha") == "kuasa-usaha"
    assert only(KUASA_USAHA, "kuasa-usahanya") == "kuasa-usahanya"


def test_a_term_does_not_cut_a_name() -> None:
    """*Sengketa laut* is no term in *sengketa Laut China Selatan*."""
    reader = annotator(
        concept("sengketa"),
        concept("sengketa laut"),
        concept("Laut China Selatan", "South China Sea", NAME),
    )
    for nested in (False, True):
        found = reader.annotate("sengketa Laut China Selatan", nested=nested)
        assert spans(found) == ["sengketa", "Laut China Selatan"]
    assert spans(reader.annotate("sengketa laut Cina")) == ["sengketa laut"]


def test_a_term_may_cut_a_name_that_is_refused() -> None:
    """*Garda Revolusi* stays where *Revolusi Iran* does not hold behind *Garda*."""
    reader = annotator(
        concept("Garda Revolusi"),
        concept("Revolusi Iran", "x", NAME, unless=("preceded by Garda",)),
    )
    for nested in (False, True):
        found = reader.annotate("Garda Revolusi Iran", nested=nested)
        assert spans(found) == ["Garda Revolusi"]
    assert spans(reader.annotate("Revolusi Iran pecah")) == ["Revolusi Iran"]


def test_anti_pbb() -> None:
    """In *anti-PBB* the span is PBB alone."""
    assert only(PBB, "demonstrasi anti-PBB") == "PBB"


def test_pbb_rusia() -> None:
    """In *PBB-Rusia* the span is PBB alone."""
    assert only(PBB, "perundingan PBB-Rusia") == "PBB"


def test_pbb_with_a_hyphened_clitic() -> None:
    """*PBB-nya* is one span; *PBB-nyanyi* is not."""
    assert only(PBB, "bukan PBB-nya") == "PBB-nya"
    assert only(PBB, "PBB-nyanyian") == "PBB"


def test_pbb_in_lower_case() -> None:
    """An acronym demands its capitals, and no letter or digit at its side."""
    assert spans(PBB.annotate("pbb Pbb PBBX PBB2 XPBB PBB.")) == ["PBB"]


def test_perdana_menteri_luar_negeri() -> None:
    """*Perdana Menteri Luar Negeri …* holds the prime minister, from the left."""
    found = shipped().annotate("Perdana Menteri Luar Negeri itu")
    assert found[0].text == "Perdana Menteri"


def test_a_long_candidate_does_not_hide_a_short_one() -> None:
    """*presiden as* fails its boundary in *presiden assad*: presiden is found."""
    both = annotator(concept("presiden"), concept("presiden as"))
    assert only(both, "presiden assad") == "presiden"
    assert only(both, "presiden as") == "presiden as"


def test_a_condition_that_fails_does_not_hide_a_short_one() -> None:
    """The longer term whose ``when`` fails leaves the place to the shorter one."""
    both = annotator(
        concept("sidang"), concept("sidang umum", when=("sentence has PBB",))
    )
    assert only(both, "sidang umum partai") == "sidang"
    assert only(both, "sidang umum PBB") == "sidang umum"


def test_undang_undang() -> None:
    """A term that is reduplicated by itself is found once, whole."""
    law = annotator(concept("undang-undang"))
    assert only(law, "Undang-undangnya baru.") == "Undang-undangnya"
    assert law.annotate("undang tamu itu") == ()


def test_half_of_a_reduplication_is_no_term() -> None:
    """In *duta-duta* the span is the whole, never the first half."""
    assert only(annotator(concept("duta")), "duta-duta itu") == "duta-duta"


@pytest.mark.parametrize(
    "text",
    [
        "duta-duta besar",
        "Duta-Duta Besar",
        "duta-duta besarnya",
        "dutabesar-dutabesar",
        "Dutabesar-dutabesarnya",
        "duta\u2011duta besar",
    ],
)
def test_plural_by_reduplication(text: str) -> None:
    """A reduplicated head belongs to the span, in every spelling."""
    assert only(KUASA_USAHA, f"para {text} itu") == text


def test_repetition_is_no_reduplication() -> None:
    """Where two terms meet with a space they are two."""
    found = KUASA_USAHA.annotate("duta besar duta besar")
    assert spans(found) == ["duta besar", "duta besar"]


def test_negara_negara() -> None:
    """*Negara-negara* is one span, of *negara*."""
    state = annotator(concept("negara"))
    assert only(state, "Negara-negara itu") == "Negara-negara"
    assert only(state, "Negara-negaranya") == "Negara-negaranya"


def test_old_spelling_of_the_islamic_organisation() -> None:
    """*Organisasi Kerjasama Islam*, joined as newspapers join it, is found."""
    found = shipped().annotate("Organisasi Kerjasama Islam mengecam serangan itu.")
    assert found[0].text == "Organisasi Kerjasama Islam"
    assert found[0].equivalents[0] == "Organisation of Islamic Cooperation"


def test_a_name_demands_its_capitals() -> None:
    """*Gedung Putih* is not a white building."""
    house = annotator(concept("Gedung Putih", pos=NAME))
    text = "gedung putih, Gedung putih, Gedung Putih, GEDUNG PUTIH"
    assert spans(house.annotate(text)) == ["Gedung Putih", "GEDUNG PUTIH"]


def test_letters_of_another_script_are_letters() -> None:
    """A term that a Greek or Cyrillic letter touches is part of another word."""
    text = "αkuasa usaha, kuasa usahaж, 中kuasa usaha"
    assert KUASA_USAHA.annotate(text) == ()


def test_digits_and_underscores_touch() -> None:
    """A digit belongs to the word; an underscore is a mark of Markdown."""
    assert KUASA_USAHA.annotate("kuasa usaha2") == ()
    assert only(KUASA_USAHA, "_kuasa usaha_") == "kuasa usaha"


def test_bare_verbs_in_headlines_only() -> None:
    """*Rusia kecam AS* is a headline; in a sentence the bare stem is no term."""
    condemn = annotator(concept("mengecam", pos=VERB))
    assert only(condemn, "Rusia kecam AS") == "kecam"
    assert condemn.annotate("Kecam saja, kata mereka.") == ()
    assert only(condemn, "Serangan itu dikecam banyak pihak.") == "dikecam"


def test_a_verb_is_not_reduplicated() -> None:
    """*dikecam-kecam* is another word than the passive of *mengecam*."""
    condemn = annotator(concept("mengecam", pos=VERB))
    assert condemn.annotate("Ia dikecam-dikecam orang.") == ()


def test_a_bracket_that_belongs_to_a_term() -> None:
    """What may not stand inside a term may where the term itself has it."""
    group = annotator(concept("kelompok (E3)"))
    assert only(group, "oleh kelompok (E3) itu") == "kelompok (E3)"


def test_empty_and_blank_texts() -> None:
    """There is nothing in nothing."""
    for text in ("", " ", "\n\n", "\u200b", "\ufeff", "\x00"):
        assert shipped().annotate(text) == ()


def test_derived_words_are_other_words() -> None:
    """*tahanan* is not in *pertahanan*, *nyata* not in *pernyataan*."""
    detainee = annotator(concept("tahanan"), concept("tahan"), concept("damai"))
    assert detainee.annotate("Pertahanan, bertahan, perdamaian, berdamai") == ()


def test_an_empty_glossary() -> None:
    """A glossary without concepts finds nothing, and countries do no harm."""
    assert annotator().annotate("Menlu AS tiba di Moskow.") == ()


def test_a_managing_director_is_no_president() -> None:
    """*Presiden direktur* and *presiden komisaris* head companies, not states."""
    for office in ("direktur", "komisaris"):
        for text in (f"presiden {office}", f"Wakil Presiden {office.title()} PT itu"):
            assert shipped().annotate(text) == ()
    assert only(shipped(), "Direktur mengenal presiden.") == "presiden"
