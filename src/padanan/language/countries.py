"""Names of countries in Indonesian, and what they are called in English.

The names come from CLDR (through Babel), which covers every country but knows
one name for each; ``countries.tsv`` beside this module adds other names and
spellings, abbreviations, capitals and seats of government, English adjectives, and
which English names take the article.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from typing import NamedTuple

from padanan.language import ENGLISH, INDONESIAN, tables

TABLE = "countries.tsv"

HOME = "ID"
"""Code of the country that is not foreign in Indonesian texts."""


class PlaceKind(StrEnum):
    """What a name says: the country itself, or the city where it is governed."""

    COUNTRY = "country"
    CAPITAL = "capital"
    NONE = "none"


class PlaceName(NamedTuple):
    """An Indonesian name that stands for a country, or hides one.

    Attributes:
        name: as it is written in Indonesian, with its capitals.
        code: ISO 3166 alpha-2 code (or ``EU``); empty if the name hides a country.
        kind: ``NONE`` marks names that hide a country's (*Amerika Latin*).
    """

    name: str
    code: str
    kind: PlaceKind


class Country(NamedTuple):
    """How English names a country: *Russia*, *Russian*.

    Attributes:
        code: ISO 3166 alpha-2 code (or ``EU``, ``UN``).
        name: without an article.
        adjective: empty if none is known: *the embassy of Kiribati*.
        article: whether the name takes *the* in a sentence.
    """

    code: str
    name: str
    adjective: str
    article: bool = False

    @property
    def in_sentence(self) -> str:
        """The name as it is written in a sentence.

        >>> f"embassy of {countries()['GM'].in_sentence}"
        'embassy of the Gambia'
        >>> f"ambassador to {countries()['FJ'].in_sentence}"
        'ambassador to Fiji'
        """
        return f"{THE}{self.name}" if self.article else self.name


NOT_A_COUNTRY = (
    "Amerika Latin",
    "Amerika Selatan",
    "Amerika Tengah",
    "Amerika Utara",
    "dolar AS",
    "Eropa",
    "Laut China Selatan",
    "Laut Cina Selatan",
    "Laut Tiongkok Selatan",
    "Selat Taiwan",
    "Samudra Hindia",
    "Semenanjung Korea",
    "Irlandia Utara",
    "Dewan Keamanan",
)
"""Names that contain or resemble the name of a country without naming it."""

NO_REGIONS = frozenset({"EZ", "QO", "XA", "XB", "ZZ"})
"""Codes of CLDR for no region: the eurozone, outlying Oceania, pseudo-locales."""

NO_COUNTRIES = NO_REGIONS | {"UN"}
"""Codes of CLDR for no country."""

THE = "the "
"""Begins the English name of ``countries.tsv`` that takes the article."""


class _Row(NamedTuple):
    code: str
    english: str
    adjective: str
    names: tuple[str, ...]
    capitals: tuple[str, ...]


def _rows() -> tuple[_Row, ...]:
    return tuple(
        _Row(code, english, adjective, _split(names), _split(capitals))
        for code, english, adjective, names, capitals in tables.rows(TABLE)
    )


def _split(cell: str) -> tuple[str, ...]:
    return tuple(filter(None, cell.split("|")))


def _cldr(language: str) -> dict[str, str]:
    # Babel is slow to import; only compiling a glossary needs it.
    from babel import Locale

    return {
        code: name.replace("’", "'")
        for code, name in Locale(language).territories.items()
        if len(code) == 2 and code not in NO_COUNTRIES and "(" not in name
    }


def places() -> tuple[PlaceName, ...]:
    """Return every Indonesian name that points to a country, each once.

    >>> next(place for place in places() if place.name == "Gedung Putih").code
    'US'
    """
    rows = _rows()
    found: dict[str, PlaceName] = {}
    for name in NOT_A_COUNTRY:
        found[name] = PlaceName(name, "", PlaceKind.NONE)
    for row in rows:
        for name in row.names:
            found.setdefault(name, PlaceName(name, row.code, PlaceKind.COUNTRY))
        for name in row.capitals:
            found.setdefault(name, PlaceName(name, row.code, PlaceKind.CAPITAL))
    for code, name in sorted(_cldr(INDONESIAN).items()):
        found.setdefault(name, PlaceName(name, code, PlaceKind.COUNTRY))
    return tuple(found.values())


@cache
def countries() -> dict[str, Country]:
    """Return the English names and adjectives by code, with those of EU and UN.

    >>> countries()["RU"]
    Country(code='RU', name='Russia', adjective='Russian', article=False)
    """
    found = {
        code: Country(code, name.replace(" & ", " and "), "")
        for code, name in _cldr(ENGLISH).items()
    }
    for row in _rows():
        name = row.english.removeprefix(THE)
        found[row.code] = Country(row.code, name, row.adjective, name != row.english)
    return found


def region_name(code: str) -> str:
    """Return what a region is called in a sentence; an unknown code as it is.

    >>> region_name("US"), region_name("FR"), region_name("UN"), region_name("QQ")
    ('the United States', 'France', 'the United Nations', 'QQ')
    """
    found = countries().get(code)
    return found.in_sentence if found else code


@cache
def indonesian_name(code: str) -> str:
    """Return what a region is called in Indonesian, as CLDR has it.

    >>> indonesian_name("GB"), indonesian_name("UN"), indonesian_name("QQ")
    ('Inggris Raya', 'Perserikatan Bangsa-Bangsa', 'QQ')
    """
    from babel import Locale

    return str(Locale(INDONESIAN).territories.get(code, code))


@cache
def region_codes() -> frozenset[str]:
    """Return the codes of regions that equivalents may hold for: ISO 3166-1, EU, UN.

    >>> {"US", "EU", "UN"} <= region_codes(), "UK" in region_codes()
    (True, False)
    """
    from babel import Locale

    codes = (str(code) for code in Locale(ENGLISH).territories)
    return frozenset(code for code in codes if code.isalpha()) - NO_REGIONS
