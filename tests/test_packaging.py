"""The wheel carries the glossary; an editable install finds that of the checkout."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

import padanan
from tests import clients
from tests.clients import client

ROOT = Path(__file__).parents[1]
SENTENCE = "Kedua pihak menyepakati gencatan senjata.\n"


def run(*arguments: str, folder: Path, site: Path | None = None) -> str:
    """Run Python in a folder, with a folder of packages first on its path."""
    # What is compiled takes long to build; .ci/builds tries it.
    ours = {"PYTHONPATH": str(site) if site else "", "PADANAN_NATIVE": "0"}
    environment = os.environ | ours
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


@pytest.fixture(scope="module")
def site(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of packages in which the wheel is installed."""
    folder = tmp_path_factory.mktemp("site")
    flags = ("--quiet", "--no-deps", "--no-index", "--no-compile")
    pip = ("-m", "pip", "install", *flags, "--target", str(folder), str(wheel))
    run(*pip, folder=folder)
    return folder


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The source distribution, unpacked."""
    folder = tmp_path_factory.mktemp("sdist")
    run("-m", "hatchling", "build", "-t", "sdist", "-d", str(folder), folder=ROOT)
    (archive,) = folder.glob("*.tar.gz")
    with tarfile.open(archive) as packed:
        packed.extractall(folder, filter="data")
    return folder / archive.name.removesuffix(".tar.gz")


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
def test_wheel_carries_both_licences(wheel: Path) -> None:
    """The wheel names both licences, as SPDX does, and has the text of each."""
    with zipfile.ZipFile(wheel) as archive:
        (metadata,) = (n for n in archive.namelist() if n.endswith("/METADATA"))
        lines = archive.read(metadata).decode().splitlines()
        folder = metadata.removesuffix("METADATA") + "licenses"
        names = archive.namelist()
    assert "License-Expression: MIT AND CC-BY-4.0" in lines
    for text in ("LICENSE", "LICENSES/MIT.txt", "LICENSES/CC-BY-4.0.txt"):
        assert f"License-File: {text}" in lines
        assert f"{folder}/{text}" in names


@pytest.mark.slow
def test_installed_wheel_annotates(site: Path, tmp_path: Path) -> None:
    """The installed wheel annotates an article from another folder, by itself."""
    article = tmp_path / "artikel.txt"
    article.write_text(SENTENCE, encoding="utf-8")

    where = ("-P", "-c", "import padanan; print(padanan.__file__)")
    assert str(site) in run(*where, folder=tmp_path, site=site)
    command = ("-P", "-m", "padanan", "annotate", str(article))
    assert "ceasefire" in run(*command, folder=tmp_path, site=site)


@pytest.mark.slow
def test_a_client_sees_our_types(site: Path, tmp_path: Path) -> None:
    """`mypy --strict` finds the types of the wheel, and a wrong use of them."""
    program = tmp_path / "program.py"
    program.write_text(PROGRAM, encoding="utf-8")
    assert checked(program, site) == "Success: no issues found in 1 source file"
    program.write_text(PROGRAM + "wrong: int = found[0].text\n", encoding="utf-8")
    assert "Incompatible types in assignment" in checked(program, site)


PROGRAM = """\
import padanan

found = padanan.Annotator().annotate("Kedua pihak menyepakati gencatan senjata.")
spans: list[tuple[int, int, str]] = [(one.start, one.end, one.text) for one in found]
english: str = found[0].equivalents[0]
"""


def checked(program: Path, site: Path) -> str:
    """Return what `mypy --strict` says of a program that has a folder of packages."""
    result = subprocess.run(
        (
            sys.executable,
            "-m",
            "mypy",
            "--strict",
            "--config-file",
            os.devnull,
            "--cache-dir",
            str(program.parent / "cache"),
            str(program),
        ),
        cwd=program.parent,
        env=os.environ | {"PYTHONPATH": str(site)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    return result.stdout.strip()


@pytest.mark.slow
@client("git")
@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="this is no git checkout")
def test_the_source_distribution_is_whole(unpacked: Path) -> None:
    """It has every file of the project that git keeps."""
    listed = clients.run("git", "-C", ROOT, "-c", "safe.directory=*", "ls-files", "-z")
    kept = set(listed.rstrip("\0").split("\0"))
    missing = {name for name in kept if not (unpacked / name).is_file()}
    assert not missing


@pytest.mark.slow
def test_the_source_distribution_runs_its_tests(unpacked: Path) -> None:
    """Tests that read the glossary, the documents and the constraints pass in it."""
    some = ("tests/test_readme.py", "tests/test_supply.py", "tests/test_accuracy.py",
            "tests/glossary/test_library.py",
            "tests/hardness/test_docs.py")  # fmt: skip
    flags = ("-q", "-p", "no:cacheprovider", "-p", "no:xdist", "-p", "no:randomly")
    site = unpacked / "src"
    printed = run("-m", "pytest", *flags, "-m", "not slow", *some,
                  folder=unpacked, site=site)  # fmt: skip
    assert re.search(r"^\d+ passed", printed.splitlines()[-1])


def test_this_install_finds_the_glossary() -> None:
    """The install that runs the tests finds the shipped glossary."""
    assert padanan.load()["gencatan-senjata"].equivalent == "ceasefire"
