"""What holds for all tests: no skip passes in CI, hypothesis repeats itself."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, TypeVar

import pytest
from hypothesis import settings

from tests.shared import NO_SHARED, VARIABLE

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

Report = TypeVar("Report", pytest.TestReport, pytest.CollectReport)

STRICT = os.environ.get("PADANAN_CI") == "1"

settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.register_profile("search", max_examples=2_000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "repeatable"))


def skip_is_failure(reason: str, *, strict: bool, shared: bool) -> bool:
    """Tell whether a skip for that reason counts as a failure.

    Without the reference texts the tests that measure against them may be skipped
    even in CI; nothing else may, a missing client program least of all.

    >>> skip_is_failure("no msgfmt", strict=True, shared=False)
    True
    >>> skip_is_failure("no msgfmt", strict=False, shared=False)
    False
    """
    return strict and (shared or NO_SHARED not in reason)


def _mend(report: Report) -> Report:
    if report.outcome == "skipped" and not hasattr(report, "wasxfail"):
        reason = str(report.longrepr)
        if skip_is_failure(reason, strict=STRICT, shared=VARIABLE in os.environ):
            report.outcome = "failed"
            report.longrepr = f"skipped, which counts as a failure here: {reason}"
    return report


@pytest.fixture(autouse=True, scope="session")
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the tests, and the programs that they start, out of the user's cache."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PADANAN_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[
    None, pytest.TestReport, pytest.TestReport
]:
    """Turn a skipped test into a failed one in CI."""
    return _mend((yield))


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[
    None, pytest.CollectReport, pytest.CollectReport
]:
    """Turn a skipped module into a failed one in CI."""
    return _mend((yield))
