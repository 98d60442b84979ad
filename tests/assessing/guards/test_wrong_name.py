"""A salutation to somebody else."""

from __future__ import annotations

import pytest

from assessing.guards.flagged import flags

REST = "I read your answer in #retrieval twice and have one question on how you sampled. Two lines are plenty."


@pytest.mark.parametrize(
    ("card", "greeting"),
    [
        ("slack-hard-negatives", "Hi Marcus,"),
        ("slack-hard-negatives", "Dear Dr. Jennifer Smith,"),
        ("slack-hard-negatives", "Hello Priyanka,"),
        ("slack-hard-negatives", "Good morning Ms Lopez!"),
        ("slack-hard-negatives", "Subject: a question\n\nDear Professor Anderson:"),
        ("coat-rack", "Dear Zoltán,"),
        ("coat-rack", "Hey Beatrix!"),
        ("jury-question", "Hi Blessing,"),
        ("jury-question", "Dear Mr. Van Houten,"),
        ("inside-the-skull", "Hi, Robert!"),
        ("u-cousin-planner", "Dear Arjun,"),
    ],
)
def test_somebody_elses_name_is_flagged(card: str, greeting: str) -> None:
    assert "wrong_name" in flags(card, f"{greeting}\n{REST}")


@pytest.mark.parametrize(
    ("card", "greeting"),
    [
        ("slack-hard-negatives", "Hi Tomasz,"),
        ("slack-hard-negatives", "hi tomasz"),
        ("slack-hard-negatives", "Hi Tomek,"),
        ("slack-hard-negatives", "Hi Thomasz,"),
        ("slack-hard-negatives", "Dear Mr Wilk,"),
        ("slack-hard-negatives", "Dear Wilk-san,"),
        ("slack-hard-negatives", "Hi @Tomasz!"),
        ("slack-hard-negatives", "Hi there,"),
        ("slack-hard-negatives", "Hi all,"),
        ("slack-hard-negatives", "Hey,"),
        ("slack-hard-negatives", "Hi, Priyanka here."),
        ("slack-hard-negatives", "Hello, I'm Priyanka,"),
        ("slack-hard-negatives", "Hi, I loved it!"),
        ("slack-hard-negatives", "Hey, Quick question."),
        ("slack-hard-negatives", "Hello from Pittsburgh,"),
        ("slack-hard-negatives", "Hi, this is Priyanka Deshpande."),
        ("slack-hard-negatives", "Dear Hiring Manager,"),
        ("slack-hard-negatives", "Dear Calloway team,"),
        ("slack-hard-negatives", "Dear Sir or Madam,"),
        ("slack-hard-negatives", "Привет, Томаш!"),
        ("slack-hard-negatives", "Hi Томаш,"),
        ("slack-hard-negatives", "Good morning,"),
        ("slack-hard-negatives", "Dear stranger,"),
        ("slack-hard-negatives", "Dear Design Lead,"),
        ("slack-hard-negatives", "Hi Tomasz and Priyanka,"),
        ("art-editor-illustrator", "Dear Tomas,"),
        ("art-editor-illustrator", "Querido Toma\u0301s,"),
        ("art-editor-illustrator", "Dear Señor Quintela,"),
        ("cloud-referral-slack", "Hi Becky,"),
        ("u-aunts-friend-pr", "Dear Debbie,"),
        ("hard-or-unfair", "Dear Halldora,"),
        ("poster-gas-sensor", "Dear Dr. Lindqvist,"),
        ("poster-gas-sensor", "Dear Herr Dr. Lindqvist,"),
        ("quant-holdout-post", "Dear Mr. Van Damme,"),
        ("bridge-fair-rating", "Dear Ms. Nguyen,"),
        ("u-plot-neighbour", "Hello Neighbour,"),
        ("u-cousin-planner", "Hey Cousin!"),
        ("biostat-opening", "Dear Katarzyna,"),
        ("newsroom-data-librarian", "Dear Ms. Mbeki-Ross,"),
        ("inside-the-skull", "Dear Doctor,"),
    ],
)
def test_names_short_names_titles_and_greetings_to_anybody_are_honest(card: str, greeting: str) -> None:
    assert "wrong_name" not in flags(card, f"{greeting}\n{REST}")


def test_a_name_that_the_message_speaks_about_is_honest() -> None:
    assert "wrong_name" not in flags("slack-hard-negatives", f"Hi Tomasz,\n{REST}\nMy labmate Zuleika says hello.")


def test_no_greeting_at_all_is_honest() -> None:
    assert "wrong_name" not in flags("slack-hard-negatives", REST)
