"""What `import padanan` offers is what `__all__` promises, and nothing else."""

from __future__ import annotations

from importlib import metadata
from types import ModuleType

import pytest

import padanan


def test_all_names_every_export() -> None:
    """`__all__` lists the public names of the package, in order, each once."""
    exported = {
        name
        for name, value in vars(padanan).items()
        if not (name.startswith("_") or isinstance(value, ModuleType))
    }
    # Imported at the head of every module, they are no exports.
    exported -= {"annotations", "TYPE_CHECKING"}
    assert padanan.__all__ == sorted(exported | {"__version__"})


@pytest.mark.parametrize("name", padanan.__all__)
def test_exports_are_documented(name: str) -> None:
    """Every public name has a docstring of its own."""
    assert getattr(padanan, name).__doc__


def test_version_is_that_of_the_distribution() -> None:
    """The package and its metadata name the same version."""
    assert padanan.__version__ == metadata.version("padanan")
