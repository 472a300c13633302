"""English for larger names: what the words behind a term add."""

from __future__ import annotations

import pytest

from padanan import Annotator
from padanan.model import Glossary, Joining, PartOfSpeech
from tests.matching.small import NAME, NOUN, concept, shipped


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("kedutaan besar", None),
        ("kedutaan besar AS", "US embassy"),
        ("kedutaan besar Kiribati", "embassy of Kiribati"),
        ("kedutaan besar Kepulauan Marshall", "embassy of the Marshall Islands"),
        ("kedutaan besar Gambia", "embassy of the Gambia"),
        ("kedutaan besar Bahama", "embassy of the Bahamas"),
        ("kedutaan besar Komoro", "embassy of the Comoros"),
        ("kedutaan besar Seychelles", "embassy of Seychelles"),
        ("kedutaan besar Belanda", "Dutch embassy"),
        ("kedutaan besar Republik Afrika Tengah",
         "embassy of the Central African Republic"),
        ("kedutaan besar AS di Rusia", "US embassy in Russia"),
        ("kedutaan besar AS di Den Haag", "US embassy in The Hague"),
        ("kedutaan besar AS di Bandar Seri Begawan",
         "US embassy in Bandar Seri Begawan"),
        ("kedutaan besar AS di sana", "US embassy"),
        ("kedutaan besar di Moskow", "embassy in Moscow"),
        ("kedutaan besar AS, Rusia", "US embassy"),
        ("kedutaan besar, AS", None),
        ("kedutaan besar Washington", None),
        ("duta besar Rusia untuk AS", "Russian ambassador to the United States"),
        ("duta besar Rusia untuk Belanda", "Russian ambassador to the Netherlands"),
        ("duta besar Rusia untuk Gambia", "Russian ambassador to the Gambia"),
        ("duta besar Rusia untuk Kepulauan Marshall",
         "Russian ambassador to the Marshall Islands"),
        ("duta besar Rusia untuk Filipina", "Russian ambassador to the Philippines"),
        ("duta besar Rusia untuk Uni Emirat Arab",
         "Russian ambassador to the United Arab Emirates"),
        ("duta besar Rusia untuk Inggris",
         "Russian ambassador to the United Kingdom"),
        ("duta besar Rusia untuk Maladewa", "Russian ambassador to the Maldives"),
        ("duta besar Rusia untuk Kepulauan Solomon",
         "Russian ambassador to the Solomon Islands"),
        ("duta besar Rusia untuk Seychelles", "Russian ambassador to Seychelles"),
        ("duta besar Rusia untuk Takhta Suci", "Russian ambassador to the Holy See"),
        ("duta besar Rusia untuk Vatikan", "Russian ambassador to the Holy See"),
        ("duta besar Rusia untuk Republik Demokratik Kongo",
         "Russian ambassador to the Democratic Republic of the Congo"),
        ("duta besar Rusia untuk Ceko", "Russian ambassador to the Czech Republic"),
        ("duta besar Rusia untuk PBB", "Russian ambassador"),
        ("utusan khusus PBB untuk Suriah", "UN special envoy for Syria"),
        ("utusan khusus AS untuk Ukraina", "US special envoy for Ukraine"),
        ("gencatan senjata 30 hari", "30-day ceasefire"),
        ("gencatan senjata selama 2 minggu", "2-week ceasefire"),
        ("gencatan senjata tiga hari", None),
        ("gencatan senjata terbatas", "limited ceasefire"),
        ("gencatan senjata, terbatas", None),
        ("perundingan Rusia-Ukraina", "Russia–Ukraine talks"),
        ("perundingan AS–Inggris", "US–UK talks"),
        ("kunjungan mendadak", None),
        ("kunjungan resmi", None),
        ("kementerian pertanian Jepang", "Japanese ministry of agriculture"),
        ("departemen pertanian AS", "US Department of Agriculture"),
        ("menteri urusan kebudayaan", "culture minister"),
        ("menteri koordinator bidang pangan", "coordinating minister for food"),
        ("pemanggilan duta besar Australia", None),
        ("menolak Rusia", None),
        ("negara tetangga Malaysia", None),
    ],
)  # fmt: skip
def test_phrases(text: str, phrase: str | None) -> None:
    """Portfolio, modifier, duration, country and post are added, nothing else."""
    found = next(iter(shipped().annotate(f"Soal {text} itu.", level="all")), None)
    assert (found.phrase if found else None) == phrase


def test_the_span_stays_the_terms() -> None:
    """A phrase says more and marks no more."""
    (one,) = shipped().annotate("Kedutaan Besar AS di Ankara")
    assert (one.text, one.phrase) == ("Kedutaan Besar", "US embassy in Ankara")


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Departemen Pertanian AS", "US Department of Agriculture"),
        ("Departemen Perburuhan AS", "US Department of Labor"),
    ],
)
def test_american_departments(text: str, phrase: str) -> None:
    """The departments of the United States have their own English."""
    assert shipped().annotate(text)[0].phrase == phrase


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("boikot Israel", "boycott of Israel"),
        ("boikot Israel terhadap festival itu", "Israeli boycott"),
        ("boikot diplomatik AS", None),
        ("sanksi Iran", "sanctions on Iran"),
        ("sanksi ekonomi Korea Utara", "economic sanctions on North Korea"),
        ("sanksi militer Myanmar", "military sanctions on Myanmar"),
        ("sanksi AS", "US sanctions"),
        ("sanksi Rusia", "Russia sanctions"),
        ("sanksi Iran terhadap Israel", "Iranian sanctions"),
        ("embargo Kuba", "embargo on Cuba"),
        ("embargo senjata China", "China arms embargo"),
        ("invasi Ukraina", "invasion of Ukraine"),
        ("invasi Irak ke Kuwait", "Iraqi invasion"),
        ("invasi Rusia", "Russian invasion"),
        ("invasi Jepang", None),
        ("invasi Jepang oleh Mongol", "invasion of Japan"),
        ("pendudukan Israel", "Israeli occupation"),
        ("pendudukan Palestina", "occupation of Palestine"),
        ("kunjungan China", None),
        ("kunjungan pemerintah Taiwan", "Taiwanese government visit"),
        ("sanksi minyak Iran", "Iranian oil sanctions"),
        ("kunjungan China ke Rusia", "Chinese visit"),
        ("kunjungan kenegaraan Prancis", None),
        ("pengakuan Palestina", "recognition of Palestine"),
        ("pengakuan AS atas Yerusalem", "US recognition"),
        ("aneksasi Israel", "Israeli annexation"),
        ("blokade Kuba", "blockade of Cuba"),
        ("rekonstruksi Suriah", "reconstruction of Syria"),
        ("denuklirisasi Korea Utara", "denuclearisation of North Korea"),
        ("kesepakatan nuklir Iran", "Iran nuclear deal"),
        ("pengusiran diplomat Rusia", "expulsion of Russian diplomats"),
        ("pembebasan tahanan Palestina", "release of Palestinian prisoners"),
        ("intervensi militer Suriah", "military intervention in Syria"),
        ("bantuan militer Ukraina", "military aid for Ukraine"),
        ("bantuan militer AS", "US military aid"),
        ("kecaman Israel", None),
        ("kecaman Israel terhadap PBB", "Israeli condemnation"),
        ("tarif China", "China tariff"),
        ("tarif AS", "US tariff"),
        ("intervensi militer Rusia", "Russian military intervention"),
        ("serangan tanpa provokasi Rusia ke Kyiv", "unprovoked Russian attack"),
    ],
)
def test_a_country_that_suffers_is_no_adjective(text: str, phrase: str | None) -> None:
    """Whether a country acts or suffers is said by the entry or by what follows.

    Where nothing says it, the country is left out.
    """
    found = next(iter(shipped().annotate(f"Soal {text} itu.")), None)
    assert (found.phrase if found else None) == phrase


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("dampak krisis Iran-Israel", None),
        ("dampak krisis Israel terhadap ekonomi", None),
        ("penguatan diplomasi Indonesia", None),
        ("pengakuan kemerdekaan dan kedaulatan Palestina", None),
        ("peretas anti-pemerintah Iran", None),
        ("negosiasi gencatan senjata Israel-Hamas", None),
        (
            "negosiasi gencatan senjata Rusia-Ukraina",
            "Russia–Ukraine ceasefire negotiations",
        ),
        ("penengah konflik Iran vs Israel", None),
        ("pembukaan hubungan diplomatik Rusia-Fiji", None),
        ("hubungan diplomatik Rusia-Fiji", "Russia–Fiji diplomatic relations"),
        ("kelompok bersenjata Irak dan Suriah", None),
        ("proyek kerja sama China - Fiji", None),
        ("partai komunis Vietnam Selatan", None),
        ("organisasi ekonomi Brasil, Rusia, dan India", None),
        ("mitra strategis Rusia", "strategic partner of Russia"),
        ("undang-undang keimigrasian langsung diproses", None),
        ("menteri luar negeri langsung terbang", None),
        ("ASEAN resmi menerima", None),
        ("pembicaraan trilateral AS-Jepang-Korea Selatan", None),
        ("presiden 79 tahun", None),
        ("NATO selama 78 hari", None),
        ("diplomat 39 tahun", None),
        ("kesepakatan Israel dan Hamas", None),
    ],
)
def test_no_country_stands_where_it_says_something_else(
    text: str, phrase: str | None
) -> None:
    """A country that belongs inside the English, or half a pair, is left out."""
    found = next(iter(shipped().annotate(f"Soal {text} itu.")), None)
    assert found is not None
    assert found.phrase == phrase


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Lembaran Negara Indonesia", None),
        ("Pancasila Indonesia", None),
        ("Piagam ASEAN Indonesia", None),
        ("Kementerian Kesehatan Malaysia", "Malaysian Ministry of Health"),
        ("Senat AS", "US Senate"),
        ("Persemakmuran Australia", "Commonwealth of Australia"),
        ("Tinjauan Periodik Universal Fiji", "Universal Periodic Review of Fiji"),
    ],
)
def test_a_name_takes_a_country_only_if_its_entry_says_so(
    text: str, phrase: str | None
) -> None:
    """A body of several countries says that it does, and may say how."""
    found = shipped().annotate(f"Soal {text} itu.", level="all")[0]
    assert found.phrase == phrase


@pytest.mark.parametrize(
    ("pos", "heads", "phrase"),
    [
        (NAME, (), None),
        (NAME, ("countries",), "Russian Council"),
        (NAME, ("countries = {modifier} {head}",), "Russian Council"),
        (NOUN, (), "Russian Council"),
        (NOUN, ("countries = {head}",), None),
    ],
)
def test_the_part_of_speech_decides_where_no_heads_does(
    pos: PartOfSpeech, heads: tuple[str, ...], phrase: str | None
) -> None:
    """A name leaves the country out, a noun has it as an adjective."""
    council = concept("Dewan Agung", "Council", pos)
    council = council._replace(heads=tuple(map(Joining, heads)))
    [found] = Annotator(Glossary((council,))).annotate("Dewan Agung Rusia bersidang.")
    assert found.phrase == phrase
