"""A head and the modifiers behind it are one term, where the head says so."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from padanan import Annotator
from padanan.glossary import po
from tests.matching.small import shipped

ENTRIES = """
#. heads: nouns | adjectives | not baru
msgid "ancaman"
msgstr "threat"

#. heads: nouns | adjectives
#. equivalent [US]: alliance compact
msgid "perjanjian"
msgstr "treaty"

#. match: off
#. heads: nouns
msgid "pengadilan"
msgstr "court"

#. heads: domain own = {head} of {term}
#. heads: adjectives
msgid "pelanggaran"
msgstr "violation"

#. heads: perjanjian = {head} of the {term}
#. heads: names = {head} of the {term}
msgid "penandatanganan"
msgstr "signing"

#. heads: adjectives
msgid "hukum"
msgstr "law"

#. heads: adjectives
msgid "norma"
msgstr "norm"

#. heads: adjectives
msgid "paspor"
msgstr "passport"

#. heads: kekuasaan
#. modifier: sharing
msgid "pembagian"
msgstr "division"

#. modifier: power
#. match: off
msgid "kekuasaan"
msgstr "power"

#. match: off
#. heads if document has DPR: duta besar = {term} nominee
#. heads: duta besar = {term}-designate
#. heads: presiden = {term} candidate
msgid "calon"
msgstr "candidate"

msgid "duta besar"
msgstr "ambassador"

#. level: basic
msgid "presiden"
msgstr "president"

#. heads: places
msgid "konvensi"
msgstr "convention"

#. heads: nouns = {head} for {modifier}
msgid "Direktur Jenderal"
msgstr "director general"

#. modifier: ASEAN cooperation
msgid "kerja sama ASEAN"
msgstr "ASEAN cooperation"

#. modifier: nuclear
#. match: off
msgid "nuklir"
msgstr "nuclear energy"

#. modifier: immigration
msgid "imigrasi"
msgstr "immigration"

#. domain: own
#. heads: adjectives
msgid "kedaulatan"
msgstr "sovereignty"

#. pos: proper noun
#. modifier: NATO
msgid "NATO"
msgstr "NATO"

#. pos: verb
msgid "menandatangani"
msgstr "sign"

msgid "ancaman perang"
msgstr "threat of war"

#. pos: noun
msgid "hukum perang"
msgstr "law of war"

#. pos: noun
msgid "perjanjian damai"
msgstr "peace treaty"

#. pos: noun
#. heads: baru
msgid "norma adat"
msgstr "customary norm"

#. pos: noun
msgid "paspor laut"
msgstr "sea passport"

#. modifier: war
msgid "perang"
msgstr "war"

msgid "nuklir Iran"
msgstr "Iranian nuclear issue"
"""

ADJECTIVES = {
    "regional": "regional", "internasional": "international", "dinas": "service",
    "diplomatik": "diplomatic", "baru": "new", "bilateral": "bilateral",
}  # fmt: skip


@cache
def annotator() -> Annotator:
    """Return an annotator for heads and modifiers of every kind."""
    adjectives = "".join(
        f'\n#. pos: adjective\n#. match: off\n#. modifier: {english}\nmsgid "{word}"\n'
        f'msgstr "{english}"\n'
        for word, english in ADJECTIVES.items()
    )
    header = 'msgid ""\nmsgstr ""\n'
    text = f"{header}{ENTRIES}{adjectives}"
    return Annotator(po.loads(text, path="a.po", domain="other"))


def marks(text: str) -> list[tuple[str, str]]:
    """Return the spans of a text with their first English."""
    found = annotator().annotate(text, level="all")
    return [(one.text, one.equivalents[0]) for one in found]


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("ancaman nuklir", "nuclear threat"),
        ("Ancaman Nuklirnya", "Nuclear Threat"),
        ("ancaman-ancaman nuklir", "nuclear threats"),
        ("ancaman\nnuklir", "nuclear threat"),
        ("pengadilan imigrasi", "immigration court"),
        ("perjanjian pembagian kekuasaan", "power sharing treaty"),
        ("pelanggaran kedaulatan", "violation of sovereignty"),
        ("pelanggaran kedaulatan regional", "violation of regional sovereignty"),
        ("penandatanganan perjanjian", "signing of the treaty"),
        ("penandatanganan perjanjian bilateral", "signing of the bilateral treaty"),
        ("penandatanganan NATO", "signing of NATO"),
        ("ancaman nuklir regional", "regional nuclear threat"),
        ("hukum dan norma internasional", "international law and norms"),
        ("paspor diplomatik dan dinas", "diplomatic and service passports"),
        ("paspor diplomatik atau dinas", "diplomatic or service passport"),
        ("paspor diplomatik maupun dinas", "diplomatic or service passport"),
        ("ancaman nuklir serta perang", "nuclear and war threat"),
        ("calon duta besar", "ambassador-designate"),
        ("calon presiden", "president candidate"),
    ],
)
def test_joins(text: str, english: str) -> None:
    """The whole is one span, with one English in the English order."""
    assert marks(text) == [(text, english)]


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("oleh Direktur Jenderal Kerja Sama ASEAN itu",
         "Director General for ASEAN Cooperation"),
        ("pada Konvensi Den Haag itu", "Hague Convention"),
        ("Para pihak Konvensi Jenewa hadir", "Geneva Convention"),
    ],
)  # fmt: skip
def test_names_have_capitals(text: str, english: str) -> None:
    """What the text writes as a name is a name in English too."""
    [(_, found)] = marks(text)
    assert found == english


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("menandatangani perjanjian", ["menandatangani", "perjanjian"]),
        ("ancaman perang", ["ancaman perang"]),  # listed
        ("ancaman nuklir Iran", ["ancaman", "nuklir Iran"]),  # a listed term is not cut
        ("ancaman, nuklir", ["ancaman"]),
        ("ancaman. Nuklir", ["ancaman"]),
        ("ancaman\n\nnuklir", ["ancaman"]),
        ("ancaman (nuklir)", ["ancaman"]),
        ("ancamannya nuklir", ["ancamannya"]),  # a clitic ends the phrase
        ("ancaman baru", ["ancaman"]),  # only describes
        ("ancaman dan nuklir", ["ancaman"]),
        ("perjanjian kedua negara", ["perjanjian"]),  # two parties
        ("konvensi den haag", ["konvensi"]),
        ("Konvensi Rusia", ["Konvensi"]),  # a country is for the phrase
        ("nuklir regional", []),  # neither is a head
    ],
)
def test_does_not_join(text: str, spans: list[str]) -> None:
    """Listed terms, clauses, lists and plain descriptions stay what they are."""
    assert [one for one, _ in marks(text)] == spans


def test_parts_are_in_the_order_of_the_text() -> None:
    """The annotation says its concepts; its concept is the head's."""
    [found] = annotator().annotate("perjanjian pembagian kekuasaan")
    assert found.parts == ("perjanjian", "pembagian", "kekuasaan")
    assert found.concept.id == "perjanjian"
    assert found.term.text == "perjanjian pembagian kekuasaan"
    assert found.as_dict()["parts"] == list(found.parts)


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("perjanjian damai internasional", "international peace treaty"),
        ("perjanjian-perjanjian damai bilateral", "bilateral peace treaties"),
        ("norma adat baru", "new customary norm"),
    ],
)
def test_a_longer_term_joins_what_its_first_word_joins(text: str, english: str) -> None:
    """*Perjanjian damai*, which declares nothing, takes adjectives as *perjanjian*."""
    assert marks(text) == [(text, english)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # no adjective
        ("perjanjian damai nuklir", "perjanjian damai"),
        # an adjective would stand before the wrong noun
        ("hukum perang internasional", "hukum perang"),
        # it has heads of its own
        ("norma adat internasional", "norma adat"),
        # two terms, of which the second one has the adjective
        ("perjanjian damai dan paspor diplomatik", "perjanjian damai"),
        # behind a clitic
        ("perjanjian damainya internasional", "perjanjian damainya"),
    ],
)
def test_what_a_longer_term_does_not_join(text: str, found: str) -> None:
    """Only adjectives are joined, and only where they stand before the right noun."""
    assert marks(text)[0][0] == found


def test_a_condition_chooses_the_order() -> None:
    """*Calon duta besar* is a nominee where the parliament is to agree."""
    [found] = annotator().annotate("calon duta besar diuji DPR")
    assert found.equivalents == ("ambassador nominee", "ambassador-designate")


def test_a_part_of_a_name_is_no_modifier() -> None:
    """*Ancaman Nuklir dan Perang* is a name of its own, of which *Nuklir* is a part."""
    assert marks("suatu ancaman Nuklir")[0][0] == "ancaman Nuklir"
    assert marks("suatu ancaman Nuklir dan Bea Cukai")[0][0] == "ancaman"


def test_country_is_in_the_phrase() -> None:
    """A country behind a composed term stays outside of its span."""
    [found] = annotator().annotate("ancaman nuklir Rusia")
    assert (found.text, found.phrase) == ("ancaman nuklir", "Russian nuclear threat")


def test_nested_gives_the_parts() -> None:
    """With nested terms the listed parts are given too."""
    [found] = annotator().annotate("penandatanganan perjanjian", nested=True)
    assert [one.text for one in found.nested] == ["penandatanganan", "perjanjian"]


def test_a_domain_is_that_of_the_head() -> None:
    """A composed term is of the domain of its head."""
    found = annotator().annotate("pelanggaran kedaulatan", domains=["own"])
    assert [one.text for one in found] == ["kedaulatan"]


def test_basic_words_are_hidden_when_bare() -> None:
    """A word of level basic is marked on request, and always where it is a part."""
    engine = annotator()
    assert engine.annotate("Presiden tiba.") == ()
    [bare] = engine.annotate("Presiden tiba.", level="all")
    assert bare.as_dict()["level"] == "basic"
    [whole] = engine.annotate("Calon presiden tiba.")
    assert (whole.text, whole.as_dict().get("level")) == ("Calon presiden", None)
    with pytest.raises(ValueError, match="known are term, all"):
        engine.annotate("", level="some")


def test_explain_says_of_what_it_is_composed() -> None:
    """An explanation names the parts, and what is hidden."""
    composed, hidden = annotator().explain("ancaman nuklir. Presiden tiba.")
    assert (composed.form, composed.reason) == ("composed", "heads: ancaman + nuklir")
    assert hidden.losers[0].reason == "level: basic, marked with --level all"


WORDS = ("ancaman", "nuklir", "perjanjian", "kekuasaan", "pembagian", "regional", "dan",
         "calon", "duta besar", "perang", ",", ".", "baru", "pelanggaran", "kedaulatan",
         "nya", "\n", "Konvensi", "Den Haag")  # fmt: skip


@given(st.lists(st.sampled_from(WORDS), max_size=12))
def test_annotations_are_ordered_and_disjoint(words: list[str]) -> None:
    """Whatever stands behind whatever, spans are faithful and do not overlap."""
    text = " ".join(words)
    last = 0
    for found in annotator().annotate(text, level="all"):
        assert last <= found.start < found.end
        assert text[found.start : found.end] == found.text
        assert found.equivalents
        assert len(found.parts) <= 4
        last = found.end


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("kementerian pertanian", "ministry of agriculture"),
        ("Kementerian Investasi", "Ministry of Investment"),
        ("menteri pekerjaan umum", "public works minister"),
        ("Menteri Keamanan Nasional", "National Security Minister"),
        ("larangan penggunaan kekerasan", "prohibition of the use of force"),
        ("pengadilan imigrasi", "immigration court"),
        ("program nuklir dan rudal", "nuclear and missile programme"),
        ("perairan sengketa", "disputed waters"),
        ("paspor diplomatik dan dinas", "diplomatic and service passports"),
        ("hukum dan norma internasional", "international law and norms"),
        (
            "Direktur Jenderal Kerja Sama ASEAN",
            "Director General for ASEAN Cooperation",
        ),
        ("Menteri Pertanian AS", "Agriculture Secretary"),
    ],
)
def test_shipped_heads(text: str, english: str) -> None:
    """What the shipped glossary declares gives the whole span its English."""
    [found] = shipped().annotate(f"Soal {text} itu.", level="all")
    assert (found.text, found.equivalents[0]) == (text.removesuffix(" AS"), english)


@pytest.mark.parametrize("text", ["kebijakan baru", "isu politik", "langkah konkret"])
def test_shipped_heads_leave_descriptions(text: str) -> None:
    """What only describes makes no term."""
    assert not [one for one in shipped().annotate(f"Soal {text} itu.") if one.parts]


def test_a_second_noun_that_is_a_term_begins_a_list() -> None:
    """A threat and a ceasefire are two things that are talked about."""
    text = "Keduanya membahas ancaman nuklir dan gencatan senjata."
    found = [one.text for one in Annotator().annotate(text)]
    assert found == ["ancaman nuklir", "gencatan senjata"]


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("ketegangan ekonomi internasional", "international economic tensions"),
        ("ketegangan ekonomi dan politik", "economic and political tensions"),
        (
            "ketegangan militer dan politik regional",
            "regional military and political tensions",
        ),
        ("ketegangan-ketegangan militer regional", "regional military tensions"),
    ],
)
def test_a_plural_is_put_once(text: str, english: str) -> None:
    """A head that its rule puts in the plural is plural once, with two adjectives."""
    [found] = shipped().annotate(f"Soal {text} itu.")
    assert (found.text, found.equivalents[0]) == (text, english)


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("isu kemanusiaan dan politik", "humanitarian and political issues"),
        ("ancaman ekonomi atau militer", "economic or military threat"),
        ("bantuan ekonomi dan sosial", "economic and social aid"),
        ("ancaman keamanan dan politik", "security and political threats"),
        ("hubungan ekonomi dan perdagangan", "economic and trade relations"),
        ("kekuatan militer maupun ekonomi", "military or economic power"),
        ("tim administratif dan keamanan", "administrative and security team"),
        (
            "mekanisme konsultasi ekonomi dan perdagangan",
            "economic and trade consultation mechanism",
        ),
    ],
)
def test_a_second_modifier_is_not_cut_off(text: str, english: str) -> None:
    """An adjective need not be declared behind *dan*; one noun may follow it."""
    [found] = shipped().annotate(f"Soal {text} itu.")
    assert (found.text, found.equivalents[0]) == (text, english)


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("kasus penculikan dan perdagangan orang",
         "abduction and human trafficking case"),
        ("dukungan perdamaian dan solusi dua negara",
         "support for peace and two-state solution"),
        ("pelanggaran hak asasi manusia dan hukum internasional",
         "violation of human rights and international law"),
    ],
)  # fmt: skip
def test_a_longer_term_that_the_head_names_is_a_second_modifier(
    text: str, english: str
) -> None:
    """A head that names both of two terms joins both, however long the second one."""
    [found] = shipped().annotate(f"PBB membahas {text} itu.")[1:]
    assert (found.text, found.equivalents[0]) == (text, english)


@pytest.mark.parametrize(
    "text",
    [
        "kerja sama ekonomi dan langsung pulang",  # an adverb
        "kerja sama ekonomi dan perang",  # a thing by itself
        "kerja sama internasional dan investasi",  # a scope and a field
    ],
)
def test_what_is_no_second_modifier(text: str) -> None:
    """What may begin another clause or list stays outside."""
    found = shipped().annotate(f"Mereka membahas {text}.")
    assert " ".join(text.split()[:3]) in [one.text for one in found]


def test_maupun_is_and_behind_baik() -> None:
    """*Baik … maupun* is *both … and*; alone *maupun* gives a choice."""
    [found] = annotator().annotate("baik paspor diplomatik maupun dinas")
    assert found.equivalents[0] == "diplomatic and service passports"


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("aliansi strategis militer", "strategic military alliance"),
        ("kemitraan strategis ekonomi", "strategic economic partnership"),
        ("kemitraan strategis bilateral", "bilateral strategic partnership"),
        ("kunjungan resmi militer", "official military visit"),
        ("patroli bersama maritim", "joint maritime patrol"),
    ],
)
def test_strategic_stands_before_the_field(text: str, english: str) -> None:
    """*Strategic* stands before what says the field, behind what says the scope.

    So do *official* and *joint*.
    """
    [found] = shipped().annotate(f"Soal {text} itu.")
    assert (found.text, found.equivalents[0]) == (text, english)


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("Menteri Perumahan AS", "US Housing and Urban Development Secretary"),
        ("Departemen Perumahan AS", "US Department of Housing and Urban Development"),
    ],
)
def test_and_has_no_capital_in_a_us_department(text: str, english: str) -> None:
    """The *and* inside the name of a US department stays in lower case."""
    [found] = shipped().annotate(f"{text} menjawab pertanyaan itu.")
    assert found.phrase == english


@pytest.mark.parametrize(
    ("text", "english"),
    [
        (
            "Wakil Menteri Pendidikan Tinggi, Sains, dan Teknologi",
            "Deputy Minister of Higher Education, Science and Technology",
        ),
        (
            "Menteri Pendidikan Tinggi, Sains dan Teknologi",
            "Minister of Higher Education, Science and Technology",
        ),
        ("menteri ekonomi dan perencanaan", "economy and planning minister"),
        (
            "Kementerian Industri dan Teknologi Informasi",
            "Ministry of Industry and Information Technology",
        ),
        ("Kementerian Pertahanan dan Keuangan", "defence ministry"),  # two of them
        ("Menteri Perdagangan dan Pertanian", "Trade and Agriculture Minister"),
        (
            "Menteri Luar Negeri dan Perdagangan",
            "Minister of Foreign Affairs and Trade",
        ),
        ("menteri perdagangan dan investasi", "trade and investment minister"),
        ("Menteri Kehutanan dan Satwa Liar", "minister"),  # whatever it is
        ("Menteri Pendidikan, Riset, dan Teknologi", "minister"),
        ("Menteri Kesehatan dan Kepala BNN", "health minister"),
    ],
)
def test_a_portfolio_is_not_cut(text: str, english: str) -> None:
    """A portfolio has its commas; one that the table has not is not cut short."""
    found = shipped().annotate(f"Kata {text} kemarin.")
    assert found[0].equivalents[0] == english
    assert found[0].phrase is None


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("Wakil Menteri Pertanian China tiba.", "Vice Agriculture Minister"),
        ("Wakil menteri energi Jepang tiba.", "vice energy minister"),
        ("Wakil Menteri Perdagangan AS tiba.", "Deputy Secretary of Commerce"),
        ("Wakil menteri energi Rusia tiba.", "deputy energy minister"),
    ],
)
def test_a_condition_chooses_the_order_of_a_portfolio(text: str, english: str) -> None:
    """A ``heads if`` line comes before the general line for portfolios too."""
    found = shipped().annotate(text)
    assert found[0].equivalents[0] == english


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("Kata dia Tim Kemanusiaan Gabungan itu datang.", []),
        (
            "Ia memimpin Tim Kemanusiaan dan Keamanan itu.",
            ["Tim Kemanusiaan dan Keamanan"],
        ),
        ("Agenda HAM dibahas.", ["Agenda HAM"]),
    ],
)
def test_a_short_word_counts_in_a_name(text: str, spans: list[str]) -> None:
    """*Tim* has its capital as the longer words of a name have theirs."""
    assert [one.text for one in shipped().annotate(text)] == spans


def test_an_acronym_makes_no_name() -> None:
    """An acronym has capitals everywhere: *Agenda HAM* begins a sentence."""
    [found] = shipped().annotate("Agenda HAM dibahas.")
    assert found.equivalents[0] == "human rights agenda"


def test_south_south_in_lower_case() -> None:
    """*Kerja sama selatan-selatan* is written without capitals too."""
    [found] = shipped().annotate("Soal kerja sama selatan-selatan itu.")
    assert found.equivalents[0] == "South-South cooperation"


@pytest.mark.parametrize(
    ("text", "english"),
    [
        (
            "kerja sama ekonomi, pertahanan, dan pendidikan",
            "economic, defence and education cooperation",
        ),
        (
            "sanksi ekonomi, politik dan militer",
            "economic, political and military sanctions",
        ),
        (
            "bantuan militer, ekonomi, atau kemanusiaan",
            "military, economic or humanitarian aid",
        ),
        ("komitmen transisi energi", "energy-transition commitment"),
        ("dukungan kemerdekaan", "support for independence"),
        ("agenda kebijakan internasional", "international policy agenda"),
    ],
)
def test_what_stands_behind_is_read_whole(text: str, english: str) -> None:
    """A list of modifiers is one span, and so is a modifier of several words."""
    [found] = shipped().annotate(f"Mereka membahas {text} itu.")
    assert (found.text, found.equivalents[0]) == (text, english)


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("sanksi ekonomi, politik, dan pergi", ["sanksi ekonomi"]),
        ("ketegangan geopolitik dan kebijakan ekonomi",
         ["ketegangan geopolitik", "kebijakan ekonomi"]),
        ("hubungan bilateral, keamanan, dan perdagangan", ["hubungan bilateral"]),
    ],
)  # fmt: skip
def test_what_is_no_list_of_modifiers(text: str, spans: list[str]) -> None:
    """A list that is not one, or that goes on with things of their own, is not read."""
    assert [one.text for one in shipped().annotate(f"Soal {text} itu.")] == spans


def test_the_country_of_what_is_supported_is_no_adjective() -> None:
    """Support for independence is not Palestinian: Palestine belongs inside."""
    found, *_ = shipped().annotate("Kami memberi dukungan kemerdekaan Palestina.")
    assert (found.equivalents[0], found.phrase) == ("support for independence", None)


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("hukum, norma, dan prinsip internasional",
         "international law, norms and principles"),
        ("hukum, norma dan konvensi internasional",
         "international law, norms and conventions"),
        ("ancaman, sanksi, serta tekanan ekonomi",
         "economic threats, sanctions and pressure"),
        ("organisasi, lembaga, atau forum internasional",
         "international organisations, institutions or forums"),
        ("hukum, norma, prinsip, dan standar internasional",
         "international law, norms, principles and standards"),
        ("perdamaian, stabilitas, dan keamanan internasional",
         "international peace, stability and security"),
        ("aturan, standar, dan prosedur internasional",
         "international rules, standards and procedures"),
        ("perjanjian, konvensi, dan protokol internasional",
         "international agreements, conventions and protocols"),
        ("dukungan, pengawasan, dan jaminan internasional",
         "international support, oversight and guarantees"),
        ("kerja sama ekonomi, pertahanan, dan pendidikan internasional",
         "international economic, defence and education cooperation"),
        ("kerja sama ekonomi, politik, dan sosial budaya",
         "economic, political and sociocultural cooperation"),
        ("Yerusalem Timur dan Dataran Tinggi Golan yang diduduki",
         "occupied East Jerusalem and Golan Heights"),
    ],
)  # fmt: skip
def test_an_adjective_behind_a_list_belongs_to_all(text: str, english: str) -> None:
    """What stands behind a list with commas describes each word of the list."""
    [found] = shipped().annotate(f"Mereka membahas {text} itu.")
    assert (found.text, found.equivalents[0]) == (text, english)


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("Israel mencari fasilitas dan proyek nuklir.",
         ["fasilitas dan proyek nuklir"]),
        ("Israel mencari fasilitas dan teknologi nuklirnya.",
         ["fasilitas dan teknologi nuklirnya"]),
        ("Iran membahas sanksi dan program nuklir.", ["sanksi", "program nuklir"]),
        ("Iran membahas krisis dan proyek energi.", ["krisis", "proyek energi"]),
    ],
)  # fmt: skip
def test_words_that_are_only_parts_share_a_field(text: str, spans: list[str]) -> None:
    """A field belongs to two words that are no terms; a term before it is a thing."""
    assert [one.text for one in shipped().annotate(text)] == spans


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("Para menteri, duta besar, dan pejabat militer hadir.",
         ["menteri", "duta besar", "pejabat militer"]),
        ("Pemerintah, perusahaan, dan organisasi internasional hadir.",
         ["organisasi internasional"]),
        ("Ia membahas sanksinya, embargo, dan tekanan ekonomi.",
         ["sanksinya", "embargo", "tekanan ekonomi"]),
        ("Ia membahas sanksi, embargo, tekanan ekonomi.",
         ["sanksi", "embargo", "tekanan ekonomi"]),
    ],
)  # fmt: skip
def test_an_adjective_behind_a_list_belongs_to_the_last(
    text: str, spans: list[str]
) -> None:
    """Where a word of the list does not join the adjective, only the last one does."""
    assert [one.text for one in shipped().annotate(text, level="all")] == spans


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("Ia mengadakan konsultasi langsung dengan dokter di Iran.", []),
        ("Ia mengadakan konsultasi langsung dengan delegasi Iran.",
         ["konsultasi langsung", "delegasi"]),
        ("Kerja sama pembangunan jembatan itu dimulai.", ["Kerja sama"]),
        ("Kerja sama pembangunan itu dimulai.", ["Kerja sama pembangunan"]),
        ("Putusan pengadilan negeri itu final.", []),
    ],
)  # fmt: skip
def test_unless_binds_what_is_composed(text: str, spans: list[str]) -> None:
    """What a head or a listed pair excludes is no composed term either."""
    assert [one.text for one in shipped().annotate(text)] == spans


def test_when_binds_the_words_of_a_listed_term() -> None:
    """A listed term that is none at a place is not put together from its parts."""
    text = """
#. heads: nouns
msgid "anggota"
msgstr "member"

#. modifier: council
msgid "dewan"
msgstr "council"

#. when: sentence has PBB
msgid "anggota dewan"
msgstr "council member"
"""
    own = Annotator(po.loads(text, path="a.po", domain="other"))
    assert [one.text for one in own.annotate("Anggota dewan PBB")] == ["Anggota dewan"]
    found = [one.text for one in own.annotate("Anggota dewan kota")]
    assert found == ["Anggota", "dewan"]


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("hubungan kemanusiaan dan diplomasi", "humanitarian and diplomatic relations"),
        ("hubungan ekonomi dan keamanan", "economic and security relations"),
        ("hubungan politik dan keamanan", "political and security relations"),
    ],
)
def test_two_fields_belong_to_one_head(text: str, english: str) -> None:
    """Words for a field join what stands before, be they nouns or adjectives."""
    [found] = shipped().annotate(f"Mereka membahas {text} itu.")
    assert (found.text, found.equivalents[0]) == (text, english)


def test_a_list_of_fields_does_not_cut_a_title() -> None:
    """An office with more fields than are known is not read up to the first of them."""
    title = "Direktur Jenderal Diplomasi, Promosi dan Kerja Sama Kebudayaan"
    text = f"Hadir pula dalam acara itu {title} yang memberi sambutan hangat."
    found = [one.text for one in shipped().annotate(text)]
    assert "Direktur Jenderal Diplomasi" not in found


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("Soal kerja sama Bilateral Currency Swap Arrangement.", ["kerja sama"]),
        ("Ada program Pemerintah Provinsi Bali.", []),
        ("Soal kerja sama Bilateral Indonesia.", ["kerja sama Bilateral"]),
        ("Soal kerja sama bilateral Jepang.", ["kerja sama bilateral"]),
    ],
)
def test_a_name_behind_a_head_is_not_cut(text: str, spans: list[str]) -> None:
    """A capital that begins a longer name is no modifier of what stands before it."""
    found = [one.text for one in shipped().annotate(text) if " " in one.text]
    assert [one for one in found if one[0].islower()] == spans


@pytest.mark.parametrize("gap", [" ", "\n", "\r\n", "\n\t", "\r\n\t"])
@pytest.mark.parametrize("head", ["ancaman", "kerja sama"])
def test_a_term_goes_on_behind_a_broken_line(head: str, gap: str) -> None:
    """Also with a carriage return and an indent; the head need be no term alone."""
    text = f"Soal {head}{gap}nuklir itu."
    assert [one.text for one in shipped().annotate(text)] == [f"{head}{gap}nuklir"]


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("Mereka membahas rencana pembangunan kampung haji.", []),
        ("Kemampuan industri tembakau memasarkan produk.", []),
        ("Nama calon dubes usulan pemerintah diumumkan.", []),
    ],
)
def test_what_a_modifier_governs_is_not_cut(text: str, spans: list[str]) -> None:
    """A noun with an object of its own says nothing of the head before it."""
    found = [one.text for one in shipped().annotate(text) if one.parts]
    assert found == spans


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("untuk kepentingan sipil", "civilian purpose"),
        ("melalui jalur hukum", "legal channel"),
        ("pelanggaran spionase", "espionage offence"),
        ("petugas penyelamat", "rescue worker"),
        ("misi Uni Eropa", "European Union mission"),
    ],
)
def test_the_head_chooses_its_english(text: str, english: str) -> None:
    """With some modifiers a head has English of its own."""
    [found] = [one for one in shipped().annotate(f"Itu {text}.") if one.parts]
    assert found.equivalents[0] == english


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("organisasi politik dan paramiliter",
         "political and paramilitary organisations"),
        ("perundingan gencatan senjata dan komunikasi dengan penengah",
         "ceasefire talks"),
        ("eskalasi ketegangan", "escalation of tensions"),
    ],
)  # fmt: skip
def test_what_a_second_reading_found(text: str, english: str) -> None:
    """Faults that another five hundred composed terms showed stay mended."""
    found = next(one for one in shipped().annotate(f"Itu {text}.") if one.parts)
    assert found.equivalents[0] == english


def test_an_order_for_countries_makes_no_head() -> None:
    """A term that only says how a country is put joins no adjective behind *dan*."""
    text = "Mereka meminta bantuan militer dan dukungan internasional."
    found = [one.text for one in shipped().annotate(text)]
    assert found == ["bantuan militer", "dukungan internasional"]


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("pelanggaran perjanjian dagang bilateral",
         "breach of the bilateral trade agreement"),
        ("mengakhiri perjanjian investasi bilateral",
         "terminate the bilateral investment agreement"),
        ("pelanggaran perjanjian dagang", "breach of the trade agreement"),
    ],
)  # fmt: skip
def test_a_second_modifier_keeps_the_first(text: str, english: str) -> None:
    """An order that names no head, only a modifier inside it, loses no modifier."""
    found = next(one for one in shipped().annotate(f"Itu {text}.") if one.parts)
    assert found.equivalents[0] == english
