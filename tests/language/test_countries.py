"""Names of countries in Indonesian, and of cities."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from padanan.language.countries import (
    PlaceKind,
    countries,
    places,
    region_codes,
    region_name,
)
from padanan.language.tables import rows, table

PLACES = {place.name: place for place in places()}


@pytest.mark.parametrize(
    ("name", "code", "kind"),
    [
        ("AS", "US", PlaceKind.COUNTRY),
        ("Amerika Serikat", "US", PlaceKind.COUNTRY),
        ("Gedung Putih", "US", PlaceKind.CAPITAL),
        ("Inggris", "GB", PlaceKind.COUNTRY),
        ("Britania Raya", "GB", PlaceKind.COUNTRY),
        ("Tiongkok", "CN", PlaceKind.COUNTRY),
        ("Cina", "CN", PlaceKind.COUNTRY),
        ("China", "CN", PlaceKind.COUNTRY),
        ("Turki", "TR", PlaceKind.COUNTRY),
        ("Türkiye", "TR", PlaceKind.COUNTRY),
        ("Korut", "KP", PlaceKind.COUNTRY),
        ("Korsel", "KR", PlaceKind.COUNTRY),
        ("Kremlin", "RU", PlaceKind.CAPITAL),
        ("Uni Eropa", "EU", PlaceKind.COUNTRY),
        ("Timor Leste", "TL", PlaceKind.COUNTRY),
        ("Vatikan", "VA", PlaceKind.COUNTRY),
        ("Uzbekistan", "UZ", PlaceKind.COUNTRY),
        ("Amerika Latin", "", PlaceKind.NONE),
        ("dolar AS", "", PlaceKind.NONE),
        ("Laut China Selatan", "", PlaceKind.NONE),
    ],
)
def test_names(name: str, code: str, kind: PlaceKind) -> None:
    """A name points to its country, a seat of government too; some hide one."""
    assert PLACES[name][1:] == (code, kind)


def test_each_name_stands_for_one_place() -> None:
    """No name is given twice, and each but the hiding ones has an English name."""
    assert not [name for name, n in Counter(p.name for p in places()).items() if n > 1]
    known = countries()
    assert not [
        p for p in places() if p.kind is not PlaceKind.NONE and p.code not in known
    ]


def test_codes_are_alpha_2() -> None:
    """Codes are two capitals, and every country has an English name."""
    assert all(re.fullmatch("[A-Z]{2}", code) for code in countries())
    assert all(country.name for country in countries().values())


@pytest.mark.parametrize(
    ("code", "name", "adjective"),
    [
        ("RU", "Russia", "Russian"),
        ("US", "United States", "US"),
        ("TR", "Türkiye", "Turkish"),
        ("CI", "Côte d'Ivoire", "Ivorian"),
        ("KI", "Kiribati", ""),
    ],
)
def test_english_names(code: str, name: str, adjective: str) -> None:
    """English names are CLDR's or the table's; an unknown adjective is empty."""
    assert countries()[code][:3] == (code, name, adjective)


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("AE", "the United Arab Emirates"),
        ("BS", "the Bahamas"),
        ("CD", "the Democratic Republic of the Congo"),
        ("CF", "the Central African Republic"),
        ("CG", "the Republic of the Congo"),
        ("CZ", "the Czech Republic"),
        ("DO", "the Dominican Republic"),
        ("EU", "the European Union"),
        ("FJ", "Fiji"),
        ("GB", "the United Kingdom"),
        ("GM", "the Gambia"),
        ("KM", "the Comoros"),
        ("LB", "Lebanon"),
        ("MH", "the Marshall Islands"),
        ("MV", "the Maldives"),
        ("NL", "the Netherlands"),
        ("PH", "the Philippines"),
        ("SB", "the Solomon Islands"),
        ("SC", "Seychelles"),
        ("SD", "Sudan"),
        ("SU", "the Soviet Union"),
        ("TT", "Trinidad and Tobago"),
        ("UA", "Ukraine"),
        ("UN", "the United Nations"),
        ("US", "the United States"),
        ("VA", "the Holy See"),
        ("VC", "Saint Vincent and the Grenadines"),
        ("QQ", "QQ"),
    ],
)
def test_names_in_a_sentence(code: str, name: str) -> None:
    """English gives some names the article; an unknown code stays as it is."""
    assert region_name(code) == name


def test_the_article_is_no_part_of_a_name() -> None:
    """A pair of countries has none: US–Netherlands talks."""
    assert not [c for c in countries().values() if c.name.lower().startswith("the ")]


def test_names_in_the_plural_take_the_article() -> None:
    """Islands, republics and territories have their article in the table."""
    endings = (" Islands", " Republic", " Territory", " Territories", " Emirates")
    plain = {c.name for c in countries().values() if not c.article}
    assert {name for name in plain if name.endswith(endings)} == {
        "South Georgia and the South Sandwich Islands"
    }


def test_region_codes_are_those_of_countries_and_unions() -> None:
    """An equivalent may hold for each country of today, the EU and the UN."""
    assert {*countries()} - {"SU", "YU"} <= region_codes()
    assert not {"UK", "QQ", "EZ"} & region_codes()


@pytest.mark.parametrize(
    ("name", "cells"),
    [
        ("countries.tsv", 5),
        ("cities.tsv", 2),
        ("modifiers.tsv", 2),
        ("office_holders.tsv", 2),
    ],
)
def test_tables_are_whole(name: str, cells: int) -> None:
    """Each row of a table has its cells, none with spaces around, and a first cell."""
    for row in rows(name):
        assert len(row) == cells, row
        assert row[0]
        assert [cell.strip() for cell in row] == [*row]
    assert len({row[0].lower() for row in rows(name)}) == len(rows(name))


def test_holders_are_of_countries() -> None:
    """Each holder's country is one that is known."""
    assert {code for (code,) in table("office_holders.tsv").values()} <= {*countries()}


@pytest.mark.parametrize(
    ("city", "english"),
    [
        ("moskow", "Moscow"),
        ("jenewa", "Geneva"),
        ("ankara", "Ankara"),
        ("wina", "Vienna"),
    ],
)
def test_cities(city: str, english: str) -> None:
    """Cities have their English names."""
    assert table("cities.tsv")[city] == (english,)
