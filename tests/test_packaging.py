"""The wheel carries the glossary; an editable install finds that of the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import padanan

ROOT = Path(__file__).parents[1]
SENTENCE = "Kedua pihak menyepakati gencatan senjata.\n"


def run(*arguments: str, folder: Path, site: Path | None = None) -> str:
    """Run Python in a folder, with a folder of packages first on its path."""
    environment = os.environ | {"PYTHONPATH": str(site) if site else ""}
    result = subprocess.run(
        (sys.executable, *arguments),
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert result.returncode == 0, result.stderr
    return result.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the checkout as `pip install .` builds it."""
    folder = tmp_path_factory.mktemp("wheel")
    # Without isolation nothing is fetched: hatchling is among the test needs.
    flags = ("--quiet", "--no-deps", "--no-index", "--no-build-isolation")
    run("-m", "pip", "wheel", *flags, "-w", str(folder), str(ROOT), folder=folder)
    (built,) = folder.glob("*.whl")
    return built


@pytest.mark.slow
def test_wheel_carries_the_glossary(wheel: Path) -> None:
    """Every file of the glossary is in the wheel, and nothing beside the package."""
    names = set(zipfile.ZipFile(wheel).namelist())
    shipped = {
        f"padanan/shipped/{path.relative_to(ROOT / 'glossary').as_posix()}"
        for path in (ROOT / "glossary").rglob("*")
        if path.is_file()
    }
    assert shipped <= names
    assert all(name.startswith(("padanan/", "padanan-")) for name in names)


@pytest.mark.slow
def test_installed_wheel_annotates(wheel: Path, tmp_path: Path) -> None:
    """The installed wheel annotates an article from another folder, by itself."""
    site = tmp_path / "site"
    flags = ("--quiet", "--no-deps", "--no-index", "--no-compile")
    pip = ("-m", "pip", "install", *flags, "--target", str(site), str(wheel))
    run(*pip, folder=tmp_path)
    article = tmp_path / "artikel.txt"
    article.write_text(SENTENCE, encoding="utf-8")

    where = ("-P", "-c", "import padanan; print(padanan.__file__)")
    assert str(site) in run(*where, folder=tmp_path, site=site)
    command = ("-P", "-m", "padanan", "annotate", str(article))
    assert "ceasefire" in run(*command, folder=tmp_path, site=site)


def test_this_install_finds_the_glossary() -> None:
    """The install that runs the tests finds the shipped glossary."""
    assert padanan.load()["gencatan-senjata"].equivalent == "ceasefire"
