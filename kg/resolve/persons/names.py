"""Names of persons in forms that can be compared: folded, without particles, and regardless of transliteration."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from kg.iris import slug
from kg.lexicon import table, words
from kg.resolve.folding import fold

_DESCENT = frozenset({"al", "ben", "bin", "bint", "el", "ibn"})
_NUMERAL = re.compile(r"[ivx]{1,5}")
_SHORT = 7  # shorter sounds coincide too often for two spellings to be one name
_SERVANT = "abdul"  # "servant of", the first half of names
_VOWELS = str.maketrans("eyo", "iiu")
# Digraphs become one sign each before single letters are folded; capitals cannot clash with letters.
_DIGRAPHS = (
    ("sch", "S"), ("sh", "S"), ("kh", "X"), ("gh", "q"), ("zh", "J"), ("ch", "C"), ("dj", "j"), ("ph", "f"),
    ("th", "t"), ("dh", "d"), ("ck", "k"), ("ks", "x"), ("ou", "u"), ("w", "v"), ("c", "k"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name taken apart.

    `words` are its folded tokens without style, particles, initials and regnal number; `single` is true where only one
    name is printed ("Camara", "Amir-Abdollahian"), which by itself identifies nobody.
    """

    printed: str
    style: str
    words: tuple[str, ...]
    numeral: str
    single: bool

    @property
    def plain(self) -> str:
        """The letters of the name, however it is divided by spaces and hyphens."""
        return "".join(self.words)

    @property
    def sounds(self) -> tuple[str, ...]:
        return tuple(skeleton(word) for word in self.words)

    @property
    def forebears(self) -> frozenset[str]:
        """The sounds of who is told to be the bearer's forebears: Drogo in "Frodo bin Drogo al-Baggins"."""
        tokens = _compounded(tuple(fold(self.printed).split()))
        after = {word for before, word in pairwise(tokens) if before in _DESCENT}
        return frozenset(map(skeleton, after.intersection(self.words[1:-1])))

    @property
    def surnames(self) -> frozenset[str]:
        """The sounds of what a text may call the person by: the last word, or the last two."""
        return frozenset({self.sounds[-1], "".join(self.sounds[-2:])})

    @property
    def sound(self) -> str:
        """Equal for transliterations of one name, however it is divided."""
        return "".join(self.sounds)

    @property
    def block(self) -> str:
        """Equal for names that may be one for their sound alone; short ones only as they are written."""
        return self.sound if len(self.sound) >= _SHORT else f"={self.plain}"


@cache
def _variants() -> dict[str, str]:
    return {slug(name): slug(row[0]) for row in table("persons/name_variants.txt") for name in row}


@cache
def _styles() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(style.split()) for style in words("persons/name_styles.txt"))


def is_known(word: str) -> bool:
    """Return whether the list of variants holds the folded word."""
    return word in _variants()


@lru_cache(maxsize=100_000)
def skeleton(word: str) -> str:
    """Return what the transliterations of one folded word have in common.

    >>> skeleton("dehqan") == skeleton("dehghan"), skeleton("hassan") == skeleton("hossein")
    (True, False)
    """
    text = re.sub(r"^abd[aeo]l(?=\w)", _SERVANT, _variants().get(word, word))
    for letters, sign in _DIGRAPHS:
        text = text.replace(letters, sign)
    text = re.sub(r"(?<=[^aeiouy])[ae]h?$", "a", text).translate(_VOWELS)
    return re.sub(r"(.)\1+", r"\1", text)


@lru_cache(maxsize=200_000)
def parse_person(printed: str) -> PersonName:
    """Take a name apart.

    >>> parse_person("King Abdullah II").words, parse_person("Bisher Al Khasawneh").words
    (('abdullah',), ('bisher', 'khasawneh'))
    """
    tokens = tuple(fold(printed).split())
    style = _leading_style(tokens)
    rest = tokens[len(style) :]
    numeral = next((t for t in rest[1:] if _NUMERAL.fullmatch(t)), "")
    core = tuple(t for t in rest if t != numeral and _is_telling(t))
    servant = {t for t in core[:-1] if _variants().get(t) == _SERVANT}
    spaced = [part for part in printed.split() if _is_core(part, core) and fold(part) not in servant]
    return PersonName(printed, " ".join(style), _compounded(core or rest or tokens), numeral, single=len(spaced) < 2)


def _compounded(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words with "abdul", which is no name by itself, made one with what follows: Abdul Aziz, Abdel-Aziz."""
    whole, before = list[str](), ""
    for at, word in enumerate(words):
        if _variants().get(word) == _SERVANT and at + 1 < len(words):
            before = _SERVANT
        else:
            whole.append(before + word)
            before = ""
    return tuple(whole)


def is_style(kind: str) -> bool:
    """Return whether holders of the office kind (`crown-prince`) are known by a single name."""
    return tuple(kind.split("-")) in _styles()


def _leading_style(tokens: tuple[str, ...]) -> tuple[str, ...]:
    """Return the style before a name; one before an initial or article is a given name (`Sultan A. Al-Toren`)."""
    for length in (2, 1):
        if len(tokens) > length and tokens[:length] in _styles() and _is_telling(tokens[length]):
            return tokens[:length]
    return ()


def _is_telling(token: str) -> bool:
    return len(token) > 1 and token not in words("persons/name_particles.txt")


def _is_core(part: str, core: tuple[str, ...]) -> bool:
    return any(token in core for token in fold(part).split())
