import pytest

from kg.resolve.casing import cased


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("minister of trade and industry", "minister of trade and industry"),
        ("ambassador to south korea", "ambassador to South Korea"),
        ("deputy minister for asia-pacific affairs", "deputy minister for Asia-Pacific affairs"),
        ("representative to the united nations, in vienna", "representative to the United Nations, in Vienna"),
        ("ceo in dubai", "CEO in Dubai"),
        ("secretary of the council of norway's free ports", "secretary of the council of Norway's free ports"),
        ("foreign policy adviser", "foreign policy adviser"),
        ("", ""),
    ],
)
def test_names_within_a_title_have_their_capitals(title: str, shown: str) -> None:
    assert cased(title) == shown
