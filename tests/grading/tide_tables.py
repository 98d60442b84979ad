"""A card of an instructor's own, like those that were rated, and a message for it."""

from __future__ import annotations

from typing import Any

ID = "tide-tables"
GIVEN: dict[str, Any] = {
    "title": "The tide log",
    "theme": "interest",
    "kind": "cold",
    "channel": "email",
    "situation": "Ana has read the harbour's report on the groundings of 2019, which Tom Okafor signed. She has kept a "
    "tide log at the old pier since she was twelve, and two of its entries do not fit the report. She would like to "
    "know what he makes of that, and perhaps to write her thesis on it.",
    "draft": "Dear Mr. Okafor,\n\nI hope this finds you well. I came across your profile and was very impressed by "
    "your career. I am a student of oceanography and I am looking for opportunities in the port industry. I would love "
    "to pick your brain about how to get into the field. Could you also forward my CV to the right people and let me "
    "know about any openings this week? I am free on Monday and Tuesday.\n\n"
    "Looking forward to hearing from you,\nAna Reis",
    "sender.name": "Ana Reis",
    "sender.role": "Student of oceanography in her last year",
    "sender.facts": [
        "Has written down high water at the old pier every evening for nine years, with a folding rule and a torch",
        "On two evenings of March 2019 her log has 40 cm more than the official table",
        "Can read the harbour's old paper charts, which her grandfather taught her",
        "Wonders whether the new breakwater holds the water back on its way out",
        "Plays the tuba in the fire brigade's band",
    ],
    "recipient.name": "Tom Okafor",
    "recipient.role": "Harbour master of a small fishing port",
    "recipient.goals": [
        "have fewer boats run aground before the herring season",
        "know by how much the official tide table can be trusted",
    ],
    "recipient.facts": [
        "Signed the report on the five groundings of 2019, which blames the skippers in three cases",
        "Wrote in it: 'For two of them we have no explanation that I believe'",
        "Has asked for a second tide gauge for four years and has been told that one is enough",
        "Said on local radio that he trusts the table as far as he can throw it",
        "Restores wooden dinghies in winter",
    ],
}  # fmt: skip
MESSAGE = """\
Subject: Two evenings in March 2019 that the table has wrong

Dear Mr. Okafor,

You write of two groundings that you have no explanation you believe. On both evenings my log of the old pier has 40 \
cm more water than the official table: I have written down high water there for nine years, with a folding rule.

I wonder whether the new breakwater holds the water back on its way out. May I send you the two pages? If they are of \
use to you, I would copy out all of 2019, so that you have something to hold beside the one gauge.

One question in return, by e-mail: what did the skippers say about the current that evening?

If this is a bad month, no answer is needed, and the pages are yours all the same.

Ana Reis"""
