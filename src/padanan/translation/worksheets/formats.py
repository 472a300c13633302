"""Which module writes and reads which worksheet."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol, cast

from padanan.errors import ExchangeError
from padanan.translation import reading
from padanan.translation.worksheets import skeleton
from padanan.translation.worksheets.worksheet import Assembled, assemble

if TYPE_CHECKING:
    from padanan.translation.worksheets.worksheet import Worksheet


class Format(NamedTuple):
    """A kind of worksheet.

    Attributes:
        name: as ``--to`` has it.
        ending: of its files.
        module: has ``dumps(worksheet)`` and ``word(data, path)``, imported when
            needed.
    """

    name: str
    ending: str
    module: str


class _Module(Protocol):
    def dumps(self, worksheet: Worksheet) -> bytes: ...

    def word(self, data: bytes, path: str) -> str: ...


FORMATS = (
    Format("po", ".po", "padanan.translation.worksheets.po"),
    Format("xliff", ".xlf", "padanan.translation.worksheets.xliff"),
    Format("xliff2", ".xlf", "padanan.translation.worksheets.xliff2"),
    Format("docx", ".docx", "padanan.translation.worksheets.docx"),
    Format("xlsx", ".xlsx", "padanan.translation.worksheets.xlsx"),
)
"""Every format; a new one is a module and a line here."""

_ENDINGS = {".xliff": ".xlf", ".pot": ".po"}


def dumps(worksheet: Worksheet, name: str) -> bytes:
    """Return the file of a worksheet, which has been read back and is whole.

    Args:
        worksheet: what to write.
        name: of a format.

    Raises:
        ExchangeError: the format cannot hold it.
        MissingExtraError: a package for this format is not installed.
    """
    form = next(form for form in FORMATS if form.name == name)
    data = _module(form).dumps(worksheet)
    _check(data, f"worksheet{form.ending}", worksheet)
    return data


def loads(data: bytes, path: str) -> Assembled:
    """Return the article that a worksheet holds, translated as far as it is.

    Args:
        data: the file.
        path: as the user named it; its ending tells the format.

    Raises:
        DocumentError: it is no such file, or none that holds units.
        ExchangeError: it is no worksheet, or damaged.
        MissingExtraError: a package for this format is not installed.
    """
    units = reading.read(data, path)
    ending = Path(path).suffix.lower()
    ending = _ENDINGS.get(ending, ending)
    form = next((form for form in FORMATS if form.ending == ending), None)
    word = _module(form).word(data, path) if form else ""
    return assemble(skeleton.loads(word, path), units, path)


def _module(form: Format) -> _Module:
    return cast("_Module", import_module(form.module))


def _check(data: bytes, path: str, worksheet: Worksheet) -> None:
    """Raise where the file does not say what the worksheet says."""
    units = (entry.unit for entry in worksheet.entries)
    if loads(data, path).text != assemble(worksheet.skeleton, units, path).text:
        message = "the file would not come back whole — choose another format"
        raise ExchangeError(message)
