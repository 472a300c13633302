"""Paragraphs of a Word document in another language than the document.

Word records for each run the language of the spelling check. It follows the keyboard
and may change within a sentence. Therefore it counts only if a whole paragraph has
another language, most of the document is Indonesian, and the text of the paragraph does
not look Indonesian.

Source: ECMA-376 part 1, 17.3.2.20 (``w:lang``), 17.7.5 (defaults).
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from padanan.articles.docx.package import W, main_part, parsed, related
from padanan.articles.docx.text import RUN_PROPERTIES
from padanan.articles.foreign import is_foreign, reads_indonesian
from padanan.files.xml import language
from padanan.model import SOURCE_LANGUAGE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element

    from padanan.articles.docx.package import Package
    from padanan.articles.docx.text import Paragraph

_LANG = f"{{{W}}}lang"
_VALUE = f"{{{W}}}val"
_DEFAULTS = f"{{{W}}}docDefaults"


class ForeignParagraph(NamedTuple):
    """A paragraph in another language: the code of the language, start and end."""

    code: str
    start: int
    end: int


def foreign(
    package: Package, paragraphs: Iterable[Paragraph]
) -> Iterator[ForeignParagraph]:
    """Yield the paragraphs that are in another language than the document.

    Raises:
        DocumentError: the part of the styles is damaged.
    """
    usual = _usual(package)
    counted = [(each, _letters(each, usual)) for each in paragraphs]
    total = sum((letters for _, letters in counted), Counter[str]())
    if 2 * total[SOURCE_LANGUAGE] < total.total():
        return
    for each, letters in counted:
        codes = [code for code in letters if letters[code]]
        is_one = len(codes) == 1 and is_foreign(codes[0])
        if is_one and not reads_indonesian(each.text):
            yield ForeignParagraph(codes[0], each.start, each.start + len(each.text))


def _letters(paragraph: Paragraph, usual: str) -> Counter[str]:
    """Return how many letters a paragraph has in each language."""
    found: Counter[str] = Counter()
    for run in paragraph.runs:
        found[_language(run.element, usual)] += sum(map(str.isalpha, run.text))
    return found


def _language(run: _Element, usual: str) -> str:
    properties = run.find(RUN_PROPERTIES)
    named = None if properties is None else properties.find(_LANG)
    code = "" if named is None else language(named.get(_VALUE, ""))
    return code or usual


def _usual(package: Package) -> str:
    """Return the language of runs that name none; empty if it is not known."""
    name = related(package, main_part(package), "styles")
    if name is None or name not in package.parts:
        return ""
    for defaults in parsed(package, name).iter(_DEFAULTS):
        for named in defaults.iter(_LANG):
            return language(named.get(_VALUE, ""))
    return ""
