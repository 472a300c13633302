"""What findings say, in the languages of the interface.

The messages stand in the table of checks; here is what fills their blanks. The command
line and the API speak English; the pages of the server speak the language of their
reader.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from padanan.language import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class Both(NamedTuple):
    """A text in both languages of the interface."""

    en: str
    id: str

    def in_language(self, language: str) -> str:
        """Return it in one of the two.

        >>> Both("check", "periksa").in_language("id")
        'periksa'
        """
        return self.en if language == ENGLISH else self.id


class Phrase(NamedTuple):
    """Words of ours in a message: they are worded here, in both languages.

    Attributes:
        name: of the row in `PHRASES`.
        words: fill its blanks.
    """

    name: str
    words: Mapping[str, str] = MappingProxyType({})


Word: TypeAlias = "str | Both | Phrase"
"""What fills a blank: a text that is quoted, a name in both languages, or a phrase."""
Words: TypeAlias = "Mapping[str, Word]"

PHRASES: Mapping[str, Both] = MappingProxyType({
    "check": Both("check", "periksa"),
    "write-1": Both("write “{a}”", "tulis “{a}”"),
    "write-2": Both("write “{a}” or “{b}”", "tulis “{a}” atau “{b}”"),
    "write-3": Both(
        "write “{a}” or “{b}” or “{c}”", "tulis “{a}”, “{b}”, atau “{c}”"
    ),
    "the-unit": Both("the unit", "satuan ini"),
    "the-stretch": Both(
        "the stretch, not aligned,", "bagian ini, yang belum disejajarkan,"
    ),
    "perhaps": Both(", perhaps “{said}”", ", barangkali “{said}”"),
    "elsewhere": Both(" in this place", " di tempat ini"),
    "which-has": Both(", which has {listed}", ", yang memuat {listed}"),
    "number": Both("number", "bilangan"),
    "month": Both("month", "bulan"),
    "day": Both("day", "hari"),
    "one-tag": Both("the tag {listed} is", "tag {listed}"),
    "tags": Both("the tags {listed} are", "tag {listed}"),
})  # fmt: skip
"""THE phrases, by name; both texts of one have the same blanks."""

MOST = 3
"""Maximum number of equivalents that advice names."""


def filled(template: str, words: Words, language: str = ENGLISH) -> str:
    """Return a message with its blanks filled.

    Args:
        template: names in braces stand for the words.
        words: what fills them.
        language: of the template.

    >>> filled("nothing for “{term}” — {advice}", {
    ...     "term": "nota", "advice": advice(("note", "minute"))})
    'nothing for “nota” — write “note” or “minute”'
    """
    said = {name: _said(word, language) for name, word in words.items()}
    return template.format_map(said)


def _said(word: Word, language: str) -> str:
    if isinstance(word, Phrase):
        return PHRASES[word.name].in_language(language).format_map(word.words)
    return word.in_language(language) if isinstance(word, Both) else word


def advice(equivalents: Iterable[str]) -> Phrase:
    """Return the advice to write one of some equivalents, or to check.

    >>> advice(()).name, advice(("truce", "ceasefire", "armistice", "halt")).name
    ('check', 'write-3')
    """
    listed = tuple(equivalents)[:MOST]
    if not listed:
        return Phrase("check")
    return Phrase(f"write-{len(listed)}", dict(zip("abc", listed, strict=False)))
