"""What holds for all tests: marks, profiles of hypothesis, one cache, one browser."""

from __future__ import annotations

import gc
import os
import shutil
import sys
from importlib import import_module
from itertools import pairwise
from tempfile import mkdtemp
from typing import TYPE_CHECKING, TypeVar

import pytest
from hypothesis import settings

from tests.browser import chromium
from tests.clients import SLOW, need
from tests.shared import NO_SHARED, VARIABLE

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    from playwright.sync_api import Browser

Item = TypeVar("Item")
Report = TypeVar("Report", pytest.TestReport, pytest.CollectReport)

STRICT = os.environ.get("PADANAN_CI") == "1"

# `make test` runs the first, `make test-all` the second, `make fuzz` the third.
settings.register_profile("quick", derandomize=True, deadline=None, max_examples=25)
settings.register_profile("full", derandomize=True, deadline=None, max_examples=50)
settings.register_profile("search", deadline=None, max_examples=2_000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))

# Tests keep much and leave little behind: Python need not look for garbage so often.
GARBAGE_FROM = 50_000

_own_cache = pytest.StashKey[str]()


def pytest_configure(config: pytest.Config) -> None:
    """Keep the tests, and the programs that they start, out of the user's cache.

    The processes of pytest-xdist share the folder, so that the shipped glossary is
    compiled once: they inherit the environment of the process that starts them.
    """
    gc.set_threshold(GARBAGE_FROM)
    # First, and as Python finds it: collected by its file, a compiled module would be
    # taken from its source, which those that are compiled against it refuse.
    import_module("padanan.matching.native.core")
    if not hasattr(config, "workerinput"):
        config.stash[_own_cache] = mkdtemp(prefix="padanan-tests-")
        os.environ["PADANAN_CACHE"] = config.stash[_own_cache]


def pytest_unconfigure(config: pytest.Config) -> None:
    """Remove the cache."""
    if _own_cache in config.stash:
        shutil.rmtree(config.stash[_own_cache], ignore_errors=True)


def clients_of(item: pytest.Item) -> frozenset[str]:
    """Return the names of the programs that a test needs."""
    names = {name for mark in item.iter_markers("client") for name in mark.args}
    if "browser" in getattr(item, "fixturenames", ()):
        names.add("chromium")
    return frozenset(names)


def pytest_itemcollected(item: pytest.Item) -> None:
    """Mark what a fixture says: who uses the browser needs Chromium, and is slow."""
    clients = clients_of(item)
    if clients:
        item.add_marker(pytest.mark.client(*clients))
    if clients & SLOW:
        item.add_marker(pytest.mark.slow)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(
    config: pytest.Config, items: list[pytest.Item]
) -> None:
    """Begin with the slow tests, so that no process is left alone with one at the end.

    Slow tests and quick ones each keep their order, at random or not. A process of
    pytest-xdist begins with an equal part of the list.
    """
    workers = getattr(config, "workerinput", {}).get("workercount", 1)
    items[:] = dealt(items, workers)


def dealt(items: list[pytest.Item], workers: int) -> list[pytest.Item]:
    """Return tests as a list whose equal parts each begin with slow tests."""
    slow = [item for item in items if item.get_closest_marker("slow")]
    quick = [item for item in items if not item.get_closest_marker("slow")]
    parts = zip(cut(slow, workers), cut(quick, workers), strict=True)
    return [item for part in parts for some in part for item in some]


def cut(items: list[Item], parts: int) -> list[list[Item]]:
    """Return a list in parts of equal size, or nearly so.

    >>> cut([1, 2, 3, 4, 5], 2)
    [[1, 2], [3, 4, 5]]
    """
    at = [len(items) * part // parts for part in range(parts + 1)]
    return [items[start:end] for start, end in pairwise(at)]


def _is_law(item: pytest.Item) -> bool:
    return bool(getattr(getattr(item, "obj", None), "is_hypothesis_test", False))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Measure coverage without slow tests and laws.

    Tracing makes them twice as slow. What they run is what the other tests run, on
    more input. The mark `no_cover` of pytest-cov has no effect under pytest-xdist: in
    its processes coverage is started twice, and stopped once.
    """
    tracing = sys.gettrace()
    if _is_law(item) or item.get_closest_marker("slow"):
        sys.settrace(None)
    try:
        return (yield)
    finally:
        sys.settrace(tracing)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a test, before its fixtures are made, where a program is missing."""
    need(*sorted(clients_of(item)))


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


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, for the tests of a module: Playwright runs once at a time."""
    with chromium() as started:
        yield started
