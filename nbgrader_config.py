"""Where nbgrader finds this course, and where it keeps what students hand in.

nbgrader reads this file when it is run from this folder, and JupyterLab's Formgrader reads it too.
"""

import os
import sysconfig
from pathlib import Path

import genuinely.grading

# nbgrader calls `alembic` by its name, which is on the PATH only while the environment is activated.
os.environ["PATH"] = os.pathsep.join([sysconfig.get_path("scripts"), os.environ.get("PATH", os.defpath)])

ROOT = Path(__file__).resolve().parent
GRADEBOOK = ROOT / "gradebook"
GRADEBOOK.mkdir(exist_ok=True)  # SQLite makes its file, but not the folder

c = get_config()  # noqa: F821 — nbgrader puts it there

course = c.CourseDirectory
course.root = str(ROOT)
course.course_id = "genuinely"
course.source_directory = "solutions"
course.release_directory = "exercises"
course.submitted_directory = "gradebook/submitted"
course.autograded_directory = "gradebook/autograded"
course.feedback_directory = "gradebook/feedback"
course.solution_directory = "gradebook/solution"
course.source_with_tests_directory = "gradebook/source_with_tests"
course.db_url = f"sqlite:///{(GRADEBOOK / 'gradebook.db').as_posix()}"  # forward slashes on Windows, too

# What stands in a student's copy in place of a solution.
c.ClearSolutions.code_stub = {"python": ""}  # prose goes there: nothing below the line `%%rewrite id`
c.ClearSolutions.text_stub = "*Double-click here and write.*"

# So that a notebook that has lost its cell `%load_ext genuinely` is graded like the others. By its other name, since
# IPython would tell every student that an extension named `genuinely` had been loaded before.
c.Execute.extra_arguments = ["--HistoryManager.hist_file=:memory:", "--IPKernelApp.extra_extensions=genuinely.coaching"]

# From here on, nbgrader's own Autograde, Formgrader's button included, grades as `genuinely grade` does: nothing of a
# student's is run. docs/grading.md says how, and for which versions of nbgrader.
genuinely.grading.install()
