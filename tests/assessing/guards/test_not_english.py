"""Mostly in another language."""

from __future__ import annotations

import pytest

from assessing.guards.flagged import flags


@pytest.mark.parametrize(
    "message",
    [
        "Hallo Gergely, ich habe mit großem Interesse gelesen, dass Sie die Anrufe sammeln, und würde gern mehr hören.",
        "Bonjour Gergely, je vous écris pour savoir si vous avez le temps de répondre à une question sur vos résumés.",
        "Hola Gergely, me gustaría saber si usted tiene una lista de las llamadas y si la puede compartir conmigo.",
        "Ciao Gergely, vorrei sapere se è possibile avere una lista delle chiamate che non sono state risolte.",
        "Olá Gergely, eu gostaria de saber se você tem uma lista das chamadas e não sei como pedir para ver.",
        "Dzień dobry, piszę do Pana, bo nie wiem, czy jest to możliwe, i bardzo dziękuję za odpowiedź na moje pytanie.",
        "Merhaba Gergely, ben bir öğretmenim ve sizin konuşmanız için çok teşekkürler, ama bir sorum var.",
        "Привет, Гергей! Я преподаю риторику и хотела бы задать вам один вопрос.",
        "亲爱 的 格尔盖伊 我 想 问 你 一个 问题 谢谢",
        "Kedves Gergely, köszönöm a beszélgetést, és szeretnék egy kérdést feltenni, ha van ideje, de nem sürgős.",
        "Hej Gergely, tack för samtalet, jag skulle vilja fråga om det är möjligt att se en av texterna från dig.",
    ],
)
def test_another_language_is_flagged(message: str) -> None:
    assert "not_english" in flags("coat-rack", message)


@pytest.mark.parametrize(
    "message",
    [
        "Dear Gergely, my students read 'Die Kunst, recht zu behalten' by Schopenhauer, and one found 'und' guilty.",
        "Szia Gergely! Could one of your ten summaries come to my class? Köszönöm szépen, Thandiwe",
        "Dear Gergely, my mother says 'umuntu ngumuntu ngabantu' to every contract that she signs. Do your users?",
        "Dear Ms. de la Cruz y los Santos, may I ask one thing about the log?",
        "gergely! panel = gold. got 5 min fri?",
        "Gergely, c'est la vie, as my students say when they fail text 14. Would you like to fail it too?",
        "Dear Gergely, 大家好 was the only thing I could say in Ghent, yet you understood me.",
    ],
)
def test_titles_greetings_and_proverbs_in_other_languages_are_english_messages(message: str) -> None:
    assert "not_english" not in flags("coat-rack", message)
