"""The Hub of `demo.py`: one machine, loopback alone, every address and file in the folder that it is told."""

import os
import sys
import sysconfig
from pathlib import Path

c = get_config()  # noqa: F821 — JupyterHub puts it there

FOLDER = Path(os.environ["GENUINELY_HUB"])
PORT = int(os.environ["GENUINELY_HUB_PORT"])

c.JupyterHub.bind_url = f"http://127.0.0.1:{PORT}"
c.JupyterHub.hub_bind_url = f"http://127.0.0.1:{PORT + 1}"
c.JupyterHub.db_url = f"sqlite:///{FOLDER / 'jupyterhub.sqlite'}"
c.JupyterHub.cookie_secret_file = str(FOLDER / "cookie_secret")

# The proxy in Python, from PyPI: no npm is needed.
c.ConfigurableHTTPProxy.command = [str(Path(sysconfig.get_path("scripts"), "configurable-http-proxy"))]
c.ConfigurableHTTPProxy.api_url = f"http://127.0.0.1:{PORT + 2}"
c.ConfigurableHTTPProxy.pid_file = str(FOLDER / "proxy.pid")

# For a look alone: one password for all, and no accounts of the operating system.
c.JupyterHub.authenticator_class = "shared-password"
c.SharedPasswordAuthenticator.user_password = os.environ["GENUINELY_HUB_PASSWORD"]
c.Authenticator.allowed_users = {path.name for path in (FOLDER / "homes").iterdir()}
c.JupyterHub.spawner_class = "simple"
c.SimpleLocalProcessSpawner.home_dir_template = str(FOLDER / "homes" / "{username}")

c.Spawner.cmd = [sys.executable, "-m", "jupyterhub.singleuser"]
if os.geteuid() == 0:  # as in many a container; the servers are the demo's own, and loopback's alone
    c.Spawner.args = ["--allow-root"]
c.Spawner.ip = "127.0.0.1"
c.Spawner.default_url = "/lab/tree/notebooks/00_start_here.ipynb"
# So that `genuinely` and `nbgrader` are found in a terminal, whether or not the environment is activated.
c.Spawner.environment = {"PATH": os.pathsep.join([sysconfig.get_path("scripts"), os.environ.get("PATH", os.defpath)])}
c.Spawner.http_timeout = 120  # a first start compiles, and two cores may be busy with three of them
c.Spawner.start_timeout = 120
