"""What stands there where no widget can be shown."""

from __future__ import annotations

from genuinely.coaching.studio.still import Still
from genuinely.scenarios import load_scenario

CARD = load_scenario("coat-rack")


def test_card_and_latest_text_can_be_read() -> None:
    still = Still(CARD, "Dear Gergely,\n<b>one</b> question.")
    for shown in (still.plain(), still.html()):
        assert CARD.title in shown
        assert "To write here, open this page in JupyterLab" in shown
    assert "Dear Gergely,\n<b>one</b> question." in still.plain()
    assert "&lt;b&gt;one&lt;/b&gt; question." in still.html()


def test_it_does_not_ask_for_a_cell_that_a_studio_does_not_need() -> None:
    assert "%%rewrite" not in Still(CARD).plain()
    assert "%%rewrite" not in Still(CARD).html()


def test_of_an_own_message_nothing_is_left_in_the_notebook() -> None:
    still = Still(None, "Dear Grace")
    assert "Grace" not in still.plain() + still.html()
    assert "Nothing of it is stored in the notebook" in still.plain()
