"""`python -m genuinely COMMAND ...`"""

import sys

from genuinely.cli.main import main

sys.exit(main())
