"""What `genuinely measure` prints: each part is worked out by pure functions and laid out as lines."""
