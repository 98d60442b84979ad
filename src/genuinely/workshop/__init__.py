"""A room full of people: run sheets, handouts, slides and letters, made from what stands in the lessons."""
