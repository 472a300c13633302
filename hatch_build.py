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
from contextlib import chdir
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any
from zlib import crc32

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
FLAGS = [] if WINDOWS else ["-O2", "-g0"]
"""-O3 takes a fifth longer to compile and recognises no faster."""


class CustomBuildHook(BuildHookInterface[Any]):
    """What hatchling calls before it packs a wheel."""

    def dependencies(self) -> list[str]:
        """Return what the build needs: a compiler only where there is none."""
        if self.target_name != "wheel" or NEVER or not has_headers():
            return []
        return [*CYTHON, *([ZIG] if needs_zig() else [])]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile the modules and put them into the wheel, if that is possible."""
        names = modules(self.root)
        if self.target_name != "wheel" or not names:
            return
        made = [] if NEVER else self.compiled_or_told(names)
        if version == "editable":
            placed(self.root, names, made)
        elif made:
            self.add(made, build_data)

    def compiled_or_told(self, names: Sequence[str]) -> list[Path]:
        """Return the files of the compiled modules; none where that is not possible."""
        try:
            return compiled(self.root, names)
        except (Exception, SystemExit) as error:
            if MUST:
                raise
            reason = " ".join(str(error).split())[:200] or type(error).__name__
            self.app.display_warning(f"padanan is plain, and slower: {reason}")
            return []

    def add(self, made: Sequence[Path], build_data: dict[str, Any]) -> None:
        """Put compiled modules into the wheel, which is then for this Python only."""
        build_data["force_include"].update(
            {str(path): f"{FOLDER}/{path.name}" for path in made}
        )
        build_data["pure_python"] = False
        build_data["infer_tag"] = True


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


def compiled(root: str, names: Sequence[str]) -> list[Path]:
    """Return the files of the compiled modules.

    They are made in ``build/native``, and again only where a source has changed.

    Args:
        root: the folder of the project.
        names: of the modules.

    Raises:
        Exception: whatever is missing, or fails in Cython or the compiler.
    """
    if not has_headers():
        raise FileNotFoundError("the header files of Python are not there")
    command = compiler() or zig()
    with TemporaryDirectory(prefix="padanan-zig-") as cache, chdir(root):
        os.environ.setdefault("ZIG_GLOBAL_CACHE_DIR", cache)
        return [Path(root, path) for path in built(names, command)]


def built(names: Sequence[str], command: Sequence[str]) -> list[str]:
    """Return the files of the compiled modules, relative to the folder of the project.

    Args:
        names: of the modules.
        command: of the compiler.
    """
    import_module("setuptools")  # it has the distutils that Cython imports
    from Cython import __version__
    from Cython.Build import cythonize
    from setuptools import Distribution, Extension

    made_by = repr((FLAGS, __version__, sys.version, *command)).encode()
    folder = f"build/native/{sys.implementation.cache_tag}-{crc32(made_by):08x}"
    extensions = cythonize(
        [
            Extension(
                f"{PACKAGE}.{name}",
                [f"src/{FOLDER}/{name}.py"],
                extra_compile_args=FLAGS,
            )
            for name in names
        ],
        build_dir=folder,
        include_path=["src"],
        language_level=3,
        quiet=True,
    )
    build = builder(command)(Distribution({"ext_modules": extensions}))
    build.build_lib = build.build_temp = folder
    build.parallel = os.cpu_count()
    build.ensure_finalized()
    build.run()
    return [build.get_ext_fullpath(one.name) for one in extensions]


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


def placed(root: str, names: Sequence[str], made: Sequence[Path]) -> None:
    """Put compiled modules beside their sources, for an editable installation.

    What an earlier one has left there goes: it would be used instead of the source.
    """
    folder = Path(root, "src", FOLDER)
    for name in names:
        # Not overwritten: a running program may have it in its memory.
        old = folder / f"{name}{sysconfig.get_config_var('EXT_SUFFIX')}"
        old.unlink(missing_ok=True)
    for path in made:
        shutil.copy2(path, folder)


if __name__ == "__main__":
    sys.exit(not needs_zig())
