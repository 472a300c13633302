"""What a command, a web page or an editor asks for: values in, values out.

A job takes sources, a glossary and options, all of them values, and returns a result
with ``as_dict()``, the form of ``docs/json.md``. What is to be told to the user besides
is in its ``notices``. No job prints, ends the program, or reads standard input: bytes
that do not lie in a file come in a ``Source``.

>>> from padanan import jobs
>>> [found] = jobs.annotate([jobs.Source("-", b"Menlu AS tiba.")], jobs.annotator())
>>> found.as_dict()["annotations"][0]["equivalents"][0]
'Secretary of State'
"""

# isort: skip_file
# Names that are given on are written twice, a module at a time.
from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from padanan.jobs.adding import (
        AddResult as AddResult,
        Addition as Addition,
        Hiding as Hiding,
        add as add,
        entries as entries,
        has_term as has_term,
        hide as hide,
        is_kept as is_kept,
        not_here as not_here,
        own_list as own_list,
        remove as remove,
        sharing as sharing,
        takes_terms as takes_terms,
        with_hidden as with_hidden,
    )
    from padanan.jobs.annotations import (
        AnnotateOptions as AnnotateOptions,
        AnnotateResult as AnnotateResult,
        ExplainResult as ExplainResult,
        annotate as annotate,
        explain as explain,
    )
    from padanan.jobs.articles import (
        ReadingOptions as ReadingOptions,
        Source as Source,
        find_articles as find_articles,
        open_article as open_article,
        open_articles as open_articles,
        open_text as open_text,
        passed_over as passed_over,
    )
    from padanan.jobs.checks import (
        CheckResult as CheckResult,
        check as check,
        open_waivers as open_waivers,
        waivers_beside as waivers_beside,
    )
    from padanan.jobs.corpora import (
        CoverageResult as CoverageResult,
        ExtractOptions as ExtractOptions,
        ExtractResult as ExtractResult,
        Texts as Texts,
        coverage as coverage,
        extract as extract,
        open_texts as open_texts,
        open_whole as open_whole,
    )
    from padanan.jobs.corpora import (
        read_whole as read_whole,
    )
    from padanan.jobs.corpus_run import (
        CorpusOptions as CorpusOptions,
        annotate_corpus as annotate_corpus,
        annotate_corpus_to as annotate_corpus_to,
    )
    from padanan.jobs.counts import (
        CompareResult as CompareResult,
        StatsResult as StatsResult,
        compare as compare,
        open_counted as open_counted,
        stats as stats,
    )
    from padanan.jobs.exchange import (
        ExportOptions as ExportOptions,
        ExportResult as ExportResult,
        FormatsResult as FormatsResult,
        ImportResult as ImportResult,
        export as export,
        formats as formats,
        import_file as import_file,
        write_import as write_import,
    )
    from padanan.jobs.glossary import (
        GlossaryOptions as GlossaryOptions,
        annotator as annotator,
        check_domains as check_domains,
        compiled as compiled,
        domains_of as domains_of,
        load as load,
    )
    from padanan.jobs.linting import (
        LintResult as LintResult,
        fix as fix,
        lint as lint,
    )
    from padanan.jobs.lookups import (
        LookupResult as LookupResult,
        lookup as lookup,
        lookup_begun as lookup_begun,
    )
    from padanan.jobs.pages import (
        PagesOptions as PagesOptions,
        page_of as page_of,
        pages_of as pages_of,
    )
    from padanan.jobs.rejections import (
        reject as reject,
    )
    from padanan.jobs.rejections import (
        rejected as rejected,
    )
    from padanan.jobs.term_sheets import (
        TermsResult as TermsResult,
        terms as terms,
    )
    from padanan.jobs.units import (
        PairOptions as PairOptions,
        open_pair as open_pair,
        open_units as open_units,
        read_pair as read_pair,
        read_units as read_units,
    )
    from padanan.jobs.memories import (
        ConcordanceResult as ConcordanceResult,
        MemoryResult as MemoryResult,
        RecallResult as RecallResult,
        RememberResult as RememberResult,
        as_tmx as as_tmx,
        concordance as concordance,
        contents as contents,
        recall as recall,
        remember as remember,
        remember_texts as remember_texts,
    )
    from padanan.jobs.worksheets import (
        AssembleResult as AssembleResult,
        WorksheetOptions as WorksheetOptions,
        WorksheetResult as WorksheetResult,
        assemble as assemble,
        worksheet as worksheet,
    )

_NAMES = {
    "adding": (
        "AddResult Addition Hiding add entries has_term hide is_kept not_here own_list"
        " remove sharing takes_terms with_hidden"
    ),
    "annotations": "AnnotateOptions AnnotateResult ExplainResult annotate explain",
    "articles": (
        "ReadingOptions Source find_articles open_article open_articles open_text"
        " passed_over"
    ),
    "checks": "CheckResult check open_waivers waivers_beside",
    "corpora": (
        "CoverageResult ExtractOptions ExtractResult Texts coverage extract open_texts"
        " open_whole read_whole"
    ),
    "corpus_run": "CorpusOptions annotate_corpus annotate_corpus_to",
    "counts": "CompareResult StatsResult compare open_counted stats",
    "exchange": (
        "ExportOptions ExportResult FormatsResult ImportResult export formats"
        " import_file write_import"
    ),
    "glossary": "GlossaryOptions annotator check_domains compiled domains_of load",
    "linting": "LintResult fix lint",
    "lookups": "LookupResult lookup lookup_begun",
    "pages": "PagesOptions page_of pages_of",
    "rejections": "reject rejected",
    "term_sheets": "TermsResult terms",
    "units": "PairOptions open_pair open_units read_pair read_units",
    "memories": (
        "ConcordanceResult MemoryResult RecallResult RememberResult as_tmx concordance"
        " contents recall remember remember_texts"
    ),
    "worksheets": (
        "AssembleResult WorksheetOptions WorksheetResult assemble worksheet"
    ),
}
"""Modules of the package with the names that it takes from them, when asked for."""

_HOMES = {name: module for module, names in _NAMES.items() for name in names.split()}

__all__ = sorted(_HOMES)  # noqa: PLE0605 - one list of the names is enough


def __getattr__(name: str) -> Any:
    """Import a public name from its module when somebody asks for it."""
    if name not in _HOMES:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    """Return the public names."""
    return sorted(_HOMES)
