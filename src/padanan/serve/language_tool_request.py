"""What programs send that speak the protocol of LanguageTool.

Source: the HTTP API of LanguageTool (``/v2/check``), and what OmegaT and LibreOffice
send in truth. LibreOffice 7.4 does not encode its text.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import parse_qsl

from padanan.language import ENGLISH, INDONESIAN
from padanan.language.offsets import Offsets, replaced

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

AUTO = "auto"
PICKY = "picky"


class Language(NamedTuple):
    """A language that is told to clients.

    Attributes:
        name: in English.
        code: of ISO 639-1.
        long_code: with a country.
    """

    name: str
    code: str
    long_code: str

    def as_dict(self) -> dict[str, str]:
        """Return the language as ``GET /v2/languages`` has it."""
        return {"name": self.name, "code": self.code, "longCode": self.long_code}


LANGUAGES = (
    Language("Indonesian", INDONESIAN, INDONESIAN),
    Language("Indonesian (Indonesia)", INDONESIAN, "id-ID"),
    Language("English", ENGLISH, ENGLISH),
    Language("English (Australian)", ENGLISH, "en-AU"),
    Language("English (Canadian)", ENGLISH, "en-CA"),
    Language("English (GB)", ENGLISH, "en-GB"),
    Language("English (New Zealand)", ENGLISH, "en-NZ"),
    Language("English (South African)", ENGLISH, "en-ZA"),
    Language("English (US)", ENGLISH, "en-US"),
)
"""THE table of languages. Clients compare whole codes."""

_OLD = {"in": INDONESIAN}
"""Codes of before 1989, which Java had until version 17."""

_RAW = re.compile(
    rb"text=(.*)&(language=[^&\s]*(?:&(?:username|apiKey)=[^&]*)*)\s*", re.S
)
"""The body of LibreOffice 7.4; greedy, since the text may have ``&language=`` in it."""
_FIELD = re.compile(rb"\w+=")
_NEVER_ENCODED = re.compile(rb"[^A-Za-z0-9*\-._~+%&=!'(),/:;@$?]|%(?![0-9A-Fa-f]{2})")


MOST_FIELDS = 100


class RequestError(ValueError):
    """The request is not one of the protocol; the message goes to the client."""


class Marked(NamedTuple):
    """A text as the client has it, and what of it is read.

    Attributes:
        original: with its markup; offsets of answers are in it.
        plain: without.
        offsets: the way back.
    """

    original: str
    plain: str
    offsets: Offsets = Offsets()


class RuleSelection(NamedTuple):
    """Which rules and categories count.

    Attributes:
        disabled_rules: those that do not.
        disabled_categories: likewise.
        enabled_rules: those that count besides, or alone.
        enabled_categories: likewise.
        only: nothing else counts.
    """

    disabled_rules: frozenset[str] = frozenset()
    disabled_categories: frozenset[str] = frozenset()
    enabled_rules: frozenset[str] = frozenset()
    enabled_categories: frozenset[str] = frozenset()
    only: bool = False

    def has(self, rule: str, category: str) -> bool:
        """Tell whether what a rule finds is told.

        >>> RuleSelection(disabled_categories=frozenset({"A"})).has("T101", "A")
        False
        >>> RuleSelection(enabled_rules=frozenset({"T101"}), only=True).has("T101", "A")
        True
        """
        wanted = rule in self.enabled_rules or category in self.enabled_categories
        if self.only:
            return wanted
        if rule in self.disabled_rules:
            return False
        return rule in self.enabled_rules or category not in self.disabled_categories


class LanguageToolRequest(NamedTuple):
    """A request to check a text.

    Attributes:
        text: the text.
        language: code as it was sent: ``id``, ``en-GB``, ``auto``.
        source: what the text is a translation of; ``None`` for a text by itself.
        source_language: code of its language, ``None`` where nobody says.
        selection: which rules count.
        picky: what is only worth a look is wanted too.
        variants: codes such as ``en-GB``, for the language that is guessed.
    """

    text: Marked
    language: str
    source: str | None = None
    source_language: str | None = None
    selection: RuleSelection = RuleSelection()
    picky: bool = False
    variants: tuple[str, ...] = ()


def read(body: bytes) -> LanguageToolRequest:
    """Return what a body asks for.

    Raises:
        RequestError: something is missing, or is not as the protocol has it.

    >>> asked = read(b"text=R%26D+costs&language=en-US&disabledRules=T201,")
    >>> asked.text.plain, asked.language, sorted(asked.selection.disabled_rules)
    ('R&D costs', 'en-US', ['T201'])
    """
    fields = read_fields(body)
    language = fields.get("language", "").strip()
    if not language:
        raise RequestError("Missing 'language' parameter")
    checked(language)
    source = fields.get("srctext")
    return LanguageToolRequest(
        _text(fields),
        language,
        source if source and source.strip() else None,
        fields.get("motherTongue", "").strip() or None,
        _selection(fields),
        picky=fields.get("level", "").strip() == PICKY,
        variants=_names(fields.get("preferredVariants", "")),
    )


def read_fields(body: bytes) -> Mapping[str, str]:
    """Return the fields of a body, encoded or as LibreOffice 7.4 sends it.

    Of a name that occurs twice the first one counts.

    >>> read_fields(b"text=R&D and A+B: 50% more&language=en-US")
    {'text': 'R&D and A+B: 50% more', 'language': 'en-US'}
    >>> read_fields(b"text=R%26D+is&language=en-US&level=picky")["text"]
    'R&D is'
    """
    raw = _RAW.fullmatch(body)
    if raw and not _is_encoded(body):
        text = raw[1].decode("utf-8", "replace")
        return {"text": text, **_decoded(raw[2])}
    return _decoded(body)


def _is_encoded(body: bytes) -> bool:
    if _NEVER_ENCODED.search(body):
        return False
    return all(map(_FIELD.match, body.split(b"&")))


def _decoded(body: bytes) -> dict[str, str]:
    try:
        pairs = parse_qsl(
            body.decode("utf-8", "replace"),
            keep_blank_values=True,
            errors="replace",
            max_num_fields=MOST_FIELDS,
        )
    except ValueError:
        raise RequestError(f"more than {MOST_FIELDS} fields") from None
    return dict(reversed(pairs))


def base_of(code: str) -> str | None:
    """Return the language of a code, ``None`` where we do not know it.

    >>> base_of("en-GB"), base_of("id"), base_of("in_ID"), base_of("de-DE")
    ('en', 'id', 'id', None)
    """
    first = re.split("[-_]", code.strip().lower(), maxsplit=1)[0]
    base = _OLD.get(first, first)
    return base if base in {INDONESIAN, ENGLISH} else None


def checked(code: str) -> None:
    """Raise where a language is none that we know."""
    if code != AUTO and base_of(code) is None:
        known = ", ".join(language.long_code for language in LANGUAGES)
        message = (
            f"'{code[:40]}' is not a language code known to Padanan."
            f" Supported language codes are: {known}, {AUTO}"
        )
        raise RequestError(message)


def _text(fields: Mapping[str, str]) -> Marked:
    if ("text" in fields) == ("data" in fields):
        if "text" in fields:
            raise RequestError("Set only 'text' or 'data' parameter, not both")
        raise RequestError("Missing 'text' or 'data' parameter")
    if "text" in fields:
        return Marked(fields["text"], fields["text"])
    return read_data(fields["data"])


def read_data(data: str) -> Marked:
    r"""Return a text with markup, which the client has told apart.

    Args:
        data: JSON, ``{"text": …}`` or ``{"annotation": [{"text": …}, {"markup": …,
            "interpretAs": …}]}``.

    Raises:
        RequestError: it is neither.

    >>> marked = read_data('{"annotation": [{"text": "a "}, {"markup": "<b>"},'
    ...                    ' {"text": "truce"}]}')
    >>> marked.original, marked.plain, marked.offsets.span(2, 7)
    ('a <b>truce', 'a truce', (5, 10))
    """
    try:
        found = json.loads(data)
    except (ValueError, RecursionError):
        raise RequestError("'data' is not JSON") from None
    text = found.get("text") if isinstance(found, dict) else None
    parts = found.get("annotation") if isinstance(found, dict) else None
    if isinstance(text, str) and parts is None:
        return Marked(text, text)
    if not isinstance(parts, list) or text is not None:
        raise RequestError("'data' must have either 'text' or 'annotation'")
    return _marked([_part(part) for part in parts])


def _part(part: Any) -> tuple[str, str | None]:
    """Return what stands there and, for markup, what it is read as."""
    if isinstance(part, dict):
        text, markup = part.get("text"), part.get("markup")
        read_as = part.get("interpretAs", "")
        if isinstance(text, str) and markup is None:
            return text, None
        if isinstance(markup, str) and text is None and isinstance(read_as, str):
            return markup, read_as
    message = "each part of 'annotation' has 'text', or 'markup' and 'interpretAs'"
    raise RequestError(message)


def _marked(parts: Iterable[tuple[str, str | None]]) -> Marked:
    ordered = [part for part in parts if part[0] or part[1]]
    original = "".join(text for text, _ in ordered)
    plain, offsets = replaced(original, _replacements(ordered))
    return Marked(original, plain, offsets)


def _replacements(
    parts: Iterable[tuple[str, str | None]],
) -> Iterator[tuple[int, int, str]]:
    at = 0
    for text, read_as in parts:
        if read_as is not None:
            yield at, at + len(text), read_as
        at += len(text)


def _selection(fields: Mapping[str, str]) -> RuleSelection:
    def named(field: str) -> frozenset[str]:
        return frozenset(_names(fields.get(field, "")))

    chosen = RuleSelection(
        named("disabledRules"),
        named("disabledCategories"),
        named("enabledRules"),
        named("enabledCategories"),
        only=fields.get("enabledOnly", "").strip().lower() in {"true", "yes"},
    )
    if chosen.only and (chosen.disabled_rules or chosen.disabled_categories):
        message = (
            "You cannot specify disabled rules or categories using enabledOnly=true"
        )
        raise RequestError(message)
    if chosen.only and not (chosen.enabled_rules or chosen.enabled_categories):
        message = (
            "You must specify enabled rules or categories when using enabledOnly=true"
        )
        raise RequestError(message)
    return chosen


def _names(listed: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in listed.split(",") if name.strip())
