"""One's own lists laid over a glossary: their English first, our entries kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from padanan.errors import GlossaryError
from padanan.glossary import po
from padanan.glossary.overlay import lay_over
from padanan.model import Concept, Glossary, Match, Status, Term
from tests.concepts import lists_of_concepts
from tests.laws import examples

if TYPE_CHECKING:
    from collections.abc import Iterable

OURS = """\
#. variant: penghentian tembak-menembak
#. look-up: gencat senjata
#. equivalent: cease-fire
#. equivalent if near Korea: armistice
#. avoid: weapons truce
#. unless: near ponsel
msgid "gencatan senjata"
msgstr "ceasefire"

#. abbreviation: Menlu
#. equivalent: minister of foreign affairs
#. equivalent [US]: Secretary of State
msgid "menteri luar negeri"
msgstr "foreign minister"
"""


def read(entries: str, domain: str = "own") -> Glossary:
    """Return the glossary of some entries."""
    text = f'msgid ""\nmsgstr ""\n\n{entries}'
    return po.loads(text, path=f"{domain}.po", domain=domain)


def laid(*lists: str, include_fuzzy: bool = False) -> Glossary:
    """Return our entries with lists laid over them."""
    own = [read(entries) for entries in lists]
    return lay_over(read(OURS, "law"), own, include_fuzzy=include_fuzzy)


def entry(term: str, english: str, *fields: str) -> str:
    """Return an entry of a list."""
    comments = "".join(f"#. {field}\n" for field in fields)
    return f'{comments}msgid "{term}"\nmsgstr "{english}"\n'


def english(concept: Concept) -> list[str]:
    """Return the English that a concept offers, with what bounds it."""
    return [
        f"{one.text}{f' [{one.region}]' if one.region else ''}"
        f"{f' if {one.condition}' if one.condition else ''}"
        for one in concept.equivalents
        if one.status is not Status.DEPRECATED
    ]


def texts(terms: Iterable[Term]) -> list[str]:
    """Return the texts of terms."""
    return [term.text for term in terms]


@examples(40)
@given(lists_of_concepts(), lists_of_concepts())
def test_what_is_laid_over_can_be_written(
    base: list[Concept], own: list[Concept]
) -> None:
    """The result has each id once, and a file can hold it, whatever the lists say."""
    found = lay_over(Glossary(tuple(base)), [Glossary(tuple(own))])
    assert len(found.by_id) == len(found.concepts)
    written = po.dumps(found.concepts, domain="law")
    assert len(po.loads(written, path="x.po", domain="law")) == len(found)


@examples(40)
@given(lists_of_concepts())
def test_no_list_changes_nothing(base: list[Concept]) -> None:
    """A glossary over which nothing is laid, or an empty list, stays the same."""
    glossary = Glossary(tuple(base))
    assert lay_over(glossary, []) == glossary
    assert lay_over(glossary, [Glossary()]) == glossary


@pytest.mark.parametrize(
    "term",
    [
        "gencatan senjata",
        "penghentian tembak-menembak",
        "gencat senjata",
        "Gencatan Senjata",
    ],
)
def test_english_of_a_list_comes_first(term: str) -> None:
    """Whichever term the list has, its English is first, and ours all stay."""
    concept = laid(entry(term, "truce"))["gencatan-senjata"]
    assert english(concept) == [
        "truce",
        "ceasefire",
        "cease-fire",
        "armistice if near Korea",
    ]
    assert texts(concept.terms) == texts(read(OURS)["gencatan-senjata"].terms)
    assert (concept.unless, concept.domain) == (("near ponsel",), "law")


def test_english_that_both_have_stands_once() -> None:
    """An equivalent of ours that the list prefers moves to the front."""
    concept = laid(entry("gencatan senjata", "cease-fire"))["gencatan-senjata"]
    assert english(concept)[:2] == ["cease-fire", "ceasefire"]


def test_english_that_a_list_deprecates_is_not_offered() -> None:
    """What the list avoids is gone from ours, its region or condition included."""
    own = entry("gencatan senjata", "truce", "avoid: ceasefire", "avoid: armistice")
    concept = laid(own)["gencatan-senjata"]
    assert english(concept) == ["truce", "cease-fire"]
    avoided = [
        one.text for one in concept.equivalents if one.text not in english(concept)
    ]
    assert avoided == ["ceasefire", "armistice", "weapons truce"]


def test_english_that_ours_deprecates_and_a_list_offers() -> None:
    """The list decides: what it offers is not to be avoided."""
    concept = laid(entry("gencatan senjata", "weapons truce"))["gencatan-senjata"]
    assert english(concept)[0] == "weapons truce"
    assert texts(concept.equivalents).count("weapons truce") == 1


def test_a_deprecated_indonesian_term() -> None:
    """A variant of ours that the list deprecates is deprecated."""
    own = entry("gencatan senjata", "truce", "deprecated: gencat senjata — salah")
    terms = laid(own)["gencatan-senjata"].terms
    assert terms[-1] == Term("gencat senjata", Status.DEPRECATED, reason="salah")


def test_a_fuzzy_entry_changes_ours_only_when_asked() -> None:
    """What nobody has reviewed does not come before what somebody has."""
    own = f"#, fuzzy\n{entry('gencatan senjata', 'truce')}"
    assert laid(own)["gencatan-senjata"].equivalent == "ceasefire"
    concept = laid(own, include_fuzzy=True)["gencatan-senjata"]
    assert (concept.equivalent, concept.fuzzy) == ("truce", True)


def test_replaces_takes_the_whole_entry() -> None:
    """An entry that replaces ours stands alone, without our variants."""
    own = entry("gencatan senjata", "truce", "replaces: yes")
    concept = laid(own)["gencatan-senjata"]
    assert english(concept) == ["truce"]
    assert texts(concept.terms) == ["gencatan senjata"]


def test_replaces_takes_one_variant() -> None:
    """Ours keeps its other terms where the list replaces a variant."""
    own = entry("penghentian tembak-menembak", "cessation of fire", "replaces: yes")
    found = laid(own)
    assert texts(found["gencatan-senjata"].terms) == [
        "gencatan senjata",
        "gencat senjata",
    ]
    assert english(found["penghentian-tembak-menembak"]) == ["cessation of fire"]


def test_replacing_entries_leave_each_other_alone() -> None:
    """Entries of one list that replace ours may share a term, in their order."""
    one = entry("gencatan senjata", "truce", "replaces: yes", "when: near Korea")
    two = entry("perletakan senjata", "surrender", "replaces: yes",
                "variant: gencatan senjata")  # fmt: skip
    found = laid(f"{one}\n{two}")
    assert texts(found["gencatan-senjata"].terms) == ["gencatan senjata"]
    assert texts(found["perletakan-senjata"].terms) == [
        "perletakan senjata",
        "gencatan senjata",
    ]


def test_a_replaced_concept_keeps_its_place() -> None:
    """An entry with the id of ours stands where ours did, so that senses keep turns."""
    found = laid(entry("menteri luar negeri", "secretary", "replaces: yes"))
    assert [one.id for one in found.concepts] == [
        "gencatan-senjata",
        "menteri-luar-negeri",
    ]


def test_two_entries_of_one_list_for_one_concept() -> None:
    """Each has its English for its own term, and the regions of ours."""
    own = f"{entry('menteri luar negeri', 'foreign secretary')}\n{entry('Menlu', 'FM')}"
    found = laid(own)
    assert english(found["menteri-luar-negeri"])[0] == "foreign secretary"
    assert texts(found["menteri-luar-negeri"].terms) == ["menteri luar negeri"]
    assert english(found["menlu"])[0] == "FM"
    assert "Secretary of State [US]" in english(found["menlu"])


def test_the_list_named_first_comes_first() -> None:
    """Of several lists the first one has the first English, and ours the last."""
    one, two = entry("Menlu", "FM"), entry("menteri luar negeri", "chief diplomat")
    for lists, expected in (((one, two), "FM"), ((two, one), "chief diplomat")):
        concept = laid(*lists)["menteri-luar-negeri"]
        assert english(concept)[0] == expected
        assert english(concept)[2] == "foreign minister"


def test_the_first_list_may_offer_what_the_second_avoids() -> None:
    """Avoiding works downwards: the list above decides."""
    offers = entry("gencatan senjata", "truce")
    avoids = entry("gencatan senjata", "cessation", "avoid: truce", "avoid: ceasefire")
    assert english(laid(offers, avoids)["gencatan-senjata"])[:2] == [
        "truce",
        "cessation",
    ]
    assert "truce" not in english(laid(avoids, offers)["gencatan-senjata"])


def test_an_entry_with_a_condition_is_a_sense_of_its_own() -> None:
    """It comes before ours, which stays as it is for all other places."""
    own = entry("gencatan senjata", "lull", "when: near badai")
    found = laid(own)
    assert next(iter(found)).equivalent == "lull"
    assert found["gencatan-senjata"].equivalent == "ceasefire"


def test_a_word_that_ours_does_not_mark() -> None:
    """Who lists a word wants it found; who turns it off does not."""
    off = read('#. match: off\nmsgid "duta"\nmsgstr "envoy"\n')
    found = lay_over(off, [read(entry("duta", "ambassador"))])
    assert found["duta"].match is Match.SMART
    kept = laid(entry("gencatan senjata", "truce", "match: off"))["gencatan-senjata"]
    assert kept.match is Match.OFF


def test_acronyms_are_not_words() -> None:
    """AS is the United States; the preposition is another term."""
    base = read(entry("Amerika Serikat", "United States", "abbreviation: AS"))
    found = lay_over(base, [read(entry("as", "axle"))])
    assert found["amerika-serikat"].equivalent == "United States"
    assert found["as"].equivalent == "axle"


@pytest.mark.parametrize("term", ["gencatansenjata", "gencatan-senjata"])
def test_another_spelling_of_our_term(term: str) -> None:
    """Joined or with a hyphen it is the same term, so it does not lose to ours."""
    assert laid(entry(term, "truce"))["gencatan-senjata"].equivalent == "truce"


def test_english_with_a_hyphen_is_another_one() -> None:
    """Who avoids cease-fire may still want ceasefire."""
    own = entry("gencatan senjata", "truce", "avoid: cease-fire")
    assert english(laid(own)["gencatan-senjata"])[:2] == ["truce", "ceasefire"]


def test_lists_of_other_languages_are_refused() -> None:
    """A Malay list cannot be laid over an Indonesian one."""
    with pytest.raises(GlossaryError, match="different languages"):
        lay_over(read(OURS), [Glossary((), "ms", "en")])


def test_a_look_up_form_with_other_capitals() -> None:
    """*Gedung putih*, which a list looks up, is found though ours has capitals."""
    ours = entry("Gedung Putih", "White House")
    own = entry("Gedung Putih", "the White House", "look-up: gedung putih")
    for lists in ((ours, own), (ours, entry("GP", "x", "look-up: gedung putih"))):
        [one] = laid(*lists).concepts[:1]
        assert "gedung putih" in texts(one.terms)
