"""The rating kit: people rate a sample of messages, blind, and see how far they agree."""
