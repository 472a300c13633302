"""Packages that only an extra installs, and the sentence about a missing one."""

from __future__ import annotations

import shlex
import subprocess
import sys
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from padanan.errors import MissingExtraError

if TYPE_CHECKING:
    from types import ModuleType


class Extra(NamedTuple):
    """What an optional package is for.

    Attributes:
        name: of the extra that installs it.
        distribution: the package as pip names it.
        purpose: what needs it, the subject of a sentence with a plural verb.
    """

    name: str
    distribution: str
    purpose: str


EXTRAS = {
    "openpyxl": Extra("office", "openpyxl", "spreadsheets"),
    "docx": Extra("office", "python-docx", "Word documents"),
    "dask": Extra("corpus", "dask", "bags and data frames"),
    "distributed": Extra("corpus", "dask", "the workers of --dask"),
    "fastapi": Extra("serve", "fastapi", "the pages and the API of padanan serve"),
    "python_multipart": Extra("serve", "python-multipart", "the forms of the pages"),
    "pypdfium2": Extra("pdf", "pypdfium2", "PDF files"),
    "uvicorn": Extra("serve", "uvicorn", "the pages and the API of padanan serve"),
    "trafilatura": Extra("web", "trafilatura", "web pages read with --main"),
}
"""The optional packages by the names under which Python imports them."""


def optional(module: str) -> ModuleType:
    """Import an optional package.

    Args:
        module: its name, one of ``EXTRAS``.

    Raises:
        MissingExtraError: it is not installed, or a part of it is missing.
    """
    try:
        return import_module(module)
    except ImportError:
        raise MissingExtraError(missing(module)) from None


def missing(module: str) -> str:
    """Return what is said where an optional package is not installed.

    The command is that of the Python that is running: on a machine with several,
    plain ``pip`` may install for another one.

    >>> missing("openpyxl").partition(" — ")[0]
    'spreadsheets need openpyxl'
    >>> missing("openpyxl").endswith("-m pip install 'padanan[office]'")
    True
    """
    extra = EXTRAS[module]
    command = (
        sys.executable or "python", "-m", "pip", "install", f"padanan[{extra.name}]",
    )  # fmt: skip
    quoted = _quoted(command)
    return f"{extra.purpose} need {extra.distribution} — {quoted}"


def _quoted(command: tuple[str, ...]) -> str:
    # The shell of Windows does not know single quotes.
    if sys.platform == "win32":
        return subprocess.list2cmdline(command)
    return shlex.join(command)
