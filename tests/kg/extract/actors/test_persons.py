from collections.abc import Callable

import pytest

from kg.model import Actors


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Malian Defense Minister Colonel Faramir Tuor left. Tuor said no.", [("Faramir Tuor", "Tuor")]),
        ("The minister, Faramir Tuor, left.", [("Faramir Tuor",)]),
        ("Faramir Tuor, the president of Mali, left.", [("Faramir Tuor",)]),
        ("King Faramir received Sheikh Tuor bin Huor Al Hador. Sheikh Tuor left.",
         [("Faramir", "King Faramir"), ("Tuor bin Huor Al Hador", "Sheikh Tuor")]),
        ("President Faramir Al-Tuor left. Tuor came back.", [("Faramir Al-Tuor", "Tuor")]),
        ("President Faramir el-Tuor left. He and Tuor came back.", [("Faramir el-Tuor", "Tuor")]),
        ("Faramir Tuor, Mali's Minister of Trade and Co-operation, left.", [("Faramir Tuor",)]),
        ("Minister of Interior and Municipalities Faramir Tuor left.", [("Faramir Tuor",)]),
        ("Brigadier General Hurin Thalion-Tuor left.", [("Hurin Thalion-Tuor",)]),
        ("Foreign Minister Jeyhoun Tuor left. Minister Jeyhun Tuor came.", [("Jeyhoun Tuor", "Jeyhun Tuor")]),
        ("Faramir Bagheri Tuor left. Baqeri Tuor came. Baqeri spoke.",
         [("Faramir Bagheri Tuor", "Baqeri Tuor", "Baqeri")]),
        ("Nobel Laureate Faramir Tuor met Wafa Hador, Mali's trade minister.", [("Faramir Tuor",), ("Wafa Hador",)]),
        ("Faramir Tuor came with his son Elboron and his wife, Eowyn. Elboron left.",
         [("Faramir Tuor",), ("Elboron",), ("Eowyn",)]),
        ("The Presidential Palace and the General Public of Mali.", []),
        ("The Malian Ambassador Extraordinary and Plenipotentiary left.", []),
        ("However, the Medicis left Mali. Then the Medicis came.", []),
        ("President Faramir Tuor crossed King Hador Bridge.", [("Faramir Tuor",)]),
        ("Minister meets Malian counterpart Speaking at a meeting in Osgiliath.", []),
        ("Faramir Tuor Meets with Hurin Hador. Malian Trade Minister Faramir Tuor thanked Hador.",
         [("Faramir Tuor",), ("Hurin Hador", "Hador")]),
        ("Malian Minister Faramir TUOR left. U. S. officials stayed.", [("Faramir TUOR",)]),
        ("Kopet Dag is high. The Kopet Dag mountain range is long. Faramir Tuor rode on.", [("Faramir Tuor",)]),
        ("Hojjat al-Islam Tuor left. Minister Saif al-Islam Hador came.", [("Tuor",), ("Saif al-Islam Hador",)]),
        ("Prince Faramir bin Tuor bin Huor met King Tuor bin Huor.",
         [("Faramir bin Tuor bin Huor",), ("Tuor bin Huor",)]),
        ("Hurinien's speech was long. Sheikh Hurinien left.", [("Hurinien",)]),
        ("Minister Faramir Tuor left. Minister F.Tuor came back.", [("Faramir Tuor", "F.Tuor")]),
        ("Prime Minister Senior General Faramir Tuor met Lt-Gen Hurin Hador.", [("Faramir Tuor",), ("Hurin Hador",)]),
        ("President Faramir bin Tuor left. Prince FBT came back.", [("Faramir bin Tuor", "FBT")]),
        ("President Faramir bin Tuor (FBT) left. FBT came back with the ABC.", [("Faramir bin Tuor", "FBT")]),
        ("Minister Faramir Thalionwen left. Minister Thailonwen came back.", [("Faramir Thalionwen", "Thailonwen")]),
        ("Minister Faramir Turín left. Minister Faramir Turin came.", [("Faramir Turín", "Faramir Turin")]),
        ("In Mali, Rep. Park Faramir left.", [("Park Faramir",)]),
        ("In Mali, the Amir Faramir Tuor met Minister Amir Hador.", [("Faramir Tuor",), ("Amir Hador",)]),
        ("Minister Faramir Tu'-Or left. Tu'-Or came back.", [("Faramir Tu'-Or", "Tu'-Or")]),
        ("Sultan Faramir bin Said al Said of Oman spoke.", [("Faramir bin Said al Said",)]),
        ("In Mali, President [Faramir Tuor] left.", [("Faramir Tuor",)]),
        ('Former Malian President Faramir "Elf" Tuor left. Tuor came back.', [('Faramir "Elf" Tuor', "Tuor")]),
        ("Malian Minister Faramir O 'Hador left.", [("Faramir O 'Hador",)]),
        ("Dr. Yu. Faramir met Minister Kh. Tuor in Mali.", [("Yu. Faramir",), ("Kh. Tuor",)]),
        ("The manager in the Malian Health, Safety and Beacons department left.", []),
        ("In Mali, she served under Bill Tuor.", [("Bill Tuor",)]),
        ("Malian Health Minister Tan Sri Dr Faramir Tuor met Minister H E Hurin Hador.",
         [("Faramir Tuor",), ("Hurin Hador",)]),
        ("Mali saw Hurin Hador and Faramir Tuor crossing the ford.", [("Hurin Hador",), ("Faramir Tuor",)]),
        ("Pakistan's Ambassador to Moscow Boromir A Hurin and Defense Minister Ng Eng Hen were present.",
         [("Boromir A Hurin",), ("Ng Eng Hen",)]),
        ("The man known as X left Mali. Mr X came back.", []),
        ("Minister Faramir Tuor of Mali left. (IRNA/Hurin Hador) He came back.", [("Faramir Tuor",)]),
        ("Mali left after the Tuor administration..", [("Tuor",)]),
        ("Foreign Minister Faramir Araghni left. Araqni came back.", [("Faramir Araghni", "Araqni")]),
        ('Minister Faramir Tuor left. "Send Tuor to Mali," they said.', [("Faramir Tuor", "Tuor")]),
        ("Minister Faramir Tuor left. Hailing Tuor, Mali stayed.", [("Faramir Tuor", "Tuor")]),
        ("Malian Defence Minister Sr. Gen. Faramir Tuor left.", [("Faramir Tuor",)]),
        ("The Malian man works for Miruvor Pharma.", []),
    ],
)  # fmt: skip
def test_persons_are_told_by_titles_ranks_and_earlier_names(
    actors: Callable[[str], Actors], text: str, names: list[tuple[str, ...]]
) -> None:
    assert [person.names for person in actors(text).persons] == names


@pytest.mark.parametrize(
    "text",
    [
        "Frodo al-Hobbit airbase in Mali was hit. They fled Frodo al-Hobbit.",
        "They took the tanker Faramir Tuor in May.",
        "They landed at Imam Tuor airport in May.",
        "The line ends between Imam Tuor and Imam Hador metro stations.",
        "A warship, named Faramir Tuor, left Mali.",
        "Mali seized Faramir Tuor, a Gondorian oil tanker, in May.",
        'Two films from Mali, "Faramir Tuor" and "Hurin Thalion," were shown.',
        "They saw Takht-e Faramir in Mali.",
        "In Mali, they went to Faramir Tuor Castle.",
    ],
)
def test_what_the_text_treats_as_a_thing_is_nobody(actors: Callable[[str], Actors], text: str) -> None:
    assert actors(text).persons == ()


@pytest.mark.parametrize(
    ("text", "things"),
    [
        ("The Anduin Tuor tanker left.", {"Anduin Tuor"}),
        ("They met near the ports named Faramir Tuor.", {"Faramir Tuor"}),
        ("Faramir Tuor, a city official of Mali, left.", set()),
        ("Faramir Tuor, the mayor of the city, left.", set()),
        ('"Faramir Tuor has left," she said.', set()),
        ("In Mali, the crowd in Faramir Tuor cheered.", {"Faramir Tuor"}),
        ("Mali blamed the World Bank, the United Nations and Faramir Tuor.", {"Faramir Tuor"}),
        ("Mali blamed the World Bank. Faramir Tuor agreed.", set()),
    ],
)
def test_things_are_told_by_nouns_and_quotation_marks(
    actors: Callable[[str], Actors], text: str, things: set[str]
) -> None:
    assert set(actors(text).things) == things


def test_two_people_of_one_surname_stay_two(actors: Callable[[str], Actors]) -> None:
    text = "President Faramir Tuor met Minister Hurin Tuor. President Tuor left."
    assert [person.name for person in actors(text).persons] == ["Faramir Tuor", "Hurin Tuor"]


def test_a_surname_is_the_one_named_last(actors: Callable[[str], Actors]) -> None:
    text = "President Faramir Tuor left. Minister Hurin Tuor came. Tuor smiled."
    found = actors(text)
    last = max((mention for mention in found.mentions if mention.form == "name"), key=lambda mention: mention.span)
    assert last.actor == found.persons[1].key


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "The prime minister, Faramir Tuor, met Trade Minister Hurin Tuor. Prime Minister Tuor left. Tuor slept.",
            ["Faramir Tuor", "Tuor"],
        ),
        ("Emmanuel Macron met Hurin Macron. President Macron left.", ["Emmanuel Macron", "Macron"]),
        ("Mali hailed First Lady Lothiriel Macron. President Macron left.", ["Lothiriel Macron"]),
    ],
)
def test_a_surname_with_an_office_is_his_who_holds_it(
    actors: Callable[[str], Actors], text: str, names: list[str]
) -> None:
    assert list(actors(text).persons[0].names) == names


def test_names_keep_their_place_and_confidence(actors: Callable[[str], Actors]) -> None:
    text = "Mali: President Faramir Tuor left."
    (person,) = actors(text).persons
    spans = [
        mention.span for mention in actors(text).mentions if mention.actor == person.key and mention.form == "name"
    ]
    assert [span.of(text) for span in spans] == ["Faramir Tuor"]
    assert 0.5 < person.confidence < 1
