"""The compiled core of recognition, a package of modules with types beside them.

Each ``NAME.py`` is plain Python; ``NAME.pxd`` says which of its values are numbers of
the machine, for Cython. ``hatch_build.py`` compiles them where it can.
"""

from __future__ import annotations

from padanan.matching.native import cutting

COMPILED: bool = not cutting.__file__.endswith(".py")
"""Whether the compiled modules are in use."""
