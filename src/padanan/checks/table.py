"""The table of checks: code, severity and wording of each.

A check is a generator function, a row here, and examples that it must flag and must
pass. ``docs/checks.md`` and ``docs/translators.md`` show the rows to users. A code is
an interface: it is never used for another check.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple, cast

from padanan.checks.findings import Fault, Finding, Severity
from padanan.checks.wording import filled
from padanan.language import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from padanan.checks.glossary.files import GlossaryFiles
    from padanan.checks.translation.occurrences import Translation

    Finder = Callable[[GlossaryFiles | Translation], Iterator[Fault]]

PACKAGES = {"G": "padanan.checks.glossary", "T": "padanan.checks.translation"}
"""Where the functions of checks are, by the letter that their codes begin with."""

ERROR, WARNING, NOTE = Severity


class Check(NamedTuple):
    """A check.

    Attributes:
        code: by which people cite and select it.
        severity: of its findings.
        function: module and name of the generator function, which takes what is
            checked (``GlossaryFiles`` or ``Translation``) and yields faults. It is
            imported when it is needed: a command needs one kind of checks.
        says: what is wrong, in a few words, for the documentation.
        message: of its findings: what is wrong and, after a dash, what to do, with
            names in braces for the words of a fault.
        indonesian: the same message with the same names; empty for a check of a
            glossary, which speaks English alone.
        usual: whether it runs where no codes are selected. One with too many false
            alarms is run by its name.
        confidence: that a finding is a fault, where the finding does not say it.
    """

    code: str
    severity: Severity
    function: str
    says: str
    message: str
    indonesian: str = ""
    usual: bool = True
    confidence: float = 1.0

    @property
    def find(self) -> Finder:
        """The generator function.

        >>> CHECKS[0].find.__name__
        'unreadable'
        """
        module, _, name = self.function.partition(".")
        home = import_module(f"{PACKAGES[self.code[0]]}.{module}")
        return cast("Finder", getattr(home, name))

    def findings(
        self, checked: GlossaryFiles | Translation, language: str = ENGLISH
    ) -> Iterator[Finding]:
        """Yield what the check finds in a glossary or a translation.

        Args:
            checked: the glossary or the translation.
            language: of the messages; the checks of a glossary speak English alone.
        """
        message = self.message if language == ENGLISH else self.indonesian
        for fault in self.find(checked):
            sure = self.confidence if fault.confidence is None else fault.confidence
            yield Finding(
                self.code,
                NOTE if fault.noted else self.severity,
                filled(message, fault.words, language),
                *fault.where,
                fault.concept,
                fault.source,
                fault.target,
                fault.expected,
                sure,
            )


GLOSSARY: tuple[Check, ...] = (
    Check(
        "G001", ERROR, "syntax.unreadable",
        "not a PO file: a line, the encoding or a control character",
        "{problem}",
    ),
    Check("G002", ERROR, "syntax.unknown_key", "an unknown key", "{problem}"),
    Check(
        "G003", ERROR, "syntax.wrong_value",
        "a value that its key cannot have",
        "{problem}",
    ),
    Check(
        "G004", ERROR, "syntax.duplicate",
        "a field or an entry that occurs twice",
        "{problem}",
    ),
    Check(
        "G005", ERROR, "syntax.missing_text", "no term, or no equivalent", "{problem}"
    ),
    Check(
        "G006", ERROR, "syntax.lost",
        "something that would be lost when the file is written",
        "{problem}",
    ),
    Check(
        "G007", WARNING, "syntax.not_canonical",
        "not in canonical form, which `padanan lint --fix` writes",
        "not in canonical form from here — run padanan lint --fix",
    ),
    Check(
        "G101", ERROR, "relations.two_files",
        "a concept that is in two files",
        "“{term}” ({id}) is in {other} too — join the two, or tell them apart by "
        "msgctxt and conditions",
    ),
    Check(
        "G102", ERROR, "relations.shared_form",
        "an Indonesian form that leads to two concepts",
        "“{term}” also leads to “{other}” ({other_id}) — leave it to one of them, or "
        "add when or unless",
    ),
    Check(
        "G103", ERROR, "relations.unknown_source",
        "a source that is not in `SOURCES.md`",
        "unknown source “{key}” — list it in SOURCES.md{suggestion}",
    ),
    Check(
        "G104", ERROR, "relations.unknown_region",
        "an unknown region",
        "unknown region “{region}” — write an ISO 3166 code of two letters, EU or UN",
    ),
    Check(
        "G105", ERROR, "relations.bad_condition",
        "a condition that is invalid, or names something unknown",
        "{problem}",
    ),
    Check(
        "G106", ERROR, "relations.avoided_equivalent",
        "an equivalent that is also listed under `avoid`",
        "“{term}” is both an equivalent and to be avoided — remove one",
    ),
    Check(
        "G107", WARNING, "relations.repeated_term",
        "a term that occurs twice in its concept",
        "“{term}” occurs twice in its entry — remove one",
    ),
    Check(
        "G108", ERROR, "examples.not_recognised",
        "an example in which recognition does not find the concept",
        "the example does not show “{term}” (found: {found}) — write another, or "
        "correct the conditions",
    ),
    Check(
        "G109", ERROR, "relations.unknown_modifier",
        "a modifier or a domain in `heads` that the glossary does not have",
        "heads names “{name}”, which is neither a term nor a domain here — correct or "
        "remove it",
    ),
    Check(
        "G110", ERROR, "relations.taken_after_all",
        "a modifier that one `heads` refuses and another one takes",
        "heads takes “{name}”, which a `heads` of the same order refuses — make them "
        "one",
    ),
    Check(
        "G111", WARNING, "relations.usual_anyway",
        "a `heads` for countries that says what holds without it",
        "heads “{text}” says what holds without it — remove it",
    ),
    Check(
        "G112", WARNING, "relations.needless_condition",
        "a condition that another one of its entry makes needless",
        "“{condition}” never holds without “{other}” (line {at}) — remove it, or "
        "narrow that one",
    ),
    Check(
        "G201", ERROR, "form.missing_field",
        "no definition, or no part of speech",
        "“{term}” has no {field} — write one",
    ),
    Check(
        "G202", WARNING, "form.circular_definition",
        "a definition that is the equivalent it explains, or begins with it",
        "the definition begins with “{term}” itself — say what it is",
    ),
    Check(
        "G203", WARNING, "form.no_sentence",
        "a definition or an example that is not a full sentence",
        "{fault} — {remedy}",
    ),
    Check(
        "G204", WARNING, "form.stray_space",
        "stray spaces and invisible characters",
        "{fault} in {field} — remove it",
    ),
    Check(
        "G205", WARNING, "terms.needless_capital",
        "capitals in a common noun",
        "“{term}” is capitalised — write it in lower case, or make it a proper noun",
    ),
    Check(
        "G206", WARNING, "terms.missing_capital",
        "a proper name without capitals",
        "“{word}” in the name “{term}” is in lower case — write a capital, or change "
        "its pos",
    ),
    Check(
        "G207", WARNING, "terms.inflected_term",
        "a clitic or a reduplication in a preferred term",
        "{fault} — write the plain form",
    ),
    Check(
        "G208", WARNING, "terms.no_full_form",
        "an abbreviation without its full form",
        "“{term}” is an abbreviation without its full form — add that as {field}",
    ),
    Check(
        "G301", WARNING, "corpus.always",
        "a condition that holds nearly everywhere in a corpus (`--on`)",
        "“{key} {condition}” of “{term}” holds in {held} of {asked} places — remove "
        "it, or narrow it",
    ),
    Check(
        "G302", WARNING, "corpus.never",
        "a condition that holds nowhere in a corpus (`--on`)",
        "“{key} {condition}” of “{term}” holds in none of {asked} places — remove it, "
        "or widen it",
    ),
)  # fmt: skip
"""The checks of a glossary, in the order of their codes.

The editorial rules behind G1 and G2 are those of ``glossary/README.md``.
"""

TRANSLATION: tuple[Check, ...] = (
    Check(
        "T101", ERROR, "terms.deprecated_used",
        "a deprecated equivalent is used",
        "“{english}” is not to be used for “{term}”{reason} — {advice}",
        indonesian="“{english}” jangan dipakai untuk “{term}”{reason} — {advice}",
        confidence=0.75,
    ),
    Check(
        "T102", ERROR, "terms.wrong_region",
        "an office or body is called as that of another country is",
        "“{english}” is not what {country} has (“{because}”) — {advice}",
        indonesian=(
            "“{english}” bukan sebutan yang dipakai di {country} (“{because}”) "
            "— {advice}"
        ),
        confidence=0.6,
    ),
    Check(
        "T103", ERROR, "terms.false_friend",
        "a false friend is used",
        "“{english}” is a false friend of “{term}” ({reason}) — {advice}",
        indonesian=(
            "“{english}” adalah teman palsu untuk “{term}” ({reason}) — "
            "{advice}"
        ),
        confidence=0.95,
    ),
    Check(
        "T104", ERROR, "terms.left_in_indonesian",
        "a term is left in Indonesian",
        "“{left}” is left in Indonesian — {advice}",
        indonesian="“{left}” dibiarkan dalam bahasa Indonesia — {advice}",
        confidence=0.95,
    ),
    Check(
        "T201", WARNING, "terms.no_equivalent",
        "none of the term's equivalents is there",
        "{stretch} has no equivalent of “{term}”{instead} — {advice}, or say why not",
        indonesian=(
            "{stretch} tidak memuat padanan “{term}”{instead} — {advice}, atau "
            "jelaskan mengapa tidak"
        ),
    ),
    Check(
        "T202", WARNING, "figures.numbers_differ",
        "a number of the source is not in the translation",
        "the {kind} {figures} is not in the translation{instead} — compare",
        indonesian="{kind} {figures} tidak ada dalam terjemahan{instead} — bandingkan",
        confidence=0.45,
    ),
    Check(
        "T203", WARNING, "figures.dates_differ",
        "source and translation name different months or days",
        "the {kind} {figures} is not in the translation{instead} — compare",
        indonesian="{kind} {figures} tidak ada dalam terjemahan{instead} — bandingkan",
        confidence=0.75,
    ),
    Check(
        "T204", WARNING, "figures.small_numbers_differ",
        "a number in words, up to twelve, is another one in the translation",
        "the {kind} {figures} is not in the translation{instead} — compare",
        indonesian="{kind} {figures} tidak ada dalam terjemahan{instead} — bandingkan",
        confidence=0.95,
    ),
    Check(
        "T205", WARNING, "nations.nations_differ",
        "source and translation name different countries or nationalities",
        "“{nation}” is not in the translation, which has “{instead}” — compare",
        indonesian=(
            "“{nation}” tidak ada dalam terjemahan, yang memuat “{instead}” — "
            "bandingkan"
        ),
        confidence=0.85,
    ),
    Check(
        "T206", WARNING, "names.names_differ",
        "the name of a person is misspelt or missing",
        "the name “{name}” is not in the translation{instead} — compare",
        indonesian="nama “{name}” tidak ada dalam terjemahan{instead} — bandingkan",
        usual=False,
        confidence=0.05,
    ),
    Check(
        "T207", WARNING, "terms.most_are_gone",
        "most terms of a unit have no equivalent there",
        "no equivalent of most terms (“{terms}”) — compare the whole unit",
        indonesian=(
            "sebagian besar istilah (“{terms}”) tanpa padanan — bandingkan "
            "seluruh satuan"
        ),
        confidence=0.75,
    ),
    Check(
        "T301", NOTE, "notes.two_equivalents",
        "one thing has two names in the document; the rarer one is noted",
        "“{english}” here, but “{usual}” elsewhere for “{term}” (× {times}) — choose "
        "one",
        indonesian=(
            "di sini “{english}”, di tempat lain “{usual}” untuk “{term}” "
            "({times} kali) — pilih salah satu"
        ),
        confidence=0.01,
    ),
    Check(
        "T302", NOTE, "notes.far_away",
        "the equivalent stands far from where the term would be",
        "“{english}” stands far from where “{term}” would — see whether it is meant",
        indonesian=(
            "“{english}” jauh dari tempat “{term}” semestinya — periksa apakah "
            "itu yang dimaksud"
        ),
        confidence=0.01,
    ),
    Check(
        "T303", NOTE, "notes.not_translated",
        "the unit is not translated",
        "not translated — translate it",
        indonesian="belum diterjemahkan — terjemahkan",
    ),
    Check(
        "T401", ERROR, "tags.missing",
        "a tag of the source is missing",
        "{tags} missing — put back what the source has, or formats are lost",
        indonesian=(
            "{tags} hilang — kembalikan seperti di teks sumber agar format "
            "tidak hilang"
        ),
    ),
    Check(
        "T402", ERROR, "tags.needless",
        "a tag stands twice, or is none of the source",
        "{tags} there twice, or not in the source — remove what is too much",
        indonesian=(
            "{tags} muncul dua kali atau tidak ada di teks sumber — hapus yang "
            "berlebih"
        ),
    ),
    Check(
        "T403", ERROR, "tags.crossed",
        "a pair of tags is not closed, or crosses another one",
        "{tags} not closed, or closed in another pair — close pairs in their order",
        indonesian=(
            "{tags} tidak ditutup atau ditutup di dalam pasangan lain — tutup "
            "pasangan tag sesuai urutannya"
        ),
    ),
)  # fmt: skip
"""The checks of a translation, in the order of their codes."""

CHECKS: tuple[Check, ...] = (*GLOSSARY, *TRANSLATION)
"""Every check."""


def selected(checks: Iterable[Check], codes: Iterable[str]) -> Iterator[Check]:
    """Yield the checks of some codes or beginnings of codes.

    Where none is given, all are meant; but one that is not usual is only run by its
    whole code.

    >>> [check.code for check in selected(TRANSLATION, ("T20", "T103"))]
    ['T103', 'T201', 'T202', 'T203', 'T204', 'T205', 'T207']
    >>> [check.code for check in selected(TRANSLATION, ("T206",))]
    ['T206']
    """
    beginnings = tuple(codes) or ("",)
    for check in checks:
        by_name = check.code in beginnings
        if by_name or (check.usual and check.code.startswith(beginnings)):
            yield check
