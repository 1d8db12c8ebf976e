"""`python -m kliping.cli`, where the command is not on the path."""

import sys

from kliping.cli import main

sys.exit(main())
