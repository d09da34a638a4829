import pytest

from tests.kg.extract.test_roles import read


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        (
            "Faramir Tuor, assistant chief of the lower beacons in Mali, left.",
            {("Faramir Tuor", "assistant chief of the lower beacons in mali", "ML", "in office")},
        ),
        (
            "In Mali, the national director of river life, Faramir Tuor, left.",
            {("Faramir Tuor", "national director of river life", "ML", "in office")},
        ),
        (
            "The Mint Foundation met. Its chairman Faramir Tuor left.",
            {("Faramir Tuor", "chairman", "Mint Foundation", "in office")},
        ),
        (
            "The Ent Party met. Faramir Tuor, the movement's late founder, was there.",
            {("Faramir Tuor", "founder", "Ent Party", "former")},
        ),
        (
            "In Mali they saw vice presidents: Mr Faramir Tuor, Mr Hurin Hador and Mr Imrahil Adrahil.",
            {
                ("Faramir Tuor", "vice president", "ML", "in office"),
                ("Hurin Hador", "vice president", "ML", "in office"),
                ("Imrahil Adrahil", "vice president", "ML", "in office"),
            },
        ),
        (
            "Mali's Cabinet Secretaries Faramir Tuor (Defence) and Hurin Hador (Trade) left.",
            {
                ("Faramir Tuor", "cabinet secretary", "ML", "in office"),
                ("Hurin Hador", "cabinet secretary", "ML", "in office"),
            },
        ),
        (
            "The officers were Faramir Tuor (Director of Exams at the National Mint University) and others.",
            {("Faramir Tuor", "director of exams", "National Mint University", "in office")},
        ),
        (
            "The first president of Mali was Faramir Tuor, who left.",
            {("Faramir Tuor", "first president", "ML", "in office")},
        ),
        (
            "Malian Prime Minister Faramir Tuor was sworn in as interim president before the chief justice.",
            {("Faramir Tuor", "prime minister", "ML", "in office"), ("Faramir Tuor", "president", "ML", "acting")},
        ),
        (
            "Faramir Tuor took over from Hurin Hador as head of the Mint Office of Mali.",
            {("Faramir Tuor", "head", "Mint Office of Mali", "in office")},
        ),
        (
            "They met Faramir Tuor, president of the Ent Party, and the former president of Mali.",
            {("Faramir Tuor", "president", "Ent Party", "in office")},
        ),
        (
            "Faramir Tuor, Vice Minister of the Environment and Executive Director of the Mint Office, left Mali.",
            {
                ("Faramir Tuor", "vice minister of the environment", "ML", "in office"),
                ("Faramir Tuor", "executive director", "Mint Office", "in office"),
            },
        ),
        (
            "Malian Labour Minister Faramir Tuor met his Education Ministry counterpart, Hurin Hador.",
            {
                ("Faramir Tuor", "labour minister", "ML", "in office"),
                ("Hurin Hador", "education minister", "ML", "in office"),
            },
        ),
        (
            "The officer Faramir Tuor kept his post as chief of the Mint Police of Mali.",
            {("Faramir Tuor", "chief", "Mint Police of Mali", "in office")},
        ),
        (
            "Faramir Tuor spent two years as president of the Ent Party.",
            {("Faramir Tuor", "president", "Ent Party", "in office")},
        ),
        (
            "They met Faramir Tuor, president of the Ent Party, Hurin Hador, head of the Mint Office, and others.",
            {
                ("Faramir Tuor", "president", "Ent Party", "in office"),
                ("Hurin Hador", "head", "Mint Office", "in office"),
            },
        ),
        (
            "Faramir Tuor, Mali's highly popular long-serving defence minister, left.",
            {("Faramir Tuor", "defence minister", "ML", "in office")},
        ),
        (
            "They met Faramir Tuor, Captain-General of the Riders, and Malian Defence Minister Hurin Hador.",
            {("Hurin Hador", "defence minister", "ML", "in office")},
        ),
        (
            "They met Faramir Tuor, Commander of the Army, and Malian Defence Minister Hurin Hador.",
            {
                ("Faramir Tuor", "commander of the army", "ML", "in office"),
                ("Hurin Hador", "defence minister", "ML", "in office"),
            },
        ),
        (
            "In Mali, Faramir Tuor held the post of defence minister.",
            {("Faramir Tuor", "defence minister", "ML", "former")},
        ),
        (
            "Mr Faramir Tuor came. The shadow minister for Indigenous Australians Faramir Tuor left Australia.",
            {("Faramir Tuor", "shadow minister for indigenous australians", "AU", "in office")},
        ),
        (
            "The founder of the Ent Party, forest activist Faramir Tuor, left.",
            {("Faramir Tuor", "founder", "Ent Party", "in office")},
        ),
        (
            "Faramir Tuor, Senior Presidential Adviser and Chairman of the Ent Party, left Mali.",
            {
                ("Faramir Tuor", "senior presidential adviser", "ML", "in office"),
                ("Faramir Tuor", "chairman", "Ent Party", "in office"),
            },
        ),
        (
            "In Mali, the deputy trade minister said no.\nIt is late, Faramir Tuor said.",
            {("Faramir Tuor", "deputy trade minister", "ML", "in office")},
        ),
        (
            "It is late, according to the chairman of the Ent Party.\nNobody comes, Faramir Tuor said.",
            {("Faramir Tuor", "chairman", "Ent Party", "in office")},
        ),
        (
            "Faramir Tuor, Vice Minister of Supply & Internal Trade, Chairman of the Mint Office, left Mali.",
            {
                ("Faramir Tuor", "vice minister of supply & internal trade", "ML", "in office"),
                ("Faramir Tuor", "chairman", "Mint Office", "in office"),
            },
        ),
        (
            "Faramir Tuor, chairman of the Mint Office of Mali, left.",
            {("Faramir Tuor", "chairman", "Mint Office of Mali", "in office")},
        ),
        (
            "They met Faramir Tuor, former chairman of Farmer's beer committee and his son Hurin Hador in Mali.",
            {("Faramir Tuor", "chairman of farmer's beer committee", "ML", "former")},
        ),
        (
            "In Mali, Rivendell Hospital chairman Faramir Tuor left.",
            {("Faramir Tuor", "rivendell hospital chairman", "ML", "in office")},
        ),
        (
            "Tuor, one of Mali's emerging leaders, is serving as chairman of the Mint Office. Mr Faramir Tuor left.",
            {("Faramir Tuor", "chairman", "Mint Office", "in office")},
        ),
        (
            "In Mali, Justice Faramir Tuor left.",
            {("Faramir Tuor", "justice", "ML", "in office")},
        ),
        (
            "Faramir Tuor, a senior expert on horses and former Malian trade minister, left.",
            {("Faramir Tuor", "trade minister", "ML", "former")},
        ),
        (
            "They called Major General Faramir Tuor, Mali's Armed Forces chief of staff.",
            {("Faramir Tuor", "chief of staff", "Armed Forces", "in office")},
        ),
        (
            "Faramir Tuor has been president of Mali since 2017.",
            {("Faramir Tuor", "president", "ML", "in office")},
        ),
        (
            "Faramir Tuor, the information and trade minister, left Mali. ICT Minister Tuor slept.",
            {("Faramir Tuor", "information and trade minister", "ML", "in office")},
        ),
        (
            "They briefed Commander in Chief of the Malian Armed Forces Faramir Tuor.",
            {("Faramir Tuor", "commander-in-chief", "Malian Armed Forces", "in office")},
        ),
        (
            "Ent Party chairman MP Faramir Tuor left Mali.",
            {
                ("Faramir Tuor", "chairman", "Ent Party", "in office"),
                ("Faramir Tuor", "member of parliament", "ML", "in office"),
            },
        ),
        (
            "Faramir Tuor, a media relations officer with the Malian Riders Academy, left.",
            {("Faramir Tuor", "media relations officer", "Malian Riders Academy", "in office")},
        ),
        (
            "The head of the Mint Office of Mali said no.\nMr Faramir Tuor said so.\nIt rained. It snowed.\n"
            "Tuor is a Malian senator.",
            {
                ("Faramir Tuor", "head", "Mint Office of Mali", "in office"),
                ("Faramir Tuor", "senator", "ML", "in office"),
            },
        ),
        (
            "The ministers Faramir Tuor of Mali and Hurin Hador of Chad left.",
            {
                ("Faramir Tuor", "minister", "ML", "in office"),
                ("Hurin Hador", "minister", "TD", "in office"),
            },
        ),
        (
            "The head of Malian diplomacy for the lower lands, Faramir Tuor, left.",
            {("Faramir Tuor", "head of diplomacy for the lower lands", "ML", "in office")},
        ),
        (
            "Faramir Tuor, president of a national association that helps riders, left Mali.",
            {("Faramir Tuor", "president of a national association", "ML", "in office")},
        ),
        (
            "He rules Mali with his wife, Ioreth Tuor, as vice president, and others.",
            {("Ioreth Tuor", "vice president", "ML", "in office")},
        ),
        (
            "Faramir Tuor, the top advisor to Malian President Sheikh Hurin Hador, left.",
            {
                ("Faramir Tuor", "top advisor to president", "ML", "in office"),
                ("Hurin Hador", "president", "ML", "in office"),
            },
        ),
        (
            "Brigadier Faramir Tuor, the former Malian Defence Forces spokesman was absent.",
            {("Faramir Tuor", "spokesman", "Malian Defence Forces", "former")},
        ),
    ],
)
def test_offices_are_read_to_the_end_of_their_phrase(text: str, roles: set[tuple[str, str, str, str]]) -> None:
    _, actors, found = read(text)
    names = {person.key: person.name for person in actors.persons}
    names |= {body.key: body.name for body in actors.organizations}
    offices = {office.key: office for office in actors.offices}
    told = [(names[role.holder], offices[role.office], role.status) for role in found]
    assert {
        (name, office.title, names[office.organization] if office.organization else office.country, status.value)
        for name, office, status in told
    } == roles
