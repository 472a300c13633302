"""Bags and frames get the annotations that the command line writes."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import dask.bag
import dask.dataframe
import pandas as pd
import pytest

from padanan.corpus.frames import annotate_bag, annotate_frame, as_json
from padanan.corpus.work import Chunk, Task, work
from padanan.errors import MissingExtraError
from padanan.matching.annotator import Annotator
from tests.corpus.conftest import SENTENCE, json_lines

if TYPE_CHECKING:
    from padanan.corpus.sources import Item

TEXTS = [SENTENCE, "Sebuah nota di https://nota.example", ""]


def expected(task: Task) -> list[object]:
    """Return the annotations of the texts as the command line writes them."""
    from padanan.corpus.sources import Item

    items: list[Item] = [
        Item("", "a.jsonl", line, line=True) for line in json_lines(*TEXTS).splitlines()
    ]
    lines = work(task, Chunk(0, tuple(items))).lines.splitlines()
    return [json.loads(line)["annotations"] for line in lines]


@pytest.mark.parametrize("scheduler", ["sync", "threads", "processes"])
def test_bags(task: Task, scheduler: str) -> None:
    """Each text of a bag becomes its annotations, in order, wherever it is done."""
    bag = dask.bag.from_sequence(TEXTS, npartitions=2)
    found = annotate_bag(bag, task.engine).compute(scheduler=scheduler)
    assert [json.loads(text) for text in found] == expected(task)


@pytest.mark.parametrize("scheduler", ["sync", "processes"])
def test_frames(task: Task, scheduler: str) -> None:
    """A frame gets one more column, and keeps its index and its other columns."""
    plain = pd.DataFrame({"teks": [*TEXTS, None], "n": range(4)}, index=list("dcba"))
    frame = dask.dataframe.from_pandas(plain, npartitions=2, sort=False)
    more = annotate_frame(frame, "teks", task.engine, into="found")
    assert list(more.columns) == ["teks", "n", "found"]
    found = more.compute(scheduler=scheduler)
    assert list(found.index) == list("dcba")
    assert [json.loads(text) for text in found["found"]] == [*expected(task), []]
    assert more.dtypes["found"] == found.dtypes["found"]


@pytest.mark.parametrize("text", [*TEXTS, "Nota “itu”.\n"])
def test_an_annotator_writes_what_it_annotates(task: Task, text: str) -> None:
    """Where no annotations are made, the same is written as of these."""
    annotator = Annotator.with_engine(task.engine)
    assert as_json(text, annotator) == as_json(text, task.engine)


def test_without_dask(task: Task, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where Dask is missing the extra is named."""
    bag = dask.bag.from_sequence(TEXTS, npartitions=1)
    monkeypatch.setitem(sys.modules, "dask", None)
    with pytest.raises(MissingExtraError, match=r"padanan\[corpus\]"):
        annotate_bag(bag, task.engine)


def test_json_is_readable(task: Task) -> None:
    """Letters outside ASCII stand as they are."""
    assert "ceasefire" in as_json(SENTENCE, task.engine)
