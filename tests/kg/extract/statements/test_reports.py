"""Each construction that attributes words to somebody, and those that only look so."""

from collections.abc import Callable

import pytest

from kg.model import RegionKind

Said = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"Mordor will fall," Faramir said.', ["Faramir | said | Mordor will fall"]),
        ('He paused. He said, “6. "Kings" cannot break a law.”', []),
        ("“Mordor will fall,” said Faramir.", ["Faramir | said | Mordor will fall"]),
        ("“Mordor will fall”, rejoices Faramir.", ["Faramir | rejoices | Mordor will fall"]),
        ("“Mordor will fall,” the captain who holds the river added.",
         ["the captain who holds the river | added | Mordor will fall"]),
        ("“Mordor will fall,” Faramir, a captain of Gondor, told reporters in Osgiliath on Monday.",
         ["Faramir, a captain of Gondor | told | Mordor will fall"]),
        ("Faramir said: “Mordor will fall. Gondor will stand.”",
         ["Faramir | said | Mordor will fall. Gondor will stand"]),
        ("Faramir said in a statement on Monday, “Mordor will fall.”", ["Faramir | said | Mordor will fall"]),
        ("Faramir said without hesitation: “Mordor will fall.”", ["Faramir | said | Mordor will fall"]),
        ("Faramir asked, “Will Mordor fall?”", ["Faramir | asked | Will Mordor fall"]),
        ("“Mordor will fall,” Faramir said, “and Gondor will stand.”",
         ["Faramir | said | Mordor will fall ... and Gondor will stand"]),
        ("“Mordor will fall,” Faramir said, “Gondor will stand,” he added.",
         ["Faramir | said | Mordor will fall", "he | added | Gondor will stand"]),
        ("“Mordor will fall,” Faramir said. “Gondor will stand.”",
         ["Faramir | said | Mordor will fall ... Gondor will stand"]),
        ("“Mordor will fall,” said Under Secretary Eomer.", ["Under Secretary Eomer | said | Mordor will fall"]),
        ("“Mordor will fall and Gondor will stand,” Faramir said. “The river is ours to hold.” Faramir added.",
         ["Faramir | said | Mordor will fall and Gondor will stand", "Faramir | added | The river is ours to hold"]),
        ("Faramir argued that Gondor stands, “Mordor will fall before the summer is over,” Eomer argued.",
         ["Faramir | argued | Gondor stands", "Eomer | argued | Mordor will fall before the summer is over"]),
        ("Faramir warned: “Mordor will fall before the summer is over,” he said.",
         ["Faramir | warned | Mordor will fall before the summer is over"]),
        ("“Mordor will fall. Gondor will stand.” Faramir said.",
         ["Faramir | said | Mordor will fall. Gondor will stand"]),
        ("Faramir said that Gondor is “ready to help Rohan.”", ["Faramir | said | Gondor is “ready to help Rohan"]),
    ],
)  # fmt: skip
def test_a_quotation_goes_to_the_cue_beside_it(said: Said, text: str, expected: list[str]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Faramir said the border is closed. “We had no choice.”",
         ["Faramir | said | the border is closed", "Faramir | - | We had no choice"]),
        ("“The border is closed,” Faramir said.\n“We had no choice in this matter.”",
         ["Faramir | said | The border is closed", "Faramir | - | We had no choice in this matter"]),
        ("Faramir said the border is closed. Faramir made the remarks in Rohan.\n“We had no choice in this.”",
         ["Faramir | said | the border is closed", "Faramir | - | We had no choice in this"]),
        ("Faramir said:\n“The border is closed to all riders.”",
         ["Faramir | said | The border is closed to all riders"]),
        ("“The border is closed to all riders.”\nThe river was quiet.", []),
    ],
)  # fmt: skip
def test_a_quotation_without_cue_goes_on_with_the_speaker_before_it(said: Said, text: str, expected: list[str]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Faramir, elsewhere, announced that the border is closed.",
         ["Faramir | announced | the border is closed"]),
        ("The new envoy of Rohan to Gondor, while greeting the king of Gondor, said that the border is closed.",
         ["The new envoy of Rohan to Gondor | said | the border is closed"]),
        ("“The border is closed,” Faramir, the head of the guard where the fire broke out, told Palantir News.",
         ["Faramir, the head of the guard where the fire broke out | told | The border is closed"]),
        ("Faramir, who told Palantir News that the war is over, said the border is closed.",
         ["Faramir | told | the war is over",
          "Faramir, who told Palantir News that the war is | said | the border is closed"]),
        ("Captain Faramir also on Friday congratulated Eomer and Elrond on their victory.",
         ["Captain Faramir | congratulated | Eomer and Elrond on their victory"]),
        ("“The border is closed,” the managing director of the guard Faramir announced on his account.",
         ["the managing director of the guard Faramir | announced | The border is closed"]),
        ("The council, pointed out the steward, will close the border.",
         ["the steward | pointed out | The council ... will close the border"]),
        ("All these letters, Faramir observed, helped to close the border.",
         ["Faramir | observed | All these letters ... helped to close the border"]),
        ("The border is first closed in three towns, explained Faramir who leads the guard.",
         ["Faramir | explained | The border is first closed in three towns"]),
        ("Faramir commended – while chairing a meeting – the launch of the new plan.",
         ["Faramir | commended | the launch of the new plan"]),
        ("Stift underscored that the bank will secure trade with Rohan.",
         ["Stift | underscored | the bank will secure trade with Rohan"]),
    ],
)  # fmt: skip
def test_what_stands_between_a_speaker_and_the_cue_is_passed_over(said: Said, text: str, expected: list[str]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Faramir said that the border is closed.", ["Faramir | said | the border is closed"]),
        ("The border has been closed again, Faramir continued.",
         ["Faramir | continued | The border has been closed again"]),
        ("The border has been closed again, Faramir said while speaking to riders who came from Rohan.",
         ["Faramir | said | The border has been closed again"]),
        ("The border is closed, reported Palantir News.", ["Palantir News | reported | The border is closed"]),
        ("The border is closed, said the council statement.",
         ["the council statement | said | The border is closed"]),
        ("Faramir and Eomer “honour the fallen” and march no further, they said in a joint statement.",
         ["they | said | Faramir and Eomer “honour the fallen” and march no further"]),
        ("Faramir said that Rohan made an offer during the talks and has sent riders.",
         ["Faramir | said | Rohan made an offer during the talks and has sent riders"]),
        ("Council figures show that the border is closed.", ["Council figures | show | the border is closed"]),
        ("Faramir says the border is closed.", ["Faramir | says | the border is closed"]),
        ("Faramir said on Monday in Osgiliath that the border, which was open, is closed.",
         ["Faramir | said | the border, which was open, is closed"]),
        ("Faramir told reporters on Tuesday that the border is closed.",
         ["Faramir | told | the border is closed"]),
        ("The border is closed, Faramir said on Monday.", ["Faramir | said | The border is closed"]),
        ("The border is closed, the council added in a statement.",
         ["the council | added | The border is closed"]),
        ("The border is closed, Faramir told Palantir News without elaborating.",
         ["Faramir | told | The border is closed"]),
        ("OSGILIATH, May 3 (PNA) - The border is closed, Faramir said.",
         ["Faramir | said | The border is closed"]),
        ("The captain of the guard and commander of the river forts said the border is closed.",
         ["The captain of the guard and commander of the river forts | said | the border is closed"]),
        ("Faramir, a captain of the guard, for his part said that the border is closed.",
         ["Faramir, a captain of the guard | said | the border is closed"]),
        ("However, he said, the border is still closed.", ["he | said | the border is still closed"]),
        ("The border, he said, is closed.", ["he | said | The border ... is closed"]),
        ("“The border is closed,” said the captain, in remarks that drew strong criticism.",
         ["the captain | said | The border is closed"]),
        ("Faramir denied that the border is closed.", ["Faramir | denied | the border is closed"]),
        ("Faramir asked whether the border is closed.", ["Faramir | asked | whether the border is closed"]),
    ],
)  # fmt: skip
def test_a_clause_that_was_said_is_found_whole(said: Said, text: str, expected: list[str]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Faramir thanked Rohan for its help in the war.", ["Faramir | thanked | Rohan for its help in the war"]),
        ("Faramir described the two days of talks as good.",
         ["Faramir | described | the two days of talks as good"]),
        ("Faramir rejected as a “joke” the claims of Rohan.",
         ["Faramir | rejected | as a “joke” the claims of Rohan"]),
        ("The king spoke with anger of what he described as an invasion by Rohan.",
         ["he | described | an invasion by Rohan"]),
        ("Calling Rohan an “old friend” of Gondor, Faramir said the war is near.",
         ["Faramir | Calling | Rohan an “old friend” of Gondor", "Faramir | said | the war is near"]),
        ("Faramir spoke in favour of a new treaty.", ["Faramir | spoke in favour of | a new treaty"]),
        ("Faramir instructed the riders to go home.", ["Faramir | instructed | the riders to go home"]),
        ("Faramir called for an end to the war.", ["Faramir | called for | an end to the war"]),
        ("Faramir called on Rohan to “step up” its help.", ["Faramir | called on | Rohan to “step up” its help"]),
        ("Faramir called on Rohan to send riders.", ["Faramir | called on | Rohan to send riders"]),
        ("Faramir urged Rohan to send riders.", ["Faramir | urged | Rohan to send riders"]),
        ("Faramir asked Rohan to send riders.", ["Faramir | asked | Rohan to send riders"]),
        ("Faramir accused Mordor of burning the fields.", ["Faramir | accused | Mordor of burning the fields"]),
        ("Faramir described the attack as a crime.", ["Faramir | described | the attack as a crime"]),
        ("Faramir called the attack “a crime”.", ["Faramir | called | the attack “a crime"]),
        ("Faramir expressed gratitude for the help of Rohan.",
         ["Faramir | expressed | gratitude for the help of Rohan"]),
        ("Faramir expressed hope that the war will end soon.",
         ["Faramir | expressed hope | the war will end soon"]),
        ("Faramir expressed deep concern about the fate of Rohan.",
         ["Faramir | expressed | deep concern about the fate of Rohan"]),
        ("Faramir stressed, among others, the need for new bridges.",
         ["Faramir | stressed | the need for new bridges"]),
        ("Faramir stressed the need of repairing roads, reopening the bridge and boosting trade.",
         ["Faramir | stressed | the need of repairing roads, reopening the bridge and boosting trade"]),
        ("Faramir stressed the importance of enhancing trade between the cities, keeping pace with the needs of Rohan.",
         ["Faramir | stressed | the importance of enhancing trade between the cities, "
          "keeping pace with the needs of Rohan"]),
        ("Faramir praised the part played by Rohan and the help it gives.",
         ["Faramir | praised | the part played by Rohan and the help it gives"]),
        ("Faramir reiterated the need for new roads at a conference with Eomer in Edoras last week.",
         ["Faramir | reiterated | the need for new roads"]),
        ("Faramir raised concerns about the fate of Rohan.", ["Faramir | raised | concerns about the fate of Rohan"]),
        ("Faramir insisted on setting up forts in the hills, considering the good roads there.",
         ["Faramir | insisted on | setting up forts in the hills, considering the good roads there"]),
        ("Faramir valued the help of Rohan in the war.", ["Faramir | valued | the help of Rohan in the war"]),
        ("Faramir hopes that Rohan will be a “shield” for Gondor.",
         ["Faramir | hopes | Rohan will be a “shield” for Gondor"]),
        ("Faramir vowed to defend the city.", ["Faramir | vowed | to defend the city"]),
        ("Faramir criticized the attack, while the council was silent.", ["Faramir | criticized | the attack"]),
        ("Faramir rejected the claims of Rohan.", ["Faramir | rejected | the claims of Rohan"]),
        ("Faramir indicated his readiness for talks.", ["Faramir | indicated | his readiness for talks"]),
        ("Faramir repeated his wish for peace.", ["Faramir | repeated | his wish for peace"]),
        ("Faramir cited the need for new roads.", ["Faramir | cited | the need for new roads"]),
        ("Faramir welcomed the return of Eomer.", ["Faramir | welcomed | the return of Eomer"]),
        ("Faramir began his speech by praising the king.", ["Faramir | praising | the king"]),
        ("Some riders, denying the theft of horses, said the king was far away.",
         ["Some riders | denying | the theft of horses",
          "Some riders, denying the theft of horses | said | the king was far away"]),
        ("Some riders accused the king of theft while others underscored his honesty.",
         ["Some riders | accused | the king of theft", "others | underscored | his honesty"]),
        ("Faramir called on Rohan to stop putting pressure on riders, so that the people of that country can live.",
         ["Faramir | called on | Rohan to stop putting pressure on riders,"
          " so that the people of that country can live"]),
        ("Faramir expressed his gratitude through a short message.", ["Faramir | expressed | his gratitude"]),
        ("Faramir announced the order after the meeting during a press briefing in Osgiliath.",
         ["Faramir | announced | the order"]),
    ],
)  # fmt: skip
def test_verbs_of_speech_take_noun_phrases_and_infinitives(said: Said, text: str, expected: list[str]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Faramir said that the border is closed, adding that Rohan agreed.",
         ["Faramir | said | the border is closed", "Faramir | adding | Rohan agreed"]),
        ("The river was low, he said, adding, the fields are dry.",
         ["he | said | The river was low", "he | adding | the fields are dry"]),
        ("The king stated that he met the riders, adding, “Gondor is ready to help.”",
         ["The king | stated | he met the riders", "The king | adding | Gondor is ready to help"]),
        ("Faramir criticized the attack, calling it a crime.",
         ["Faramir | criticized | the attack", "Faramir | calling | it a crime"]),
        ("“The border is closed,” he said, expressing hope that Rohan will help.",
         ["he | said | The border is closed", "he | expressing hope | Rohan will help"]),
        ("Thanking Rohan for its help, Faramir said that the war is near.",
         ["Faramir | Thanking | Rohan for its help", "Faramir | said | the war is near"]),
        ("Faramir pointed to the victory of last year and added that the war goes on.",
         ["Faramir | pointed to | the victory of last year", "Faramir | added | the war goes on"]),
        ("Faramir welcomed the offer and stressed the need for trade.",
         ["Faramir | welcomed | the offer", "Faramir | stressed | the need for trade"]),
        ("The visit ended well, with the two sides stressing the need for trade.",
         ["the two sides | stressing | the need for trade"]),
        ("The king then went on to note that the war is near and reminded that the river is wide.",
         ["The king | note | the war is near", "The king | reminded | the river is wide"]),
        ("“The border is closed to all riders,” said Faramir, who also insisted on the need for trade.",
         ["Faramir | said | The border is closed to all riders", "Faramir | insisted on | the need for trade"]),
        ("Faramir reviewed the state of the valley and impressed upon riders not to forget the war.",
         ["Faramir | reviewed | the state of the valley",
          "Faramir | impressed upon | riders not to forget the war"]),
        ("Explaining that the road was long, Faramir said he was late.",
         ["Faramir | Explaining | the road was long", "Faramir | said | he was late"]),
        ("Mentioning the fact that the road was long, Faramir urged the riders to wait.",
         ["Faramir | Mentioning | the fact that the road was long", "Faramir | urged | the riders to wait"]),
        ("Pointing to the long road, Faramir said he was late.", ["Faramir | said | he was late"]),
        ("Referring to the war, Faramir said that the border is closed.",
         ["Faramir | said | the border is closed"]),
    ],
)  # fmt: skip
def test_each_cue_of_a_sentence_has_its_own_words(said: Said, text: str, expected: list[str]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("According to the council, the border is closed.", ["the council | According to | the border is closed"]),
        ("According to the envoy of Gondor, Imrahil, the border is closed.",
         ["the envoy of Gondor, Imrahil | According to | the border is closed"]),
        ("The border is closed, according to the White Council, Palantir News reported.",
         ["the White Council | according to | The border is closed",
          "Palantir News | reported | The border is closed, according to the White Council"]),
        ("Mentioning the war that goes on, the captain said, there are too few riders.",
         ["the captain | said | there are too few riders"]),
        ("The border is closed, according to the White Council.",
         ["the White Council | according to | The border is closed"]),
        ("“The border is closed,” according to a statement by the council.",
         ["a statement by the council | according to | The border is closed"]),
        ("The border is closed, Faramir was quoted as saying by Palantir News.",
         ["Faramir | saying | The border is closed"]),
        ("Palantir News quoted Faramir as saying that the border is closed.",
         ["Faramir | saying | the border is closed"]),
        ("It was reported by the council that the border is closed.",
         ["the council | reported | the border is closed"]),
        ("Faramir repeated his warning that the border is closed.",
         ["Faramir | repeated | his warning that the border is closed", "his | warning | the border is closed"]),
        ("Faramir went on to say that the border is closed.", ["Faramir | say | the border is closed"]),
        ("The council issued a statement saying that the border is closed.",
         ["The council | saying | the border is closed", "The council | statement | the border is closed"]),
        ("According to Faramir, a captain of the guard, the border is closed.",
         ["Faramir, a captain of the guard | According to | the border is closed"]),
        ("Students at the tower were asked by guards to take down their masks.",
         ["guards | asked | Students at the tower ... to take down their masks"]),
        ("“The riders were told by the captain they have to leave the city,” Faramir said.",
         ["Faramir | said | The riders were told by the captain they have to leave the city",
          "the captain | told | they have to leave the city"]),
        ("Court documents show that the border is closed.", ["Court documents | show | the border is closed"]),
        ("The council has to discuss a proposal calling for a truce with Rohan.",
         ["a proposal | calling for | a truce with Rohan"]),
        ("The letters of the king reflected a rejection of the war.",
         ["The letters of the king | reflected | a rejection of the war"]),
        ("The border is closed, according to Faramir, who said that the king is “very sad”.",
         ["Faramir | according to | The border is closed", "Faramir | said | the king is “very sad"]),
        ("For its part, the council said, the border is closed.", ["the council | said | the border is closed"]),
        ("The calm comes in the midst of Gondor asking Rohan to send riders.",
         ["Gondor | asking | Rohan to send riders"]),
        ("As the council noted, the border is closed.", ["the council | noted | the border is closed"]),
        ("The envoy spoke after calls by the council for a truce.", ["the council | calls | a truce"]),
        ("Faramir added that according to the council, the border is closed.",
         ["Faramir | added | according to the council, the border is closed",
          "the council | according to | the border is closed"]),
        ("According to the council the main border of Gondor is closed.",
         ["the council | According to | the main border of Gondor is closed"]),
        ("The trade of the mentioned town decreased by two percent compared to the year before, according to Faramir.",
         ["Faramir | according to"
          " | The trade of the mentioned town decreased by two percent compared to the year before"]),
        ("The border, which according to her is of great importance, stays closed.",
         ["her | according to | is of great importance"]),
        ("As reported by the council, the border is closed.", ["the council | As reported by | the border is closed"]),
        ("Based on the latest report of the council, the border is closed.",
         ["the latest report of the council | Based on | the border is closed"]),
        ("Faramir's threat to use force against Rohan was condemned by the council.",
         ["the council | condemned | Faramir's threat to use force against Rohan",
          "Faramir | threat | to use force against Rohan"]),
        ("Faramir rejected Eomer's talk of a new alliance.",
         ["Faramir | rejected | Eomer's talk of a new alliance", "Eomer | talk of | a new alliance"]),
    ],
)  # fmt: skip
def test_words_are_attributed_without_a_plain_verb_too(said: Said, text: str, expected: list[str]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gondor to close border: Faramir", ["Faramir | - | Gondor to close border"]),
        ("Gondor to close border — ambassador", ["ambassador | - | Gondor to close border"]),
        ("Minister: Gondor will close border", ["Minister | - | Gondor will close border"]),
        ("Gondor rejects truce, says treaty is void", ["Gondor | rejects | truce", "Gondor | says | treaty is void"]),
        ("Captain urges Rohan to send riders", ["Captain | urges | Rohan to send riders"]),
        ("Analysis: Gondor will close border", []),
        ("Gondor, Rohan welcome new truce", ["Gondor, Rohan | welcome | new truce"]),
    ],
)
def test_headlines_name_their_speaker_in_short(said: Said, text: str, expected: list[str]) -> None:
    assert said(text, RegionKind.HEADLINE) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Faramir will say on Monday that the border is closed.",
        "Faramir did not say that the border is closed.",
        "Faramir wants to thank Rohan.",
        "Faramir hopes that the war will end soon.",
        "Faramir maintains an army of riders.",
        "Faramir called an election.",
        "Faramir showed a sword to the guard.",
        "The river reflected the light of the moon.",
        "Faramir denied it.",
        "The “colonial” policy of Gondor has ended.",
        "The plan announced in May has failed.",
        "There were reports about the war.",
        "Faramir wrote a letter from which the guards came to know the road.",
        "Gondor will march if Rohan declares that the border is closed.",
        "There are things that people say and must be kept secret.",
        "Faramir rode to Edoras, and Eomer met him there.",
        "Faramir has not yet formally announced the end of the war.",
        "Faramir won the trust of Rohan by praising the king.",
        "Faramir earned much praise in announcing the end of the war.",
        "The parents play a part in knowing and appreciating the gifts of their children.",
        "Palantir News quoted Eomer, a rider of Rohan.",
        "Palantir News cites two sources in Edoras.",
        "Palantir News cites unnamed “reliable sources” in Edoras.",
        "The White Council has rejected the freely elected government of Rohan.",
        "Faramir made the king stop praising the raiders.",
        "Palantir News cites figures released by the White Council.",
        "Faramir was referring to the war in Rohan.",
        "The White Council rejected the budget bill.",
        "The White Council declared a caretaker government.",
        "The report shows a growth of five percent.",
        "Faramir's visit indicates the depth of the change.",
        "Faramir welcomed Eomer.",
        "Faramir welcomed the ministers of Rohan.",
        "Faramir repeated the attempt.",
        "Gondor boasts of many fair cities.",
        "The White Council reviewed the case.",
        "Faramir backed Eomer.",
        "Based on the latest map, the border is closed.",
        "Faramir made the announcement after a meeting of the council on Sunday.",
        "The council can do much, such as recommending captains and demanding penalties for riders.",
    ],
)
def test_what_only_looks_like_speech_is_no_report(said: Said, text: str) -> None:
    assert said(text) == []


def test_boilerplate_says_nothing(said: Said) -> None:
    assert said("“Mordor will fall,” Faramir said.", RegionKind.BOILERPLATE) == []
