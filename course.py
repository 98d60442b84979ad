"""Set the course up and start it: `python3 course.py lab`, `... test`, or any command of `genuinely`.

This file stays readable for every Python there is, so that an old one can say what is missing.
"""

import sys

if not (3, 11) <= sys.version_info[:2] < (3, 15):
    sys.exit(
        "The course needs Python 3.11, 3.12, 3.13 or 3.14, and this is Python {}.{}.\n"
        "Install one of them (python.org has installers), then start again with it, for example:\n"
        "    python3.13 course.py lab        (on Windows:  py -3.13 course.py lab)".format(*sys.version_info)
    )

from set_up.commands import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
