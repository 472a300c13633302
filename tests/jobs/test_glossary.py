"""The glossary of a job: its domains are checked in one place."""

from __future__ import annotations

import pytest

from padanan import jobs
from padanan.errors import DocumentError, GlossaryError
from tests.jobs.results import MINI, annotator


def test_domains_of_the_glossary() -> None:
    """The domains are those that its concepts have."""
    loaded = {concept.domain for concept in jobs.load().concepts}
    assert jobs.domains_of(annotator()) == loaded


@pytest.mark.parametrize(
    ("wanted", "advice"),
    [("treatys", "did you mean “treaties”?"), ("xqzzy", "known are asean, con")],
)
def test_an_unknown_domain_names_the_closest(wanted: str, advice: str) -> None:
    """A slip of the pen gets the right name, anything else the list."""
    with pytest.raises(GlossaryError, match=f"no domain “{wanted}” — {advice}"):
        jobs.check_domains([wanted], jobs.domains_of(annotator()))


def test_every_job_checks_domains() -> None:
    """No job takes a domain that the glossary lacks for one without a term."""
    options = jobs.AnnotateOptions(domains=("treatys",))
    source = [jobs.Source("-", b"nota")]
    calls = (
        lambda: jobs.annotate(source, annotator(), options),
        lambda: jobs.explain(source, annotator(), options),
        lambda: jobs.terms(source, annotator(), options),
        lambda: jobs.export(MINI, jobs.ExportOptions("csv", ("treatys",))),
        lambda: next(
            jobs.annotate_corpus(
                annotator(), jobs.CorpusOptions(("-",), annotate=options), print
            )
        ),
    )
    for call in calls:
        with pytest.raises(GlossaryError, match="no domain “treatys”"):
            call()


def test_unknown_fields_are_refused() -> None:
    """A field that no annotation has is told at once, with those that there are."""
    options = jobs.AnnotateOptions(fields=("definiton",))
    with pytest.raises(DocumentError, match="there is no field “definiton”"):
        jobs.annotate([], annotator(), options)
