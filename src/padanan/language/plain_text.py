"""A text as a reader sees it: plain letters, and words that are apart.

Three things hide a term from every rule that looks at letters and spaces: characters
that nobody sees, spaces and letters in another guise (ligatures, full width, letters of
mathematics, accents as characters of their own, raised numbers of notes), and signs
without a space after them; a ``_`` is no letter either. Such a text is read in a plain
copy; offsets lead back.
Categories and decompositions are those of the Unicode Character Database (UAX #44).
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from padanan import lazy_re
from padanan.language.offsets import Offsets, replaced

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SIGNS = "!$%&+,.:;=^¡¢£¤¥¦§¨©¬®¯°±´¶·¸¿×÷"
"""Signs that may touch a word; after hyphens, brackets and quotation marks a term is
found anyway, and ``#`` and ``@`` make names of accounts."""
CONTROLS = "".join(map(chr, (*range(1, 9), *range(14, 28), 127, *range(128, 160))))
"""Control characters, which part words too."""
_ODD_IN_LATIN_1 = "\xad¹²³ªº"


def _shapes() -> bytes:
    """Return the table that tells signs, letters and odd characters apart."""
    shapes = bytearray(
        ord(("A" if chr(code).isupper() else "a") if chr(code).isalpha() else " ")
        for code in range(256)
    )
    for sign in SIGNS + CONTROLS:
        shapes[ord(sign)] = ord(".")
    for character in _ODD_IN_LATIN_1:
        shapes[ord(character)] = ord("!")
    return bytes(shapes)


_SHAPES = _shapes()
_LATIN_1 = frozenset(map(chr, range(256)))

USUAL = "cp1252"
"""What is in nearly every edited text: to search for anything else is rarely of use."""

# Not seen either, though of other categories than Cf (DerivedCoreProperties.txt,
# Default_Ignorable_Code_Point): the fillers of Hangul.
_FILLERS = "\u115f\u1160\u3164\uffa0"
# Of the category Cf, but seen: signs of numbers and verses.
_SEEN = lazy_re.compile(
    "[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd]"
)
# Combining characters that only choose a glyph, and the grapheme joiner.
_SELECTORS = lazy_re.compile("[\u034f\u180b-\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_APOSTROPHES = "\u02b9\u02bb\u02bc\u02bd\u02be\u02bf\u02c8\ua78c"
"""Letters by their category, quotation marks or apostrophes by their use."""

_SIGN = f"[{re.escape(SIGNS + CONTROLS)}]"
_WIDEST = 250
"""Characters on both sides of a sign in which an address is looked for; a name of a
host has at most 253 (RFC 1035, 2.3.4)."""
_ADDRESS = lazy_re.compile(r"://|\Awww\.", re.IGNORECASE)
# Looked for only where a chain of names begins, and each name is taken whole: else
# "www.www.www" is read again from each of its letters.
_HOST = lazy_re.compile(
    r"(?<![\w-])(?<![\w-]\.)[\w-]++(?:\.[\w-]++)*"
    r"\.(?:[a-z]{2}|com|org|net|gov|edu|int|mil|info|news)(?!\w)",
    re.IGNORECASE,
)


BREAKS = " \n"
"""What may stand behind a hyphen where a line was broken (*Undang- undang*)."""
# Beginning with one rare character, these are found quickly.
_HYPHENS = re.compile(rf"-[{BREAKS}]"), re.compile("– ")
_PREFIXES = frozenset({"non", "anti", "pro", "antar", "pasca", "pra"})
_JOINING = frozenset({"dan", "atau", "maupun", "serta", "and", "or"})
"""Before these a hyphen stands for the rest of a word: *bi- dan multilateral*."""
_NEAR = 40
"""Maximum number of letters of a word that lost a space, or has one too many."""
_LAST_WORD = lazy_re.compile(r"(?<![\w-])[^\W\d_]+\Z")
_FIRST_WORD = lazy_re.compile(r"[^\W\d_]+")
# Behind these a word is the name of an account or part of an address.
_SEAM = lazy_re.compile(r"[a-z]{3}[A-Z][a-z]{2}")
# In shapes: beginning with one rare byte, these are found quickly.
_TOUCHING = re.compile(rb"\.(?=[aA])")
_BEFORE_WORD = re.compile(rf"{_SIGN}(?=[^\W\d_]{{2}})")
_SEAM_SHAPE = re.compile(rb"A(?<=aaaA)aa")
_PLAIN_WORD = lazy_re.compile(r"(?<![\w#@/&=.-])[A-Za-z]{3,}\Z")


class PlainText(NamedTuple):
    """A plain copy of a text.

    Attributes:
        text: the copy.
        offsets: the way back to the original.
    """

    text: str
    offsets: Offsets


def plain_text(text: str) -> PlainText | None:
    r"""Return the plain copy of a text, ``None`` if the text is plain already.

    The compiled core has what is usual of this a second time (``native.copying``).

    >>> plain_text("Rubio,Menlu AS, meratiﬁkasi¹ Kompas.com\u200b.").text
    'Rubio, Menlu AS, meratifikasi Kompas.com.'
    >>> plain_text("hak - hak non - sipil").text
    'hak-hak non-sipil'
    >>> plain_text("Undang- undang").text
    'Undang-undang'
    >>> plain_text("kata PresidenDonald").text
    'kata Presiden Donald'
    >>> plain_text("kata _duta besar_").text
    'kata  duta besar '
    >>> plain_text("Menlu “Lavrov” tiba.") is None
    True
    """
    shape = _shape_of(text)
    odd = _odd_characters(text) if b"!" in shape or not _is_usual(text) else ""
    found: list[tuple[int, int, str]] = []
    if odd:
        found += _replacements(text, _pattern(odd).finditer(text))
    else:
        found += _replacements(text, _touching_signs(text, shape))
    if "_" in text:
        found = sorted((*found, *underscores(text)))
    if found:
        copy, offsets = replaced(text, found)
        if more := _spaces(copy, _shape_of(copy)):
            return PlainText(*replaced(text, merged(found, more, offsets)))
        return PlainText(copy, offsets)
    found = _spaces(text, shape)
    return PlainText(*replaced(text, found)) if found else None


def odd_replacements(text: str, places: list[int]) -> list[tuple[int, int, str]]:
    """Return what is in the copy of an unusual text for characters and signs.

    Args:
        text: the text.
        places: where what is replaced may begin, in order: at an odd character, before
            one, and at a sign before a letter. All odd characters are among these.

    >>> odd_replacements("AS,UE meratiﬁkasi", [2, 11, 12])
    [(2, 3, ', '), (12, 13, 'fi')]
    """
    odd = _odd_characters("".join([text[at] for at in places]))
    return list(_replacements(text, _matches_at(text, places, _pattern(odd))))


def _matches_at(
    text: str, places: Iterable[int], pattern: re.Pattern[str]
) -> Iterator[re.Match[str]]:
    """Yield the matches that begin at some places; those that overlap are skipped."""
    last = 0
    for at in places:
        match = pattern.match(text, at) if at >= last else None
        if match:
            last = match.end()
            yield match


def underscores(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the lines below words, which are no letters, with spaces instead.

    They stand for italics, and for spaces in names: *_duta besar_*.

    >>> list(underscores("kata _duta besar__"))
    [(5, 6, ' '), (16, 18, '  ')]
    """
    start = text.find("_")
    while start >= 0:
        # To search for ``_+`` costs ten times as much.
        end = start + 1
        while text.startswith("_", end):
            end += 1
        yield start, end, " " * (end - start)
        start = text.find("_", end)


def _shape_of(text: str) -> bytes:
    return text.encode("latin-1", "replace").translate(_SHAPES)


def _touching_signs(text: str, shape: bytes) -> Iterator[re.Match[str]]:
    """Yield the signs just before a word; quicker than to search for the pattern."""
    for found in _TOUCHING.finditer(shape):
        match = _BEFORE_WORD.match(text, found.start())
        if match:
            yield match


def _spaces(text: str, shape: bytes) -> list[tuple[int, int, str]]:
    """Return where a space is missing between words or stands inside one, in order."""
    return sorted((*_glued_words(text, shape), *_parted_hyphens(text)))


def _glued_words(text: str, shape: bytes) -> Iterator[tuple[int, int, str]]:
    """Yield where words that lost the space between them are parted.

    *PresidenDonald* are two words, *iPhone* and *#PresidenDonald* are not.
    """
    for found in _SEAM_SHAPE.finditer(shape):
        seam = found.start()
        if is_seam(text, seam):
            yield seam, seam, " "


def is_seam(text: str, at: int) -> bool:
    """Whether two words were glued at an offset.

    >>> is_seam("PresidenDonald", 8), is_seam("#PresidenDonald", 9)
    (True, False)
    """
    first = max(at - _NEAR, 0)
    return bool(_SEAM.match(text, at - 3) and _PLAIN_WORD.search(text, first, at))


def _parted_hyphens(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the hyphens inside a word with the spaces that stand there.

    Tokenised texts have one on either side, broken lines one behind the hyphen.
    """
    for pattern in _HYPHENS:
        for found in pattern.finditer(text):
            at, end = found.span()
            if text[at - 1 : at] == " ":
                if text[end - 1] == " " and is_one_word(text, at - 1, end):
                    yield at - 1, end, "-"
            elif text[at] == "-" and is_broken_word(text, at):
                yield at, end, "-"


def is_one_word(text: str, start: int, end: int) -> bool:
    """Whether a hyphen stands between a word and itself, or behind a prefix.

    Args:
        text: the text.
        start: half-open offsets of the hyphen and its spaces.
        end: likewise.

    >>> is_one_word("hak - hak", 3, 6), is_one_word("hak - asasi", 3, 6)
    (True, False)
    """
    left = _LAST_WORD.search(text[max(start - _NEAR, 0) : start])
    right = _FIRST_WORD.match(text[end : end + _NEAR])
    if left is None or right is None:
        return False
    first, second = left[0].lower(), right[0].lower()
    return first in _PREFIXES or (first == second and len(first) > 2)


def is_broken_word(text: str, at: int) -> bool:
    """Whether a hyphen before a space stands inside a word, as where a line ended.

    A capital behind it begins something else (*Jakarta- Presiden*), unless the word is
    the same again.

    Args:
        text: the text.
        at: offset of the hyphen.

    >>> is_broken_word("Undang- Undang", 6), is_broken_word("perundang- undangan", 9)
    (True, True)
    >>> is_broken_word("Jakarta- Presiden", 7), is_broken_word("bi- dan lain", 2)
    (False, False)
    """
    left = _LAST_WORD.search(text[max(at - _NEAR, 0) : at])
    right = _FIRST_WORD.match(text[at + 2 : at + 2 + _NEAR])
    if left is None or right is None:
        return False
    first, second = left[0].lower(), right[0]
    if first == second.lower():
        return len(first) > 2
    return second[0].islower() and second not in _JOINING


def merged(
    first: list[tuple[int, int, str]],
    second: Iterable[tuple[int, int, str]],
    offsets: Offsets,
) -> list[tuple[int, int, str]]:
    """Return replacements in a text with further ones in the copy that they give.

    Args:
        first: replacements in the text, in order.
        second: replacements in the copy.
        offsets: from the copy to the text.
    """
    added: list[tuple[int, int, str]] = []
    covered: set[int] = set()
    starts = [one[0] for one in first]
    for start, end, new in second:
        begin = offsets.origin(start)[0]
        limit = offsets.origin(end - 1)[1] if end > start else begin
        added.append((begin, limit, new))
        if end > start:
            number = bisect_left(starts, begin)
            while number < len(first) and first[number][1] <= limit:
                covered.add(number)
                number += 1
    kept = (one for number, one in enumerate(first) if number not in covered)
    return sorted((*kept, *added), key=lambda one: one[:2])


def as_plain(text: str) -> str:
    """Return the plain copy of a text, or the text itself if it is plain already.

    >>> as_plain("ｖｉｓａ"), as_plain("visa")
    ('visa', 'visa')
    """
    plain = plain_text(text)
    return plain.text if plain else text


def _is_usual(text: str) -> bool:
    return text.isascii() or len(text.encode(USUAL, "ignore")) == len(text)


def _odd_characters(text: str) -> str:
    """Return the characters of a text that have another plain form, each once."""
    return "".join(sorted(c for c in set(text) if c >= "\x80" and plain_form(c) != c))


@lru_cache(maxsize=4096)
def plain_form(character: str) -> str:
    """Return what a character stands for by itself: a letter, or nothing.

    >>> [plain_form(c) for c in ("ﬁ", "²", "\u202a", "\u0301", "ğ", "…")]
    ['fi', '', '', '', 'ğ', '…']
    """
    if character in _APOSTROPHES:
        return "’"
    if character.isspace():
        return character if character in _LATIN_1 else " "
    if _is_unseen(character) or _is_raised(character):
        return ""
    folded = unicodedata.normalize("NFKC", character)
    return folded if folded.isalnum() else character


def _is_unseen(character: str) -> bool:
    category = unicodedata.category(character)
    if category == "Cf":
        return not _SEEN.match(character)
    return category in {"Mn", "Mc", "Me"} or character in _FILLERS


def _is_raised(character: str) -> bool:
    """Whether it is the mark of a note: raised, or a number in a circle."""
    kind = unicodedata.decomposition(character).partition(" ")[0]
    if kind in {"<super>", "<sub>"}:
        return kind == "<super>"
    return character.isdigit() and not character.isdecimal()


def _pattern(odd: str) -> re.Pattern[str]:
    """Return what to look for: signs before words, accents, odd characters."""
    any_ = f"[{re.escape(odd)}]"
    parts = [rf"{_SIGN}(?={any_}*[^\W\d_]{any_}*[^\W\d_])"]
    ligatures = "".join(c for c in odd if plain_form(c)[1:2].isalpha())
    parts += [rf"{_SIGN}(?={any_}*?[{re.escape(ligatures)}])"] if ligatures else []
    accents = "".join(c for c in odd if _is_accent(c))
    # An accent behind anything else is no part of the word after it.
    parts += [rf"[^\W_]?[{re.escape(accents)}]+"] if accents else []
    return re.compile("|".join((*parts, f"{any_}+")))


def _is_accent(character: str) -> bool:
    is_mark = unicodedata.category(character).startswith("M")
    return is_mark and not _SELECTORS.match(character)


def _replacements(
    text: str, found: Iterable[re.Match[str]]
) -> Iterator[tuple[int, int, str]]:
    for match in found:
        start, end = match.span()
        new = _plain_run(text, start, end)
        if new != match[0]:
            yield start, end, new


def _plain_run(text: str, start: int, end: int) -> str:
    """Return what is in the copy for what the pattern has found."""
    run = text[start:end]
    if run[0] in SIGNS or run[0] in CONTROLS:
        return run if in_address(text, start) else f"{run} "
    if end - start > 1 and plain_form(run[0]) == run[0]:
        composed = unicodedata.normalize("NFC", run)
        return composed if len(composed) == 1 else composed[0]
    plain = "".join(map(plain_form, run))
    # The number of a note parts two words, but hides nothing between two spaces.
    parts = not plain and any(map(_is_raised, run))
    return " " if parts and _between_words(text, start, end) else plain


def _between_words(text: str, start: int, end: int) -> bool:
    return text[start - 1 : start].isalnum() and text[end : end + 1].isalnum()


def in_address(text: str, at: int) -> bool:
    """Whether a sign belongs to the address of a page, a mailbox or a host.

    Args:
        text: the text.
        at: offset of a sign before a letter.

    >>> in_address("detik.com", 5), in_address("detik.kata", 5)
    (True, False)
    """
    # A letter at the end, so that there always is a last word.
    left = f"{text[max(at - _WIDEST, 0) : at]}x".rsplit(None, 1)[-1][:-1]
    word = left + text[at : at + _WIDEST].split(maxsplit=1)[0]
    if (word[0] in "wW" or "/" in word) and _ADDRESS.search(word):
        return True
    if text[at] != "." or not text[at + 1].islower():
        return False
    return "@" in word or _spans(_HOST.finditer(word), len(left))


def _spans(found: Iterable[re.Match[str]], at: int) -> bool:
    return any(match.start() <= at < match.end() for match in found)
