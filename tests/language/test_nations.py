"""Countries and nationalities are known in both languages, and told from languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from padanan.language.countries import countries
from padanan.language.nations import nations


@pytest.mark.parametrize(
    ("text", "language", "codes"),
    [
        ("Menlu AS dan Dubes Inggris", "id", ["US", "GB"]),
        ("Amerika Latin", "id", []),
        ("Laut China Selatan", "id", []),
        ("bahasa Inggris", "id", []),
        ("Korsel", "id", ["KR"]),
        ("the U.S. and Britons", "en", ["US", "GB"]),
        ("Give us the US", "en", ["US"]),
        ("the Dutch–French border", "en", ["NL", "FR"]),
        ("South Korea’s envoy", "en", ["KR"]),
        ("the South China Sea", "en", []),
        ("an English-speaking envoy", "en", []),
        ("Latin America", "en", []),
        ("the United Nations", "en", []),
        ("Northern Ireland and Ireland", "en", ["GB", "IE"]),
        ("Nigerians in Niger", "en", ["NG", "NE"]),
    ],
)
def test_nations(text: str, language: str, codes: list[str]) -> None:
    """The longest name counts, and what only contains a country is none."""
    assert [code for one in nations(text, language) for code in one.codes] == codes


@pytest.mark.parametrize("code", sorted(countries().keys() - {"UN"}))
def test_every_country_is_known(code: str) -> None:
    """What English calls a country and its people names that country."""
    country = countries()[code]
    for text in filter(None, (country.name, country.adjective)):
        assert any(code in one.codes for one in nations(f"the {text} envoy", "en")), (
            text
        )


@given(st.text(max_size=80), st.sampled_from(["id", "en"]))
def test_places_lie_in_the_text(text: str, language: str) -> None:
    """Places are ordered, disjoint and inside of the text."""
    last = 0
    for one in nations(text, language):
        assert last <= one.start < one.end <= len(text)
        last = one.end
