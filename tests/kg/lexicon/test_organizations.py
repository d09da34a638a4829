from kg.lexicon.countries import countries
from kg.lexicon.organizations import known_organizations, organization_words, shared_names


def test_every_name_leads_to_its_organization() -> None:
    assert known_organizations()["Daesh"] is known_organizations()["ISIS"]
    assert known_organizations()["Reuters"].kind == "outlet"


def test_kinds_and_countries_are_known() -> None:
    entries = known_organizations().values()
    assert {entry.kind for entry in entries} == {"body", "state", "outlet", "group", "firm", "aid"}
    assert {entry.country for entry in entries if entry.country} <= set(countries())


def test_longer_names_come_first() -> None:
    lengths = [len(name) for name in organization_words()["united"]]
    assert lengths == sorted(lengths, reverse=True)


def test_names_that_several_bear_go_to_known_bodies() -> None:
    assert [body.name for body in shared_names()["Congress"]] == [
        "US Congress",
        "Indian National Congress",
        "National Congress",
    ]
