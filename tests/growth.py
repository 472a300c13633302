"""How much work a function does: counted, not timed, so that it is always the same."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType


def operations(work: Callable[[], object]) -> int:
    """Return the number of instructions of Python that something takes.

    What one instruction of the interpreter does, such as looking for a string in
    another one, counts as one however long it takes.
    """
    count = 0

    def trace(frame: FrameType, event: str, _: object) -> object:
        nonlocal count
        frame.f_trace_opcodes = True
        frame.f_trace_lines = False
        count += event == "opcode"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)  # type: ignore[arg-type]
    try:
        work()
    finally:
        sys.settrace(before)
    return count


def growth(work: Callable[[int], object], size: int) -> float:
    """Return how many times as much work twice the size is: 2 is linear, 4 quadratic.

    What is made once and kept must not count: the work is done once before.
    """
    work(size)
    once = operations(lambda: work(size))
    work(2 * size)
    return operations(lambda: work(2 * size)) / once
