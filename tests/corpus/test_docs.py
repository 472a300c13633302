"""What `docs/corpora.md` shows works."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from tests.corpus.conftest import SENTENCE

PAGE = Path(__file__).parents[2] / "docs" / "corpora.md"
EXAMPLES = re.findall(r"```python\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)


@pytest.fixture(scope="module")
def spark() -> dict[str, Any]:
    """The names that the example for Spark defines."""
    names: dict[str, Any] = {}
    exec(EXAMPLES[-1], names)  # noqa: S102 - it is our own page
    return names


def test_spark(spark: dict[str, Any]) -> None:
    """What Spark would call adds a column to each batch, and keeps the others."""
    batch = pa.RecordBatch.from_pydict({"isi": [SENTENCE, None], "n": [1, 2]})
    (more,) = spark["terms"]([batch])
    assert more.schema.names == ["isi", "n", "annotations"]
    first, second = map(json.loads, more.column("annotations").to_pylist())
    assert "gencatan senjata" in [found["text"] for found in first]
    assert second == []


def test_the_example_for_spark_is_short() -> None:
    """It needs at most twenty lines."""
    assert len(EXAMPLES[-1].splitlines()) <= 20


def test_dask(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The lines for bags and frames run, and give annotations."""
    import dask
    import pandas as pd

    monkeypatch.chdir(tmp_path)
    Path("berita").mkdir()
    Path("berita/a.txt").write_text(SENTENCE, "utf-8")
    pd.DataFrame({"isi": [SENTENCE]}).to_parquet("berita.parquet")
    names: dict[str, Any] = {}
    exec(EXAMPLES[0], names)  # noqa: S102 - it is our own page
    with dask.config.set(scheduler="sync"):
        (of_bag,) = names["terms"].compute()
        (of_frame,) = names["frame"].compute()["annotations"]
    assert of_bag == of_frame
    assert "gencatan-senjata" in of_bag
