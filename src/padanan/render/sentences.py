"""What readers and forms say of a file, as a page says it.

The sentences are worded where the fault is found, in English, for the command line and
the API. Here is each with its Indonesian: the two halves of a sentence, what is wrong
and what to do, are looked up one by one. A few English ones name an option of the
command line; a page says there what its reader can do.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from padanan.language import ENGLISH, INDONESIAN

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


class Told(NamedTuple):
    """A sentence for a page, and the language that it is in."""

    text: str
    language: str


class Half(NamedTuple):
    """A half of a sentence: what is wrong, or what to do.

    Attributes:
        said: as it is raised, with names in braces for what differs. ``{n}`` is a
            number, ``{size}`` a size, ``{things}`` a number of things.
        id: in Indonesian.
        en: on an English page, where that is not as it is raised.
    """

    said: str
    id: str
    en: str = ""


TABLE = Path(__file__).with_suffix(".tsv")
"""THE table of halves, what is wrong before what to do.

Of several that fit a half, the one with most words of its own is meant.
"""

THINGS: Mapping[str, str] = {
    "chapter": "bab",
    "embedded document": "dokumen tertanam",
    "line": "baris",
    "page": "halaman",
    "unit": "satuan",
}
"""What is counted, and its Indonesian."""

PLACES: Mapping[str, str] = {"line": "baris", "row": "baris", "unit": "satuan"}
"""What the place of a unit begins with, and its Indonesian."""

DASH = " — "
PARTS = 3
"""Maximum number of colons and dashes at which a sentence is tried to begin or part."""
MOST = 2_000
"""Maximum number of characters of a sentence that is looked up."""
BLANK = re.compile(r"\{(\w+)\}")
"""What differs in a half, with its name."""


def told(sentence: str, language: str) -> Told:
    """Return a sentence for a page; in English where it has no Indonesian.

    Args:
        sentence: as the command line says it, perhaps behind the name of a file.
        language: of the page.

    >>> told("a.docx: no Word document in this file — save it as .docx", "id").text
    'a.docx: tidak ada dokumen Word dalam berkas ini — simpan sebagai .docx'
    >>> told("a.txt: not UTF-8 — name its encoding with --encoding, e.g. cp1252", "en")
    Told(text='a.txt: not UTF-8 — save it as UTF-8', language='en')
    >>> told("nobody has said this before", "id").language
    'en'
    """
    found = next(_readings(sentence, language), None) if len(sentence) <= MOST else None
    return Told(found, language) if found else Told(sentence, ENGLISH)


def _readings(sentence: str, language: str) -> Iterator[str]:
    """Yield what a sentence is in a language, wherever its parts may end."""
    colons = [match.end() for match in re.finditer(": ", sentence)]
    for start in (0, *colons[:PARTS]):
        place, rest = sentence[:start], sentence[start:]
        dashes = [match.start() for match in re.finditer(DASH, rest)]
        for at in (*dashes[-PARTS:], len(rest)):
            halves = (rest[:at], rest[at + len(DASH) :])
            said = [_half(half, language) for half in halves if half]
            if said and all(said):
                yield place + DASH.join(filter(None, said))


def _half(text: str, language: str) -> str | None:
    found = ((half, pattern.fullmatch(text)) for half, pattern in _patterns())
    half, match = next(((h, m) for h, m in found if m), (None, None))
    if half is None or match is None:
        return None
    template = half.id if language == INDONESIAN else half.en or half.said
    words = match.groupdict()
    said = {name: _word(name, words[name], language) for name in words}
    return BLANK.sub(lambda blank: said[blank[1]], template)


@lru_cache(maxsize=1)
def halves() -> tuple[Half, ...]:
    """Return the rows of the table, in their order.

    >>> halves()[0].said
    'there is no text'
    """
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    return tuple(Half(*line.split("\t")) for line in lines if not line.startswith("#"))


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[Half, re.Pattern[str]], ...]:
    """Return the rows with what matches them, those with most words of ours first."""
    ordered = sorted(halves(), key=lambda half: -len(BLANK.sub("", half.said)))
    return tuple((half, _pattern(half.said)) for half in ordered)


def _pattern(said: str) -> re.Pattern[str]:
    pieces = BLANK.split(said)
    texts = (re.escape(text) for text in pieces[::2])
    blanks = (rf"(?P<{name}>{_KINDS.get(name, _TEXT)})" for name in pieces[1::2])
    found = [next(texts)]
    for blank, text in zip(blanks, texts, strict=True):
        found += [blank, text]
    return re.compile("".join(found), re.DOTALL)


_TEXT = rf"(?:(?!{DASH}).)+?"
_KINDS = {
    "n": r"[\d,.]+",
    "size": r"[\d,.]+ (?:MiB|bytes)",
    "things": r"[\d,]+ [a-z ]+?",
    "key": r"[\w-]+",
    "encoding": r"[A-Z0-9_-]+",
}
"""What a blank holds, where that is not any text."""


def _word(name: str, text: str, language: str) -> str:
    if language != INDONESIAN or name not in _KINDS:
        return text
    number, _, thing = text.partition(" ")
    # Indonesian writes 1.234 where English writes 1,234.
    number = number.replace(",", ".")
    if name == "things":
        return f"{number} {THINGS.get(thing.removesuffix('s'), thing)}"
    return f"{number} {thing}".replace("bytes", "bita").strip()


def place(text: str, language: str) -> str:
    """Return the place of a unit as a page says it.

    >>> place("line 12", "id"), place("line 12", "en"), place("12", "id")
    ('baris 12', 'line 12', '12')
    """
    first, _, rest = text.partition(" ")
    known = PLACES.get(first) if language == INDONESIAN else None
    return f"{known} {rest}" if known and rest else text
