"""Countries and nationalities in a text, Indonesian or English.

Indonesian says *Prancis* of the country, its people and what is French. English has a
name, an adjective and often a word for its people; the last ones are listed here,
the others come from ``countries``.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from padanan.language import INDONESIAN
from padanan.language.countries import PlaceKind, countries, places

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


class Nation(NamedTuple):
    """A country or nationality in a text.

    Attributes:
        codes: of the countries that may be meant (*Korea*, *Congo*: two).
        start: offset of its first code point.
        end: offset after it.
        named: the country or nationality itself is named, not its capital.
    """

    codes: frozenset[str]
    start: int
    end: int
    named: bool = True


_ENGLISH = {
    "AE": "UAE|Emirates", "AF": "Afghani", "AR": "Argentinian|Argentinean",
    "AU": "Aussie", "BA": "Bosnia|Bosnian", "BD": "Bangladeshi", "CD": "DRC|Congo",
    "CG": "Congo", "CI": "Ivory Coast|Ivorian", "CN": "PRC|Beijing", "CZ": "Czech",
    "DK": "Dane|Danish", "ES": "Spaniard", "FI": "Finn", "FR": "Frenchman",
    "GB": "UK|U.K.|Britain|Great Britain|Briton|English|England|Scottish|Scotland"
          "|Scot|Welsh|Wales|Northern Ireland",
    "HK": "Hong Kong", "IE": "Irishman", "IL": "Zionist", "IR": "Persian",
    "KP": "Korea|Korean|DPRK|N. Korea", "KR": "Korea|Korean|S. Korea",
    "KG": "Kirghiz|Kyrgyz", "LA": "Lao|Laotian", "MK": "Macedonia|Macedonian",
    "MM": "Burma|Burmese|Myanmar", "NL": "Dutch|Holland|Dutchman",
    "NZ": "Kiwi", "PH": "Filipino|Filipina|Philippine", "PL": "Pole",
    "PS": "Palestine|Palestinian", "RU": "Soviet|USSR|Soviet Union", "SA": "Saudi",
    "SE": "Swede", "SY": "Syrian", "TL": "Timorese|East Timor", "TR": "Turk|Turkey",
    "TW": "Taiwanese", "US": "US|U.S.|USA|U.S.A.|America|American|United States",
    "VA": "Holy See|Vatican", "VN": "Viet Nam|Viet Cong",
}  # fmt: skip
"""Other names, abbreviations and peoples in English."""

_HIDING = (
    "Latin America", "South America", "Central America", "North America", "Americas",
    "South China Sea", "East China Sea", "Sea of Japan", "Indian Ocean",
    "New England", "Gulf of Mexico", "New Mexico", "English Channel",
    "Persian Gulf", "Indian summer", "French fries", "Turkish bath", "Guinea pig",
)  # fmt: skip
"""English names that contain that of a country without naming it."""

_LANGUAGES = re.compile(r"\b[Bb]ahasa\s+\Z")
_IS_LANGUAGE = re.compile(r"\s*+(?:-\s*+)?language\b|\s*+-\s*+speaking\b")
_REACH = 12


def nations(text: str, language: str = INDONESIAN) -> tuple[Nation, ...]:
    """Return the countries and nationalities of a text, in order.

    Args:
        text: any text.
        language: ``id`` or ``en``.

    >>> [sorted(one.codes) for one in nations("Menlu AS dan Prancis di Seoul")]
    [['US'], ['FR'], ['KR']]
    >>> [sorted(one.codes) for one in nations("the U.S. and French ministers", "en")]
    [['US'], ['FR']]
    """
    return tuple(_nations(text, language))


def _nations(text: str, language: str) -> Iterator[Nation]:
    known = _indonesian() if language == INDONESIAN else _english()
    for match in _pattern(language).finditer(text.replace("’", "'")):
        codes, named = known[match[1]]
        if codes and not _is_of_a_language(text, match):
            yield Nation(codes, *match.span(1), named)


def _is_of_a_language(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - _REACH) : match.start()]
    return bool(_LANGUAGES.search(before) or _IS_LANGUAGE.match(text, match.end()))


Known = dict[str, tuple[frozenset[str], bool]]


@cache
def _indonesian() -> Known:
    return {
        place.name: (frozenset({place.code} - {""}), place.kind is PlaceKind.COUNTRY)
        for place in places()
    } | {"Korea": (frozenset({"KP", "KR"}), True), "RI": (frozenset({"ID"}), True)}


@cache
def _english() -> Known:
    found: dict[str, set[str]] = {}
    for code, country in countries().items():
        others = _ENGLISH.get(code, "").split("|")
        for name in (country.name, country.adjective, *others):
            # The United Nations are no country.
            if name and code != "UN" and name[0].isupper():
                found.setdefault(name, set()).add(code)
    named = {name: (frozenset(codes), True) for name, codes in found.items()}
    return named | dict.fromkeys(_HIDING, (frozenset[str](), False))


@cache
def _pattern(language: str) -> re.Pattern[str]:
    known: Mapping[str, object] = (
        _indonesian() if language == INDONESIAN else _english()
    )
    names = "|".join(map(re.escape, sorted(known, key=len, reverse=True)))
    # Of peoples English has a plural: Americans, Danes.
    plural = "" if language == INDONESIAN else "s?"
    # Most words have no capital: the many names are not tried on them.
    first = "".join(sorted({name[0] for name in known}))
    return re.compile(rf"(?<![\w-])(?=[{first}])({names}){plural}(?!\w)")
