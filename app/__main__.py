"""Start: no arguments, or a library's file, opens the window; the rest is the command line.

One argument that nobody types makes this process a reader of foreign files.
"""

from __future__ import annotations

import sys
from pathlib import Path

#: How the name of a library's file ends: a double click on one starts us with it.
LIBRARY = ".claimdesk"


def main() -> int:
    """Run the face that the arguments ask for; returns the exit status."""
    if len(sys.argv) == 1:
        from app.ui.application import run

        return run()
    if len(sys.argv) == 2 and sys.argv[1].endswith(LIBRARY):
        from app.ui.application import run

        return run(Path(sys.argv[1]))
    if sys.argv[1:] == ["--self-test"]:
        from app.ui.self_test import run as run_self_test

        return run_self_test()
    try:
        from app.extraction.worker_messages import READ_FILES

        if sys.argv[1:] == [READ_FILES]:
            from app.extraction.worker_main import serve

            return serve()
        from app.cli.main import run as run_command
    except KeyboardInterrupt:  # so early that nothing was begun
        return 130
    return run_command(sys.argv[1:])


if __name__ == "__main__":
    raise SystemExit(main())
