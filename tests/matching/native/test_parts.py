"""Composed terms and offices in the compiled core, on words put together at random."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from padanan.matching.engine import Options
from tests.laws import examples
from tests.matching.native.compiled import need_compiled, shipped

_GAPS = st.sampled_from((*[" "] * 12, ", ", "  ", "\n", "-", ". ", "\u00a0", ",", ""))
"""What stands between two words: nearly always a blank."""

_OFFICES = (
    "Menteri Luar Negeri", "menlu", "Menlu", "Presiden", "presiden", "Menhan",
    "(Menlu)", "Kementerian Luar Negeri", "Duta Besar", "AS", "Rusia", "Moskow",
    "Tiongkok", "Korea Selatan", "Marco", "Rubio", "Lavrov", "Sergei", "M.", "bin",
    "de", "van der", "al-Assad", "dan", "serta", "di", "dari", "asal", "Republik",
    "sebagai", "yang", "menjabat", "dipimpin", "oleh", "delegasi", "mengatakan",
    "bertemu", "O'Neil", "Éire", "Desak", "AS-Rusia", "(", ")", "kata", "PBB",
    "x" * 130,
)  # fmt: skip
"""What is said of offices, of those who bear them and of their countries."""

_COMPOSED = (
    "ancaman", "Ancaman", "ancaman-ancaman", "kerja sama", "Kerja Sama",
    "kerja samanya", "nuklir", "Nuklir", "militer", "ekonomi", "pertahanan",
    "pendidikan", "strategis", "bilateral", "langsung", "damai", "perundingan",
    "kebijakan", "dan", "serta", "atau", "maupun", "baik", "dan,", "Kementerian",
    "kementerian", "Menteri", "Perdagangan", "pertanian", "luar negeri", "norma",
    "hukum", "prinsip", "internasional", "Konvensi", "Wina", "paspor", "diplomatik",
    "dinas", "Bea", "Cukai", "Imigrasi", "untuk", "di", "operasi", "energi", "Energi",
    "Direktur Jenderal", "laut", "Laut China Selatan",
)  # fmt: skip
"""Heads, modifiers, rows of tables and what joins them."""

_PORTFOLIOS = (
    "Menteri", "menteri", "Kementerian", "Dirjen", "Pendidikan", "Tinggi", "Tinggi,",
    "Sains", "Sains,", "Teknologi", "dan", ", dan", "Dan", "politik,", "Politik",
    "hukum", "hukum,", "keamanan", "Keamanan", "dalam", "Dalam", "negeri", "Negeri",
    "luar", "Luar", "negerinya", "luar-negeri", "pekerjaan", "umum", "energi",
    "Éducation", "Keuangan", "\u212aeuangan", "tidak", "langsung", "secara",
    "besar-besaran", "30", "hari", "har\u0131", "selama", "perundingan", "tingkat",
    "tinggi", "1994-1996",
)  # fmt: skip
"""What ministries are for, written in many ways, modifiers and durations."""

_BRACKETS = (
    "Perserikatan Bangsa-Bangsa", "Perserikatan Bangsa-bangsa", "PBB", "(PBB)",
    "( PBB)", "(PBB", "Organisasi Perdagangan Dunia", "(OPD)", "WTO",
    "(WTO)", "(disebut WTO)",
    "Pajak Bumi dan Bangunan", "Uni Eropa", "(UE)", "UE", "Amerika Serikat", "(AS)",
    "AS", "Asosiasi", "Sepak bola", "Kementerian Luar Negeri", "(KLN)", "Mahkamah",
    "Konstitusi", "(MK)", "MK", "atau", "_PBB_", "/PBB)", "Dewan Keamanan", "(DK)",
    "DK", "DK PBB", "Bank Dunia", "(BD)", ")", "(",
)  # fmt: skip
"""Long and short forms, in brackets and without."""


def _joined(words: tuple[str, ...]) -> st.SearchStrategy[str]:
    pairs = st.lists(st.tuples(st.sampled_from(words), _GAPS), max_size=16)
    return pairs.map(lambda found: "".join(word + gap for word, gap in found))


@given(_joined(_OFFICES))
@example("Menlu Rubio tiba. Menlu AS Marco Rubio bin M. bertemu Menlu\nRusia.")
@example("Menteri Luar Negeri (Menlu) AS dan Menhan Rusia, Sergei Lavrov sebagai menlu")
@examples(60)
def test_offices(text: str) -> None:
    """Offices have the countries that the readable engine gives them."""
    need_compiled()
    shipped().check(text, Options())


@given(_joined(_COMPOSED))
@example("ancaman nuklir dan militer. Kerja Sama Ekonomi Bilateral Langsung dan Bea")
@example(
    "Kementerian Perdagangan dan Pertanian; norma, hukum, dan prinsip internasional"
)
@examples(60)
def test_composed_terms(text: str) -> None:
    """Terms are composed as in the readable engine, in lists and names too."""
    need_compiled()
    shipped().check(text, Options(), Options(basic=False))


@given(_joined(_PORTFOLIOS))
@example("Kementerian Pendidikan Tinggi, Sains, dan Teknologi; menteri politik, hukum")
@example("Kementerian Pendidikan Tinggi, Sains, Dan Teknologi Indonesia")
@example("perundingan tidak langsung, perundingan selama 30 hari, perundingan 30 hari")
@examples(80)
def test_portfolios_and_modifiers(text: str) -> None:
    """The rows of the tables are found as in the readable engine."""
    need_compiled()
    shipped().check(text, Options())


@given(_joined(_BRACKETS))
@example("Pajak Bumi dan Bangunan (PBB) naik. Perserikatan Bangsa-Bangsa (PBB) PBB")
@example("Perserikatan Bangsa-Bangsa (PBB) dan Pajak Bumi dan Bangunan (PBB), PBB")
@example("Organisasi Perdagangan Dunia (WTO), Uni Eropa (UE), Asosiasi Sepak bola (AS)")
@examples(60)
def test_short_forms(text: str) -> None:
    """Short forms stand for what the text introduces, as in the readable engine."""
    need_compiled()
    shipped().check(text, Options())


def test_short_forms_of_one_document_among_others() -> None:
    """What a text uses a short form for says nothing of the other texts."""
    need_compiled()
    own = "Warga membayar Pajak Bumi dan Bangunan (PBB). PBB itu dibayar ke duta besar."
    usual = "Sidang PBB di New York. Duta besar RI untuk PBB, anti-PBB, tiba."
    for text in (own, usual, f"{own}\n{usual}", usual, f"{usual} {own} {usual}", own):
        shipped().check(text, Options(), Options(basic=False), Options(nested=True))


def test_words_and_rows_of_a_long_text() -> None:
    """Arrays that are left to the machine hold the same as small ones."""
    need_compiled()
    text = "Menlu Rusia Lavrov bertemu duta besar AS di Moskow. _Kota_ itu. " * 4_000
    shipped().check(text, Options())
