from random import Random

import pytest

from training.augment import Pool, augmented, made_up, pool, recase, shape, swap_names
from training.lines import Line, Name


def line(text: str, *names: tuple[str, str]) -> Line:
    words = tuple(text.split())
    found = []
    for name, label in names:
        parts = tuple(name.split())
        start = next(at for at in range(len(words)) if words[at : at + len(parts)] == parts)
        found.append(Name(start, start + len(parts), label))
    return Line(words, (True,) * len(words), tuple(found))


NAMES = Pool(
    names={
        ("PERSON", "one"): (("Boromir",),),
        ("PERSON", "two"): (("Samwise", "Gamgee"),),
        ("ORG", "acronym"): (("WWW",),),
        ("LOC", "one"): (("Rohan",),),
    },
    words={},
)


@pytest.mark.parametrize(
    ("words", "expected"),
    [(("Frodo",), "one"), (("Frodo", "Baggins"), "two"), (("Men", "of", "Bree"), "many"), (("UN",), "acronym")],
)
def test_a_stand_in_has_the_shape_of_the_name(words: tuple[str, ...], expected: str) -> None:
    assert shape(words) == expected


def test_names_are_swapped_where_they_stand() -> None:
    before = line("Frodo Baggins left Bree for the UN", ("Frodo Baggins", "PERSON"), ("Bree", "LOC"), ("UN", "ORG"))
    after = swap_names(before, NAMES, Random(1))
    assert " ".join(after.words) == "Samwise Gamgee left Rohan for the WWW"
    assert after.names == (Name(0, 2, "PERSON"), Name(3, 4, "LOC"), Name(6, 7, "ORG"))
    assert len(after.words) == len(after.spaces)


def test_a_surname_takes_the_surname_of_the_stand_in() -> None:
    before = Line(
        ("Frodo", "Baggins", "spoke", ".", "Baggins", "left"),
        (True,) * 6,
        (Name(0, 2, "PERSON"), Name(4, 5, "PERSON")),
    )
    assert " ".join(swap_names(before, NAMES, Random(1)).words) == "Samwise Gamgee spoke . Gamgee left"


def test_a_name_without_a_stand_in_stays() -> None:
    before = line("Elves of the Grey Havens sang on Monday", ("Elves", "NORP"), ("Monday", "DATE"))
    assert swap_names(before, NAMES, Random(1)) == before


def test_the_pool_holds_each_name_once_and_its_rarer_words() -> None:
    told = [line("Frodo Baggins met Frodo", ("Frodo Baggins", "PERSON"))] * 9
    assert pool(told) == Pool({("PERSON", "two"): (("Frodo", "Baggins"),)}, {"PERSON": ("Frodo", "Baggins")})


def test_rarer_words_are_made_up_and_common_ones_kept() -> None:
    names = Pool({("LOC", "two"): (("River", "Anduin"),)}, {"LOC": ("Anduin", "Isengard")})
    drawn = {made_up(("Minas", "Tirith"), "LOC", names, Random(seed)) for seed in range(9)}
    assert drawn == {("River", "Anduin"), ("River", "Anngard")}


def test_an_acronym_is_shuffled_and_a_nationality_stays() -> None:
    names = Pool({("ORG", "acronym"): (("WCG",),)}, {})
    assert sorted(made_up(("UN",), "ORG", names, Random(1))[0]) == ["C", "G", "W"]
    assert made_up(("Gondorian",), "NORP", names, Random(1)) == ("Gondorian",)


def test_a_headline_keeps_small_words_small() -> None:
    before = line("Envoy of Gondor visits the Shire", ("Gondor", "LOC"))
    assert " ".join(recase(before, "title").words) == "Envoy of Gondor Visits the Shire"
    assert " ".join(recase(before, "upper").words) == "ENVOY OF GONDOR VISITS THE SHIRE"
    assert recase(before, "upper").names == before.names


def test_the_same_seed_gives_the_same_lines() -> None:
    told = [line("Frodo Baggins left Bree", ("Frodo Baggins", "PERSON"), ("Bree", "LOC")), line("No names here")]
    made = [augmented(told, 2, NAMES, seed=3) for _ in range(2)]
    assert made[0] == made[1]
    assert len(made[0]) == 4
