"""The coverage of a glossary as a table, as plain values, as a page with a chart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from padanan.files.counts import counted
from padanan.files.templates import environment

if TYPE_CHECKING:
    from padanan.corpus.coverage import Coverage


def shares(found: Coverage) -> tuple[tuple[str, int, int], ...]:
    """Return what is covered: a name, a part and its whole."""
    used = sum(domain.concepts for domain in found.domains)
    return (
        ("words inside terms", found.covered, found.words),
        ("sentences with a term", found.with_terms, found.sentences),
        ("concepts that occur", used, sum(domain.of for domain in found.domains)),
    )


def as_text(found: Coverage) -> str:
    """Return tables for the terminal."""
    lines = [_recognised(found), ""]
    lines += [
        f"{name:<22}{part:>8} of {whole:<8}{_percent(part, whole):5.1f} %"
        for name, part, whole in shares(found)
    ]
    lines += ["", f"{'domain':<20}{'occurrences':>12}{'concepts':>10}{'of':>6}"]
    lines += [
        f"{domain.name:<20}{domain.occurrences:>12}{domain.concepts:>10}{domain.of:>6}"
        for domain in found.domains
    ]
    if found.misses:
        lines += ["", "most frequent of what may be missing"]
        lines += [f"{miss.frequency:>6}  {miss.term}" for miss in found.misses]
    return "\n".join(lines) + "\n"


def _recognised(found: Coverage) -> str:
    terms, words = counted(found.occurrences, "term"), counted(found.words, "word")
    return f"{terms} recognised in {words}"


def _percent(part: int, whole: int) -> float:
    return 100 * part / whole if whole else 0.0


def as_data(found: Coverage) -> dict[str, Any]:
    """Return the coverage as plain values."""
    return {
        "words": found.words,
        "covered": found.covered,
        "sentences": found.sentences,
        "with_terms": found.with_terms,
        "occurrences": found.occurrences,
        "domains": [domain._asdict() for domain in found.domains],
        "misses": [
            {"term": miss.term, "frequency": miss.frequency} for miss in found.misses
        ],
    }


def as_html(found: Coverage, title: str) -> str:
    """Return a page with a chart; it needs no network and no script."""
    most = max((domain.occurrences for domain in found.domains), default=0)
    return (
        environment("padanan.corpus", keep_trailing_newline=True)
        .get_template("coverage.html")
        .render(
            title=title,
            found=found,
            recognised=_recognised(found),
            shares=[
                (name, part, whole, _percent(part, whole))
                for name, part, whole in shares(found)
            ],
            bars=[
                (domain, _percent(domain.occurrences, most)) for domain in found.domains
            ],
        )
    )
