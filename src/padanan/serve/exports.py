"""The glossary in the formats of other programs, made once while it is the same."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

from padanan.serve import tasks
from padanan.serve.loaded import stamp

if TYPE_CHECKING:
    from padanan.exchange.formats import FormatOptions
    from padanan.serve.state import State
    from padanan.serve.tasks import Made

MOST = 8
"""Maximum number of exports that are kept."""


class Exports:
    """What was exported last, by what was asked for and by the glossary's files."""

    def __init__(self, state: State) -> None:
        self._state = state
        self._kept: OrderedDict[object, Made] = OrderedDict()

    async def get(
        self, form: str, domains: tuple[str, ...], options: FormatOptions
    ) -> Made:
        """Return an export, made now or before.

        Raises:
            ProblemError: there is no such domain, or nothing to export.
        """
        key = (form, domains, options, stamp(self._state.settings.glossary))
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        made = await self._state.work(tasks.export, form, domains, options)
        self._kept[key] = made
        while len(self._kept) > MOST:
            self._kept.popitem(last=False)
        return made
