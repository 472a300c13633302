"""What holds for every job: plain values, the same each time, and nothing printed."""

from __future__ import annotations

import ast
import json
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from padanan import jobs
from padanan.render.json import VERSION
from tests.jobs.results import CALLS, Call

if TYPE_CHECKING:
    from collections.abc import Iterator

SOURCE = Path(jobs.__file__).parent
PAGE = Path(__file__).parents[2] / "docs" / "json.md"
SECTION = re.compile(r"^## (.+?)\n(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
OPEN = frozenset({"stats"})
"""Sections whose inner keys are words of the glossary, and not listed."""


@pytest.fixture(params=CALLS, ids=lambda call: call.section)
def call(request: pytest.FixtureRequest) -> Call:
    """Each job in turn."""
    assert isinstance(request.param, Call)
    return request.param


def documented(section: str) -> dict[str, str]:
    """Return the keys of a section of the page, with what is said of each."""
    text = dict(SECTION.findall(PAGE.read_text("utf-8")))[section]
    rows = re.findall(r"^\| `([^`]+)` \| (.*) \|$", text, re.MULTILINE)
    return dict(rows)


def keys(value: Any, at: str = "") -> Iterator[str]:
    """Yield the places of all keys: ``findings[].source.start``.

    >>> list(keys({"a": [{"b": 1}]}))
    ['a', 'a[].b']
    """
    if isinstance(value, dict):
        for name, inner in value.items():
            place = f"{at}.{name}" if at else name
            yield place
            yield from keys(inner, place)
    elif isinstance(value, list):
        for inner in value:
            yield from keys(inner, f"{at}[]")


def test_plain_values(call: Call, tmp_path: Path) -> None:
    """The result is one JSON object with a version, and reads back as it was."""
    data = call.run(tmp_path).as_dict()
    assert data["version"] == VERSION
    assert json.loads(json.dumps(data)) == data


def test_the_same_each_time(call: Call, tmp_path: Path) -> None:
    """The same input gives the same values, in the same order."""
    first, second = (json.dumps(call.run(tmp_path).as_dict()) for _ in range(2))
    assert first == second


def test_nothing_is_printed_or_read(
    call: Call,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A job touches no standard stream."""
    monkeypatch.setattr(sys, "stdin", None)
    call.run(tmp_path).as_dict()
    assert capsys.readouterr() == ("", "")


def allowed(section: str) -> set[str]:
    """Return the keys that a result may have, those described elsewhere too."""
    listed = set(documented(section))
    waived = {key.replace("findings", "waived", 1) for key in listed}
    place = "explanations[].annotation"
    annotation = {
        key.replace("annotations[]", place, 1) for key in documented("annotate")
    }
    return listed | waived | {key for key in annotation if key.startswith(place)}


def test_the_page_has_every_key(call: Call, tmp_path: Path) -> None:
    """Each key of the result is described, and what is described does occur."""
    listed = documented(call.section)
    found = {key.replace("nested[].", "") for key in keys(call.run(tmp_path).as_dict())}
    if call.section in OPEN:
        found = {key for key in found if "." not in key}
    assert found <= allowed(call.section)
    optional = {key for key, said in listed.items() if said.startswith("if any")}
    assert listed.keys() - optional <= found


def test_every_section_is_a_job() -> None:
    """The page describes the results of all jobs and nothing else."""
    sections = {section for section, _ in SECTION.findall(PAGE.read_text("utf-8"))}
    assert sections == {call.section for call in CALLS}


def test_every_result_is_tried(tmp_path: Path) -> None:
    """No job has a result that these tests do not see."""
    seen = {type(call.run(tmp_path)).__name__ for call in CALLS}
    assert seen == {name for name in jobs.__all__ if name.endswith("Result")}


@pytest.mark.parametrize(
    "path", sorted(SOURCE.glob("*.py")), ids=lambda path: path.stem
)
def test_no_job_knows_the_terminal(path: Path) -> None:
    """No module of a job imports click, sys or os, and none prints."""
    tree = ast.parse(path.read_text("utf-8"))
    imported = {
        name.partition(".")[0]
        for node in ast.walk(tree)
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    }
    assert not imported & {"click", "os", "sys"}
    assert "print" not in {n.id for n in ast.walk(tree) if isinstance(n, ast.Name)}


def test_public_names() -> None:
    """Names come from their modules, those for type checkers are the same ones."""
    tree = ast.parse((SOURCE / "__init__.py").read_text("utf-8"))
    typed = {
        (node.module, alias.name)
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        and (node.module or "").startswith("padanan.")
        for alias in node.names
    }
    found = {name: getattr(jobs, name) for name in jobs.__all__}
    assert typed == {(value.__module__, name) for name, value in found.items()}
    assert all(value.__doc__ for value in found.values())
    assert dir(jobs) == jobs.__all__
    with pytest.raises(AttributeError, match="no attribute 'xqzzy'"):
        jobs.xqzzy  # noqa: B018 - that it fails is the test
