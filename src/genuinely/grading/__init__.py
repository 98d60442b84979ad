"""Floor 5: a class. Submissions are read as data, graded by a pure function, and put into nbgrader's gradebook."""
