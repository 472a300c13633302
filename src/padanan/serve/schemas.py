"""The API's values: what a request may say, and what an answer says.

Answers are the JSON of ``docs/json.md``: a test holds the models to that page, and
schemathesis holds the answers to the models. A request may not have names that are
not known; an answer may get new ones at any time.
"""

from __future__ import annotations

from base64 import b64decode
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    JsonValue,
)

from padanan.articles.readers import READERS
from padanan.jobs.articles import Source
from padanan.matching.annotation import FIELDS
from padanan.matching.annotator import LEVELS
from padanan.serve.problems import INVALID, Problem, ProblemError
from padanan.translation.file_kinds import FILE_KINDS, WORKSHEET_KINDS

KINDS = tuple(dict.fromkeys(each.name for each in (*READERS, *FILE_KINDS)))
SHEETS = ("json", "csv", "markdown", "xlsx")
WORKSHEETS = ("json", *(kind.name for kind in WORKSHEET_KINDS))

MANY = 1_000
"""Maximum number of things in a list of a request."""


def whole(text: str) -> str:
    r"""Return a text; refuse half a character, which no UTF-8 has.

    Raises:
        ValueError: it has one.

    >>> whole("nota")
    'nota'
    """
    if any("\ud800" <= sign <= "\udfff" for sign in text):
        raise ValueError("half a character (a lone surrogate) — send whole ones")
    return text


Text = Annotated[str, AfterValidator(whole)]
Flag = Annotated[bool, Field(strict=True)]
"""True or false in JSON: 0 and "yes" are neither."""


def _names(names: tuple[str, ...], what: str, **more: Any) -> Any:
    """Return what a text field is that has one of some names."""
    pattern = f"^({'|'.join(names)})$"
    extra: dict[str, JsonValue] = {"enum": [*names]}
    return Field(pattern=pattern, description=what, json_schema_extra=extra, **more)


class RequestBody(BaseModel):
    """What a request says; names that are not known are refused."""

    model_config = ConfigDict(extra="forbid")


class Document(RequestBody):
    """A text, or a file as base64, which comes first where there are both."""

    text: Text = Field(default="", description="A text.")
    base64: Text | None = Field(
        default=None,
        description="The bytes of a file, in base64 (RFC 4648, 4).",
        json_schema_extra={"contentEncoding": "base64"},
    )
    name: Text = Field(
        default="-",
        max_length=255,
        description="Name of the file; its ending says what it is, where `kind` does"
        " not. A text without one is plain text.",
    )
    kind: Annotated[str, _names(KINDS, "The name of a format.")] | None = Field(
        default=None, description="Format of the file, as `--from` has it."
    )

    def source(self) -> Source:
        """Return what the jobs read.

        Raises:
            ProblemError: what is to be base64 is not.
        """
        data = self.text.encode() if self.base64 is None else _decoded(self.base64)
        # The name is only a name: nothing here opens a file of it.
        return Source(self.name, data, self.kind)


def _decoded(text: str) -> bytes:
    try:
        return b64decode(text, validate=True)
    except ValueError:
        message = "what is named base64 is not — encode the bytes (RFC 4648)"
        raise ProblemError(Problem(INVALID, message)) from None


class Marking(RequestBody):
    """What is marked."""

    domains: list[Text] = Field(
        default=[], max_length=MANY, description="Only terms of these."
    )
    level: Annotated[str, _names(LEVELS, "`all` marks words of everyday news too.")] = (
        "term"
    )
    first_only: Flag = Field(default=False, description="Each concept only once.")
    main: Flag = Field(default=False, description="Of web pages take only the article.")


class AnnotateRequest(Document, Marking):
    """A document to be annotated."""

    nested: Flag = Field(default=False, description="Terms inside longer ones too.")
    fields: list[Annotated[str, _names(FIELDS, "A further field.")]] = Field(
        default=[], max_length=MANY, description="Further fields of each annotation."
    )


class LookupQuery(RequestBody):
    """What is looked up."""

    q: Text = Field(min_length=1, max_length=500, description="A term.")
    limit: int = Field(default=5, ge=1, le=50, description="Most of the similar terms.")


class GlossaryQuery(RequestBody):
    """Which part of the glossary is wanted, and how."""

    domain: list[Text] = Field(
        default=[], max_length=100, description="Only terms of these."
    )
    reverse: bool = Field(default=False, description="English to Indonesian.")
    include_fuzzy: bool = Field(
        default=False, description="Also what is not yet reviewed."
    )
    bom: bool = Field(default=False, description="Mark CSV and TSV as UTF-8.")


class TermsRequest(Marking):
    """Documents of which a term sheet is made."""

    documents: list[Document] = Field(min_length=1, max_length=MANY)
    format: Annotated[str, _names(SHEETS, "Form of the answer.")] = "json"


class WorksheetRequest(Document):
    """A document of which a worksheet is made."""

    format: Annotated[
        str, _names(WORKSHEETS, "Form of the answer: JSON, or a file.")
    ] = "json"
    memory: list[Document] = Field(
        default=[],
        max_length=MANY,
        description="Earlier work: files with both languages.",
    )


class AssembleRequest(Document):
    """A worksheet, and what it was made of where it does not hold that itself."""

    article: Document | None = None


class AskedUnit(RequestBody):
    """A translation unit."""

    source: Text = Field(description="The Indonesian text.")
    target: Text = Field(default="", description="The English text.")
    id: Text = Field(default="", max_length=1_000, description="Else its number.")


class AskedWaiver(RequestBody):
    """A decision that a finding is not to count."""

    code: Text = Field(pattern="^T[0-9]{1,3}$", description="Code, or its beginning.")
    reason: Text = Field(min_length=1, max_length=1_000)
    concept: Text = Field(default="", max_length=1_000, description="Only for this.")
    unit: Text = Field(default="", max_length=1_000, description="Only in this unit.")


class CheckRequest(RequestBody):
    """A translation: units, or a file with both languages, or two texts."""

    units: list[AskedUnit] = Field(default=[], max_length=100 * MANY)
    file: Document | None = None
    source: Document | None = None
    target: Document | None = None
    aligned: Flag = Field(default=False, description="Two texts: line against line.")
    select: list[Text] = Field(
        default=[],
        max_length=MANY,
        description="Only these codes, or codes that begin so.",
    )
    waivers: list[AskedWaiver] = Field(default=[], max_length=10 * MANY)


class Annotation(BaseModel):
    """A term in a text."""

    start: int
    end: int
    text: str
    concept: str
    domain: str
    term: str
    equivalents: list[str]
    region: str | None = None
    because: str | None = None
    phrase: str | None = None
    parts: list[str] = []
    level: str | None = None
    nested: list[Annotation] = []
    definition: str | None = None
    note: str | None = None
    pos: str | None = None
    sources: list[str] = []
    examples: list[Example] = []


class Example(BaseModel):
    """A sentence and its translation."""

    id: str
    en: str


class AnnotatedDocument(BaseModel):
    """A document with its annotations."""

    version: int
    document: str
    path: str
    id: str | int | None = Field(default=None, description="Of a line of JSON lines.")
    language: str
    text: str | None = Field(default=None, description="What the offsets are of.")
    annotations: list[Annotation]


class Country(BaseModel):
    """A country that decided."""

    region: str
    because: str | None


class SheetTerm(BaseModel):
    """A line of a term sheet."""

    concept: str
    domain: str
    term: str
    english: str
    forms: list[str]
    region: str | None
    countries: list[Country]
    count: int
    context: str
    document: str
    path: str
    note: str | None
    definition: str | None


class TermSheet(BaseModel):
    """A term sheet."""

    version: int
    terms: list[SheetTerm]


class Designation(BaseModel):
    """A term of a concept."""

    text: str
    status: str
    type: str
    region: str | None
    condition: str | None
    reason: str | None


class Matched(BaseModel):
    """The term that answers a query."""

    text: str
    language: str


class Hit(BaseModel):
    """A concept that a query may mean."""

    concept: str
    match: str
    parts: list[str] = []
    score: float
    matched: Matched
    term: str
    domain: str
    pos: str | None
    definition: str | None
    terms: list[Designation]
    equivalents: list[Designation]
    notes: list[str]
    examples: list[Example]
    sources: list[str]


class ConcordanceLine(BaseModel):
    """A place of a term in an article."""

    path: str
    document: str
    start: int
    end: int
    left: str
    text: str
    right: str


class Lookup(BaseModel):
    """What a query found."""

    version: int
    query: str
    hits: list[Hit]
    concordance: list[ConcordanceLine]


class Hint(BaseModel):
    """A term in a sentence to be translated."""

    start: int
    end: int
    text: str
    concept: str
    equivalents: list[str]


class WorksheetUnit(BaseModel):
    """A sentence to be translated."""

    unit: str
    place: str
    source: str
    marked: str
    target: str
    fuzzy: bool
    score: float | None
    hints: list[Hint]


class Worksheet(BaseModel):
    """The sentences of an article."""

    version: int
    document: str
    path: str
    sentences: int
    units: list[WorksheetUnit]


class MissingUnit(BaseModel):
    """A sentence that is not translated."""

    path: str
    place: str
    unit: str
    source: str
    fuzzy: bool


class UnformattedUnit(BaseModel):
    """A sentence whose tags are wrong."""

    path: str | None = None
    place: str | None = None
    unit: str | None = None
    source: str | None = None
    missing: list[str] = []
    needless: list[str] = []
    crossed: list[str] = []


class Assembled(BaseModel):
    """A translated article."""

    version: int
    path: str
    kind: str
    text: str
    units: int
    missing: list[MissingUnit]
    unformatted: list[UnformattedUnit]
    staying: list[str]


class Span(BaseModel):
    """A part of a text."""

    start: int
    end: int
    text: str


class Finding(BaseModel):
    """What is wrong in a translation."""

    code: str
    severity: str
    message: str
    path: str
    place: str
    line: int | None
    unit: str | None
    concept: str | None
    source: Span | None
    target: Span | None
    expected: list[str]
    confidence: float
    context: str | None = None


class WaivedFinding(Finding):
    """A finding that somebody decided about."""

    reason: str


class UnusedWaiver(BaseModel):
    """A decision about nothing that was found."""

    code: str
    concept: str
    reason: str
    unit: str


class Checked(BaseModel):
    """A translation that was checked."""

    version: int
    path: str
    units: int
    terms: int
    findings: list[Finding]
    waived: list[WaivedFinding]
    unused: list[UnusedWaiver]


class ExchangeFormat(BaseModel):
    """A format of another program."""

    name: str
    title: str
    endings: list[str]
    writes: bool
    reads: bool
    lossless: bool
    loses: list[str]


class Formats(BaseModel):
    """The formats in which the glossary is to be had."""

    version: int
    formats: list[ExchangeFormat]


class ProblemDetails(BaseModel):
    """A problem (RFC 9457)."""

    type: str
    title: str
    status: int
    detail: str
    errors: list[str] = []
