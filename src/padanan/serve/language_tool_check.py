"""What a worker does for programs that speak the protocol of LanguageTool.

A text with its source is a translation, which is checked; Indonesian by itself gets its
terms with their English, English by itself what is deprecated.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from padanan import jobs
from padanan.checks.avoided import CODE, Avoided, AvoidedTerms, avoided_terms
from padanan.checks.table import TRANSLATION
from padanan.language import ENGLISH, INDONESIAN
from padanan.language.guess import guess
from padanan.matching.compiled import decode_concept
from padanan.model import Status
from padanan.serve import language_tool_answer as answers
from padanan.serve.language_tool_answer import CHECK, TERM, TERMS, TextMatch
from padanan.serve.language_tool_request import (
    AUTO,
    LANGUAGES,
    Language,
    RequestError,
    base_of,
    read,
)
from padanan.serve.problems import MALFORMED, Problem, ProblemError
from padanan.serve.tasks import Made, as_json
from padanan.translation.units import Unit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from padanan.checks.findings import Finding
    from padanan.matching.annotation import Annotation
    from padanan.serve.language_tool_request import LanguageToolRequest
    from padanan.serve.loaded import Loaded

LEAST = 0.05
"""Findings that are less sure are told only to who asks for ``level=picky``."""
REPORTS = {check.code: check for check in TRANSLATION}
TERMINOLOGY = "terminology"
ISSUES = {
    "T102": "mistranslation", "T103": "mistranslation", "T104": "untranslated",
    "T202": "numbers", "T203": "numbers", "T204": "numbers",
    "T205": "mistranslation", "T206": "misspelling", "T207": "mistranslation",
    "T301": "inconsistency", "T303": "untranslated",
    "T401": "markup", "T402": "markup", "T403": "markup",
}  # fmt: skip
"""Types of the Internationalization Tag Set of findings that are not terminology."""


def check(loaded: Loaded, body: bytes) -> Made:
    """Answer ``POST /v2/check``.

    Raises:
        ProblemError: the body is not as the protocol has it.
    """
    asked = _read(body)
    guessed = None
    if asked.language == AUTO:
        guessed = _guessed(asked)
    language = guessed or told(asked.language)
    hits = [
        hit
        for hit in _hits(loaded, asked, language.code)
        if asked.selection.has(hit.rule, hit.category)
    ]
    return Made(as_json(answers.answer(asked.text, hits, language, guessed=guessed)))


def _read(body: bytes) -> LanguageToolRequest:
    try:
        return read(body)
    except RequestError as error:
        raise ProblemError(Problem(MALFORMED, str(error))) from None


def told(code: str) -> Language:
    """Return a language as its code is told to clients.

    >>> told("EN_gb").long_code, told("in").long_code, told("en-IE").long_code
    ('en-GB', 'id', 'en')
    """
    whole = code.strip().lower().replace("_", "-")
    known = {language.long_code.lower(): language for language in LANGUAGES}
    return known.get(whole) or known[base_of(code) or ENGLISH]


def _guessed(asked: LanguageToolRequest) -> Language:
    code = guess(asked.text.plain)
    variants = (variant for variant in asked.variants if base_of(variant) == code)
    return told(next(variants, code))


def _hits(
    loaded: Loaded, asked: LanguageToolRequest, language: str
) -> Iterator[TextMatch]:
    if not asked.text.plain.strip():
        return iter(())
    if asked.source is None:
        by_itself = {INDONESIAN: _terms, ENGLISH: _deprecated}
        return by_itself[language](loaded, asked)
    if language == INDONESIAN:  # a translation into Indonesian: its English is known
        return iter(())
    source = asked.source_language or INDONESIAN
    if base_of(source) != INDONESIAN:
        return _deprecated(loaded, asked)
    return _findings(loaded, asked, asked.source)


def _findings(
    loaded: Loaded, asked: LanguageToolRequest, source: str
) -> Iterator[TextMatch]:
    """Yield what the check of a translation finds."""
    by_name = sorted(asked.selection.enabled_rules & REPORTS.keys())
    unit = Unit("1", source, asked.text.plain, "1")
    found = jobs.check(
        (unit,),
        loaded.annotator,
        path="",
        select=("T", *by_name),
        least=0.0 if asked.picky or asked.selection.only else LEAST,
    )
    for finding in found.checked.findings:
        yield _found(finding, asked.text.plain)


def _found(finding: Finding, text: str) -> TextMatch:
    """Return a finding as it is told.

    One that has no place in the translation is told of its first word, which nothing
    can replace.
    """
    target = finding.target
    start, end = (target.start, target.end) if target else _first_word(text)
    replacements = finding.expected if target else ()
    return TextMatch(
        start,
        end,
        finding.code,
        CHECK,
        _message(finding.message, replacements),
        REPORTS[finding.code].says,
        REPORTS[finding.code].says,
        ISSUES.get(finding.code, TERMINOLOGY),
        replacements,
        finding.concept or "",
    )


def _first_word(text: str) -> tuple[int, int]:
    start = len(text) - len(text.lstrip())
    return start, start + len(text[start:].split(maxsplit=1)[0])


def _message(message: str, replacements: tuple[str, ...]) -> str:
    """Return a message from which OmegaT takes its suggestion.

    It takes what stands in straight quotation marks behind the first colon, up to the
    last such mark, if there is no apostrophe before.

    >>> _message("“letter” is not to be used — write “note”", ("note",))
    'Write: "note" — “letter” is not to be used'
    """
    if not replacements or any(sign in replacements[0] for sign in "'\""):
        return message
    wrong = message.rpartition(" — ")[0] or message
    return f'Write: "{replacements[0]}" — {wrong.translate(_QUOTES)}'


_QUOTES = {ord('"'): "”", ord("'"): "’"}


def _terms(loaded: Loaded, asked: LanguageToolRequest) -> Iterator[TextMatch]:
    """Yield the terms of an Indonesian text."""
    for found in loaded.annotator.annotate(asked.text.plain):
        listed = ", ".join(found.equivalents)
        yield TextMatch(
            found.start,
            found.end,
            TERM,
            TERMS,
            _explained(found, listed),
            listed,
            "a term that has English in the glossary",
            TERMINOLOGY,
            found.equivalents,
            found.concept.id,
        )


def _explained(found: Annotation, listed: str) -> str:
    """Return what is told of a term: its English, its definition, what to prefer."""
    parts = [f"“{found.term.text}”: {listed}"]
    if found.term.status is Status.DEPRECATED:
        parts.append(f"the term is deprecated for “{found.concept.term}”")
    if found.concept.definition:
        parts.append(found.concept.definition)
    return " — ".join(parts)


def _deprecated(loaded: Loaded, asked: LanguageToolRequest) -> Iterator[TextMatch]:
    """Yield what is deprecated in an English text."""
    for start, end, said in _avoided(loaded.compiled.entries).find(asked.text.plain):
        told = [avoided for avoided in said if avoided.sure or asked.picky]
        if told:
            yield _warned(start, end, told)


def _warned(start: int, end: int, said: Sequence[Avoided]) -> TextMatch:
    replacements = dict.fromkeys(text for avoided in said for text in avoided.expected)
    message = "; ".join(avoided.message for avoided in said)
    return TextMatch(
        start,
        end,
        CODE,
        CHECK,
        _message(message, tuple(replacements)),
        REPORTS[CODE].says,
        REPORTS[CODE].says,
        TERMINOLOGY,
        tuple(replacements),
        said[0].concept if len(said) == 1 else "",
    )


@lru_cache(maxsize=1)
def _avoided(entries: bytes) -> AvoidedTerms:
    """Return the deprecated English of a compiled glossary, by its concepts."""
    lines = entries.decode("utf-8", "surrogatepass").split("\n")
    return avoided_terms(decode_concept(line) for line in lines if line)
