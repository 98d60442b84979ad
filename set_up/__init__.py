"""What `course.py` does before the course is there: the standard library alone."""
