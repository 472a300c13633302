"""What several tests of exchange formats use."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Collection


@pytest.fixture
def counted(
    record_property: Callable[[str, object], None],
    capsys: pytest.CaptureFixture[str],
) -> Callable[[str, Collection[object], Collection[object]], None]:
    """Print and record how many items a program lists, and how many are ours."""

    def count(program: str, read: Collection[object], ours: Collection[object]) -> None:
        record_property(program, f"{len(read)} of {len(ours)}")
        with capsys.disabled():
            print(f"\n{program}: {len(read)} of {len(ours)}")  # noqa: T201 -- the result

    return count
