"""A slot of a template that nobody has filled."""

from __future__ import annotations

import pytest

from assessing.guards.flagged import flags


@pytest.mark.parametrize(
    "slot",
    [
        "Dear [Name],", "Hi [first name]!", "Hello <Name>,", "Dear {{first_name}},", "Dear {recipient},", "Hi [NAME],",
        "Dear [Recipient's name],", "Dear (name),", "Dear ____,", "Hi XXX,", "Dear %FIRSTNAME%,", "Dear *|FNAME|*,",
        "I loved your work on [topic].", "I work at [your company] as a [role].", "See [insert link here].",
        "I admire [mention a specific achievement].", "(insert your project)", "I read [the title of their talk].",
        "We met at [Event Name].", "[Your name here]", "Lorem ipsum dolor sit amet", "My name is ________ and I ask",
        "Dear [Na\u200bme],", "Dear ［Name］,",
    ],
)  # fmt: skip
def test_an_open_slot_is_flagged(slot: str) -> None:
    assert "placeholder" in flags("coat-rack", f"{slot}\nI liked what was said by the coat rack about testers.")


@pytest.mark.parametrize(
    "honest",
    [
        "I put the long version in brackets [it has 212 texts].",
        "He wrote that '[the] reader is never wrong', and I disagree.",
        "As you say, '[your] log is the product'.",
        "Subject: [GIS] a question on addresses",
        "The relation is x_{link} = {a, b} in my notation.",
        "Set \\text{name} = 3 in the formula and [0, 1] is the range.",
        "Your error message prints '{name}' where a name should be.",
        'The form still shows "[Name]" on its second page, did you see?',
        "My page: <https://example.org/name> and mail <name.two@example.org>.",
        "The screen (name, address) took four people a minute.",
        "I'd rather not name names here.",
        "The room is still TBD, and my INSERT took 40 seconds.",
        "Your mock-up still has lorem ipsum on page three :)",
        "Love,\nThandiwe XXX",
        "Here it is.\n____________\nThandiwe Maseko",
        "My __init__ was empty, and so was I ...",
        "[sic] they call it a 'date picker' <3 <- I laughed",
    ],
)
def test_brackets_quotations_formulas_and_kisses_are_honest(honest: str) -> None:
    assert "placeholder" not in flags("coat-rack", f"Dear Gergely,\n{honest}\nBest, Thandiwe")
