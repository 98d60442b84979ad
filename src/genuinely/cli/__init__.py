"""Floor 6: one command for each thing that people do."""
