"""Headlines In Title Case and IN CAPITALS, in the letters that the language model was trained on."""

import re
from collections.abc import Sequence

from kg.annotate.inflection import news_forms
from kg.lexicon import words
from kg.model import Region, RegionKind, Span

_WORD = re.compile(r"[A-Za-z]+")
_WITHIN_SENTENCE = re.compile(r"(?<=[a-z,;] )[A-Za-z]+")
_SHORT = 3  # letters; "of", "the" and acronyms say nothing about the case of a headline
_TITLE_CASE = 0.7  # share of the other words with a capital


def as_sentences(text: str, regions: Sequence[Region]) -> str:
    """Return `text` with those words of its title-case headlines lowered that the body has in small letters.

    Verbs of news and function words are lowered too. Same length: only letters of ASCII change. What is not known
    keeps its capital: a name, more often than not. (Measured on retyped sentences: .835 of the tags stay the same in
    title case, .901 with this.)
    """
    shouted = [r.span for r in regions if r.kind is RegionKind.HEADLINE and _is_title_case(r.span.of(text))]
    if not shouted:
        return text
    body = (r.span.of(text) for r in regions if r.kind is RegionKind.BODY)
    known = {word for paragraph in body for word in _WITHIN_SENTENCE.findall(paragraph)}
    known |= news_forms() | words("function_words.txt")
    parts = []
    end = 0
    for span in shouted:
        parts += [text[end : span.start], _lowered(text, span, known)]
        end = span.end
    return "".join([*parts, text[end:]])


def _is_title_case(headline: str) -> bool:
    long = [word for word in _WORD.findall(headline) if len(word) > _SHORT]
    return len(long) > _SHORT and sum(word[0].isupper() for word in long) > _TITLE_CASE * len(long)


def _lowered(text: str, span: Span, known: set[str]) -> str:
    return _WORD.sub(lambda match: _as_known(match[0], known), span.of(text))


def _as_known(word: str, known: set[str]) -> str:
    if word in known or not word[0].isupper():
        return word
    if word.lower() in known:
        return word.lower()
    return word.capitalize() if word.capitalize() in known else word
