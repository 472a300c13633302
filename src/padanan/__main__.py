"""``python -m padanan`` is the command ``padanan``."""

from __future__ import annotations

import gc
import sys
import warnings

INTERRUPTED = 130
GARBAGE_FROM = 50_000
"""Number of new objects after which Python looks for garbage; by itself after 700."""


def run() -> None:
    """Run the command line; an interrupt while it is loaded is no traceback.

    This sets what concerns the whole process. A program that calls ``cli.main`` itself,
    as the tests do, keeps its own settings.
    """
    # What a command makes at its start it keeps: looking for garbage among it, then and
    # once more at the end, takes a tenth of a short command's time.
    gc.set_threshold(GARBAGE_FROM)
    # Warnings of libraries do not concern the user.
    if not sys.warnoptions:
        warnings.simplefilter("ignore")
    try:
        from padanan.cli import main

        main(prog_name="padanan")
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    finally:
        gc.freeze()


if __name__ == "__main__":
    run()
