"""What Padanan wrote it may write over; nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from padanan.errors import PadananError
from padanan.files.outputs import Records

if TYPE_CHECKING:
    from pathlib import Path


@given(st.binary(min_size=1), st.binary(min_size=1))
def test_what_is_known(
    tmp_path_factory: pytest.TempPathFactory, one: bytes, other: bytes
) -> None:
    """A file is known until a byte of it changes."""
    folder = tmp_path_factory.mktemp("outputs")
    records, path = Records(folder / "written"), folder / "a.txt"
    records.write([(path, one)])
    assert records.knows(path)
    path.write_bytes(other)
    assert records.knows(path) is (one == other)


def test_the_same_bytes_of_somebody_else_stay_theirs(tmp_path: Path) -> None:
    """By chance the same bytes are there: the next result does not replace them."""
    records, path = Records(tmp_path / "written"), tmp_path / "a.txt"
    path.write_bytes(b"isi")
    records.write([(path, b"isi")])
    with pytest.raises(PadananError, match="not as Padanan wrote it"):
        records.write([(path, b"lain")])


def test_several_files_are_guarded_together(tmp_path: Path) -> None:
    """Where one of them is somebody else's, none is written."""
    records = Records(tmp_path / "written")
    (tmp_path / "a.dict").write_bytes(b"mine")
    with pytest.raises(PadananError):
        records.write([(tmp_path / name, b"x") for name in ("a.ifo", "a.dict")])
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.dict"]


@pytest.mark.parametrize("record", [b"", b"\xff\xfe", b"0" * 64])
def test_a_damaged_record_protects(tmp_path: Path, record: bytes) -> None:
    """What cannot be read as a record says that nobody knows the file."""
    records, path = Records(tmp_path / "written"), tmp_path / "a.txt"
    records.write([(path, b"isi")])
    [place] = (tmp_path / "written").iterdir()
    place.write_bytes(record)
    with pytest.raises(PadananError):
        records.guard(path)
