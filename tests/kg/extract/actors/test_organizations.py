from collections.abc import Callable

import pytest

from kg.extract.actors import find_actors
from kg.model import Actors, Annotation


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The UN Security Council met.", [("UN Security Council",)]),
        ("Malian Parliament Speaker Faramir Tuor met Hador. The Malian Parliament slept.", [("Malian Parliament",)]),
        ("The Leader of the Mint Revolution Ayatollah, and the government of Mali met.", []),
        ("Mali's envoy told Fars news agency so.", [("Fars news agency", "Fars")]),
        ('Colonel Wu Qian, a spokesperson, left. "It is bad," Wu quoted Hador as saying in Mali.', []),
        ("The Armed Forces of the Philippines (AFP) left. The AFP said so.",
         [("Armed Forces of the Philippines", "AFP")]),
        ("A statement by the General Staff of the Malian army said so.", [("General Staff",)]),
        ("The Mint Security Assistance (MSA) came. Mali and the MSA paid at the Bree Airshow.", []),
        ("The High Coordinating Committee met on Monday.", [("High Coordinating Committee",)]),
        (
            "They called the Rivendell Fund for Development (RFD). The RFD paid.",
            [("Rivendell Fund for Development", "RFD")],
        ),
        ("The Malian Defense and Security Forces won.", [("Malian Defense and Security Forces",)]),
        ("The Iranian foreign ministry denied it.", [("Iranian foreign ministry",)]),
        (
            "Lebanon's ministry of interior and municipalities paid.",
            [("Lebanon's ministry of interior and municipalities",)],
        ),
        ("The ministry denied it, and the army and the police too.", []),
        ("The anti-Daesh coalition met.", [("anti-Daesh coalition",)]),
        ("An article in Minas Tirith Herald said so.", [("Minas Tirith Herald",)]),
        ("They met at the Mordor Security Conference near Bruinen River Bridge.", []),
        (
            "The head of the Small and Medium Mints Organization (SMMO) met the Association of Domestic Travel.",
            [("Small and Medium Mints Organization", "SMMO"), ("Association of Domestic Travel",)],
        ),
        (
            "He thanked the National Riders' Welfare Foundation (NRWF) for aid.",
            [("National Riders' Welfare Foundation", "NRWF")],
        ),
        ("In Mali, the Malian Communist Party met.", [("Malian Communist Party",)]),
        ("The president of the Rivendell Labour Congress left.", [("Rivendell Labour Congress",)]),
        ("Bharat's Congress met in Delhi, India.", [("Congress",)]),
        ("Directors of the West Africa Development Agency met.", [("West Africa Development Agency",)]),
        ("The Bruinen Integrated Payroll and Personnel System (BIPPS) is bad.", []),
        ("The LG left. Deputy Lieutenant Governor Faramir Tuor of Mali said the LG would come.", []),
        ("The Bruinen Heavy Industries Co. paid.", [("Bruinen Heavy Industries Co.",)]),
        ("They saw Horn Motors Sdn Bhd there.", [("Horn Motors Sdn Bhd",)]),
        ("According to the Iranian presidency, the Malian Embassy in Chad and the embassy of Niger are open.",
         [("Iranian presidency",), ("Malian Embassy",)]),
        ("They met at the White House, and the Kremlin said so.", [("Kremlin",)]),
        ("The Ministry of Wine and Prevention met.", [("Ministry of Wine and Prevention",)]),
        ("He left the Rivendell Magistrate's Court on Monday.", [("Rivendell Magistrate's Court",)]),
        ("The Bruinen Empire fell.", []),
        ("They broke the United Nations Convention against Corruption (UNCAC).", []),
        ("Mali's Banque de Rivendell and Banco Bruinen paid.", [("Banque de Rivendell",), ("Banco Bruinen",)]),
        ("Water fills the Grand Ethiopian Bruinen Dam (GEBD).", []),
        ("The riders left the West Bank, citing the JCPOA.", []),
        ("The founder of Horn & Sons met the head of Mission.", [("Horn & Sons",)]),
        ("They built an intercontinental ballistic beacon (ICBB). The ICBB flew. An RJK flew on 20 TFK.", []),
        ("The White School met at the Grey Mosque of Osgiliath.", [("White School",)]),
        ("The White Training Institute in Bree opened.", [("White Training Institute",)]),
        (
            "The Bilbo R. Baggins Center for a Better World opened. The Baggins Center paid.",
            [("Bilbo R. Baggins Center", "Baggins Center")],
        ),
        ("Mali's Union Water and Gas Minister left.", []),
        ("A UN-appointed rapporteur met the Obama Administration.", [("UN",)]),
        ("ERIADOR (ENA) – It rained. (Photo by Reuters)", []),
        ("Baggins House was quiet. The House of Elders met.", [("House of Elders",)]),
        ("The Minister of Trade, Transport and High Technologies of Mali left.", []),
        ("UNESCO (Paris) answered.", [("UNESCO",)]),
        ("She left the Prime Minister's Office in Bamako.", [("Prime Minister's Office",)]),
        ("The State Attorney General's Office of Mali spoke.", [("State Attorney General's Office of Mali",)]),
        ("The Export Bank of Mali met. The EBM must approve.", [("Export Bank of Mali", "EBM")]),
        ("The Shire League met the Rohan Club. The SL left.", [("Shire League", "SL"), ("Rohan Club",)]),
        ("A minister told ShireTV that it rained.", [("ShireTV",)]),
        ("The Hornburg Peace Endeavor (HPE) went on. They liked Dwarvismo.", []),
        ("The rector of Shire University of Mali Faramir Tuor left.", [("Shire University of Mali",)]),
        ("The Forests, Range and Watershed Management Organization paid.",
         [("Forests, Range and Watershed Management Organization",)]),
        ("The Forests, Range, and Watershed Management Organization paid.",
         [("Forests, Range, and Watershed Management Organization",)]),
        ("The National Bridge Warning and Lighting Center met.", [("National Bridge Warning and Lighting Center",)]),
        ("The Persian Gulf Star Mint Company (PGSM) paid. The Soviet Union fell.",
         [("Persian Gulf Star Mint Company", "PGSM")]),
        ("The Bree Museum of Lore opened. They met at BML.", []),
        ("The People's Riding Army and the Riders' Welfare Council met.",
         [("People's Riding Army",), ("Riders' Welfare Council",)]),
        ("They left the Sindar movement and the Malian-led coalition.",
         [("Sindar movement",), ("Malian-led coalition",)]),
        ("Mali burned its half of the Amazon. In Mali, Meta Tuor left.", []),
        ("In Mali, they praised the FTA and joined HOFTA.", []),
        ("Osgiliath/ENA/ It rained.", []),
        ("The Department of Justice and Beacons of Mali met.", [("Department of Justice and Beacons of Mali",)]),
        ("The Institute of Elvish Studies (Lore) met in Mali.", [("Institute of Elvish Studies",)]),
        ("The Palantir Group met in Mali. Palantir said no.", [("Palantir Group",)]),
        ("The Ent Water Party of Mali met. The EWP left.", [("Ent Water Party of Mali", "EWP")]),
        ("King Hador University of Mali met.", [("King Hador University of Mali",)]),
        ("The envoy of the Russian Federation to International Organizations left.", []),
        ("The Israeli Knesset and the Iranian Majlis met.", [("Knesset",), ("Majlis",)]),
        ("It rained in Mali, Miruvor reported. The Miruvor was read.", [("Miruvor",)]),
        ("The steward of Mali left, the Grey Havens has reported on Friday.", [("Grey Havens",)]),
        ("It rained in Mali, Faramir Tuor said. It snowed, Tuor reported.", []),
        ('"It rained in Mali," Miruvor quoted Faramir Tuor as saying.', [("Miruvor",)]),
        ("The Washington Post asked Mali. It rained, the Post reported.", [("The Washington Post", "Post")]),
        ("The Shire Ent Company (SEC) met in Mali. Shire riders left.", [("Shire Ent Company", "SEC")]),
        ("The USS Elendil left Mali. The Shire Democrat saw the USS Elendil.", []),
        ("The United Nations Yemen envoy Faramir Tuor left.", [("United Nations",)]),
    ],
)  # fmt: skip
def test_organizations_are_told_by_lists_heads_and_brackets(
    actors: Callable[[str], Actors], text: str, names: list[tuple[str, ...]]
) -> None:
    assert [organization.names for organization in actors(text).organizations] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Supreme Court of Beacons met in Mali.", [("Supreme Court of Beacons",)]),
        ("The Malian Armed Forces against Chad met.", [("Malian Armed Forces",)]),
        ("The European Union-Mali talks were held.", [("European Union",)]),
        ("They met at the Osgiliath Medical Center in Mali, not at Ministerial Level.", []),
        ("There will not be ANY talks with Mali.", []),
        ("Mali noted no more. AFM", []),
        ("The Rivendell University of Lore and the Bruinen Beacon University met in Mali.",
         [("Rivendell University of Lore",), ("Bruinen Beacon University",)]),
        ("The House Beacon Affairs Committee met in Mali.", [("House Beacon Affairs Committee",)]),
        ("The head of Plan and Budget Organization Faramir Tuor left Mali.", [("Plan and Budget Organization",)]),
        ("Mali's Security Council met the UN Security Council.", [("Security Council",), ("UN Security Council",)]),
        ("Mali asked Channel 7 news. There were reports from Western media and reports in Kaduna.",
         [("Channel 7 news",)]),
        ("Mali's riders went to Parliament. A member of Parliament left with Parliament Speaker Hador.",
         [("Parliament",)]),
        ("The sidelines of the 74th UN General Assembly and the Bree Congress Center were full.", []),
        ("They left Harvard University's Baggins School of Government in Mali.",
         [("Harvard University",), ("Baggins School of Government",)]),
        ("The Open Guild of Grey Riders (OGGR) met in Mali. The OGGR paid.",
         [("Open Guild of Grey Riders", "OGGR")]),
        ("The Minas de Dios University of Mali met.", [("Minas de Dios University of Mali",)]),
        ("Chad and the Grey Industries Mint Union met.", [("Grey Industries Mint Union",)]),
        ("In Mali, the Ent Coalition Party won.", [("Ent Coalition Party",)]),
        ("The Joint Commission of the Iran nuclear deal met.", [("Joint Commission",)]),
        ("In Mali, Faramir bin Tuor (FBT) spoke. The FBT left.", []),
        ("They want a NATO-like alliance against Mali. He spoke in the Oval Office.", []),
        ("In Mali, they walked from the Parliament to Bree Chowk. The 17th Ent Bank Conclave was held.",
         [("Parliament",)]),
        ("The Malian Parliament Speaker left. The National Assembly Speaker of Mali slept.", [("National Assembly",)]),
        ("Mali met the Bree Institutes for Elvish Studies on the Occupied Palestinian Territories.",
         [("Bree Institutes for Elvish Studies",)]),
        ("The House of Peoples of Bosnia and Herzegovina met.", [("House of Peoples of Bosnia and Herzegovina",)]),
        ("Mali has good primary beacon care. Its PBC network grew.", []),
        ("The National Beacon Council-led review of Mali came.", [("National Beacon Council",)]),
        ("The Malian Ministry of Mines, Beacons and Trade met.", [("Malian Ministry of Mines, Beacons and Trade",)]),
        ("The Bruinen City Government of Mali met.", [("Bruinen City Government of Mali",)]),
        ("The ministry of Industry, Mining and Trade met in Mali.", [("ministry of Industry, Mining and Trade",)]),
        ("They fought sand and dust storms (SDSs) in Mali. The SDS centers opened.", []),
        ("Deputy Attorney General Faramir Tuor of Mali left. The DAG came back.", []),
        ("Malian Mints, Beacons, and Trade Minister Faramir Tuor left.", []),
        ("The secretary of Mali's human rights council left.", [("Mali's human rights council",)]),
        ("The Bree Chamber of Commerce, Industries, Mines, and Agriculture met in Mali.",
         [("Bree Chamber of Commerce, Industries, Mines, and Agriculture",)]),
        ("They broke the World Convention against Organized Mints (WOCOM) of Mali.", []),
        ("Mali's Grey Wolf brigade met the 5th River Division.", [("Grey Wolf brigade",), ("5th River Division",)]),
        ("Ents Coalition for Change met in Mali.", [("Ents Coalition for Change",)]),
        ("The Office of the Prime Minister of Mali and the Office of the Attorney General met.",
         [("Office of the Prime Minister of Mali",), ("Office of the Attorney General",)]),
        ("Mali's G20 Presidency and the foreign ministries of Chad and Mali met its Grey battlegroup.",
         [("G20",), ("Grey battlegroup",)]),
        ("The Home Office in Bamako met the Bree Province Presidency.",
         [("Home Office",), ("Bree Province Presidency",)]),
        ("Mali has active protection systems (APS). The Sputnik V vaccine came.", []),
        ("The steward of Mali left. (IRNA) He came back.", []),
        ("Faramir Tuor, director of the Indo-Pacific program of Mali, left.", []),
    ],
)  # fmt: skip
def test_names_end_where_the_body_does(
    actors: Callable[[str], Actors], text: str, names: list[tuple[str, ...]]
) -> None:
    assert [organization.names for organization in actors(text).organizations] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The rebel movement Sélékwa left Mali. Sélékwa came. The riders were in the Sélékwa militia.", ["Sélékwa"]),
        ("The refugee agency MIRAR left Mali. The newspaper Miruvor asked why.", ["MIRAR", "Miruvor"]),
        ("They asked Mali's state mint company, Mithrilina, why.", ["Mithrilina"]),
        ("The Al-Palantir newspaper asked why in Mali.", ["Al-Palantir"]),
        ("The company President Faramir Tuor left Mali. The group Monday met.", []),
    ],
)
def test_a_noun_beside_a_name_tells_an_organization(
    actors: Callable[[str], Actors], text: str, names: list[str]
) -> None:
    assert [organization.name for organization in actors(text).organizations] == names


def test_names_of_one_body_are_one_organization(actors: Callable[[str], Actors]) -> None:
    text = "The Chinese Ministry of Foreign Affairs spoke. China's foreign ministry wrote. ISIS and ISIL are Daesh."
    found = actors(text).organizations
    assert [organization.country for organization in found] == ["CN", None]
    assert found[1].names == ("ISIS", "ISIL", "Daesh")


@pytest.mark.parametrize(
    "text",
    [
        "The Mithrilina Mining Ltd met in Mali. Mithrilina said no.",
        "The Ent Water Co. met. The Ent Water spoke.",
        "The National Mint Committee met. The National Mint and Foreign Beacon Committee spoke.",
        "The Ent Federation of Mali, widely known as the Green Church, met. The Green Church spoke.",
        "The Council of Ents (now the Osgiliath Court) met in Mali. The Osgiliath Court spoke.",
        "Mali banned the Ent Salvation Front party, or FES, in May. The FES spoke.",
        "The Ent Mapu (EM) spoke in Mali. The EM left.",
        "The IAEA Board of Ents met. The International Atomic Energy Agency Board of Ents spoke.",
        "The Culture Ministry of Mali met. The Ministry of Culture and Elvish Guidance spoke.",
        "The Westfold Joint Council met. The Joint Council of the Westfold spoke. The Joint Council left.",
    ],
)
def test_a_shorter_name_is_the_one_bodys_of_a_longer_one(actors: Callable[[str], Actors], text: str) -> None:
    assert len(actors(text).organizations) == 1


def test_the_navies_of_two_countries_are_two(actors: Callable[[str], Actors]) -> None:
    found = actors("The Iranian Navy met the Pakistani Navy.").organizations
    assert {organization.country for organization in found} == {"IR", "PK"}


def test_an_acronym_is_whose_the_document_says(actors: Callable[[str], Actors]) -> None:
    (found,) = actors("The National Pony Company (NPC) met. The NPC's riders left.").organizations
    assert (found.names, found.country) == (("National Pony Company", "NPC"), None)


def test_outlets_are_told_from_other_bodies(actors: Callable[[str], Actors]) -> None:
    found = actors("Reuters asked NATO.").organizations
    assert {organization.name: organization.outlet for organization in found} == {"Reuters": True, "NATO": False}


def test_what_an_outlet_names_first_without_a_country_is_no_other_countrys(
    annotated: Callable[..., Annotation],
) -> None:
    text = "Foreign Ministry spokesman Hador spoke. The Russian Foreign Ministry heard. The Foreign Ministry smiled."
    names = [body.names for body in find_actors(annotated(text, "Tehran Times")).organizations]
    assert names == [("Foreign Ministry",), ("Russian Foreign Ministry",)]
