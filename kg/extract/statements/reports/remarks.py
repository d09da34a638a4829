"""Sentences that tell who made the remarks just quoted: "Eomer made the remarks in Osgiliath"."""

import re
from functools import cache

from kg.lexicon import any_of
from kg.model import Span


def tells_of_remarks(text: str, sentence: Span) -> bool:
    return _made().search(text, sentence.start, sentence.end) is not None


@cache
def _made() -> re.Pattern[str]:
    return re.compile(rf"\bmade (?:the|this|these|those) (?:{any_of('meetings/remark_nouns.txt')})\b")
