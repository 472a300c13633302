"""Compiles the core of recognition where that is possible; leaves it plain elsewhere.

The modules are those of ``padanan.matching.native`` that have a ``.pxd`` beside them.
Cython makes C of them. It is compiled by the compiler of this machine; where there is
none, by that of Zig, which the build then asks the package index for. Where anything is
missing or fails, one line says so, and the package is the same without it: slower.

``PADANAN_NATIVE=0`` leaves it plain. ``PADANAN_NATIVE=1`` fails where it cannot be
compiled. As a program this file tells by its status whether Zig is needed: 0 if so.
"""

from __future__ import annotations

import os
import platform
import shlex
import shutil
import sys
import sysconfig
from importlib.util import find_spec
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING, Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

if TYPE_CHECKING:
    from collections.abc import Sequence

PACKAGE = "padanan.matching.native"
FOLDER = "padanan/matching/native"
CHOICE = os.environ.get("PADANAN_NATIVE", "")
NEVER, MUST = CHOICE == "0", CHOICE == "1"
CYTHON = ("Cython>=3.1,<4", "setuptools>=77")
ZIG = "ziglang>=0.13,<0.18"
ZIG_MACHINES = frozenset({"aarch64", "amd64", "arm64", "x86_64"})
WINDOWS = sys.platform == "win32"
"""Where setuptools looks for a compiler itself, and Zig has no libraries of Python."""


class CustomBuildHook(BuildHookInterface[Any]):
    """What hatchling calls before and after it packs a wheel."""

    _folder = ""

    def dependencies(self) -> list[str]:
        """Return what the build needs: a compiler only where there is none."""
        if self.target_name != "wheel" or NEVER or not has_headers():
            return []
        return [*CYTHON, *([ZIG] if needs_zig() else [])]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile the modules and put them into the wheel, if that is possible."""
        if self.target_name != "wheel" or NEVER or not (names := modules(self.root)):
            return
        self._folder = mkdtemp(prefix="padanan-build-")
        try:
            made = compiled(self.root, names, self._folder)
        except (Exception, SystemExit) as error:
            if MUST:
                raise
            reason = " ".join(str(error).split())[:200] or type(error).__name__
            self.app.display_warning(f"padanan is plain, and slower: {reason}")
            return
        if version == "editable":
            placed(self.root, made)
            return
        build_data["force_include"].update(
            {str(path): f"{FOLDER}/{path.name}" for path in made}
        )
        build_data["pure_python"] = False
        build_data["infer_tag"] = True

    def finalize(
        self, version: str, build_data: dict[str, Any], artifact_path: str
    ) -> None:
        """Remove what was made on the way."""
        shutil.rmtree(self._folder, ignore_errors=True)


def modules(root: str) -> list[str]:
    """Return the names of the modules that are compiled."""
    return sorted(path.stem for path in Path(root, "src", FOLDER).glob("*.pxd"))


def has_headers() -> bool:
    """Whether the header files of Python are there, which nothing else brings."""
    folders = {sysconfig.get_path(name) for name in ("include", "platinclude")}
    return any(Path(folder, "Python.h").is_file() for folder in folders)


def is_for_zig() -> bool:
    """Whether Zig has a compiler for this machine that can stand in."""
    return not WINDOWS and platform.machine().lower() in ZIG_MACHINES


def needs_zig() -> bool:
    """Whether the compiler of Zig has to stand in for one of this machine."""
    return not NEVER and has_headers() and not compiler() and is_for_zig()


def compiler() -> list[str] | None:
    """Return the command of this machine's C compiler; nothing where there is none.

    It is the one that ``CC`` names, or Python was built with, or a usual one.
    """
    if WINDOWS:
        return ["cl"]  # setuptools finds it where it is
    if named := os.environ.get("CC"):
        return shlex.split(named)
    usual = (sysconfig.get_config_var("CC") or "cc", "cc", "gcc", "clang")
    commands = map(shlex.split, usual)
    return next((words for words in commands if shutil.which(words[0])), None)


def compiled(root: str, names: Sequence[str], folder: str) -> list[Path]:
    """Return the files of the compiled modules.

    Args:
        root: the folder of the project.
        names: of the modules.
        folder: where they are made.

    Raises:
        Exception: whatever is missing, or fails in Cython or the compiler.
    """
    if not has_headers():
        raise FileNotFoundError("the header files of Python are not there")
    command = compiler() or zig()
    from Cython.Build import cythonize
    from setuptools import Distribution, Extension

    os.environ.setdefault("ZIG_GLOBAL_CACHE_DIR", str(Path(folder, "zig")))
    source = Path(root, "src")
    flags = [] if WINDOWS else ["-O3", "-g0"]
    found = cythonize(
        [
            Extension(
                f"{PACKAGE}.{name}",
                [str(source / FOLDER / f"{name}.py")],
                extra_compile_args=flags,
            )
            for name in names
        ],
        build_dir=folder,
        include_path=[str(source)],
        language_level=3,
        quiet=True,
        force=True,
    )
    build = builder(command)(Distribution({"ext_modules": found}))
    build.build_lib = build.build_temp = folder
    build.parallel = os.cpu_count()
    build.ensure_finalized()
    build.run()
    return [Path(build.get_ext_fullpath(one.name)) for one in found]


def zig() -> list[str]:
    """Return the command of Zig's compiler.

    Raises:
        FileNotFoundError: it is not installed.
    """
    if not is_for_zig() or find_spec("ziglang") is None:
        raise FileNotFoundError("there is no C compiler")
    return [sys.executable, "-m", "ziglang", "cc", "-fno-sanitize=undefined"]


def builder(command: Sequence[str]) -> type[Any]:
    """Return what compiles as setuptools does, with a compiler of our choice.

    Python's own settings name the compiler that it was built with, with flags that
    others refuse; they stay where that compiler is there.

    Args:
        command: of the compiler.
    """
    from setuptools.command.build_ext import build_ext

    class Build(build_ext):
        def build_extensions(self) -> None:
            if is_foreign(command):
                mac = sys.platform == "darwin"
                shared = ["-bundle", "-undefined", "dynamic_lookup"]
                self.compiler.set_executables(
                    compiler=[*command],
                    compiler_so=[*command, "-fPIC"],
                    linker_so=[*command, *(shared if mac else ["-shared"])],
                )
            super().build_extensions()

    return Build


def is_foreign(command: Sequence[str]) -> bool:
    """Whether a compiler is another one than Python's settings or ``CC`` name."""
    usual = shlex.split(sysconfig.get_config_var("CC") or "")
    return not WINDOWS and "CC" not in os.environ and list(command) != usual


def placed(root: str, made: Sequence[Path]) -> None:
    """Put compiled modules beside their sources, for an editable installation."""
    for path in made:
        target = Path(root, "src", FOLDER, path.name)
        # Not overwritten: a running program may have it in its memory.
        target.unlink(missing_ok=True)
        shutil.move(path, target)


if __name__ == "__main__":
    sys.exit(not needs_zig())
