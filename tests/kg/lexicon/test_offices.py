import pytest

from kg.lexicon.offices import kind_of, office_kinds


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("minister of defence", "defence-minister"),
        ("Defense Minister", "defence-minister"),
        ("minister of national defense", "defence-minister"),
        ("minister of foreign affairs and international cooperation", "foreign-minister"),
        ("minister of interior and municipalities", "interior-minister"),
        ("deputy foreign minister for economic diplomacy", "deputy-foreign-minister"),
        ("first deputy interior minister", "deputy-interior-minister"),
        ("deputy prime minister", "deputy-prime-minister"),
        ("secretary of state", "secretary-of-state"),
        ("ambassador to hanoi", "ambassador"),
        ("spokeswoman", "spokesperson"),
        ("minister of magic", None),
        ("chief minister", None),  # of a state within a country, as a rule
        ("deputy beekeeper", None),
    ],
)
def test_wordings_of_one_office_are_one_kind(title: str, kind: str | None) -> None:
    assert kind_of(title) == kind


def test_no_wording_means_two_kinds() -> None:
    wordings = [wording for kind in office_kinds().values() for wording in kind.wordings]
    assert len(wordings) == len(set(wordings))


def test_holders_who_speak_for_the_country_are_told() -> None:
    assert office_kinds()["foreign-minister"].for_country
    assert not office_kinds()["commander-in-chief"].for_country
