"""English for a larger name: *US embassy* where ``Kedutaan Besar AS`` stands.

The words behind a term may add to it, in this order: a portfolio, a modifier or a
duration, a country or a pair of countries, then ``untuk`` or ``di`` and a place. The
span of the annotation stays that of the term.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from padanan import lazy_re
from padanan.glossary.joining import ATTRIBUTIVE, HEAD, MODIFIER, TERM
from padanan.language.countries import Country, PlaceKind
from padanan.language.portfolios import (
    beginnings,
    longest_portfolio,
    more_behind,
    portfolio,
)
from padanan.language.tables import table
from padanan.matching.joining import capitalised
from padanan.matching.offices import is_title

if TYPE_CHECKING:
    from collections.abc import Mapping

    from padanan.language.portfolios import Portfolio
    from padanan.matching.mentions import Mention, Mentions

MINISTRIES = {"kementerian": "ministry", "departemen": "department"}
MISSIONS = frozenset({"kedutaan", "konsulat", "duta", "konsul", "dubes", "kedubes",
                      "konjen", "kuasa", "perwakilan", "utusan"})  # fmt: skip
SHORT_NAMES = {"US": "US", "GB": "UK", "AE": "UAE"}

_DURATION = re.compile(
    r"\s+(?:selama\s+)?(\d{1,3})[\s-](hari|jam|minggu|pekan|bulan|tahun)\b", re.I
)
_UNITS = {"hari": "day", "jam": "hour", "minggu": "week", "pekan": "week",
          "bulan": "month", "tahun": "year"}  # fmt: skip
_WORDS = re.compile(r"[\w-]+")
_PERSONS = frozenset({
    "agen", "aktivis", "anak", "anggota", "awak", "buron", "buronan", "buruh",
    "diplomat", "hakim", "imigran", "jemaah", "jurnalis", "korban", "mahasiswa",
    "militan", "narapidana", "pekerja", "pelaku", "pelajar", "pembelot", "pengungsi",
    "prajurit", "relawan", "sandera", "senator", "serdadu", "sukarelawan", "tahanan",
    "tawanan", "teknisi", "tentara", "terdakwa", "teroris", "tersangka", "tokoh",
    "turis", "veteran", "warga", "wartawan", "wisatawan", "wna", "wni",
})  # fmt: skip
"""First words of terms that are persons without a title: what follows is their age."""
_VERB = lazy_re.compile(
    r" (?:(?:di|me|ber)\w{3,}|(?:datang|kembali|masuk|naik|pergi|pulang|tampil|terbang"
    r"|tiba|turun)\b)",
    re.I,
)
_ADVERBS = frozenset({"langsung", "resmi", "secara besar-besaran", "segera", "sepihak"})
"""Modifiers that describe a verb just as well."""
_DIGITS_AND_SPACES = frozenset("0123456789 \t\n\r\v\f\xa0")
_NEXT = re.compile(r" ([\w-]+)")
_PAIRING = frozenset("-–")
_AGAINST = re.compile(
    r"(?i:[-–][^\W\d_]|[^\S\n](?:vs|versus|lawan|melawan)\b)"
    # Vietnam Selatan was another country.
    r"|[^\S\n](?:(?:Selatan|Utara|Timur|Barat)\b"
    # It is a party to something with one that is no country.
    r"|(?:dan|serta)[^\S\n](?:Hamas|Hizbullah|Hezbollah|Houthi|Taliban|Fatah"
    r"|NATO|PBB|ASEAN)\b)"
)
"""Behind a country these tell that it is not all that is named."""
_LISTED = re.compile(r"(?:,|[^\S\n](?:dan|serta|[-–]))[^\S\n](?:(?:dan|serta)[^\S\n])?")
_JOINING_MARKS = frozenset(",-–")
_SEVERAL = (
    "barat", "dan", "lawan", "melawan", "selatan", "serta", "timur", "utara", "versus",
    "vs", "-", "–",
)  # fmt: skip
"""What these two patterns have behind a space, in lower case."""
NO_COUNTRY = ""
"""The order of the English of a term beside which no country may stand."""
_FOLLOWING = re.compile(r"\s+([\w-]+)")
POSTINGS = frozenset({"di", "untuk"})
"""The words behind a mission before the place where it is."""
_BIDS = (" bidang ", " urusan ", " ")
"""What stands between a ministry or a minister and the portfolio."""
_WITH_PORTFOLIO = ("menteri", "koordinator", *MINISTRIES)


class PhraseHead(NamedTuple):
    """A term in its text, for which a phrase is wanted.

    Attributes:
        mentions: the document and the countries named in it.
        countries: English names of countries by code.
        end: offset behind the term.
        limit: offset of the end of its sentence.
        term: the Indonesian term.
        english: the first equivalent here.
        region: code of its country, where known.
        order: of the English with a country behind the term, as ``heads`` gives it.
    """

    mentions: Mentions
    countries: Mapping[str, Country]
    end: int
    limit: int
    term: str
    english: str
    region: str | None
    order: str = ATTRIBUTIVE

    @property
    def text(self) -> str:
        """The document."""
        return self.mentions.text


def phrase(occurrence: PhraseHead) -> str | None:
    """Return the English of the larger name, ``None`` where nothing is added.

    The compiled core tells a second time where nothing but one country may be added
    (``native.wording``).
    """
    is_mission, has_portfolio = grows(occurrence.term)
    english, end = occurrence.english, occurrence.end
    if has_portfolio:
        english, end = _portfolio(occurrence)
    if _may_be_modified(occurrence.text, end):
        english, end = _modified(occurrence, english, end)
    english, end = _of_country(occurrence, english, end)
    if is_mission:
        english = _posted(occurrence, english, end)
    return english if english != occurrence.english else None


def may_be_longer(text: str, end: int, term: str, places: frozenset[int]) -> bool:
    """Whether the words behind a term may add to it at all; quick.

    Args:
        text: the document.
        end: offset behind the term.
        term: the Indonesian term.
        places: the offsets at which countries are named.

    >>> may_be_longer("gencatan senjata itu", 16, "gencatan senjata", frozenset())
    False
    """
    if end + 1 in places:
        return True
    is_mission, has_portfolio = grows(term)
    if not (is_mission or has_portfolio or _may_be_modified(text, end)):
        return False
    following = _FOLLOWING.match(text, end)
    if following is None:
        return False
    word = following[1].lower()
    return (
        has_portfolio
        or word in first_words()
        or word[0].isdigit()
        or (is_mission and word in POSTINGS)
    )


def may_add(word: str, following: str) -> bool:
    """Whether a modifier or a duration may begin with a word; quick.

    Args:
        word: in lower case, one of ``first_words`` or a number.
        following: the word behind it in lower case, empty where there is none.

    >>> may_add("30", "hari"), may_add("1994", "1996"), may_add("tidak", "boleh")
    (True, False, False)
    """
    if not following.isascii():
        return True  # Patterns ignore case in their own way.
    if word[0].isdigit():
        return following in _UNITS
    if word == "selama":
        return following[:1].isdigit()
    seconds = _second_words().get(word, _NONE)
    return following in seconds or "" in seconds


_NONE: frozenset[str] = frozenset()


@cache
def _second_words() -> dict[str, frozenset[str]]:
    """Return the second words of modifiers by the first, empty where there is none.

    Words end at hyphens here.
    """
    found: dict[str, set[str]] = {}
    for key in table("modifiers.tsv"):
        first, _, rest = key.partition(" ")
        found.setdefault(first, set()).add(re.split(r"\W", rest)[0])
    return {first: frozenset(seconds) for first, seconds in found.items()}


def _may_be_modified(text: str, end: int) -> bool:
    """Whether a modifier or a duration may follow a term; quick.

    The first letters tell, or a digit. A space may be followed by another one.
    """
    begin = text[end + 1 : end + 1 + _least()].lower()
    return begin in _first_letters() or begin[:1] in _DIGITS_AND_SPACES


@cache
def _least() -> int:
    """Return the number of letters that all words have that may add to any term."""
    return min(map(len, first_words()))


@cache
def _first_letters() -> frozenset[str]:
    """Return the first letters of the words that may add to any term."""
    return frozenset(word[: _least()] for word in first_words())


@lru_cache(maxsize=4096)
def grows(term: str) -> tuple[bool, bool]:
    """Whether a place may follow a term, and whether a portfolio may.

    >>> grows("duta besar"), grows("kementerian")
    ((True, False), (False, True))
    """
    return _head(term) in MISSIONS, term.lower().endswith(_WITH_PORTFOLIO)


def _head(term: str) -> str:
    return term.lower().split(" ")[0]


def _portfolio(occurrence: PhraseHead) -> tuple[str, int]:
    """Add a portfolio: *kementerian perdagangan* → ministry of trade."""
    head = _head(occurrence.term)
    bare = occurrence.term.lower().split(" ")[-1]
    if bare not in _WITH_PORTFOLIO:
        return occurrence.english, occurrence.end
    start = occurrence.end
    for bid in _BIDS:
        begin = occurrence.text[start : start + len(bid)].lower()
        if begin == bid:
            found = _portfolio_at(occurrence, start + len(bid))
            if found:
                known, end = found
                return _portfolio_english(occurrence, head, known), end
    return occurrence.english, start


def _portfolio_at(occurrence: PhraseHead, start: int) -> tuple[Portfolio, int] | None:
    """Return the portfolio at an offset and its end, ``None`` where it is cut."""
    text = occurrence.text
    name = longest_portfolio(text[start : min(occurrence.limit, start + 120)], 0)
    known = portfolio(name) if name else None
    if name is None or known is None or more_behind(text, start, start + len(name)) > 0:
        return None
    return known, start + len(name)


def _longest(
    occurrence: PhraseHead, start: int, known: Mapping[str, tuple[str, ...]]
) -> tuple[str, int] | None:
    """Return the longest row of a table that stands at an offset, and its end."""
    window = occurrence.text[start : min(occurrence.limit, start + 60)].lower()
    ends = [match.end() for match in _WORDS.finditer(window)]
    for end in reversed(ends):
        if window[:end] in known:
            return window[:end], start + end
    return None


def _portfolio_english(occurrence: PhraseHead, head: str, portfolio: Portfolio) -> str:
    english, american = portfolio
    if head in MINISTRIES:
        if occurrence.region == "US" and american:
            return f"Department of {capitalised(american)}"
        return f"ministry of {english}"
    if occurrence.region == "US" and american and occurrence.term.lower() == "menteri":
        return f"Secretary of {capitalised(american)}"
    return (
        f"{occurrence.english} for {english}"
        if head == "menteri" and ("koordinator" in occurrence.term.lower())
        else f"{_of(occurrence.english, english)}"
    )


def _of(english: str, portfolio: str) -> str:
    """Put a portfolio into a title: *deputy minister* → deputy trade minister."""
    if english.endswith("minister") and len(portfolio.split()) == 1:
        return f"{english.removesuffix('minister')}{portfolio} minister"
    return f"{english} of {portfolio}"


def _modified(occurrence: PhraseHead, english: str, end: int) -> tuple[str, int]:
    """Add a modifier or a duration: *gencatan senjata 30 hari* → 30-day ceasefire."""
    if english[0].isupper():
        # Behind a name both belong to the verb: *ASEAN resmi menerima*.
        return english, end
    duration = _DURATION.match(occurrence.text, end, occurrence.limit)
    if duration and not _is_person(occurrence.term):
        unit = _UNITS[duration[2].lower()]
        return f"{duration[1]}-{unit} {english}", duration.end()
    modifiers = table("modifiers.tsv")
    if _next_word(occurrence.text, end) in _first_words("modifiers.tsv"):
        found = _longest(occurrence, end + 1, modifiers)
        if found and not _is_adverb(occurrence, *found):
            return f"{modifiers[found[0]][0]} {english}", found[1]
    return english, end


def _is_person(term: str) -> bool:
    return is_title(term) or _head(term) in _PERSONS


def _is_adverb(occurrence: PhraseHead, word: str, end: int) -> bool:
    """Whether a modifier belongs to the verb behind it: *langsung dideportasi*."""
    verb = _VERB.match(occurrence.text, end, occurrence.limit)
    return word in _ADVERBS and verb is not None


def _next_word(text: str, end: int) -> str:
    match = _NEXT.match(text, end)
    return match[1].lower() if match else ""


@cache
def words_before_portfolios() -> frozenset[str]:
    """Return the words behind a minister that a portfolio may begin with."""
    bids = [bid.strip() for bid in _BIDS if bid.strip()]
    return beginnings() | frozenset(bids)


@cache
def first_words() -> frozenset[str]:
    """Return the words that may add to any term, in lower case; numbers do too."""
    return _first_words("modifiers.tsv") | {"selama"}


@cache
def _first_words(name: str) -> frozenset[str]:
    return frozenset(key.split(" ")[0] for key in table(name))


def _of_country(occurrence: PhraseHead, english: str, end: int) -> tuple[str, int]:
    """Add a country or a pair: *hubungan Rusia-AS* → Russia–US relations."""
    mentions, countries = occurrence.mentions, occurrence.countries
    first = (
        mentions.starting_at(end + 1) if mentions.text[end : end + 1] == " " else None
    )
    if first is None or first.place.kind is not PlaceKind.COUNTRY:
        return english, end
    order = occurrence.order
    if order == NO_COUNTRY or not takes_country(english):
        return english, end
    second = _partner(mentions, first)
    if second and _partner(mentions, second):
        # Three are no pair: *pembicaraan AS-Jepang-Filipina*.
        return english, end
    if second and order == HEAD and " of " in english:
        # A list of parties belongs inside: establishment of relations.
        return english, end
    if second:
        one, other = first.place.code, second.place.code
        pair = f"{_short(one, countries)}–{_short(other, countries)}"
        return f"{pair} {english}", second.end
    if is_one_of_several(mentions, first.end, occurrence.limit):
        return english, end
    if acts(mentions.text, first.end, occurrence.limit):
        order = for_actor(order)
    return with_country(english, countries, first.place.code, order), first.end


def is_one_of_several(mentions: Mentions, end: int, limit: int) -> bool:
    """Whether a country is not all that is named: *perang Iran vs Israel*.

    ``native.wording`` asks only behind certain words and marks: what changes in the
    patterns changes there.

    Args:
        mentions: the document and the countries named in it.
        end: offset behind the country.
        limit: offset of the end of its sentence.
    """
    text = mentions.text
    if not _may_be_several(text, end):
        return False
    if text[end] != "," and _AGAINST.match(text, end, limit):
        return True
    listed = _LISTED.match(text, end, limit)
    another = mentions.starting_at(listed.end()) if listed else None
    if listed is None or another is None or another.place.kind is not PlaceKind.COUNTRY:
        return False
    # Two that only a comma parts need not be a list: the embassy of one, the other.
    more = _LISTED.match(text, another.end, limit)
    return more is not None or not listed[0].startswith(",")


def _may_be_several(text: str, end: int) -> bool:
    """Whether the patterns of ``is_one_of_several`` may match at an offset; quick."""
    if text[end : end + 1] in _JOINING_MARKS:
        return True
    return text[end + 1 : end + 8].lower().startswith(_SEVERAL)


def takes_country(english: str) -> bool:
    """Whether a country may stand beside the English of a term.

    Elsewhere it belongs inside: the recall of the Australian ambassador, support for
    Palestinian independence.

    >>> takes_country("relations"), takes_country("support for independence")
    (True, False)
    """
    inside = " of the " in english or " for " in english
    return not (inside and english[0].islower())


def with_country(
    english: str, countries: Mapping[str, Country], code: str, order: str
) -> str:
    """Return the English of a term with a country.

    Args:
        english: of the term.
        countries: English names of countries by code.
        code: of the country.
        order: of the English, as ``heads`` gives it.

    >>> gambia = {"GM": Country("GM", "Gambia", "Gambian", article=True)}
    >>> with_country("embassy", gambia, "GM", ATTRIBUTIVE)
    'Gambian embassy'
    >>> with_country("embassy", gambia, "GM", "{head} in {term}")
    'embassy in the Gambia'
    """
    country = countries[code]
    if order == ATTRIBUTIVE and country.adjective:
        return f"{country.adjective} {english}"  # nearly always
    if MODIFIER in order and not country.adjective:
        order = f"{HEAD} of {TERM}"
    before = order.startswith(TERM)
    name = _short(code, countries) if before else country.in_sentence
    filled = order.replace(MODIFIER, country.adjective).replace(TERM, name)
    return filled.replace(HEAD, english)


_GOES_TO = re.compile(r"[^\S\n](?:ke|kepada|terhadap)\b", re.IGNORECASE)
"""Behind a country this tells that the country acts: *kunjungan China ke Rusia*."""
_FIRST_OF_AIMS = frozenset("kKtT")
"""The first letters of these words."""


def acts(text: str, end: int, limit: int) -> bool:
    """Whether a country that ends at an offset acts, by the word behind it.

    Args:
        text: the document.
        end: offset behind the country.
        limit: offset of the end of its sentence.
    """
    if text[end + 1 : end + 2] not in _FIRST_OF_AIMS:
        return False
    return _GOES_TO.match(text, end, limit) is not None


def for_actor(order: str) -> str:
    """Return the order of the English for a country that acts.

    It is an adjective, where the order does not say itself where that stands.

    >>> for_actor("{head} of {term}"), for_actor("unprovoked {modifier} attack")
    ('{modifier} {head}', 'unprovoked {modifier} attack')
    """
    return order if MODIFIER in order else ATTRIBUTIVE


def _partner(mentions: Mentions, first: Mention) -> Mention | None:
    """Return the country with which another one forms a pair."""
    end = first.end
    if mentions.text[end : end + 1] not in _PAIRING:
        return None
    return mentions.starting_at(end + 1)


def _short(code: str, countries: Mapping[str, Country]) -> str:
    return SHORT_NAMES.get(code, countries[code].name)


_POSTED = re.compile(r"\s+(untuk|di)\s+")


def _posted(occurrence: PhraseHead, english: str, end: int) -> str:
    """Add where a mission is: *Duta Besar Rusia untuk AS* → … to the United States."""
    match = _POSTED.match(occurrence.text, end, occurrence.limit)
    if match is None or _head(occurrence.term) not in MISSIONS:
        return english
    place = occurrence.mentions.starting_at(match.end())
    if place and place.place.kind is PlaceKind.COUNTRY:
        country = occurrence.countries[place.place.code]
        return f"{english} {_preposition(occurrence, match[1])} {country.in_sentence}"
    city = _city(occurrence.text, match.end())
    return f"{english} in {city}" if city and match[1] == "di" else english


def _preposition(occurrence: PhraseHead, indonesian: str) -> str:
    """Return *in*, or *to* of an ambassador and *for* of an envoy to a conflict."""
    if indonesian != "untuk":
        return "in"
    return "for" if _head(occurrence.term) == "utusan" else "to"


LONGEST_CITY = 4
"""Maximum number of words in the name of a city: *Ho Chi Minh City*."""


def _city(text: str, start: int) -> str | None:
    """Return the English name of the capital or city that stands at an offset."""
    names = table("cities.tsv")
    words = re.findall(r"\w+", text[start : start + 40])[:LONGEST_CITY]
    for size in range(len(words), 0, -1):
        name = " ".join(words[:size])
        if name.lower() in names and text.startswith(name, start):
            return names[name.lower()][0]
    return None
