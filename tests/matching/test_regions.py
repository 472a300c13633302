"""Whose office is meant: patterns beyond the passages of ``context.md``."""

from __future__ import annotations

import pytest

from padanan.matching.offices import (
    MOST_BEARERS,
    Bearer,
    Memory,
    holder,
    is_same,
    is_title_case,
    name_beside,
    remember,
)
from tests.matching.small import shipped


def regions(text: str, of: str = "men") -> list[str | None]:
    """Return the regions of ministers and ministries in a text."""
    return [
        one.region
        for one in shipped().annotate(text)
        if one.text.lower().startswith((of, "kem", "perdana"))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Menlu AS tiba.", ["US"]),
        ("Menlu, AS tiba.", ["US"]),
        ("Menlu. AS tiba.", [None]),
        ("Menlu; AS tiba.", [None]),
        ("Menlu\n\nAS tiba.", [None]),
        ("Menlu Marco Rubio AS", ["US"]),
        ("Menlu yang dikritik AS", [None]),
        ("Menlu Republik Indonesia", ["ID"]),
        ("Menlu Kerajaan Arab Saudi", ["SA"]),
        ("Menlu negara AS", ["US"]),
        ("Menlu dari AS", ["US"]),
        ("Menlu asal AS", ["US"]),
        ("Menlu di AS", [None]),
        ("Menlu ke AS", [None]),
        ("Menlu untuk AS", [None]),
        ("Menlu terhadap AS", [None]),
        ("Menlu dari Washington", [None]),
        ("Kementerian Luar Negeri di Teheran", ["IR"]),
        ("Kementerian Luar Negeri di Iran", [None]),
        ("Kementerian Luar Negeri ke Teheran", [None]),
        ("Menlu (Menteri Luar Negeri) AS", ["US", "US"]),
        ("Menlu AS-Rusia", [None]),
        ("Menlu AS–Rusia", [None]),
        ("Menlu AS - Rusia", ["US"]),
        ("Menlu anti-AS", [None]),
        ("Menlu as", [None]),
        ("delegasi AS dipimpin Menlu", ["US"]),
        ("delegasi AS di Doha yang dipimpin oleh Menlu", ["US"]),
        ("delegasi AS menemui Menlu", [None]),
        ("AS dipimpin Menlu", [None]),
        ("AS diwakili Menlu", ["US"]),
        ("AS dan Rusia diwakili Menlu", [None]),
        ("AS telah diwakili oleh Menlu Ann Lee, Menhan Bo, dan Menkeu Cy",
         ["US", "US", "US"]),
        ("Delegasi AS dipimpin Menlu Rubio dan Menlu Lavrov", ["US", None]),
        ("Delegasi AS dipimpin Menlu Rubio. Menhan Budi tiba.", ["US", None]),
    ],
)  # fmt: skip
def test_where_a_country_counts(text: str, expected: list[str | None]) -> None:
    """A country counts where it stands beside the office in one of the patterns."""
    assert regions(text) == expected


@pytest.mark.parametrize(
    ("text", "because"),
    [
        ("Menlu Amerika Serikat tiba.", "Amerika Serikat"),
        ("Menlu AS Marco Rubio tiba. Menlu Rubio pulang.", "Rubio"),
        ("Menlu Marco Rubio tiba.", "Marco Rubio"),
        ("Kata Gedung Putih dan Departemen Luar Negeri.", "Gedung Putih"),
    ],
)
def test_because_names_the_words_that_decided(text: str, because: str) -> None:
    """An annotation says from which words its country is known."""
    assert [one.because for one in shipped().annotate(text) if one.region][
        -1
    ] == because


def test_a_holder_is_known_only_by_the_whole_name() -> None:
    """The surname alone is no evidence in a document that does not explain it."""
    assert regions("Menlu Rubio tiba.") == [None]
    assert regions("Menlu Marco Rubio tiba.") == ["US"]


def test_the_document_is_stronger_than_the_list_of_holders() -> None:
    """Another person of that name is of the country that the document says."""
    assert regions("Menlu Chile Marco Rubio tiba. Menlu Marco Rubio pulang.") == [
        "CL",
        "CL",
    ]


def test_persons_of_one_given_name() -> None:
    """What is known of John Kerry says nothing of John Howard."""
    text = "Menlu AS John Kerry tiba. Menlu John Howard pulang. Menlu Kerry juga."
    assert regions(text) == ["US", None, "US"]


def test_nearest_before() -> None:
    """Of two countries for a name the nearest one before counts, none after."""
    text = "Menlu Wang pergi. Menlu AS Wang tiba. Menlu RI Wang juga. Menlu Wang lega."
    assert regions(text) == [None, "US", "ID", "ID"]


@pytest.mark.parametrize(
    ("text", "office", "name"),
    [
        ("Menlu Marco Rubio tiba", "Menlu", "Marco Rubio"),
        ("Menlu, Marco Rubio, tiba", "Menlu", "Marco Rubio"),
        ("Menlu (AS) Marco Rubio", "Menlu", "Marco Rubio"),
        ("Menlu Faisal bin Farhan tiba", "Menlu", "Faisal bin Farhan"),
        ("Menlu George W. Bush tiba", "Menlu", "George W. Bush"),
        ("Marco Rubio, menlu itu", "menlu", "Marco Rubio"),
        ("Marco Rubio sebagai menlu", "menlu", "Marco Rubio"),
        ("Marco Rubio yang menjabat menlu", "menlu", "Marco Rubio"),
        ("kata menlu itu", "menlu", None),
    ],
)
def test_names_beside_an_office(text: str, office: str, name: str | None) -> None:
    """The name stands behind the office, or before it in apposition."""
    start = text.index(office)
    span = name_beside(text, start, start + len(office), (0, len(text)))
    assert (text[slice(*span)] if span else None) == name


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Rubio", "Marco Rubio", True),
        ("Retno Marsudi", "Retno", True),
        ("Faisal bin Farhan", "Faisal bin Farhan Al Saud", True),
        ("Sergei Lavrov", "Sergey Lavrov", True),
        ("John Kerry", "John Howard", False),
        ("Marco Rubio", "Sergei Lavrov", False),
    ],
)
def test_names_of_one_person(one: str, other: str, *, same: bool) -> None:
    """Names agree by their last word, or where one is a part of the other."""
    left, right = (tuple(reversed(name.split())) for name in (one, other))
    assert is_same(left, right) is is_same(right, left) is same


def test_holders() -> None:
    """A holder is known by first and last name together."""
    assert holder(("Lammy", "David")) == ("GB", "David Lammy")
    assert holder(("Lammy",)) is None
    assert holder(()) is None


def test_title_case() -> None:
    """A headline in title case has capitals throughout; a short one does not count."""
    assert is_title_case("Menlu Rubio Desak Gencatan Senjata di Gaza")
    assert is_title_case("Iran Lanjutkan Perundingan Nuklir dengan AS untuk Damai")
    assert not is_title_case("Menlu Rubio desak gencatan senjata")
    assert not is_title_case("Menlu Rubio")


def test_a_name_ends_in_a_line_of_capitals() -> None:
    """A line full of offices is no name without end: it is read in linear time."""
    text = "Menlu AS Marco Rubio " * 500
    spans = [
        name_beside(text, start, start + 8, (0, len(text)))
        for start in range(0, len(text), 21)
    ]
    assert max(end - start for start, end in filter(None, spans)) < 200


def test_of_many_persons_with_one_name_some_are_remembered() -> None:
    """What is remembered of one word is bounded, however long the document is."""
    memory: Memory = {}
    for number in range(1_000):
        remember(memory, Bearer("US", (f"Rubio{number}", "Marco")), number)
    assert len(memory["Marco"]) == MOST_BEARERS
    assert memory["Rubio7"] == {Bearer("US", ("Rubio7", "Marco")): [7]}
