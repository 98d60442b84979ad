"""What contradicts the card."""

from __future__ import annotations

import pytest

from assessing.guards.flagged import flags


def contradicts(card: str, words: str) -> bool:
    return "contradicts_brief" in flags(card, f"Hello,\n{words}\nNo answer is fine too.")


class TestNumbers:
    @pytest.mark.parametrize(
        ("card", "words"),
        [
            ("slack-hard-negatives", "You relabelled 900 negatives before you touched the loss."),
            ("jury-question", "You studied graphic design in Kassel, then spent 14 years in agencies."),
            ("coat-rack", "You were a court interpreter for 25 years, and lawyers read summaries every Wednesday."),
        ],
    )
    def test_another_number_in_the_recipients_fact(self, card: str, words: str) -> None:
        assert contradicts(card, words)

    @pytest.mark.parametrize(
        ("card", "words"),
        [
            ("slack-hard-negatives", "You relabelled 400 and 31% were fine answers nobody had marked."),
            ("slack-hard-negatives", "I relabelled 90 of mine, and 40% were fine answers nobody had marked."),
            ("slack-hard-negatives", "Did you relabel more than 1,000 fine answers that nobody had marked?"),
            ("slack-hard-negatives", "Nearly a third of yours were fine answers nobody had marked."),
            ("jury-question", "You lead five designers and test every second Thursday."),
            ("coat-rack", "Nine times in ten they press 'Clear', and 26 students wait on 9 April."),
        ],
    )
    def test_the_cards_own_numbers_new_ones_of_the_senders_and_questions_are_honest(
        self, card: str, words: str
    ) -> None:
        assert not contradicts(card, words)


class TestMeetings:
    @pytest.mark.parametrize(
        ("card", "words"),
        [
            ("oversight-podcast", "It was great to meet you at the conference in May."),
            ("quant-holdout-post", "Since we last spoke I have read your post again."),
            ("science-editor", "I still think of our conversation at the book fair."),
            ("roster-recruiter", "As discussed on the phone last week, I send you my list."),
            ("river-unaffected", "You promised to call me about the role."),
        ],
    )
    def test_a_meeting_that_a_cold_card_does_not_know(self, card: str, words: str) -> None:
        assert contradicts(card, words)

    @pytest.mark.parametrize(
        ("card", "words"),
        [
            ("oversight-podcast", "We have never met, and I feel as if we had."),
            ("oversight-podcast", "It would be great to meet you at the conference in May."),
            ("oversight-podcast", "The conversation about vague words in episode 41 kept me awake."),
            ("oversight-podcast", "If we ever meet, I owe you a coffee."),
            ("oversight-podcast", "I liked the discussion on your blog, and the call in show."),
            ("oversight-podcast", "My supervisor and I met at a conference that you spoke at."),
            ("coat-rack", "It was great to meet you by the coat rack on Thursday."),
            ("jury-question", "We talked for a minute after the hackathon."),
        ],
    )
    def test_wishes_podcasts_and_meetings_on_the_card_are_honest(self, card: str, words: str) -> None:
        assert not contradicts(card, words)


class TestEmployers:
    @pytest.mark.parametrize(
        ("card", "words"),
        [
            ("slack-hard-negatives", "How large is your team at Google?"),
            ("jury-question", "I admire your role at Spotify."),
            ("coat-rack", "You have been working at Siemens for years."),
        ],
    )
    def test_an_employer_that_is_not_the_recipients(self, card: str, words: str) -> None:
        assert contradicts(card, words)

    @pytest.mark.parametrize(
        ("card", "words"),
        [
            ("slack-hard-negatives", "How large is your team at Calloway?"),
            ("slack-hard-negatives", "How large is your team at CH?"),
            ("jury-question", "Is your team at Wattline still five people?"),
            ("jury-question", "How is your team at the moment?"),
            ("coat-rack", "Would your colleagues at Clausewell laugh?"),
            ("coat-rack", "My friend works at Siemens and reads contracts."),
        ],
    )
    def test_the_recipients_own_and_the_senders_friends_are_honest(self, card: str, words: str) -> None:
        assert not contradicts(card, words)


class TestSides:
    @pytest.mark.parametrize(
        ("card", "words"),
        [
            ("coat-rack", "My name is Gergely and I liked the panel."),
            ("jury-question", "I am the design lead at Wattline and I look for a job."),
            ("coat-rack", "I have a log of about 400 such calls, sorted by clause."),
            ("coat-rack", "I was a court interpreter, and three lawyers read ten summaries for me."),
            ("slack-hard-negatives", "You work on search over court judgments in mixed Hindi and English."),
            ("slack-hard-negatives", "I moved from a physics PhD to Calloway in 2019."),
            ("coat-rack", "You teach a class in which students find the reading that its author did not want."),
        ],
    )
    def test_sides_swapped(self, card: str, words: str) -> None:
        assert contradicts(card, words)

    def test_the_recipients_name_under_the_closing(self) -> None:
        message = "Dear Thandiwe's friend,\nthank you for the talk by the coat rack.\nBest regards,\nGergely Szalai"
        assert "contradicts_brief" in flags("coat-rack", message)

    @pytest.mark.parametrize(
        ("card", "words"),
        [
            ("jury-question", "I would love to lead five designers one day, as you do."),
            ("jury-question", "Like you, my team works in Figma."),
            ("coat-rack", "I have a clause in my own lease that I cannot read."),
            ("coat-rack", "I was in court once, with an interpreter, and understood nothing."),
            ("jury-question", "You lead five designers; I lead a five-a-side team in Leeds."),
            ("slack-hard-negatives", "Do you work on search over court judgments in Hindi too?"),
            ("slack-hard-negatives", "You said: 'We relabelled 400 of ours and 31% were fine answers'."),
            ("slack-hard-negatives", "I work on search over court judgments in mixed Hindi and English."),
            ("slack-hard-negatives", "I'm thinking about what moved you from a physics PhD to Calloway in 2019."),
            (
                "coat-rack",
                "If you taught a class in which students must find the reading its author did not want, what then?",
            ),
        ],
    )
    def test_comparisons_questions_quotations_and_wishes_are_honest(self, card: str, words: str) -> None:
        assert not contradicts(card, words)

    def test_thanks_to_the_recipient_at_the_end_are_no_signature(self) -> None:
        message = "Dear Gergely,\nthe coat rack stays with me.\nOne question, if I may: who rings?\nThank you, Gergely"
        assert flags("coat-rack", message) == ()


class TestDenials:
    @pytest.mark.parametrize(
        ("card", "words"),
        [
            ("coat-rack", "You don't collect hotel pencils."),
            ("slack-hard-negatives", "You never moved from physics to Calloway."),
            ("slack-hard-negatives", "I don't work on search over court judgments."),
            ("coat-rack", "You have not dropped the readability score."),
        ],
    )
    def test_a_fact_denied(self, card: str, words: str) -> None:
        assert contradicts(card, words)

    @pytest.mark.parametrize(
        ("card", "words"),
        [
            ("jury-question", "You don't say in the article how many designers you lead."),
            ("slack-hard-negatives", "I have never worked in a company."),
            ("slack-hard-negatives", "You have not marked them all by hand, I guess."),
            ("slack-hard-negatives", "I don't work on search over clinical notes."),
            ("coat-rack", "You don't have a clause for that, I fear."),
            ("coat-rack", "You did not drop your tea when I said 'promptly'."),
            ("coat-rack", "Why have you not dropped the readability score before?"),
        ],
    )
    def test_other_negations_are_honest(self, card: str, words: str) -> None:
        assert not contradicts(card, words)
