import pytest

from kg.extract.actors.offices.posts import post_kind


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("ambassador to hanoi", "ambassador to vietnam", True),
        ("ambassador to mali", "ambassador to chad", False),
        ("special envoy for syria", "special representative for syria", True),
        ("special envoy for syria", "special envoy for yemen", False),
        ("minister of defense", "defence minister", True),
        ("minister of the hives and labor", "hives and labour minister", True),
        ("deputy minister of hives", "deputy hives minister", True),
        ("minister of state for hives", "hives minister", False),
        ("advisor to the king", "adviser to king", True),
        ("deputy foreign minister for legal affairs", "deputy foreign minister for economic diplomacy", False),
    ],
)
def test_offices_with_other_objects_are_others(one: str, other: str, same: bool) -> None:
    assert (post_kind(one) == post_kind(other)) is same
