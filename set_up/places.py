"""Where everything stands, in the repository and in its environment."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ROOT / "requirements"
WORDS = ROOT / "data" / "wording" / "en" / "set_up.toml"
LOG = ROOT / "set-up.log"
TURN = ROOT / ".set-up.lock"
VENV = ROOT / ".venv"
STAMP = VENV / "set-up.json"
SCRIPTS = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = SCRIPTS / ("python.exe" if os.name == "nt" else "python")
