"""Each construction in which a text tells that somebody met somebody, and those that only look so."""

from collections.abc import Callable

import pytest

Told = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Faramir met with Eomer in Edoras on Tuesday.", ["meeting held: Eomer, Faramir; Edoras; 2024-02-27"]),
        ("Faramir met on Tuesday with Eomer in Edoras.", ["meeting held: Eomer, Faramir; Edoras; 2024-02-27"]),
        ("Officials from Gondor met this Thursday with a delegation from the White Council.",
         ["meeting held: White Council, country:XG; 2024-02-29"]),
        ("Faramir met Eomer and Elrond in Edoras.", ["meeting held: Elrond, Eomer, Faramir; Edoras"]),
        ("Faramir met separately with Eomer and Elrond.",
         ["meeting held: Eomer, Faramir", "meeting held: Elrond, Faramir"]),
        ("Faramir and Eomer met in Edoras on Monday.", ["meeting held: Eomer, Faramir; Edoras; 2024-02-26"]),
        ("Faramir, the president of Gondor, meets King Theoden.", ["meeting held: Faramir, Theoden"]),
        ("Gondorian President Denethor received Foreign Minister Eomer on Sunday.",
         ["meeting held: Denethor, Eomer; 2024-02-25"]),
        ("Eomer was received by Denethor at the Presidential Palace in Minas Tirith.",
         ["meeting held: Denethor, Eomer; Presidential Palace in Minas Tirith"]),
        ("Faramir met with Eomer at the Golden Hall of the Kings in Edoras on Monday.",
         ["meeting held: Eomer, Faramir; Golden Hall of the Kings in Edoras; 2024-02-26"]),
        ("Faramir received in audience President Elrond on Monday.", ["meeting held: Elrond, Faramir; 2024-02-26"]),
        ("Faramir held separate meetings with Eomer and Elrond.",
         ["meeting held: Eomer, Faramir", "meeting held: Elrond, Faramir"]),
        ("Denethor flew to Annuminas to meet King Theoden.", ["meeting planned: Denethor, Theoden; Annuminas"]),
        ("Faramir held talks with Eomer over trade.", ["talks held: Eomer, Faramir"]),
        ("Faramir and Eomer held a meeting in Edoras.", ["meeting held: Eomer, Faramir; Edoras"]),
        ("Faramir took part in a bilateral meeting with Eomer in Edoras.", ["meeting held: Eomer, Faramir; Edoras"]),
        ("Faramir spoke by phone with Eomer on Saturday.", ["phone call held: Eomer, Faramir; 2024-02-24"]),
        ("Faramir told Eomer in a phone call on Saturday that war is near.",
         ["phone call held: Eomer, Faramir; 2024-02-24"]),
        ("In a telephone conversation with Eomer, Faramir said that war is near.",
         ["phone call held: Eomer, Faramir"]),
        ("Faramir telephoned Eomer on Saturday.", ["phone call held: Eomer, Faramir; 2024-02-24"]),
        ("A meeting between Defence Minister Faramir and Eomer covered trade.", ["meeting held: Eomer, Faramir"]),
        ("“It is so,” Faramir said in a meeting with Eomer in Edoras on Tuesday morning.",
         ["meeting held: Eomer, Faramir; Edoras; 2024-02-27"]),
        ("Speaking in a Wednesday meeting with Arnor's trade minister in Annuminas, Faramir said that war is near.",
         ["meeting held: Faramir, office:XA/trade-minister; Annuminas; 2024-02-28"]),
        ("During a meeting with Eomer, Faramir said that war is near.", ["meeting held: Eomer, Faramir"]),
        ("Faramir also held a separate meeting with Eomer.", ["meeting held: Eomer, Faramir"]),
        ("Faramir affirmed this during a meeting, held in the Arnorian capital Annuminas, with Elrond.",
         ["meeting held: Elrond, Faramir; Annuminas"]),
        ("Faramir received a phone call from Eomer on Saturday.", ["phone call held: Eomer, Faramir; 2024-02-24"]),
        ("Faramir and Eomer spoke on the phone on Saturday.", ["phone call held: Eomer, Faramir; 2024-02-24"]),
        ("Faramir received a delegation headed by Eomer on Monday.", ["meeting held: Eomer, Faramir; 2024-02-26"]),
        ("In his meeting with Eomer, Denethor said that war is near.", ["meeting held: Denethor, Eomer"]),
        ("Faramir met senior Arnorian officials on Monday.", ["meeting held: Faramir, country:XA; 2024-02-26"]),
        ("Faramir met with members of the guild and Rohan's young leaders.",
         ["meeting held: Faramir, country:XR"]),
        ("Faramir met Arnorian officials, including Elrond, on Monday.",
         ["meeting held: Elrond, Faramir; 2024-02-26"]),
        ("Denethor’s remarks were made as he held a meeting with Eomer.", ["meeting held: Denethor, Eomer"]),
        ("Denethor's comments came as he met Eomer.", ["meeting held: Denethor, Eomer"]),
        ("The foreign ministers of Rohan and Arnor met with Faramir in Lorien on Monday.",
         ["meeting held: Faramir, country:XA, country:XR; Lorien; 2024-02-26"]),
        ("Gondorian and Arnorian delegations held talks in Annuminas on Monday.",
         ["talks held: country:XA, country:XG; Annuminas; 2024-02-26"]),
        ("Faramir held talks with a delegation from the White Council in Annuminas.",
         ["talks held: Faramir, White Council; Annuminas"]),
        ("Faramir met officials from the Arnorian government on Monday.",
         ["meeting held: Faramir, country:XA; 2024-02-26"]),
        ("Denethor met with elders and scholars on Monday.", ["meeting held: Denethor, unnamed:1; 2024-02-26"]),
        ("Denethor met with the provincial governor on Monday.", ["meeting held: Denethor, unnamed:1; 2024-02-26"]),
        ("Denethor and opposition leaders met on Monday.", ["meeting held: Denethor, unnamed:1; 2024-02-26"]),
        ("Faramir met Eomer and senior officers in Edoras.", ["meeting held: Eomer, Faramir, unnamed:1; Edoras"]),
        ("Faramir discussed the siege with Eomer on Monday.", ["talks held: Eomer, Faramir; 2024-02-26"]),
        ("Faramir arrived in Annuminas to discuss the war with Elrond.",
         ["talks planned: Elrond, Faramir; Annuminas"]),
        ("Faramir will head to Edoras to hold talks with Theoden.", ["talks planned: Faramir, Theoden; Edoras"]),
        ("Faramir and Eomer said in a phone call that war is near.", ["phone call held: Eomer, Faramir"]),
        ("Faramir and Eomer held phone talks over the siege in Annuminas.", ["phone call held: Eomer, Faramir"]),
        ("The two ministers spoke to the press after their talks in Edoras.",
         ["talks held: Eomer, Faramir; Edoras"]),
        ("Faramir and Eomer called for peace in a joint statement after a meeting in Edoras.",
         ["meeting held: Eomer, Faramir; Edoras"]),
        ("A council meeting, chaired by Faramir and Denethor, was held on Monday.",
         ["meeting held: Denethor, Faramir; 2024-02-26"]),
        ("Faramir met with the king of the Mark, Theoden, on Monday.",
         ["meeting held: Faramir, Theoden; 2024-02-26"]),
        ("Denethor met with the president of the Guild for the North, Elrond, on Monday.",
         ["meeting held: Denethor, Elrond; 2024-02-26"]),
        ("During his visit to Edoras, Denethor met with Theoden.", ["meeting held: Denethor, Theoden; Edoras"]),
        ("Two agreements were signed in the presence of Denethor and Elrond.",
         ["signing held: Denethor, Elrond"]),
        ("Faramir held talks with an Arnorian delegation in Annuminas. The delegation included Elrond.",
         ["talks held: Elrond, Faramir; Annuminas"]),
        ("Barliman's visit to Lorien in 2018 was the last.", ["visit held: Barliman, country:XL; Lorien; 2018"]),
        ("Faramir arrived in Edoras on Monday and met with Theoden.",
         ["meeting held: Faramir, Theoden; Edoras; 2024-02-26"]),
        ("Faramir and Eomer discussed in a meeting in Annuminas on Monday a host of bilateral issues.",
         ["meeting held: Eomer, Faramir; Annuminas; 2024-02-26"]),
        ("Earlier this month, Faramir and Eomer co-chaired a Gondorian-Arnorian High-Level Council in Annuminas.",
         ["meeting held: Eomer, Faramir; Annuminas; 2024-02"]),
        ("Under Secretary Faramir of Gondor met on Friday 23 February with the Deputy Minister of Trade, Hon Eomer.",
         ["meeting held: Eomer, Faramir; 2024-02-23"]),
        ("Faramir effected a site visit to Arnor on Monday.", ["visit held: Faramir; Arnor; 2024-02-26"]),
        ("“It is so,” Denethor said during a meeting with Elrond, the Arnorian envoy to Gondor.",
         ["meeting held: Denethor, Elrond"]),
        ("Denethor's comments came in a phone call with Eomer.", ["phone call held: Denethor, Eomer"]),
        ("Faramir and Eomer on Monday discussed means to end the war.", ["talks held: Eomer, Faramir; 2024-02-26"]),
        ("Denethor was briefed by Boromir on the siege.", ["talks held: Boromir, Denethor"]),
        ("Gondor and Arnor trade ministers discussed the war during a meeting on Monday.",
         ["meeting held: country:XA, country:XG; 2024-02-26"]),
        ("The leadership of the White Council and of the Shire Union have agreed to meet Denethor.",
         ["meeting planned: Denethor, Shire Union, White Council"]),
        ("Faramir said at a White Council meeting on Tuesday that war is near.",
         ["meeting held: Faramir, White Council; 2024-02-27"]),
    ],
)  # fmt: skip
def test_an_encounter_is_told_by_verbs_and_nouns(told: Told, text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Faramir visited Rohan and Arnor last year and Eriador this year.",
         ["visit held: Faramir; Rohan; 2023", "visit held: Faramir; Arnor; 2023",
          "visit held: Faramir; Eriador; 2024"]),
        ("Denethor visited Rohan in 2006 and 2009.",
         ["visit held: Denethor; Rohan; 2006", "visit held: Denethor; Rohan; 2009"]),
        ("Faramir traveled to Rohan on Monday.", ["visit held: Faramir; Rohan; 2024-02-26"]),
        ("Faramir arrived in Edoras on Monday.", ["visit held: Faramir; Edoras; 2024-02-26"]),
        ("A Gondorian delegation, headed by Faramir, arrived in Edoras on Monday.",
         ["visit held: Faramir; Edoras; 2024-02-26"]),
        ("Faramir left Minas Tirith for Edoras on Monday.", ["visit held: Faramir; Edoras; 2024-02-26"]),
        ("Faramir visited Rohan on Monday for talks with Eomer.", ["talks held: Eomer, Faramir; Rohan; 2024-02-26"]),
        ("Faramir was in Rohan in March 2023.", ["visit held: Faramir; Rohan; 2023-03"]),
        ("Faramir will pay an official visit to Rohan in May 2025.", ["visit planned: Faramir; Rohan; 2025-05"]),
        ("Defence Minister Faramir to visit Rohan in May", ["visit planned: Faramir; Rohan; 2024-05"]),
        ("Faramir traveled to Rohan on Monday. In a meeting with Eomer, he stressed trade.",
         ["meeting held: Eomer, Faramir; Rohan; 2024-02-26"]),
        ("Gandalf visited Rohan on Monday.", ["visit held: Gandalf, country:XR; Rohan; 2024-02-26"]),
        ("Barliman visited Rohan on Monday.", []),
        ("Faramir visited Minas Tirith on Monday.", []),
        ("Faramir became the first minister to visit Rohan in May 2023.", ["visit held: Faramir; Rohan; 2023-05"]),
        ("Faramir met Elrond on Monday. It was the second time after Elrond's visit to Lorien in 2019.",
         ["meeting held: Elrond, Faramir; 2024-02-26", "visit held: Elrond; Lorien; 2019"]),
        ("Faramir was in Rohan as a child.", []),
        ("Faramir visited the Arnorian city of Fornost in February 2023.", ["visit held: Faramir; Fornost; 2023-02"]),
        ("Faramir began with a visit to Rohan, followed by Arnor.",
         ["visit held: Faramir; Rohan", "visit held: Faramir; Arnor"]),
    ],
)  # fmt: skip
def test_a_trip_is_a_visit_to_another_country_unless_it_holds_an_encounter(
    told: Told, text: str, expected: list[str]
) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Faramir will meet Eomer on Friday.", ["meeting planned: Eomer, Faramir; 2024-03-01"]),
        ("Faramir is due to meet Eomer on Friday.", ["meeting planned: Eomer, Faramir; 2024-03-01"]),
        ("Faramir is scheduled to depart for Edoras on Friday.", ["visit planned: Faramir; Edoras; 2024-03-01"]),
        ("Faramir plans to hold talks with Eomer.", ["talks planned: Eomer, Faramir"]),
        ("Faramir said he would meet Eomer on Friday.", ["meeting planned: Eomer, Faramir; 2024-03-01"]),
        ("Faramir said he would think about meeting Eomer.", []),
        ("Faramir is interested in holding talks with Eomer.", []),
        ("Faramir has no precondition for talks with Eomer.", []),
        ("Faramir refused to meet Eomer.", []),
        ("Faramir did not meet Eomer.", []),
        ("Faramir wants to meet Eomer.", []),
        ("Faramir would have met Eomer if the road had been safe.", []),
        ("Faramir may meet Eomer.", []),
        ("Faramir invited Eomer to visit Gondor.", []),
        ("Faramir called for a meeting with Eomer.", []),
        ("Faramir ruled out talks with Eomer.", []),
        ("Faramir denied his requested meeting with Eomer.", []),
        ("Faramir met the needs of Rohan.", []),
        ("Faramir received a letter from Eomer.", []),
        ("Faramir spoke to reporters about Eomer.", []),
        ("Speaking at a press conference with Eomer, Faramir said that war is near.", []),
        ("Faramir called Eomer a friend.", []),
        ("Faramir and Eomer chair the council.", []),
        ("Faramir discussed in a meeting a host of issues.", []),
        ("Faramir met Arnorian demands on Monday.", []),
        ("Faramir met Gondorian officials on Monday.", []),
        ("Gondor and Rohan discussed the war.", []),
        ("Faramir noted a lack of progress in negotiations with the White Council.", []),
    ],
)
def test_plans_are_planned_and_what_need_not_happen_is_no_fact(told: Told, text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Faramir met Eomer on Monday. The meeting took place in Edoras.",
         ["meeting held: Eomer, Faramir; Edoras; 2024-02-26"]),
        ("Faramir met Eomer. The meeting was also attended by Elrond.", ["meeting held: Elrond, Eomer, Faramir"]),
        ("Faramir met Eomer. Elrond and Boromir also attended the meeting.",
         ["meeting held: Boromir, Elrond, Eomer, Faramir"]),
        ("Faramir met Eomer. During the meeting, held at Amon Palace and attended by Elrond, he said little.",
         ["meeting held: Elrond, Eomer, Faramir; Amon Palace"]),
        ("Faramir met Eomer. On the other side, adviser Boromir and President Elrond were in attendance.",
         ["meeting held: Boromir, Elrond, Eomer, Faramir"]),
        ("Faramir received Eomer on Monday. Faramir's meeting with Eomer lasted two hours.",
         ["meeting held: Eomer, Faramir; 2024-02-26"]),
        ("Faramir met Eomer on Monday. Faramir met Eomer again on Tuesday.",
         ["meeting held: Eomer, Faramir; 2024-02-26", "meeting held: Eomer, Faramir; 2024-02-27"]),
        ("Faramir met Eomer on Monday. The two ministers held a meeting in Edoras.",
         ["meeting held: Eomer, Faramir; Edoras; 2024-02-26"]),
        ("Faramir met Eomer. Faramir met Eomer in Edoras in November 2021.",
         ["meeting held: Eomer, Faramir", "meeting held: Eomer, Faramir; Edoras; 2021-11"]),
        ("Faramir has met Arnorian officials. In his meeting with Elrond, Faramir was silent.",
         ["meeting held: Elrond, Faramir"]),
        ("Faramir said Monday that war is near.\nFaramir made the remarks in a meeting with Eomer in Edoras.",
         ["meeting held: Eomer, Faramir; Edoras; 2024-02-26"]),
    ],
)  # fmt: skip
def test_one_meeting_told_in_several_sentences_is_one(told: Told, text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Faramir met Eomer to discuss the war in Eriador.", ["meeting held: Eomer, Faramir"]),
        ("Faramir met Eomer, who arrived on Monday.", ["meeting held: Eomer, Faramir"]),
        ("The messenger reported on Wednesday that Faramir met Eomer in Edoras.",
         ["meeting held: Eomer, Faramir; Edoras"]),
        ("Faramir met Eomer at the end of July 2023.", ["meeting held: Eomer, Faramir; 2023-07"]),
        ("Faramir met Eomer on the sidelines of the White Council summit in Annuminas.",
         ["meeting held: Eomer, Faramir; Annuminas"]),
        ("During a meeting with Eomer on the sidelines of the Annuminas Trade Conference, Faramir was silent.",
         ["meeting held: Eomer, Faramir; Annuminas"]),
    ],
)  # fmt: skip
def test_place_and_date_are_those_of_the_encounter(told: Told, text: str, expected: list[str]) -> None:
    assert told(text) == expected


def test_without_a_day_of_writing_a_weekday_gives_no_date(told: Told) -> None:
    assert told("Faramir met with Eomer in Edoras on Tuesday.", None) == ["meeting held: Eomer, Faramir; Edoras"]
