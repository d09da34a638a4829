"""From reports to statements: who speaks, who relays, to whom and where it was said."""

from collections.abc import Callable

import pytest

from kg.extract.statements import Statements
from kg.model import Meeting, Span, Statement, StatementKind

Find = Callable[..., Statements]
MeetingOf = Callable[..., Meeting]


def _voices(found: Statements) -> list[tuple[str, str | None]]:
    names = {actor.key: actor.description for actor in found.unnamed}
    return [(names.get(s.speaker, s.speaker), s.relayed_by) for s in found.statements]


def _only(found: Statements) -> Statement:
    (statement,) = found.statements
    return statement


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Faramir said the war is near.", [("person:1", None)]),
        ("Gondor said the war is near.", [("country:XG", None)]),
        ("Faramir and Eomer said the war is near.", [("person:1", None), ("person:2", None)]),
        ("Faramir met Eomer. The two riders said the war is near.", [("person:1", None), ("person:2", None)]),
        ("On May 3, Gondor, Rohan and the White Council said the war is near.",
         [("country:XG", None), ("country:XR", None), ("organization:1", None)]),
        ("A senior official said the war is near.", [("senior official", None)]),
        ("On Thursday, Gondor, Rohan and the White Council said the war is near.",
         [("country:XG", None), ("country:XR", None), ("organization:1", None)]),
        ("45 per cent of the riders said the war is near.", [("riders", None)]),
        ("The White Council is at home in Rohan, where it claims to have many riders.", [("organization:1", None)]),
        ("Gondor said the war is near. The White Council waited in Rohan when it said the war is over.",
         [("country:XG", None), ("organization:1", None)]),
        ("The war is near, the Minas Herald reported.", [("Minas Herald", None)]),
        ("Diplomats said the war is near. The diplomats warned of famine.",
         [("Diplomats", None), ("Diplomats", None)]),
        ("A report at Palantir News said the war is near.", [("organization:2", None)]),
        ("Palantir News said the war is near. It noted that Rohan is far.",
         [("organization:2", None), ("organization:2", None)]),
        ("Faramir's family said the war is near.", [("Faramir's family", None)]),
        ("Captain Faramir on the radio said the war is near.", [("person:1", None)]),
        ("A spokesman for Captain Faramir said the war is near.", [("spokesman for Captain Faramir", None)]),
        ("The press service of the White Council smiled. The war is near, the press service said.",
         [("organization:1", None)]),
        ("Eomer smiled. His spokesman said the war is near.", [("His spokesman", None)]),
        ("The king's spokesman said the war is near. The White Council's Eomer said peace is far.",
         [("king's spokesman", None), ("person:2", None)]),
        ("Captain Faramir's press wing said the war is near.", [("Captain Faramir's press wing", None)]),
        ("A number of riders said the war is near.", [("riders", None)]),
        ("The Mines Ministry said the war is near.", [("Mines Ministry", None)]),
        ("The Palantir News television station said the war is near.", [("organization:2", None)]),
        ("A letter sent by a council of Gondor's riders said the war is near.",
         [("letter sent by a council of Gondor's riders", None)]),
        ("The White Council ruling party marched. According to the ruling party, the war is near.",
         [("organization:1", None)]),
        ("Faramir said that many riders claimed that the war is near.", [("person:1", None)]),
        ("Ministers Faramir of Gondor and Eomer of Rohan said the war is near.",
         [("person:1", None), ("person:2", None)]),
        ("In a joint statement, Ministers Faramir of Gondor, Eomer of Rohan and Elrond said the war is near.",
         [("person:1", None), ("person:2", None), ("person:3", None)]),
        ("The ministers of Gondor and Rohan, Faramir and Eomer, said the war is near.",
         [("person:1", None), ("person:2", None)]),
        ("Faramir, a captain of riders, and Eomer, his friend, said the war is near.",
         [("person:1", None), ("person:2", None)]),
        ("In talks with Faramir of Gondor, Eomer said the war is near.", [("person:2", None)]),
        ("Faramir, Eomer and Elrond said the war is near.",
         [("person:1", None), ("person:2", None), ("person:3", None)]),
        ("Some said the war is near. Others denied that Rohan is far.", [("Some", None), ("Others", None)]),
        ("Faramir said Rohan would not wait, but insisted that the war is near.",
         [("person:1", None), ("person:1", None)]),
        ("Faramir hit back by saying that northern riders follow Rohan, and accused Eomer of treason.",
         [("person:1", None), ("person:1", None)]),
        ("Faramir said the war is near, while Rohan summoned Eomer and warned that the riders are late.",
         [("person:1", None), ("country:XR", None)]),
        ("They met Rohan, whose minister announced his departure.", [("minister", None)]),
        ("A senior White Council official said the war is near.", [("senior White Council official", None)]),
        ("A ferryman said the war is near. The hydrologists denied that the river is low.",
         [("ferryman", None), ("hydrologists", None)]),
        ("I said the war is near.", []),
        ("Faramir's letters show that the war is near.", [("person:1", None)]),
        ("Faramir, who came with riders to Gondor, also called for a long peace.", [("person:1", None)]),
        ("The sky said the war is near.", []),
        ("The sky of diplomats said the war is near.", []),
        ("The visit by a minister highlighted the need for peace.", []),
        ("The war is near, according to a recent announcement by a minister.",
         [("recent announcement by a minister", None)]),
        ("A spokesman for Faramir, Captain Eomer, said the war is near.", [("person:2", None)]),
        ("Captain Faramir, who had come with Captain Eomer, told the Mark that the war is near.", [("person:1", None)]),
    ],
)  # fmt: skip
def test_the_speaker_is_an_actor_or_a_description_of_somebody(
    statements: Find, text: str, expected: list[tuple[str, str | None]]
) -> None:
    assert _voices(statements(text)) == expected


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("The White Council met in May. The council said the war is near.", ["organization:1"]),
        ("The White Council met in May. The council's statement said the war is near.", ["organization:1"]),
        ("The White Council said Rohan is far. The organization warned of famine.",
         ["organization:1", "organization:1"]),
        ("A master of riders in the north, Faramir, said the war is near.", ["person:1"]),
        ("Eomer's steward, Faramir, said the war is near.", ["person:1"]),
        ("The steward, Faramir, QC, said the war is near.", ["person:1"]),
        ("“The war is near,” Faramir's letter to Eomer said.", ["person:1"]),
        ("Palantir News quoted Faramir as saying the war is near. The report added that Rohan is far.",
         ["person:1", "organization:2"]),
        ("Faramir said Rohan is far. The war is near, Palantir News reported. The river is low, he said.",
         ["person:1", "organization:2", "person:1"]),
        ("Many of the riders said the war is near.", ["riders"]),
        ("The ministry's website said the king had said the war is near.", ["king"]),
        ("The White Council met. The council in a statement on Monday said the war is near.", ["organization:1"]),
        ("The White Council met in May. The war is near, said the council statement.", ["organization:1"]),
        ("Palantir News came out in May. The war is near, according to the daily.", ["organization:2"]),
        ("The White Council met in May. The stone council said the war is near.", ["stone council"]),
        ("Faramir said in a joint statement that Rohan is far. The statement said the war is near.",
         ["person:1", "person:1"]),
        ("The White Council issued a letter in May. The letter said the war is near.", ["organization:1"]),
        ("A letter issued by the White Council came in May. The letter said the war is near.", ["organization:1"]),
        ("Faramir said in a statement that Rohan is far. The Elvish declaration said the war is near.",
         ["person:1", "Elvish declaration"]),
        ("They met the administrator of the mint, Eomer. The war is near, according to its administrator.",
         ["person:2"]),
        ("They met Eomer, a historian in Rohan. The historian said the war is near.", ["person:2"]),
        ("They met Eomer, a historian, and Elrond, a historian. The historian said the war is near.", ["historian"]),
        ("Both Faramir and Eomer said the war is near.", ["person:1", "person:2"]),
        ("Both the Gondor and Rohan governments said the war is near.", ["country:XG", "country:XR"]),
        ("Wary Gondor and Rohan governments said the war is near.", ["country:XG", "country:XR"]),
        ("Gondor and Rohan, two parties to the old treaty, said the war is near.", ["country:XG", "country:XR"]),
        ("Riders who spoke to Palantir News said the war is near.", ["Riders"]),
        ("Gondor's radio station said the war is near.", []),
        ("According to Gondor's Channel 5, the war is near.", ["Gondor's Channel 5"]),
        ("The war is near, Palantir News quoted Captain Faramir, as saying on Monday.", ["person:1"]),
        ("Palantir News came out in May. The Elvish Dawn newspaper said the war is near.", ["Elvish Dawn newspaper"]),
        ("Faramir said Rohan is far. The former secretary of the Gondorian council said the war is near.",
         ["person:1", "person:1"]),
        ("Faramir said Rohan is far. The producer said the war is near.", ["person:1", "person:1"]),
        ("Faramir said Rohan is far. The lawmaker said the war is near.", ["person:1", "person:1"]),
        ("Faramir said Rohan is far. A lawmaker said the war is near. The lawmaker warned of famine.",
         ["person:1", "lawmaker", "lawmaker"]),
        ("Faramir quoted Eomer as saying the war is near. The lawmaker warned of famine.", ["person:2", "person:1"]),
        ("Faramir said Rohan is far. The king said the war is near.", ["person:1", "king"]),
        ("Gondor said Rohan is far. It said the war is near.", ["country:XG", "country:XG"]),
        ("Faramir said Rohan is far. It said the war is near.", ["person:1"]),
        ("Palantir News noted that Eomer accused Rohan of theft. The river is low, the report added.",
         ["person:2", "organization:2"]),
        ("Faramir said the border is closed.\nFaramir is a cheerful man.\n“I am full of hope.”",
         ["person:1", "person:1"]),
        ("Faramir said the border is closed.\nThe river is wide.\n“I am full of hope.”", ["person:1"]),
        ("“The war is near,” the riders said in May.\n“Rohan is far.”", ["riders", "riders"]),
        ("The White Council denounced the raid, according to Palantir News. It said the war is near.",
         ["organization:1", "organization:1"]),
        ("The White Council denounced the raid. Faramir said Rohan is far. The group said the war is near.",
         ["organization:1", "person:1", "organization:1"]),
        ("Riders have come from the north. They said the war is near.", ["Riders"]),
        ("Faramir has come from the north. They said the war is near.", []),
        ("A police official said the war is near. Police warned of famine.", ["police official", "Police"]),
        ("They met the governor, Eomer. His Highness the governor said the war is near.", ["person:2"]),
        ("They met the governor, Eomer. HRH the governor said the war is near.", ["person:2"]),
        ("White Council Chief-Rider Faramir said the war is near.", ["person:1"]),
        ("Faramir said Rohan is far. Mrs Elrond said Rohan is near. “The war is near,” he added.",
         ["person:1", "person:3", "person:1"]),
        ("“The White Council welcomes the plan,” a rider told Faramir.", ["rider", "organization:1"]),
        ("A European diplomat said Rohan is far. Gondor's top diplomat told Elrond the war is near.",
         ["European diplomat", "person:1"]),
        ("A senior U.S. official said Rohan is far. Faramir called Eomer. The U.S. official said the war is near.",
         ["senior U.S. official", "senior U.S. official"]),
        ("“The war is near,” said Eomer of the White Council, who called the truce a small but useful step.",
         ["person:2", "person:2"]),
        ("A Rohan official said the war is near. The Gondor official warned of famine.",
         ["Rohan official", "Gondor official"]),
        ("They met Faramir near an embassy in Rohan. The embassy said the war is near.", ["embassy"]),
        ("“The war is near,” Faramir said, according to Palantir News. The historian warned of famine.",
         ["person:1", "person:1"]),
        ("A letter by riders came in May. Faramir said Rohan is far. The letter by the riders said the war is near.",
         ["person:1", "letter by the riders"]),
        ("Faramir said Rohan is far. The top Gondor diplomat said the war is near.", ["person:1", "person:1"]),
        ("“The war is near,” Faramir said, Palantir News reported. “Rohan is far.”", ["person:1"]),
        ("They met Eomer. A spokesman said the war is near. Eomer said Rohan is far. The spokesman warned of famine.",
         ["spokesman", "person:2", "spokesman"]),
        ("Faramir has shown the treaty. “The war is near,” the leader of the party said.", ["person:1"]),
        ("Faramir has shown his book. The retired boxer said the war is near.", ["person:1"]),
        ("Faramir has met Eomer. “The war is near,” the leader of the party said.", ["leader of the party"]),
        ("A captain of the guard said the war is near. They said Rohan is far.",
         ["captain of the guard", "captain of the guard"]),
        ("A letter by the Chief Steward, Faramir, said the war is near. Eomer said Rohan is far. The CS warned of"
         " famine.", ["person:1", "person:2", "person:1"]),
        ("Faramir said the hall was characterized by heavy dust, adding that Eomer would clean it.",
         ["person:1", "person:1"]),
        ("The council warned of famine, Palantir News reported. Gondor said Rohan is far, the report said."
         " The war is near, it said.", ["council", "country:XG", "organization:2"]),
        ("Faramir has met Eomer. The latter said the war is near. The former warned of famine.",
         ["person:2", "person:1"]),
        ("White Council rider Faramir and other captains said the war is near.", ["person:1"]),
        ("A rider, who was tired, met Faramir in Bree. “The war is near,” he said.", ["rider"]),
        ("Eomer left. A rider laughed: the war, he said, is near.", ["rider"]),
        ("The last rider was Faramir. “The war is near,” he said.", ["person:1"]),
        ("Faramir spoke. Eomer's press secretary in Bree said the war is near. “We wait,” she said.",
         ["Eomer's press secretary in Bree"] * 2),
        ("Faramir met Eomer, the foreign ministry in Bree said.", ["foreign ministry in Bree"]),
        ("“The war is near,” a statement issued after talks with the White Council said.",
         ["statement issued after talks with the White Council"]),
        ("The war is near, a Gondor readout said.", ["country:XG"]),
        ("Elrond of the House in Bree said the war is near.", ["person:3"]),
        ("Some within the council said the war is near.", ["Some within the council"]),
        ("Eomer said Rohan is far. “Faramir will ride home,” the official said. He added that the war is near.",
         ["person:2"] * 3),
        ("Gondor and Rohan, the two Eastern realms, said the war is near.", ["country:XG", "country:XR"]),
        ("Rohan is at war. The country said the war is near.", ["country:XR"]),
        ("Gondor said Rohan is far. The country warned of famine.", ["country:XG", "country:XG"]),
        ("Some northern countries said the war is near.", ["northern countries"]),
        ("The riders' horses confirmed that the war is near.", []),
        ("More than 85 per cent of the riders said the war is near.", ["riders"]),
        ("Another 45 per cent said the war is near.", ["Another 45 per cent"]),
        ("Faramir said Rohan is far. The goalkeeper warned of famine.", ["person:1", "person:1"]),
        ("They rode to Gondor. The federal government said the war is near.", ["country:XG"]),
        ("They rode from Gondor to Rohan. The government said the war is near.", ["government"]),
        ("Rohan's embassy in Gondor issued a letter saying Elrond is ill. The letter said the war is near.",
         ["Rohan's embassy in Gondor", "Rohan's embassy in Gondor"]),
        ("A letter issued by Gondor's White Council came in May. The letter said the war is near.", ["organization:1"]),
        ("Rohan is far, as per a release by the White Council. Faramir warned of famine. The release said A is late.",
         ["organization:1", "person:1", "organization:1"]),
        ("A White Council statement said Rohan is far. Faramir warned of famine. The statement said the war is near.",
         ["organization:1", "person:1", "organization:1"]),
        ("A letter by riders said Rohan is far, Palantir News reported. The letter said the war is near.",
         ["letter by riders", "letter by riders"]),
        ("Palantir News came out in May. The war is near, according to the daily Ithil.", ["daily Ithil"]),
        ("Palantir News came out in May. The mining agency said the war is near.", ["mining agency"]),
        ("Amnesty International met in May. The war is near, the rights group said.", ["organization:3"]),
        ("The White Council met in May. The war is near, the rights group said.", ["rights group"]),
        ("The Ministry of Stone met in May. The Rohan ministry said the war is near.", ["organization:4"]),
        ("The Ministry of Stone met in May. The Gondor ministry said the war is near.", ["Gondor ministry"]),
        ("The ruling White Council met in May. The ruling council said the war is near.", ["organization:1"]),
        ("Captain Faramir from the opposition White Council said the war is near.", ["person:1"]),
        ("Faramir said Rohan is far. The archaeologist warned of famine.", ["person:1", "person:1"]),
        ("The White Council said Rohan is far. The regional body warned of famine.", ["organization:1"] * 2),
        ("The White Council said Rohan is far. The mining watchdog warned of famine.", ["organization:1"] * 2),
        ("Durin Mines met in May. The mining firm said the war is near.", ["mining firm"]),
        ("Durin Mines met the White Council in May. The company said the war is near.", ["organization:5"]),
        ("Durin Mines met in May. The Dwarvish company said the war is near.", ["Dwarvish company"]),
        ("A letter issued in May by Faramir said Rohan is far. It warned of famine.", ["person:1", "person:1"]),
        ("A letter from the north came in May. It said the war is near.", ["letter from the north"]),
        ("A journey to the north came to nothing. It said the war is near.", []),
        ("The White Council said Rohan is far. “The war is near,” they added.", ["organization:1"] * 2),
        ("The Palantir News came. The embassy said the war is near.", ["embassy"]),
        ("Faramir, chief of the stone council, said Elrond is ill. The stone chief warned of famine.",
         ["person:1", "person:1"]),
        ("Eomer said Elrond is ill. The stone chief warned of famine.", ["person:2", "person:3"]),
        ("Faramir said Rohan is far. The council's board member warned of famine.", ["person:1", "person:1"]),
        ("Faramir said Rohan is far. The White Council member warned of famine.", ["person:1", "White Council member"]),
        ("Faramir said Rohan is far. The White Council commander-in-chief warned of famine.", ["person:1", "person:1"]),
    ],
)  # fmt: skip
def test_a_common_noun_goes_back_to_whom_the_text_has_named(statements: Find, text: str, speakers: list[str]) -> None:
    assert [speaker for speaker, _ in _voices(statements(text))] == speakers


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("The war is near, a senior official said. Faramir made the remarks in Rohan. “Rohan is far,” Faramir said.",
         ["person:1", "person:1"]),
        ("The war is near, a provincial director said. Winter is mild. Rohan is far, Faramir said.",
         ["person:1", "person:1"]),
        ("The war is near, a provincial director said. Faramir, the head of the mint, warned of famine.",
         ["person:1", "person:1"]),
        ("A senior official said the war is near. President Faramir warned of famine.",
         ["senior official", "person:1"]),
        ("A senior official said the war is near. Faramir, secretary of the White Council, warned of famine.",
         ["person:1", "person:1"]),
        ("A local leader said the war is near. Faramir, officer-in-charge of the gate, warned of famine.",
         ["local leader", "person:1"]),
        ("A Gondor official said the war is near. Rohan director Faramir warned of famine.",
         ["Gondor official", "person:1"]),
        ("They met Faramir. An official said the war is near. Faramir warned of famine.", ["official", "person:1"]),
        ("A Gondor representative to the White Council said the war is near. After talks with Rohan, Ambassador Faramir"
         " warned of famine.", ["person:1", "person:1"]),
        ("A captain said the war is near, Palantir News wrote. Captain Faramir warned of famine.",
         ["person:1", "person:1"]),
        ("The war is near, a health minister said. Foreign Minister Faramir warned of famine.",
         ["health minister", "person:1"]),
        ("A spokesman said the war is near. Captain Faramir warned of famine.", ["spokesman", "person:1"]),
        ("Officials said the war is near. Faramir warned of famine.", ["Officials", "person:1"]),
        ("A witness said the war is near. Faramir warned of famine.", ["witness", "person:1"]),
        ("One diplomat said the war is near. Faramir, the envoy of Rohan, warned of famine.",
         ["One diplomat", "person:1"]),
        ("Rohan said A is far. Rohan said B is far. Rohan said C is far. A senior official said the war is near."
         " Faramir warned of famine.", [*["country:XR"] * 3, "person:1", "person:1"]),
        ("A captain said the war is near. “The road to Elrond is closed,” Faramir said.", ["person:1", "person:1"]),
        ("A captain who asked not to be named said the war is near. Captain Faramir warned of famine.",
         ["captain", "person:1"]),
        ("A spokesman for Denethor said the war is near. The White Council's spokesman Eomer told riders it is late.",
         ["spokesman for Denethor", "person:2"]),
    ],
)  # fmt: skip
def test_who_is_described_first_is_who_is_named_right_after(statements: Find, text: str, speakers: list[str]) -> None:
    assert [speaker for speaker, _ in _voices(statements(text))] == speakers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Palantir News reported that Faramir said the war is near.", [("person:1", "organization:2")]),
        ("Palantir News reported that “Faramir expressed readiness to help Rohan in the war.”",
         [("person:1", "organization:2")]),
        ("Faramir said the war is near, Palantir News reported.", [("person:1", "organization:2")]),
        ("Faramir said the war is near, according to the White Council.", [("person:1", "organization:1")]),
        ("The war is near, Faramir told Palantir News.", [("person:1", "organization:2")]),
        ("The war is near, Faramir was quoted as saying by Palantir News.", [("person:1", "organization:2")]),
        ("Palantir News quoted Faramir as saying that the war is near.", [("person:1", "organization:2")]),
        ("Faramir conveyed to Elrond the greetings of Eomer and his wishes for peace.", [("person:2", "person:1")]),
        ("Faramir conveyed Eomer's warm greetings to Elrond.", [("person:2", "person:1")]),
        ("Faramir conveyed greetings from Captain Eomer and King Elrond.",
         [("person:2", "person:1"), ("person:3", "person:1")]),
        ("Faramir extended Eomer's warm greetings to Elrond.", [("person:2", "person:1")]),
        ("Faramir conveyed a message from her council. Eomer smiled.", [("person:1", None)]),
        ("Faramir said his country hopes that “peace” is near.", [("person:1", None)]),
        ("Faramir, a spokesman for the king, told riders that the claim by Eomer that the war is near is a lie.",
         [("person:1", None), ("person:2", "person:1")]),
        ("The war is near, according to Palantir News.", [("organization:2", None)]),
        ("Speaking to a crowd of riders in the great hall on Monday, Faramir called for peace, Palantir News reported.",
         [("person:1", "organization:2")]),
        # Both add something of their own.
        ("Faramir said the war, as all in the city of kings now know, is near and Gondor claimed that peace is far.",
         [("person:1", None), ("country:XG", "person:1")]),
        # Who only tells what a person said passes it on, unless in a quotation; for what others said a person answers.
        ("Faramir said Faramir and Elrond vowed to defend Rohan.",
         [("person:1", None), ("person:1", None), ("person:3", "person:1")]),
        ("Faramir said Eomer and Elrond vowed to defend Rohan.",
         [("person:2", "person:1"), ("person:3", "person:1")]),
        ("“Eomer vowed to defend Rohan,” Faramir said.", [("person:1", None), ("person:2", "person:1")]),
        ("Eomer met the riders of Gondor in the great hall and called for peace, the White Council said.",
         [("person:2", "organization:1")]),
        ("According to Faramir, Eomer rode from the great hall to meet the riders and called for peace.",
         [("person:2", "person:1")]),
        ("The spokesman Faramir said Eomer vowed to defend Rohan.", [("person:2", "person:1")]),
        ("The spokesman Faramir came. “Eomer has always vowed to defend Rohan,” Faramir said.",
         [("person:1", None), ("person:2", "person:1")]),
        # So are voices without a name inside somebody's words.
        ("Faramir said the riders claimed that peace is near.", [("person:1", None), ("riders", "person:1")]),
        ("The White Council said the riders claimed that peace is near.",
         [("organization:1", None), ("riders", "organization:1")]),
        ("A ministry met. “Faramir claimed that peace is near,” it said.", [("person:1", None)]),
        ("A captain said the riders claimed that peace is near.", [("captain", None), ("riders", None)]),
        ("The war is near, Palantir News reported, citing officials.", [("officials", "organization:2")]),
        ("The press, citing Faramir's riders, reports the war is near.", [("Faramir's riders", None)]),
        ("Citing Captain Faramir, Palantir News said, “The war is near.”", [("person:1", "organization:2")]),
        ("The war is near, Faramir said, citing riders.", [("person:1", None)]),
        ("Palantir News reported that diplomats said the war is near.", [("diplomats", "organization:2")]),
    ],
)  # fmt: skip
def test_who_only_passes_words_on_is_their_relay(
    statements: Find, text: str, expected: list[tuple[str, str | None]]
) -> None:
    assert _voices(statements(text)) == expected


@pytest.mark.parametrize(
    ("headline", "text", "expected"),
    [
        ("Gondor ready for war: stone chief", "Faramir, chief of the stone council, rode home.", ["person:1"]),
        ("Gondor ready for war: intelligence diplomat", "Eomer has met the diplomat in Rohan.", ["person:2"]),
        ("Gondor ready for war: senior lawmaker", "Riders came home.", ["senior lawmaker"]),
        ("Gondor ready for war: stone chief", "He said the border is closed, Palantir News reported."
         " Faramir, chief of the stone council, rode home.", ["person:1", "person:1"]),
    ],
)  # fmt: skip
def test_a_headline_names_its_speaker_by_a_title_told_below(
    statements: Find, headline: str, text: str, expected: list[str]
) -> None:
    assert [speaker for speaker, _ in _voices(statements(text, headline=headline))] == expected


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“The war is near,” Faramir said.", StatementKind.DIRECT),
        ("Faramir said the war is near.", StatementKind.INDIRECT),
        ("Faramir said the war is “near”.", StatementKind.MIXED),
        ("“The war is near,” Faramir said. “Peace is far.”", StatementKind.DIRECT),
    ],
)
def test_the_kind_is_told_by_the_marks(statements: Find, text: str, kind: StatementKind) -> None:
    assert _only(statements(text)).kind is kind


def test_a_relays_quotation_is_whole_where_it_opens_with_its_speaker(statements: Find) -> None:
    statement = _only(statements("Palantir News reported that “Faramir expressed readiness to help Rohan in the war.”"))
    assert statement.content == (Span(29, 81),)
    assert (statement.speaker, statement.relayed_by) == ("person:1", "organization:2")


def test_outer_marks_and_final_punctuation_are_no_content(statements: Find) -> None:
    text = "“The war is near,” Faramir said. “Peace is far!”"
    assert [span.of(text) for span in _only(statements(text)).content] == ["The war is near", "Peace is far"]


def test_whom_it_is_said_to_is_the_addressee(statements: Find) -> None:
    assert _only(statements("Faramir told Eomer that the war is near.")).addressee == "person:2"


def test_content_mentions_the_actors_it_names(statements: Find) -> None:
    assert _only(statements("Faramir said Rohan and Eomer are near.")).mentions == ("country:XR", "person:2")


def test_content_has_topics(statements: Find) -> None:
    assert "counter-terrorism" in _only(statements("Faramir said they fight terrorism.")).topics


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Faramir met Eomer. Faramir said the war is near.", ["meeting:1"]),
        ("Faramir said the war is near. Faramir met Eomer.", ["meeting:1"]),
        ("Faramir met Eomer. Elrond said the war is near.", [None]),
        ("Faramir met Eomer. Faramir told reporters that the war is near.", [None]),
        ("Faramir met Eomer. “The war is near,” Faramir said at a press conference.", [None]),
        ("Faramir met Eomer. Faramir told reporters that the war is near. Eomer said peace is far.", [None, None]),
        ("Faramir met Eomer. The two sides stressed the need for peace.", ["meeting:1"]),
    ],
)
def test_words_of_a_participant_are_said_at_the_meeting_unless_said_to_the_press(
    statements: Find, meeting_of: MeetingOf, text: str, expected: list[str | None]
) -> None:
    found = statements(text, meeting_of(text, "Faramir met Eomer", "Faramir", "Eomer"))
    assert [statement.meeting for statement in found.statements] == expected


def test_statements_are_in_text_order_with_evidence_inside_the_text(statements: Find) -> None:
    text = "“The war is near,” Faramir said, adding that Rohan is far. Eomer called for peace."
    spans = [span for statement in statements(text).statements for span in statement.content]
    assert spans == sorted(spans)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Faramir rode home. Eomer said Rohan is far. He said the war is near.", ["person:2", "person:2"]),
        ("“Rohan is far,” Eomer said after Faramir rode home. “The war is near,” he said.", ["person:2", "person:1"]),
        ("Faramir rode home. Eomer said Rohan is far. The river is wide. He said the war is near.",
         ["person:2", "person:1"]),
        ("Faramir rode home. Eomer said Rohan has a dream which he said will not come true.", ["person:2"]),
        ("“Eomer will ride home,” Faramir said. “The war is near,” the diplomat said.", ["person:1", "person:1"]),
        ("Faramir said Rohan is far. Eomer rode home. “The war is near,” the diplomat said.", ["person:1", "person:2"]),
        ("Eomer said Rohan is far. “Eomer will ride home,” Faramir said. “The war is near,” the diplomat said.",
         ["person:2", "person:1", "person:1"]),
        ("A captain said Rohan is far. “Eomer will ride home,” he said.", ["captain", "captain"]),
        ("Faramir said Rohan is far. The Mark's chief diplomat said the war is near.", ["person:1", "person:1"]),
        ("Faramir rode home. The war is near, according to Mablung.", ["Mablung"]),
        ("Faramir said that the White Council promised to come. “The war is near.”",
         ["person:1", "organization:1", "person:1"]),
        ("The daily said that Faramir promised to come. “The war is near.”", ["person:1", "person:1"]),
        ("Faramir said it was odd that Eomer, who blamed Rohan, rode home. “The war is near.”",
         ["person:1", "person:2", "person:1"]),
        ("The war is near for Faramir, a rider said. The river is low, the rider said.", ["rider", "rider"]),
        ("Faramir said the war is near. Rohan said it is far. The Norwegian warned of famine.",
         ["person:1", "country:XR", "person:1"]),
        ("The king's letter was long. According to the letter, Faramir said the war is near. He added that it is late.",
         ["person:1", "person:1"]),
    ],
)  # fmt: skip
def test_who_spoke_goes_on_rather_than_somebody_only_spoken_of(
    statements: Find, text: str, speakers: list[str]
) -> None:
    assert [speaker for speaker, _ in _voices(statements(text))] == speakers


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Faramir rode home. The king will ride too, the spokesman said. Faramir met the riders, he said.",
         ["spokesman", "spokesman"]),
        ("Faramir rode home. The king will ride too, the spokesman said. The river has risen, he said.",
         ["spokesman", "spokesman"]),
        ("Faramir said that the king will ride. The river has risen, he said.", ["person:1", "person:1"]),
        ("Eomer came. Faramir will ride home soon, he said.", []),
    ],
)  # fmt: skip
def test_he_said_behind_a_clause_is_nobody_whom_it_names(statements: Find, text: str, speakers: list[str]) -> None:
    assert [speaker for speaker, _ in _voices(statements(text))] == speakers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Our interview with Faramir: Q: Is the war near? A: It is. I fear it. Q: Where is Rohan? A: Far away.",
         [("person:1", "It is. I fear it"), ("person:1", "Far away")]),
        ("Eomer said the war is near. Question: Has Gondor said so too? Answer: It has said so in May.",
         [("person:2", "the war is near"), ("person:2", "It has said so in May")]),
        ("Faramir rode home with Eomer. Q: Is the war near? A: It is near.", [("person:1", "It is near")]),
        ("Eomer met Faramir. A: It is near.", []),
    ],
    ids=["named as such", "spoke before", "named first", "no question"],
)  # fmt: skip
def test_what_an_interview_answers_is_said_by_who_gives_it(
    statements: Find, text: str, expected: list[tuple[str, str]]
) -> None:
    found = statements(text).statements
    assert [(s.speaker, " ".join(span.of(text) for span in s.content)) for s in found] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Marshal of Rohan Eomer: My lords,\nWe ride at dawn. It is far.\nFaramir (translated): Ride well.\n"
         "The king says the war is near.\nEomer: Farewell.",
         [("person:2", "My lords,\nWe ride at dawn. It is far"), ("person:1", "Ride well"),
          ("person:1", "The king says the war is near"), ("king", "the war is near"), ("person:2", "Farewell")]),
        ("Faramir rode home.\nPalantir News: Is the war near?\nFARAMIR: It is near.\nQuestion: Who rides?\n"
         "Faramir, steward of Gondor: We ride.\nFaramir: All of us.",
         [("person:1", "It is near"), ("person:1", "We ride"), ("person:1", "All of us")]),
        ("Faramir rode home.\nFaramir: We ride at dawn. It is far.\nEomer: We ride too.",
         []),
    ],
    ids=["turns of several paragraphs", "questions", "too few for a transcript"],
)  # fmt: skip
def test_a_turn_of_a_transcript_is_said_by_whom_its_label_names(
    statements: Find, text: str, expected: list[tuple[str, str]]
) -> None:
    found = statements(text)
    names = {actor.key: actor.description for actor in found.unnamed}
    said = [(names.get(s.speaker, s.speaker), " ".join(span.of(text) for span in s.content)) for s in found.statements]
    assert said == expected


def test_a_headline_makes_no_transcript(statements: Find) -> None:
    text = "Faramir rode home to Gondor on Monday.\nFaramir: We ride at dawn.\nEomer: We ride too."
    assert _voices(statements(text, headline="Eomer: The riders of Rohan must come")) == [("person:2", None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Faramir said:\nGondor is a friend. It helps us.\nWe will go on.\nEomer said:\nRohan is here.\nThe king left.",
         [("person:1", "said", "Gondor is a friend. It helps us"), ("person:1", None, "We will go on"),
          ("person:2", "said", "Rohan is here")]),
        ("Faramir said:\n“Gondor is a friend.”", [("person:1", "said", "Gondor is a friend")]),
        ("Faramir rode to Bree:\nGondor is a friend of ours.", []),
    ],
    ids=["no marks", "marks", "nothing said"],
)  # fmt: skip
def test_a_block_below_a_cue_is_said_as_long_as_it_speaks_in_the_first_person(
    statements: Find, text: str, expected: list[tuple[str, str | None, str]]
) -> None:
    found = statements(text).statements
    assert [
        (s.speaker, s.cue and s.cue.of(text), " ".join(span.of(text) for span in s.content)) for s in found
    ] == expected


@pytest.mark.parametrize(("words", "speakers"), [("The leaders", ["person:1", "person:2", "person:3"]),
                                                 ("The three leaders", ["person:1", "person:2", "person:3"]),
                                                 ("The four leaders", ["unnamed:1"])])  # fmt: skip
def test_the_leaders_are_those_of_the_meeting_told_last(
    statements: Find, meeting_of: MeetingOf, words: str, speakers: list[str]
) -> None:
    text = f"Faramir met Eomer and Elrond. {words} stressed the need for peace."
    meeting = meeting_of(text, "met", "Faramir", "Eomer", "Elrond")
    assert [s.speaker for s in statements(text, meeting).statements] == speakers
