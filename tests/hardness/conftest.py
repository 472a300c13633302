"""The attacks run under limits, and on devices, that only Linux has."""

from __future__ import annotations

import sys

NEED_LINUX = ("running.py", "test_corpora.py", "test_docs.py", "test_hostile.py",
              "test_writers.py")  # fmt: skip

collect_ignore = [] if sys.platform == "linux" else list(NEED_LINUX)
