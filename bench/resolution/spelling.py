"""Invented names as sounds, and the spellings that outlets give them."""

import random
from dataclasses import dataclass

# Sounds that outlets spell in different ways; capitals stand for them in names below. No name here is a real one.
SPELLINGS = {
    "U": ("u", "ou", "oo"),
    "I": ("i", "ee", "y"),
    "Q": ("q", "gh"),
    "W": ("w", "v"),
    "K": ("k", "c"),
    "H": ("a", "ah", "eh"),  # at the end
    "D": ("d", "dd"),
    "L": ("l", "ll"),
    "Y": ("i", "y"),
}
_ONSETS = ("b", "br", "d", "dr", "f", "g", "gr", "j", "K", "m", "n", "p", "Q", "r", "s", "sh", "t", "tr", "W", "z", "L")
_VOWELS = ("a", "e", "o", "U", "I", "a", "o")
_ENDS = ("n", "r", "s", "m", "nd", "rn", "L", "D", "K", "st", "v", "H", "H", "nYa", "n", "r")


@dataclass(frozen=True, slots=True)
class Sounds:
    """A person's name: given, perhaps a middle name, surname of one or two parts, perhaps with an article."""

    given: str
    middle: str | None
    surname: tuple[str, ...]
    article: bool


def invent(rng: random.Random, syllables: int) -> str:
    """Return the sounds of one invented name."""
    body = "".join(rng.choice(_ONSETS) + rng.choice(_VOWELS) for _ in range(syllables))
    end = rng.choice(_ENDS)
    return (body[:-1] if end == "H" else body) + end


@dataclass(frozen=True, slots=True)
class Style:
    """How an outlet spells: one spelling of each sound, hyphens, articles, how often it is careless."""

    choices: dict[str, str]
    hyphen: bool
    article: str
    careless: float

    def word(self, sounds: str, rng: random.Random) -> str:
        """Spell one word; a careless letter now and then."""
        letters = [self.choices.get(s, s) for s in sounds]
        if rng.random() < self.careless:
            at = rng.randrange(1, len(letters))
            letters[at] = {"a": "e", "e": "a", "o": "u", "n": "m"}.get(letters[at], letters[at])
        return "".join(letters).capitalize()

    def surname(self, sounds: Sounds, rng: random.Random) -> str:
        """Spell a surname, with its article as the outlet does."""
        name = ("-" if self.hyphen else " ").join(self.word(part, rng) for part in sounds.surname)
        return self.article + name if sounds.article else name

    def full(self, sounds: Sounds, rng: random.Random) -> str:
        """Spell a full name; a middle name is left out now and then."""
        middle = [self.word(sounds.middle, rng)] if sounds.middle and rng.random() < 0.6 else []
        return " ".join([self.word(sounds.given, rng), *middle, self.surname(sounds, rng)])


def style(rng: random.Random) -> Style:
    """Invent an outlet's style."""
    choices = {sound: rng.choice(ways) for sound, ways in SPELLINGS.items()}
    return Style(choices, rng.random() < 0.5, rng.choice(("Al-", "Al ", "al-", "")), careless=0.02)
