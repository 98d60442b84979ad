"""Texts that are hard to take apart: each has words that a person could read."""

from __future__ import annotations

NASTY = {
    "emoji": "Hi Ana 👋🏽! Loved it 😀😀. Could we talk? 👩‍💻 Bye",
    "combining marks": "Dear Zoe\u0308, I read Cafe\u0301 Zi\u0301dek. Why so? Ana",
    "mark after mark": "Dear Z" + "\u0301\u0323" * 50 + "oe. Why?",
    "a mark at the start": "\u0301Dear Ana. Why?",
    "zero width": "De\u200bar A\u200dna\ufeff. Wh\u2060y?\u200b",
    "soft hyphens": "A con\u00adver\u00adsa\u00adtion. And more.",
    "text direction": "\u202aDear Ana.\u202c \u200eWhy?\u200f",
    "ligatures": "The ﬁrst oﬀer. An eﬀect.",
    "one character that stands for many": "It weighs ﷺ and 3 ㎏. Yes ½.",
    "CRLF": "Dear Ana,\r\nI read it.\r\n\r\nWhy?\r\n",
    "old line ends": "Dear Ana,\rI read it.\rWhy?",
    "separators": "Dear Ana,\u2028I read it.\u2029Why?",
    "tabs": "\tDear Ana,\tI read it.\n\t\tWhy?",
    "hard blanks": "Dear\u00a0Ana,\u00a0I read it.\u202fWhy?\u3000Yes.",
    "full width": "Ｈｅｌｌｏ Ａｎａ！ Ｗｈｙ？ ok",
    "curly quotes": "“Is it so?” she said. ‘Yes.’ ‚No‘",
    "half a character": "Dear Ana \ud83d, I read it. Why?",
    "control characters": "Dear\x00 Ana.\x07 Why?\x1b[0m",
    "dots and dots": "Well... no. And… then .... Yes",
    "bullets": "- one\n* two\n• three\n 1. four\n2) five",
    "empty bullets": "-\n- \n*\n1.\n1. ",
    "other scripts": "Привет Ана. 你好。Γειά! नमस्ते क्या? مرحبا؟",
    "marks alone": "?!... (!!) \n . \n—",
}
