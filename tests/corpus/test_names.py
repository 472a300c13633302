"""Names tell what is read, and as what."""

from __future__ import annotations

import pytest

from padanan.corpus import names


@pytest.mark.parametrize(
    ("name", "plain", "known"),
    [
        ("a.txt", "a.txt", True),
        ("a.TXT.GZ", "a.TXT", True),
        ("a.tbz2", "a.tar", True),
        ("a.tar.xz", "a.tar", True),
        ("a.csv.gz", "a.csv", False),
        ("gz", "gz", False),
        (".gz", ".gz", False),
        ("a.gz", "a", False),
    ],
)
def test_plain_names(name: str, plain: str, *, known: bool) -> None:
    """The ending of the compression goes, the one before it tells the reader."""
    assert names.plain_name(name) == plain
    assert names.is_known(name) is known
