"""Where the frozen application starts."""

import sys

from app.__main__ import main

sys.exit(main())
