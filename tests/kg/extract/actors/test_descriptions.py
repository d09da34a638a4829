from collections.abc import Callable

import pytest

Referred = Callable[[str], list[tuple[str, str]]]

INTRODUCTION = (
    "Malian Defense Minister General Faramir Tuor met Chadian Foreign Minister Hurin Hador in Niamey on Monday. "
)


@pytest.mark.parametrize(
    ("phrase", "meant"),
    [
        ("the Malian defense minister", ["Faramir Tuor"]),
        ("the Malian minister", ["Faramir Tuor"]),
        ("the top general", ["Faramir Tuor"]),
        ("the Malian defence chief", ["Faramir Tuor"]),
        ("the top Chadian diplomat", ["Hurin Hador"]),
        ("the Chadian official", ["Hurin Hador"]),
        ("the chief diplomat", ["Hurin Hador"]),
        ("the two ministers", ["Faramir Tuor", "Hurin Hador"]),
        ("the president of Niger", ["office:NE/president"]),
        ("the two presidents", []),
        ("another minister", []),
        ("the engineer", []),
    ],
)
def test_descriptions_mean_whom_they_fit(referred: Referred, phrase: str, meant: list[str]) -> None:
    found = [
        actor for words, actor in referred(INTRODUCTION + f"Later {phrase} said no.") if words.startswith(phrase[:7])
    ]
    assert sorted(found) == meant


@pytest.mark.parametrize("words", ["The White Council official", "The White Council chief", "White Council chief"])
def test_an_official_of_a_body_is_its_named_officer(referred: Referred, words: str) -> None:
    text = f"Faramir Tuor, the commander of the White Council, met General Hurin Hador. {words} left."
    assert [actor for phrase, actor in referred(text) if phrase == words] == ["Faramir Tuor"]


def test_a_prince_is_whoever_is_called_so(referred: Referred) -> None:
    text = "Malian President Faramir Tuor met Prince Hurin Hador and Minister Beren Bor of Chad. The prince left."
    assert [actor for phrase, actor in referred(text) if phrase == "The prince"] == ["Hurin Hador"]


def test_an_unnamed_office_holder_is_the_office(referred: Referred) -> None:
    found = referred("Iraq's communications minister came. The Iraqi communications minister left.")
    assert {actor for _, actor in found} == {"office:IQ/communications-minister"}


@pytest.mark.parametrize(
    ("text", "office"),
    [
        (
            "Iran's Faramir Tuor, the defense minister of Iran, met his Russian counterpart.",
            "office:RU/defence-minister",
        ),
        ("Iranian Foreign Minister Faramir Tuor met his US counterpart.", "office:US/secretary-of-state"),
        ("The Iranian foreign minister and his Omani counterpart met.", "office:OM/foreign-minister"),
        (
            "Spokesman Hurin Hador of Iran left. In talks with his Omani counterpart, Iranian Foreign Minister Faramir "
            "Tuor smiled.",
            "office:OM/foreign-minister",
        ),
    ],
)
def test_a_counterpart_without_a_name_is_an_office(referred: Referred, text: str, office: str) -> None:
    assert office in {actor for _, actor in referred(text)}


def test_a_chief_diplomat_is_no_chief(referred: Referred) -> None:
    found = referred("Russian Foreign Minister Faramir Tuor came. The Russian chief diplomat smiled.")
    assert ("The Russian chief diplomat", "Faramir Tuor") in set(found)


def test_officials_are_the_two_who_met_and_nobody_acts_on_himself(referred: Referred) -> None:
    text = (
        "During the talks with Malian Minister of Transport and Roads Faramir Tuor, Chadian Transport Minister "
        "Hurin Hador smiled. The officials laughed. Hador briefed his Malian counterpart. The official thanked Tuor."
    )
    found = referred(text)
    assert {actor for words, actor in found if words == "The officials"} == {"Faramir Tuor", "Hurin Hador"}
    assert [actor for words, actor in found if words.endswith("counterpart")] == ["Faramir Tuor"]
    assert [actor for words, actor in found if words == "The official"] == ["Hurin Hador"]


def test_one_of_several_leaders_is_nobody(referred: Referred) -> None:
    text = "The White Council leader said no. White Council leaders Faramir Tuor and Hurin Hador left."
    found = referred(text)
    assert not {"Faramir Tuor", "Hurin Hador"} & {
        actor for words, actor in found if words == "The White Council leader"
    }


def test_two_prime_ministers_are_two_leaders(referred: Referred) -> None:
    text = "Malian Prime Minister Faramir Tuor met his Chadian counterpart, Hurin Hador. The two leaders smiled."
    meant = {actor for words, actor in referred(text) if words == "The two leaders"}
    assert meant == {"Faramir Tuor", "Hurin Hador"}


def test_a_lawmaker_of_a_province_without_a_name_is_no_office(referred: Referred) -> None:
    found = referred("Nigeria heard Assemblyman Faramir Tuor. The Borno parliamentarian smiled.")
    assert not any(actor.startswith("office:") for _, actor in found)


def test_two_presidents_are_those_who_hold_that_very_office(referred: Referred) -> None:
    text = (
        "Malian President Faramir Tuor and Chadian President Hurin Hador met the Iranian leader, Imrahil Beren. "
        "The two presidents smiled."
    )
    meant = {actor for words, actor in referred(text) if words == "The two presidents"}
    assert meant == {"Faramir Tuor", "Hurin Hador"}


def test_a_colleague_has_the_country_of_the_other(referred: Referred) -> None:
    text = "Malian Foreign Minister Faramir Tuor and his Defense colleague, Colonel Hurin Hador, came."
    assert ("his Defense colleague, Colonel Hurin Hador", "Hurin Hador") in referred(text)


def test_majesty_is_whoever_bears_the_style(referred: Referred) -> None:
    found = referred("King Faramir of Jordan met Minister Hurin Hador of Mali. His Majesty smiled. His Highness left.")
    assert [(words, actor) for words, actor in found if words.startswith("His ")] == [("His Majesty", "Faramir")]


def test_a_parliament_speaker_is_the_speaker_of_its_house_by_name(referred: Referred) -> None:
    text = "Iranian Majlis Speaker Faramir Tuor met Hurin Hador. The Iranian parliament speaker smiled."
    assert ("The Iranian parliament speaker", "Faramir Tuor") in referred(text)
    text = "Majlis Deputy Speaker Faramir Tuor of Iran met Hurin Hador. The Iranian parliament speaker smiled."
    assert ("The Iranian parliament speaker", "Faramir Tuor") not in referred(text)


def test_the_former_president_is_another_than_the_president(referred: Referred) -> None:
    text = "Malian President Faramir Tuor met ex-president Hurin Hador of Mali. The former president left. "
    text += "The president sat."
    assert {("The former president", "Hurin Hador"), ("The president", "Faramir Tuor")} <= set(referred(text))


def test_an_aide_of_a_president_is_not_the_president(referred: Referred) -> None:
    text = "Malian President Faramir Tuor came. Hurin Hador, the Malian president's special envoy for Chad, left."
    assert ("the Malian president's special envoy for Chad", "Hurin Hador") in referred(text)


@pytest.mark.parametrize(
    "text",
    [
        "Malian President Faramir Tuor and his Chadian counterpart Hurin Hador spoke. The president smiled.",
        "Malian President Faramir Tuor called Chadian President Hurin Hador. The president smiled.",
    ],
)
def test_of_two_holders_in_a_sentence_its_subject_is_meant(referred: Referred, text: str) -> None:
    assert ("The president", "Faramir Tuor") in referred(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Faramir Tuor, spokesman for Mali's Foreign Ministry, spoke. The Malian official smiled.",
            "The Malian official",
        ),
        ("Malian Foreign Minister Faramir Tuor came. Mali's senior diplomat smiled.", "Mali's senior diplomat"),
    ],
)
def test_an_official_of_a_country_may_serve_in_one_of_its_bodies(referred: Referred, text: str, words: str) -> None:
    assert (words, "Faramir Tuor") in referred(text)


def test_the_leader_in_capitals_is_no_other_leader(referred: Referred) -> None:
    text = "Malian President Faramir Tuor came. Yesterday the Leader smiled and the leader left."
    assert [words for words, actor in referred(text) if words.lower() == "the leader"] == ["the leader"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Lawmaker Faramir Tuor spoke. The legislator of the White Council left.",
            "The legislator of the White Council",
        ),
        ("Faramir Tuor, additional superintendent of guards, left Mali.", "additional superintendent"),
    ],
)
def test_an_officer_is_known_before_the_text_tells_where_he_serves(referred: Referred, text: str, words: str) -> None:
    assert [actor for phrase, actor in referred(text) if phrase.startswith(words)] == ["Faramir Tuor"]


def test_an_official_of_a_country_is_not_its_president(referred: Referred) -> None:
    text = "Malian Deputy Minister Faramir Tuor met Malian President Hurin Hador. The Malian official left."
    assert ("The Malian official", "Faramir Tuor") in referred(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Defense Secretary Faramir Tuor met Hurin Hador. The Pentagon chief left.", "The Pentagon chief"),
        (
            "Malian Foreign Minister Faramir Tuor came. Chadian Minister Hurin Hador slept. "
            "The head of the Malian Foreign Ministry left.",
            "The head of the Malian Foreign Ministry",
        ),
        (
            "EU foreign policy chief Faramir Tuor met Chadian Foreign Minister Hurin Hador. "
            "The EU's top diplomat left.",
            "The EU's top diplomat",
        ),
        (
            "Secretary of State Faramir Tuor spoke. The Secretary smiled. "
            "Secretary of the White Council Hurin Hador left.",
            "The Secretary",
        ),
        (
            "Secretary of State Faramir Tuor met Hurin Hador, the secretary of the White Council. "
            "The Secretary smiled.",
            "The Secretary",
        ),
        (
            "Secretary of State Hurin Hador left. Faramir Tuor, the secretary of the White Council, came. "
            "A rider said the secretary smiled.",
            "the secretary",
        ),
        (
            "Defense Secretary Faramir Tuor met press secretary Hurin Hador. Hador said the secretary smiled.",
            "the secretary",
        ),
        (
            "Hurin Hador, the deputy secretary-general of the White Council, met Secretary Faramir Tuor. "
            "The Secretary smiled.",
            "The Secretary",
        ),
        (
            "Faramir Tuor, the commander of the Malian Army, came. The commander of the Malian army left.",
            "The commander of the Malian army",
        ),
        (
            "Malian military chief Faramir Tuor came. The top Malian commander left. Malian Navy commander Hurin "
            "Hador slept.",
            "The top Malian commander",
        ),
    ],
)
def test_a_title_alone_means_who_bears_a_longer_one(referred: Referred, text: str, words: str) -> None:
    assert [actor for phrase, actor in referred(text) if phrase == words] == ["Faramir Tuor"]


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("The three ministers", ["Beren Bor", "Faramir Tuor", "Hurin Hador"]),
        ("The trio", ["Beren Bor", "Faramir Tuor", "Hurin Hador"]),
        ("Both men", ["Beren Bor", "Hurin Hador"]),
        ("The four ministers", []),
    ],
)
def test_as_many_are_meant_as_the_text_counts(referred: Referred, words: str, meant: list[str]) -> None:
    text = f"Foreign ministers Faramir Tuor of Mali, Hurin Hador of Chad and Beren Bor of Niger met. {words} smiled."
    assert sorted({actor for phrase, actor in referred(text) if phrase == words}) == meant


def test_the_ministers_are_all_those_who_were_counted_before(referred: Referred) -> None:
    text = (
        "Foreign ministers Faramir Tuor of Mali, Hurin Hador of Chad and Beren Bor of Niger met. "
        "The three ministers smiled. The ministers left."
    )
    found = {actor for phrase, actor in referred(text) if phrase == "The ministers"}
    assert found == {"Faramir Tuor", "Hurin Hador", "Beren Bor"}


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("Ministers", {"Beren Bor", "Faramir Tuor", "Hurin Hador"}),
        ("The Ministers", {"Beren Bor", "Faramir Tuor", "Hurin Hador"}),
        ("Ministers from Peru", set()),
    ],
)
def test_ministers_are_those_of_several_countries_named_together(
    referred: Referred, words: str, meant: set[str]
) -> None:
    text = (
        "Malian Foreign Minister Faramir Tuor and Defence Minister Beren Bor met Chadian Foreign Minister Hurin Hador. "
        f"The king of Chad smiled. {words} agreed."
    )
    assert {actor for phrase, actor in referred(text) if phrase == words.partition(" from")[0]} == meant


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("President Faramir Tuor of Mali met Hurin Hador. The head of state smiled.", "The head of state"),
        (
            "President Faramir Tuor of Mali met Hurin Hador. The Malian head of state smiled.",
            "The Malian head of state",
        ),
        ("Malian Minister Faramir Tuor met Chadian Minister Hurin Hador. The Malian guest left.", "The Malian guest"),
        (
            "Malian Minister Faramir Tuor met Hurin Hador. The Malian minister at the Elven Council premises left.",
            "The Malian minister",
        ),
        ("Senior General Faramir Tuor met Hurin Hador. The Senior General smiled.", "The Senior General"),
        (
            "Union Ministers Hurin Hador and Beren Bor came. Union Minister for Foreign Affairs Faramir Tuor spoke. "
            "The Union Minister left.",
            "The Union Minister",
        ),
        (
            "King Beren Bor, King Elros Bor, King Amroth Bor and King Earnur Bor came. Minister Hurin Hador left. "
            "Minister Faramir Tuor spoke. The Minister smiled.",
            "The Minister",
        ),
    ],
)
def test_whoever_was_told_of_last_is_meant(referred: Referred, text: str, words: str) -> None:
    assert [actor for phrase, actor in referred(text) if phrase == words] == ["Faramir Tuor"]


def test_two_titles_joined_are_those_of_one(referred: Referred) -> None:
    people = "Malian Deputy Prime Minister and Trade Minister Faramir Tuor met Chadian Trade Minister Hurin Hador."
    others = "Malian Deputy Prime Minister and Defence Minister Denethor Beor came."
    found = referred(f"{people} {others} The Deputy Prime Minister and Trade Minister left.")
    assert {actor for words, actor in found if words in {"The Deputy Prime Minister", "Trade Minister"}} == {
        "Faramir Tuor"
    }
