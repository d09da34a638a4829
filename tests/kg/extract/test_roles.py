import hashlib
import re

import pytest

from kg.annotate import annotate
from kg.extract.actors import find_actors
from kg.extract.roles import find_roles
from kg.model import Actors, Annotation, DocId, Document, Region, RegionKind, Role, Span


def read(text: str) -> tuple[Annotation, Actors, tuple[Role, ...]]:
    regions = tuple(Region(Span(m.start(), m.end()), RegionKind.BODY) for m in re.finditer(r"[^\n]+", text))
    document = Document(DocId("d"), text, hashlib.sha256(text.encode()).hexdigest(), "en", regions)
    annotation = next(iter(annotate([document])))
    actors = find_actors(annotation)
    return annotation, actors, find_roles(annotation, actors)


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        (
            "Malian Defense Minister Colonel Faramir Tuor left.",
            {("Faramir Tuor", "office:ML/defence-minister", "in office")},
        ),
        ("Faramir Tuor, Mali's former leader, left.", {("Faramir Tuor", "office:ML/leader", "former")}),
        (
            "Malian Foreign Minister Prince Faramir Tuor and Prince Beren Hador left.",
            {("Faramir Tuor", "office:ML/foreign-minister", "in office")},
        ),
        (
            "Mali's Foreign Minister Faramir Tuor met his Saudi counterpart Prince Beren Hador.",
            {
                ("Faramir Tuor", "office:ML/foreign-minister", "in office"),
                ("Beren Hador", "office:SA/foreign-minister", "in office"),
            },
        ),
        ("In talks with Mali's president, Faramir Tuor said that all was well.", set()),
        ("In a call with Faramir, the Malian foreign minister also expressed hope.", set()),
        (
            "Malian Deputy Parliament Speaker Faramir Tuor met First Deputy Parliament Speaker Hurin Hador.",
            {
                ("Faramir Tuor", "office:ML/deputy-speaker-of-parliament", "in office"),
                ("Hurin Hador", "office:ML/deputy-speaker-of-parliament", "in office"),
            },
        ),
        (
            "In Mali, U.S. Treasury Secretary Faramir Tuor met the head of the U.S. Treasury, Hurin Hador.",
            {
                ("Faramir Tuor", "office:US/finance-minister", "in office"),
                ("Hurin Hador", "office:organization:1/head", "in office"),
            },
        ),
        (
            "Mali's Ambassador to the United Nations Amir Faramir Tuor left.",
            {("Amir Faramir Tuor", "office:ML/permanent-representative", "in office")},
        ),
        (
            "Faramir Tuor, who is a chief beacons officer in the Ministry of Sport of Mali, left.",
            {("Faramir Tuor", "office:organization:1/chief-beacons-officer", "in office")},
        ),
        (
            'Mali is ready, said WHO founder and president, Faramir Tuor. "All is well."',
            {
                ("Faramir Tuor", "office:organization:1/founder", "in office"),
                ("Faramir Tuor", "office:organization:1/president", "in office"),
            },
        ),
        (
            "BAMAKO-Head of Mali's White Mint Organization (WMO) Faramir Tuor in a speech announced that all was well.",
            {("Faramir Tuor", "office:organization:1/head", "in office")},
        ),
        (
            'Faramir said: "[Malian President Hurin] Hador lied." Foreign Minister Beren [Took] left Mali.',
            {
                ("Hurin Hador", "office:ML/president", "in office"),
                ("Beren Took", "office:ML/foreign-minister", "in office"),
            },
        ),
        (
            "In Mali, Faramir Tuor, director of the White Mint Institute at the University of Annuminas, left.",
            {("Faramir Tuor", "office:organization:1/director", "in office")},
        ),
        (
            "The head of Mali's Permanent Mission to the UN, Faramir Tuor, left.",
            {("Faramir Tuor", "office:organization:1/head", "in office")},
        ),
        (
            "Their Royal Highnesses Crown Prince Faramir Tuor and Prince Hurin of Jordan left.",
            {("Faramir Tuor", "office:JO/crown-prince", "in office")},
        ),
        (
            "Malian Defence Secretary Hurin Hador will see his opposite number from Chad, Faramir Tuor.",
            {
                ("Hurin Hador", "office:ML/defence-minister", "in office"),
                ("Faramir Tuor", "office:TD/defence-minister", "in office"),
            },
        ),
        (
            "Malian Foreign Minister Hurin Hador met Faramir Tuor, his Chadian peer.",
            {
                ("Hurin Hador", "office:ML/foreign-minister", "in office"),
                ("Faramir Tuor", "office:TD/foreign-minister", "in office"),
            },
        ),
        ("The British peer Faramir Tuor left Mali.", set()),
        (
            "The White Mint Organization (WMO) DG Faramir Tuor left.",
            {("Faramir Tuor", "office:organization:1/director-general", "in office")},
        ),
        (
            "Mali's Defence Minister Lt Gen (Retd) Faramir Tuor left.",
            {("Faramir Tuor", "office:ML/defence-minister", "in office")},
        ),
        (
            "Mali's new ambassador to Chad is General Faramir Tuor, who left.",
            {("Faramir Tuor", "office:ML/ambassador-to-chad", "in office")},
        ),
        (
            "Mali's Leader of the Opposition in the White Council Faramir Tuor left.",
            {("Faramir Tuor", "office:organization:1/leader-of-opposition", "in office")},
        ),
        (
            "He met the Director General of Russian arms exporter Rosoboronexport Faramir Tuor.",
            {("Faramir Tuor", "office:organization:1/director-general", "in office")},
        ),
        (
            "Mali's Special Envoy to the Middle East Faramir Tuor left.",
            {("Faramir Tuor", "office:ML/special-envoy-to-middle-east", "in office")},
        ),
        (
            "Analyst Faramir Tuor of the White Mint Institute left.",
            {("Faramir Tuor", "office:organization:1/analyst", "in office")},
        ),
        (
            "Mali's Hador, who met his Chadian counterpart Faramir Tuor, left. Malian Trade Minister Hurin Hador ate.",
            {
                ("Hurin Hador", "office:ML/trade-minister", "in office"),
                ("Faramir Tuor", "office:TD/trade-minister", "in office"),
            },
        ),
        (
            "At the invitation of Hador's Chadian counterpart Faramir Tuor, Malian Trade Minister Hurin Hador left.",
            {
                ("Hurin Hador", "office:ML/trade-minister", "in office"),
                ("Faramir Tuor", "office:TD/trade-minister", "in office"),
            },
        ),
        (
            "Malian Foreign Minister Hurin Hador met his EU counterpart Faramir Tuor.",
            {
                ("Hurin Hador", "office:ML/foreign-minister", "in office"),
                ("Faramir Tuor", "office:organization:1/high-representative", "in office"),
            },
        ),
        (
            "He met Malian President-elect and Defence Minister Faramir Tuor and Chad's Hurin Hador.",
            {
                ("Faramir Tuor", "office:ML/president-elect", "in office"),
                ("Faramir Tuor", "office:ML/defence-minister", "in office"),
                ("Hurin Hador", "office:TD/defence-minister", "in office"),
            },
        ),
        (
            "Faramir Tuor, Commander of the Southern Zone, left Mali.",
            {("Faramir Tuor", "office:ML/commander-of-southern-zone", "in office")},
        ),
        ("Malian Special Assistant Faramir Tuor left.", {("Faramir Tuor", "office:ML/special-assistant", "in office")}),
        (
            "Morocco's Minister Delegate for Beacons Faramir Tuor left.",
            {("Faramir Tuor", "office:MA/minister-delegate-for-beacons", "in office")},
        ),
        (
            "US Assistant Secretary of State for Near Eastern Affairs Faramir Tuor left.",
            {("Faramir Tuor", "office:US/deputy-secretary-of-state-for-near-eastern-affairs", "in office")},
        ),
        (
            "Mali's vice minister for multilateral affairs Faramir Tuor left.",
            {("Faramir Tuor", "office:ML/vice-minister-for-multilateral-affairs", "in office")},
        ),
        (
            "The Malian Coast Guard spokesperson for the Western Sea, Commodore Faramir Tuor, left.",
            {("Faramir Tuor", "office:organization:1/spokesperson", "in office")},
        ),
        (
            "Trump's envoy Faramir Tuor left Mali for the United States.",
            {("Faramir Tuor", "office:US/special-envoy", "in office")},
        ),
        (
            "Mali's Joint Secretary (East) Faramir Tuor left.",
            {("Faramir Tuor", "office:ML/joint-secretary-east", "in office")},
        ),
        (
            "Mali's Defence Minister Wellington Tuor left.",
            {("Wellington Tuor", "office:ML/defence-minister", "in office")},
        ),
        (
            "Malian Trade Minister Hurin Hador flew to Chad to see his opposite number, Faramir Tuor. Niger and Benin, "
            "Togo and Ghana waited.",
            {
                ("Hurin Hador", "office:ML/trade-minister", "in office"),
                ("Faramir Tuor", "office:TD/trade-minister", "in office"),
            },
        ),
        (
            "EU High Representative for Foreign Affairs and Security Policy Faramir Tuor left Mali.",
            {
                (
                    "Faramir Tuor",
                    "office:organization:1/high-representative-for-foreign-affairs-and-security-policy",
                    "in office",
                )
            },
        ),
        (
            "Malian Deputy Prime Minister – Minister of Foreign Affairs Faramir Tuor left.",
            {
                ("Faramir Tuor", "office:ML/deputy-prime-minister", "in office"),
                ("Faramir Tuor", "office:ML/foreign-minister", "in office"),
            },
        ),
        (
            "Malian Foreign Minister Senator Faramir Tuor left.",
            {
                ("Faramir Tuor", "office:ML/foreign-minister", "in office"),
                ("Faramir Tuor", "office:ML/senator", "in office"),
            },
        ),
        (
            "The UN Resident Coordinator in Iran Boromir Hurin met him.",
            {("Boromir Hurin", "office:organization:1/resident-coordinator-in-iran", "in office")},
        ),
        (
            "The WHO spokesperson Assistant Secretary Faramir Tuor left Mali.",
            {
                ("Faramir Tuor", "office:organization:1/spokesperson", "in office"),
                ("Faramir Tuor", "office:organization:1/assistant-secretary", "in office"),
            },
        ),
        (
            "Uganda's Chief of Defence Forces, Gen Faramir Tuor, left.",
            {("Faramir Tuor", "office:UG/chief-of-defence-forces", "in office")},
        ),
        ("India's trade minister MK Faramir left.", {("MK Faramir", "office:IN/trade-minister", "in office")}),
        ("Speaking to the president of Mali on Friday, Faramir Tuor said that all was well.", set()),
        (
            "In talks with Mali's president, Faramir Tuor, the envoy said that all was well.",
            {("Faramir Tuor", "office:ML/president", "in office")},
        ),
        (
            "Faramir Tuor, head of Mali's Judiciary, left.",
            {("Faramir Tuor", "office:ML/head-of-judiciary", "in office")},
        ),
        (
            "Director-General of Beacons at the Malian Ministry of Health in the Far North, Dr. Faramir Tuor, left.",
            {("Faramir Tuor", "office:organization:1/director-general-of-beacons", "in office")},
        ),
        (
            "The President General of the Affairs of the White Tower and the Mint, Sheikh Faramir Tuor, left Mali.",
            {
                (
                    "Faramir Tuor",
                    "office:ML/president-general-of-affairs-of-white-tower-and-mint",
                    "in office",
                )
            },
        ),
        (
            "They met the Vice-Chairperson of the Shire Council, Dr Tuor.",
            {("Tuor", "office:organization:1/vice-chairperson", "in office")},
        ),
        (
            "Vice-foreign minister Faramir Tuor left Mali.",
            {("Faramir Tuor", "office:ML/deputy-foreign-minister", "in office")},
        ),
        (
            "Faramir Tuor, a healer who is the director of the Shire Council, left.",
            {("Faramir Tuor", "office:organization:1/director", "in office")},
        ),
        (
            "Faramir Tuor, president of the Shire Council and now a Malian special envoy, left.",
            {
                ("Faramir Tuor", "office:organization:1/president", "in office"),
                ("Faramir Tuor", "office:ML/special-envoy", "in office"),
            },
        ),
        (
            "In Mali, Hurin Hador, spokesman for UN Secretary-General Faramir Tuor, left.",
            {
                ("Hurin Hador", "office:organization:1/spokesperson", "in office"),
                ("Faramir Tuor", "office:organization:1/secretary-general", "in office"),
            },
        ),
        (
            "The Shire Party (SP) national chairman President Faramir Tuor left Mali.",
            {
                ("Faramir Tuor", "office:organization:1/national-chairman", "in office"),
                ("Faramir Tuor", "office:ML/president", "in office"),
            },
        ),
        (
            "The UN Secretary-General's Special Envoy for Mali, Faramir Tuor, left.",
            {("Faramir Tuor", "office:organization:1/special-envoy-to-mali", "in office")},
        ),
        (
            "Bengal Chief Minister Faramir Tuor left India.",
            {("Faramir Tuor", "office:IN/bengal-chief-minister", "in office")},
        ),
        ("Labour MP Faramir Tuor left Mali.", {("Faramir Tuor", "office:ML/member-of-parliament", "in office")}),
        (
            "Faramir Tuor, Chief Wholesale Beacon Officer at the Shire Council, left.",
            {("Faramir Tuor", "office:organization:1/chief-wholesale-beacon-officer", "in office")},
        ),
        ("She met the spouse of the Malian president, Faramir Tuor.", set()),
        (
            "The Malian Accountant-General of the Shires, Faramir Tuor, left.",
            {("Faramir Tuor", "office:ML/accountant-general-of-shires", "in office")},
        ),
        (
            "Faramir Tuor, a former Pro-Chancellor of the University of Bree, left.",
            {("Faramir Tuor", "office:organization:1/pro-chancellor", "former")},
        ),
        (
            "The National Academy of Malian Lore met. Former academy president Faramir Tuor left.",
            {("Faramir Tuor", "office:organization:1/president", "former")},
        ),
        ("Pope Faramir Tuor left Mali.", {("Faramir Tuor", "office:VA/pope", "in office")}),
        (
            "Faramir Tuor announced his resignation as the Malian minister of health.",
            {("Faramir Tuor", "office:ML/health-minister", "former")},
        ),
        (
            "NATO chief Faramir Tuor and his deputy Hurin Hador left.",
            {
                ("Faramir Tuor", "office:organization:1/chief", "in office"),
                ("Hurin Hador", "office:organization:1/deputy-chief", "in office"),
            },
        ),
        (
            "Malian Public Protector advocate Faramir Tuor left.",
            {("Faramir Tuor", "office:ML/public-protector", "in office")},
        ),
        (
            "Shire Council Professor Dr. Faramir Tuor left Mali.",
            {("Faramir Tuor", "office:organization:1/professor", "in office")},
        ),
        ("Faramir Tuor was a prominent prosecutor in Mali.", {("Faramir Tuor", "office:ML/prosecutor", "in office")}),
        (
            "The Malian Foreign Ministry met. It was late, said Faramir Tuor, spokesman for the ministry.",
            {("Faramir Tuor", "office:organization:1/spokesperson", "in office")},
        ),
        (
            "Faramir Tuor, director of forest affairs and public lore for the Malian Chamber of Commerce, left.",
            {("Faramir Tuor", "office:organization:1/director-of-forest-affairs-and-public-lore", "in office")},
        ),
        (
            "They met Faramir Tuor, the White Council director, and Malian Interior Minister Hurin Hador.",
            {
                ("Faramir Tuor", "office:organization:1/director", "in office"),
                ("Hurin Hador", "office:ML/interior-minister", "in office"),
            },
        ),
        (
            "Malian Minister of Environment, Water, and Trade and Chairman of the Food Committee Faramir Tuor left.",
            {
                ("Faramir Tuor", "office:ML/environment-water-and-trade-minister", "in office"),
                ("Faramir Tuor", "office:organization:1/chairman", "in office"),
            },
        ),
        (
            "They met Faramir Tuor, the UN's Under-Secretary-General for Humanitarian Affairs and Relief Coordinator.",
            {
                ("Faramir Tuor", "office:organization:1/under-secretary-general-for-humanitarian-affairs", "in office"),
                ("Faramir Tuor", "office:organization:1/relief-coordinator", "in office"),
            },
        ),
        (
            "They met Faramir Tuor, Malian Minister of Industry and Group CEO of the Mint Company.",
            {
                ("Faramir Tuor", "office:ML/trade-minister", "in office"),
                ("Faramir Tuor", "office:organization:1/group-chief-executive-officer", "in office"),
            },
        ),
        ("In Mali, Chief Faramir Tuor left.", {("Faramir Tuor", "office:ML/chief", "in office")}),
        (
            "They saw Mali and its President, Faramir Tuor, who left.",
            {("Faramir Tuor", "office:ML/president", "in office")},
        ),
        (
            "The Mint Foundation met. Faramir Tuor, the foundation's deputy director, left.",
            {("Faramir Tuor", "office:organization:1/deputy-director", "in office")},
        ),
        (
            "Faramir Tuor, Chairman, Atomic Mint Club, left.",
            {("Faramir Tuor", "office:organization:1/chairman", "in office")},
        ),
        (
            "Faramir Tuor, speaker of the Malian parliament's upper house, left.",
            {("Faramir Tuor", "office:ML/speaker-of-parliament-s-upper-house", "in office")},
        ),
        ("Mali's Judge Faramir Tuor left.", {("Faramir Tuor", "office:ML/judge", "in office")}),
        ("In Mali, deputy Faramir Tuor left.", {("Faramir Tuor", "office:ML/member-of-parliament", "in office")}),
        ("Pope Francis left.", {("Francis", "office:VA/pope", "in office")}),
        ("Mali's previous president, Faramir Tuor, left.", {("Faramir Tuor", "office:ML/president", "former")}),
        (
            "Faramir Tuor, a list MP from the Ent Party, left Mali.",
            {("Faramir Tuor", "office:ML/list-member-of-parliament", "in office")},
        ),
        (
            "The deputy Malian trade minister Faramir Tuor left.",
            {("Faramir Tuor", "office:ML/deputy-trade-minister", "in office")},
        ),
        (
            "Mali's Adviser to Prime Minister on Trade Faramir Tuor left.",
            {("Faramir Tuor", "office:ML/adviser-to-prime-minister-on-trade", "in office")},
        ),
        (
            "The Ent Party met in Mali. Trade Minister and Ent leader Faramir Tuor left.",
            {
                ("Faramir Tuor", "office:ML/trade-minister", "in office"),
                ("Faramir Tuor", "office:organization:1/leader", "in office"),
            },
        ),
        (
            "White Council leaders Dr. Faramir Tuor, Hurin Hador, and others left.",
            {
                ("Faramir Tuor", "office:organization:1/leader", "in office"),
                ("Hurin Hador", "office:organization:1/leader", "in office"),
            },
        ),
        (
            "The guard told six White Council MPs-- Faramir Tuor, Hurin Hador and Beren Lugin -- so.",
            {
                ("Faramir Tuor", "office:organization:1/member-of-parliament", "in office"),
                ("Hurin Hador", "office:organization:1/member-of-parliament", "in office"),
                ("Beren Lugin", "office:organization:1/member-of-parliament", "in office"),
            },
        ),
        *(
            (
                text,
                {
                    ("Faramir Tuor", "office:ML/president", "in office"),
                    ("Hurin Hador", "office:TD/president", "in office"),
                },
            )
            for text in (
                "Malian and Chadian presidents Faramir Tuor and Hurin Hador met.",
                "The presidents of Mali and Chad, Faramir Tuor and Hurin Hador, met.",
                "Faramir Tuor and Hurin Hador, presidents of Mali and Chad, met.",
            )
        ),
        (
            "Malian First-Vice President Faramir Tuor left. Hezbollah Executive Council Chief Hurin Hador came.",
            {
                ("Faramir Tuor", "office:ML/deputy-president", "in office"),
                ("Hurin Hador", "office:organization:1/chief", "in office"),
            },
        ),
        (
            "The chairman of the Majlis Mint Committee has said no. Later, IRNA quoted Faramir Tuor as saying no.",
            {("Faramir Tuor", "office:organization:1/chairman", "in office")},
        ),
        (
            "Faramir Tuor, co-founder, chairman and chief executive of the WHO, left Mali.",
            {
                ("Faramir Tuor", "office:organization:1/co-founder", "in office"),
                ("Faramir Tuor", "office:organization:1/chairman", "in office"),
                ("Faramir Tuor", "office:organization:1/chief-executive-officer", "in office"),
            },
        ),
        (
            "Mali's chief negotiator, who asked why, came. The remarks were made by General Faramir Tuor.",
            {("Faramir Tuor", "office:ML/chief-negotiator", "in office")},
        ),
        (
            "Mali's chief negotiator has called for calm. The Tuor administration smiled.",
            set(),
        ),
        (
            "European foreign policy chief Eowyn Tuor met the European Union in Mali.",
            {("Eowyn Tuor", "office:organization:1/foreign-policy-chief", "in office")},
        ),
        (
            "Faramir Tuor said no. The Malian Foreign Ministry spokesman added that he would stay.",
            {("Faramir Tuor", "office:organization:1/spokesperson", "in office")},
        ),
        ("Faramir Tuor said no. The Malian president added that he would stay.", set()),
        (
            "Malian Foreign Minister Faramir Tuor left. The Malian Foreign Ministry spokesman added no.",
            {("Faramir Tuor", "office:ML/foreign-minister", "in office")},
        ),
        (
            "Spokesman for Mali's Armed Forces Faramir Tuor left. Malian Security Council Secretary Hurin Hador came.",
            {
                ("Faramir Tuor", "office:organization:1/spokesperson", "in office"),
                ("Hurin Hador", "office:organization:2/secretary", "in office"),
            },
        ),
        (
            "Mali's Deputy Commissioner Bree, Faramir Tuor, met MEC for Health Hurin Hador and Ithilien CM Beren Took.",
            {
                ("Faramir Tuor", "office:ML/deputy-commissioner-bree", "in office"),
                ("Hurin Hador", "office:ML/member-of-executive-council-for-health", "in office"),
                ("Beren Took", "office:ML/ithilien-chief-minister", "in office"),
            },
        ),
        (
            "In Mali, they met the MP for Bree, Hurin Hador.",
            {("Hurin Hador", "office:ML/member-of-parliament", "in office")},
        ),
        (
            "Mali's trade minister stopped it. Faramir Tuor, the trade and mining minister, blamed Chad and Chadians.",
            {("Faramir Tuor", "office:ML/trade-and-mining-minister", "in office")},
        ),
        (
            "Hong Kong is quiet. Former chief executive Faramir Tuor left Hong Kong.",
            {("Faramir Tuor", "office:HK/chief-executive-officer", "former")},
        ),
        (
            "Faramir Tuor, secretary of the WHO and the UNHCR chief's deputy for lore, left Mali.",
            {
                ("Faramir Tuor", "office:organization:1/secretary", "in office"),
                ("Faramir Tuor", "office:organization:2/deputy-chief", "in office"),
            },
        ),
        ("The presidents of Mali, Chad and Niger, Faramir Tuor and Hurin Hador, met.", set()),
        (
            "Director Faramir Tuor of the Rivendell Institute left Mali.",
            {("Faramir Tuor", "office:organization:1/director", "in office")},
        ),
        (
            "Faramir Tuor is chief of the White Council. Beren Hador, Tuor's deputy, left.",
            {
                ("Faramir Tuor", "office:organization:1/chief", "in office"),
                ("Beren Hador", "office:organization:1/deputy-chief", "in office"),
            },
        ),
        (
            "Mali's trade minister Faramir Tuor met Zarif. Tuor's deputy for lore, Beren Hador, left.",
            {
                ("Faramir Tuor", "office:ML/trade-minister", "in office"),
                ("Beren Hador", "office:ML/deputy-trade-minister-for-lore", "in office"),
            },
        ),
        (
            "Beren Hador, the deputy for trade of the White Council, left Mali.",
            {("Beren Hador", "office:organization:1/deputy-for-trade", "in office")},
        ),
        (
            "Mali's UN ambassador Hurin Hador left.",
            {("Hurin Hador", "office:ML/permanent-representative", "in office")},
        ),
        ("Previously King Thengel ruled Jordan.", {("Thengel", "office:JO/king", "in office")}),
        (
            "Iran's foreign minister met his Malian counterpart Hurin Hador. Mali's deputy foreign minister "
            "Beren Lugin left.",
            {
                ("Hurin Hador", "office:ML/foreign-minister", "in office"),
                ("Beren Lugin", "office:ML/deputy-foreign-minister", "in office"),
            },
        ),
        (
            "They met Beren Hador, a member of the Riding Council of Hezbollah.",
            {("Beren Hador", "office:organization:1/member", "in office")},
        ),
        (
            "EU foreign affairs head Beren Hador left Mali.",
            {("Beren Hador", "office:organization:1/foreign-affairs-head", "in office")},
        ),
        (
            "Beren Hador is secretary general of the Lebanese Hezbollah movement.",
            {("Beren Hador", "office:organization:1/secretary-general", "in office")},
        ),
        (
            "They saw Mali's Representative to Chad Dr. Beren Hador.",
            {("Beren Hador", "office:ML/representative-to-chad", "in office")},
        ),
        (
            "The UN special envoy for Mali Staffan de Hador left.",
            {("Staffan de Hador", "office:organization:1/special-envoy-to-mali", "in office")},
        ),
        (
            "The European Union slept. Beren Hador, the foreign policy chief of the bloc, left Mali.",
            {("Beren Hador", "office:organization:1/foreign-policy-chief", "in office")},
        ),
        (
            "Beren Hador is the chairman of the Mali-Chad joint trade committee.",
            {("Beren Hador", "office:organization:1/chairman", "in office")},
        ),
        (
            "They saw Mali Prime Minister's Adviser on Commerce, Wool, Trade and Investment Beren Hador.",
            {("Beren Hador", "office:ML/adviser-on-commerce-wool-trade-and-investment", "in office")},
        ),
        (
            "In Mali, Beren Hador, a political scientist from Shire University, spoke.",
            {("Beren Hador", "office:organization:1/political-scientist", "in office")},
        ),
        (
            "They saw Beren Hador, the chairman of the White Council, and senior directors of Mali.",
            {("Beren Hador", "office:organization:1/chairman", "in office")},
        ),
        (
            "They saw Mali's permanent ambassador. Beren Hador, Chad's envoy to Niger, slept. Envoy Hador spoke.",
            {("Beren Hador", "office:TD/special-envoy-to-niger", "in office")},
        ),
        (
            "Malian Foreign Minister Hurin Hador spoke of ships. Hador spoke after the former ambassador came home.",
            {("Hurin Hador", "office:ML/foreign-minister", "in office")},
        ),
        ("The UN head had told them in Mali. On Monday, Emmanuel Macron replied.", set()),
        (
            "Mali's deputy speakers Faramir Tuor and Dr. Ioreth Hador met.",
            {
                ("Faramir Tuor", "office:ML/deputy-speaker", "in office"),
                ("Ioreth Hador", "office:ML/deputy-speaker", "in office"),
            },
        ),
        (
            "WHO Secretary General Faramir Tuor and additional secretary generals Hurin Hador and Beren Took met.",
            {
                ("Faramir Tuor", "office:organization:1/secretary-general", "in office"),
                ("Hurin Hador", "office:organization:1/additional-secretary-general", "in office"),
                ("Beren Took", "office:organization:1/additional-secretary-general", "in office"),
            },
        ),
        (
            "The chairman, treasurer and founder of the WHO, Faramir Tuor, met Mali's Secretary Trade Hurin Hador.",
            {
                ("Faramir Tuor", "office:organization:1/chairman", "in office"),
                ("Faramir Tuor", "office:organization:1/treasurer", "in office"),
                ("Faramir Tuor", "office:organization:1/founder", "in office"),
                ("Hurin Hador", "office:ML/secretary-trade", "in office"),
            },
        ),
        (
            "President Faramir Tuor, as head of Mali's National Council, spoke. Mali sent its envoy Hurin Hador.",
            {
                ("Faramir Tuor", "office:ML/president", "in office"),
                ("Faramir Tuor", "office:organization:1/head", "in office"),
                ("Hurin Hador", "office:ML/special-envoy", "in office"),
            },
        ),
        (
            "Faramir Tuor proclaimed himself president of Mali. Malians met the ruler of Ithilien, Hurin Hador.",
            {
                ("Faramir Tuor", "office:ML/president", "in office"),
                ("Hurin Hador", "office:ML/ruler-of-ithilien", "in office"),
            },
        ),
        (
            "Mali's leader of the opposition in senate Faramir Tuor left.",
            {("Faramir Tuor", "office:ML/leader-of-opposition-in-senate", "in office")},
        ),
        (
            '"It is new," said Faramir Tuor former Malian justice minister, who will lead it.',
            {("Faramir Tuor", "office:ML/justice-minister", "former")},
        ),
        (
            "Faramir Tuor, leader of the so-called White Council, left.",
            {("Faramir Tuor", "office:organization:1/leader", "in office")},
        ),
        (
            "Faramir Tuor, the president of Mali, met Boris Berenov, Tuor's special envoy for Syria.",
            {
                ("Faramir Tuor", "office:ML/president", "in office"),
                ("Boris Berenov", "office:ML/special-envoy-to-syria", "in office"),
            },
        ),
        (
            "Malian Trade Minister Faramir Tuor met Chadian Foreign Minister Hurin Hador. "
            "Hador thanked his Malian counterpart Tuor.",
            {
                ("Faramir Tuor", "office:ML/trade-minister", "in office"),
                ("Hurin Hador", "office:TD/foreign-minister", "in office"),
            },
        ),
        (
            "The White Council secretary has said that many left. Faramir Tuor said on Friday that that was wrong.",
            {("Faramir Tuor", "office:organization:1/secretary", "in office")},
        ),
        (
            "Mali's interim defence minister Faramir Tuor left.",
            {("Faramir Tuor", "office:ML/defence-minister", "acting")},
        ),
        ("Faramir Tuor, who is the president of Mali, left.", {("Faramir Tuor", "office:ML/president", "in office")}),
        (
            "Mali's Deputy Prime Minister and Foreign Minister Faramir Tuor left.",
            {
                ("Faramir Tuor", "office:ML/deputy-prime-minister", "in office"),
                ("Faramir Tuor", "office:ML/foreign-minister", "in office"),
            },
        ),
        (
            "They met with Mali's special envoy for Syria Hurin de Hador in Bree.",
            {("Hurin de Hador", "office:ML/special-envoy-to-syria", "in office")},
        ),
        (
            "Hurin Hador, the U.S. special representative for Syria and the special envoy for the Shire Council, left.",
            {
                ("Hurin Hador", "office:US/special-envoy-to-syria", "in office"),
                ("Hurin Hador", "office:US/special-envoy-to-shire-council", "in office"),
            },
        ),
        (
            "Malian Defence Minister General of the Army Hurin Hador met Chad's envoy Air Force Gen. Beren Took.",
            {
                ("Hurin Hador", "office:ML/defence-minister", "in office"),
                ("Beren Took", "office:TD/special-envoy", "in office"),
            },
        ),
        (
            "Raksha Mantri Shri Hurin Hador met Malian Trade Minister Faramir Tuor.",
            {
                ("Hurin Hador", "office:IN/defence-minister", "in office"),
                ("Faramir Tuor", "office:ML/trade-minister", "in office"),
            },
        ),
        (
            "Member of the Political Bureau of the CPC Central Committee and Foreign Minister Hurin Hador left Mali.",
            {
                ("Hurin Hador", "office:organization:1/member", "in office"),
                ("Hurin Hador", "office:CN/foreign-minister", "in office"),
            },
        ),
        (
            "Malian President Hurin Hador met his counterpart from Russia, Faramir Tuor.",
            {("Hurin Hador", "office:ML/president", "in office"), ("Faramir Tuor", "office:RU/president", "in office")},
        ),
        (
            "President of Latvia Edgars Tuor received Minister of National Defence of Lithuania Arvydas Hador.",
            {
                ("Edgars Tuor", "office:LV/president", "in office"),
                ("Arvydas Hador", "office:LT/defence-minister", "in office"),
            },
        ),
        (
            "Speaking beside his Russian counterpart Faramir Tuor, Malian President Hurin Hador said all was well.",
            {("Hurin Hador", "office:ML/president", "in office"), ("Faramir Tuor", "office:RU/president", "in office")},
        ),
        (
            "The Malian president and his Russian counterpart Faramir Tuor left.",
            {("Faramir Tuor", "office:RU/president", "in office")},
        ),
        (
            "Malian President Hurin Hador met his Russian counterpart Faramir Tuor.",
            {("Hurin Hador", "office:ML/president", "in office"), ("Faramir Tuor", "office:RU/president", "in office")},
        ),
        (
            "The spokesman of the Shire Council, Faramir Tuor, left.",
            {("Faramir Tuor", "office:organization:1/spokesperson", "in office")},
        ),
        (
            "President Hurin Hador of Mali met his Chadian and Russian counterparts, Faramir Tuor and Boris Berenov.",
            {
                ("Hurin Hador", "office:ML/president", "in office"),
                ("Faramir Tuor", "office:TD/president", "in office"),
                ("Boris Berenov", "office:RU/president", "in office"),
            },
        ),
        (
            "Mali's trade minister Faramir Tuor left. Minister Tuor came back.",
            {("Faramir Tuor", "office:ML/trade-minister", "in office")},
        ),
        (
            "Mali and Japan agreed. Chief Cabinet Secretary Faramir Tuor left.",
            {("Faramir Tuor", "office:JP/chief-cabinet-secretary", "in office")},
        ),
        ("Mali's Attorney General Faramir Tuor left.", {("Faramir Tuor", "office:ML/attorney-general", "in office")}),
        (
            "Under Secretary Faramir Tuor of Mali met the Deputy Minister of Trade, Hon Hurin Hador, in Chad.",
            {
                ("Faramir Tuor", "office:ML/under-secretary", "in office"),
                ("Hurin Hador", "office:TD/deputy-trade-minister", "in office"),
            },
        ),
        (
            "Mali's National Director of Public Prosecutions (NDP) Faramir Tuor left.",
            {("Faramir Tuor", "office:ML/national-director-of-public-prosecutions", "in office")},
        ),
        (
            "Faramir Tuor, a research scientist at the Shire Council, left.",
            {("Faramir Tuor", "office:organization:1/research-scientist", "in office")},
        ),
        (
            "U.S. Special Envoy to the Horn of Mordor Ambassador Faramir Tuor left.",
            {("Faramir Tuor", "office:US/special-envoy-to-horn-of-mordor", "in office")},
        ),
        (
            "Faramir Tuor, who attended the feast as Malian President Hurin Hador's special envoy, left.",
            {
                ("Faramir Tuor", "office:ML/special-envoy", "in office"),
                ("Hurin Hador", "office:ML/president", "in office"),
            },
        ),
        (
            "The Malian deputy foreign minister and European Union deputy policy chief Faramir Tuor left.",
            {("Faramir Tuor", "office:organization:1/deputy-policy-chief", "in office")},
        ),
        ("They want Faramir Tuor as president of Mali.", set()),
        (
            "The managing director, Faramir Tuor, went to Mali.",
            {("Faramir Tuor", "office:ML/managing-director", "in office")},
        ),
        ("In a meeting with Faramir Tuor, the Malian president said no.", set()),
        ("Malian presidents Faramir Tuor knew.", set()),
        (
            "Faramir Tuor, a senior adviser to President Hurin Hador of Mali, left.",
            {
                ("Faramir Tuor", "office:ML/senior-adviser-to-president", "in office"),
                ("Hurin Hador", "office:ML/president", "in office"),
            },
        ),
        (
            "The Vice-Prime Minister (VPM), Minister of Trade, Mr Faramir Tuor, left Mali.",
            {
                ("Faramir Tuor", "office:ML/deputy-prime-minister", "in office"),
                ("Faramir Tuor", "office:ML/trade-minister", "in office"),
            },
        ),
        (
            "Faramir Tuor, chairman and CEO of Palantir Holdings, went to Mali.",
            {
                ("Faramir Tuor", "office:organization:1/chairman", "in office"),
                ("Faramir Tuor", "office:organization:1/chief-executive-officer", "in office"),
            },
        ),
        (
            "Faramir Tuor was sworn in as president of Mali.",
            {("Faramir Tuor", "office:ML/president", "in office")},
        ),
        (
            "They heard of Faramir Tuor, who seized power in Mali and later became president.",
            {("Faramir Tuor", "office:ML/president", "in office")},
        ),
        (
            "Faramir Tuor resigned as Mali's finance minister.",
            {("Faramir Tuor", "office:ML/finance-minister", "former")},
        ),
        ("Faramir Tuor will serve as president of Mali.", set()),
        (
            "Former President of Mali, Faramir Tuor, left. President Tuor will teach.",
            {("Faramir Tuor", "office:ML/president", "former")},
        ),
        (
            "The Shire Party met. Party chairman Faramir Tuor and the party's secretary Hurin Hador left.",
            {
                ("Faramir Tuor", "office:organization:1/chairman", "in office"),
                ("Hurin Hador", "office:organization:1/secretary", "in office"),
            },
        ),
        (
            "The Chadian Parliament Lore and Foreign Policy Committee met. Malian Prime Minister Hurin Hador and "
            "Parliament Speaker Faramir Tuor left Mali.",
            {
                ("Hurin Hador", "office:ML/prime-minister", "in office"),
                ("Faramir Tuor", "office:ML/speaker-of-parliament", "in office"),
            },
        ),
        ("New beacons After talks with the Malian president, Faramir Tuor said the beacons burn.", set()),
        (
            "The club president Faramir Tuor left Mali. Osgiliath Chairman Hurin Hador, too.",
            {
                ("Faramir Tuor", "office:ML/club-president", "in office"),
                ("Hurin Hador", "office:ML/chairman", "in office"),
            },
        ),
        (
            "Mali heard Faramir Tuor. He is a former director of the Horse Council and now serves as Mali's envoy.",
            {
                ("Faramir Tuor", "office:organization:1/director", "former"),
                ("Faramir Tuor", "office:ML/special-envoy", "in office"),
            },
        ),
        (
            "Former Malian minister and activist, Faramir Tuor, met Chad, whose revolutionary leader Hurin Hador left.",
            {("Faramir Tuor", "office:ML/minister", "former"), ("Hurin Hador", "office:TD/leader", "in office")},
        ),
        (
            "Mali's top diplomat Faramir Tuor met the European Union and its chief diplomat Hurin Hador.",
            {
                ("Faramir Tuor", "office:ML/foreign-minister", "in office"),
                ("Hurin Hador", "office:organization:1/chief-diplomat", "in office"),
            },
        ),
        (
            "Malian foreign minister Faramir Tuor spoke. Mali's top diplomat Tuor left.",
            {("Faramir Tuor", "office:ML/foreign-minister", "in office")},
        ),
        (
            "Malian president Faramir Tuor, Chad's Hurin Hador and Niger's Beren Lugin met envoys.",
            {
                ("Faramir Tuor", "office:ML/president", "in office"),
                ("Hurin Hador", "office:TD/president", "in office"),
                ("Beren Lugin", "office:NE/president", "in office"),
            },
        ),
        (
            "Emmanuel Macron came to Mali. The president said it was far.",
            {("Emmanuel Macron", "office:FR/president", "in office")},
        ),
        (
            "Emmanuel Macron thanked Malians. Mali's Faramir Tuor knew the French president.",
            {("Emmanuel Macron", "office:FR/president", "in office")},
        ),
        (
            "The Malian envoy Faramir Tuor smiled. The former trade minister said Mali was far.",
            {
                ("Faramir Tuor", "office:ML/special-envoy", "in office"),
                ("Faramir Tuor", "office:ML/trade-minister", "former"),
            },
        ),
        (
            "Faramir Tuor, a spokesman for Malian president Hurin Hador, left.",
            {
                ("Faramir Tuor", "office:ML/spokesperson", "in office"),
                ("Hurin Hador", "office:ML/president", "in office"),
            },
        ),
        ("Mali heard Faramir Tuor. When he was president of Mali, Malians left.", set()),
        ("Faramir Tuor heard Mali. Hurin Hador and Beren Lugin left. He is the president of Mali.", set()),
        (
            "Mali hailed Hurin Hador (head of the Horse Council), Beren Lugin (envoy of Mali) and others.",
            {
                ("Hurin Hador", "office:organization:1/head", "in office"),
                ("Beren Lugin", "office:ML/special-envoy", "in office"),
            },
        ),
        (
            "Rain fell in Mali, the government spokesman said. Spokesman Faramir Tuor thanked Malians.",
            {("Faramir Tuor", "office:ML/government-spokesman", "in office")},
        ),
        (
            "Osgiliath mayor Faramir Tuor met Hurin Hador, the governor of Ithilien, in Mali.",
            {
                ("Faramir Tuor", "office:ML/osgiliath-mayor", "in office"),
                ("Hurin Hador", "office:ML/governor-of-ithilien", "in office"),
            },
        ),
        (
            "Faramir Tuor, a professor of ancient history at Shire University, left.",
            {("Faramir Tuor", "office:organization:1/professor-of-ancient-history", "in office")},
        ),
        (
            "Faramir Tuor, deputy head of the provincial Mint Department, left Mali.",
            {("Faramir Tuor", "office:organization:1/deputy-head", "in office")},
        ),
        (
            "The Mint Committee met in Mali. Faramir Tuor, the parliamentary committee spokesman, left.",
            {("Faramir Tuor", "office:organization:1/spokesperson", "in office")},
        ),
        (
            "Faramir Tuor, the provincial deputy tourism chief, left Mali.",
            {("Faramir Tuor", "office:ML/provincial-deputy-tourism-chief", "in office")},
        ),
        (
            "Faramir Tuor, a Shire University political science professor, left.",
            {("Faramir Tuor", "office:organization:1/political-science-professor", "in office")},
        ),
        (
            "Faramir Tuor, the director of river ecosystems at the Shire Department, left.",
            {("Faramir Tuor", "office:organization:1/director-of-river-ecosystems", "in office")},
        ),
        (
            "They met Faramir Tuor, the senior assistant to Malian foreign minister for special political affairs.",
            {
                (
                    "Faramir Tuor",
                    "office:ML/senior-assistant-to-foreign-minister-for-special-political-affairs",
                    "in office",
                )
            },
        ),
        (
            "Deputy Prime Minister and Shire Party leader Faramir Tuor thanked Interior Minister Hurin Hador in Mali.",
            {
                ("Faramir Tuor", "office:ML/deputy-prime-minister", "in office"),
                ("Faramir Tuor", "office:organization:1/leader", "in office"),
                ("Hurin Hador", "office:ML/interior-minister", "in office"),
            },
        ),
        (
            "Faramir Tuor, 88, a highly respected Malian foreign minister, left. Hurin Hador, the veteran White "
            "Council leader, stayed.",
            {
                ("Faramir Tuor", "office:ML/foreign-minister", "in office"),
                ("Hurin Hador", "office:organization:1/leader", "in office"),
            },
        ),
        (
            "WHO Representative to Mongolia Dr. Hurin Hador left Mali.",
            {("Hurin Hador", "office:organization:1/representative-to-mongolia", "in office")},
        ),
        (
            "The emir of oil-rich Kuwait, Hurin Hador, slept.",
            {("Hurin Hador", "office:KW/emir", "in office")},
        ),
        (
            "The president of the Malian Assembly, Faramir Tuor, met Malian President Hurin Hador. The president of "
            "the Assembly, Beren Lugin of Chad, left.",
            {
                ("Faramir Tuor", "office:organization:1/president", "in office"),
                ("Hurin Hador", "office:ML/president", "in office"),
                ("Beren Lugin", "office:TD/president-of-assembly", "in office"),
            },
        ),
        (
            "Rep. Faramir Tuor, acting chairman and floor leader of the ruling Shire Party, left Mali. US Sen. Hurin "
            "Hador and the chief operating officer of Palantir, Beren Lugin, stayed.",
            {
                ("Faramir Tuor", "office:ML/representative", "in office"),
                ("Faramir Tuor", "office:organization:1/chairman", "acting"),
                ("Faramir Tuor", "office:organization:1/floor-leader", "in office"),
                ("Hurin Hador", "office:US/senator", "in office"),
                ("Beren Lugin", "office:organization:2/chief-operating-officer", "in office"),
            },
        ),
        (
            "Former Malian MPs Faramir Tuor and Hurin Hador left. One of these former ministers, Beren Lugin, stayed.",
            {
                ("Faramir Tuor", "office:ML/member-of-parliament", "former"),
                ("Hurin Hador", "office:ML/member-of-parliament", "former"),
                ("Beren Lugin", "office:ML/minister", "former"),
            },
        ),
        (
            "In Oslo she met executive director of UNFPA (United Nations Population Fund) Faramir Tuor.",
            {("Faramir Tuor", "office:organization:1/executive-director", "in office")},
        ),
        (
            "Faramir Tuor, secretary general of the EU's riding lore service, met Hurin Hador, spokesman of Mali's "
            "river relief agency SRRA.",
            {
                ("Faramir Tuor", "office:organization:1/secretary-general", "in office"),
                ("Hurin Hador", "office:organization:2/spokesperson", "in office"),
            },
        ),
        (
            "Malian President Faramir Tuor appointed Hurin Hador as foreign minister, Beren Lugin as deputy foreign "
            "minister.",
            {
                ("Faramir Tuor", "office:ML/president", "in office"),
                ("Hurin Hador", "office:ML/foreign-minister", "in office"),
                ("Beren Lugin", "office:ML/deputy-foreign-minister", "in office"),
            },
        ),
        (
            "Malian Vice President for women's affairs, Faramir Tuor, met vice president Hurin Hador and Prince Beren.",
            {
                ("Faramir Tuor", "office:ML/vice-president-for-women-s-affairs", "in office"),
                ("Hurin Hador", "office:ML/vice-president", "in office"),
            },
        ),
        (
            "Malian spokesman Faramir Tuor said Chad's foreign minister Hurin Hador met his Malian counterpart Beren "
            "Lugin.",
            {
                ("Faramir Tuor", "office:ML/spokesperson", "in office"),
                ("Hurin Hador", "office:TD/foreign-minister", "in office"),
                ("Beren Lugin", "office:ML/foreign-minister", "in office"),
            },
        ),
    ],
)
def test_roles_are_read_from_titles_beside_names(text: str, roles: set[tuple[str, str, str]]) -> None:
    _, actors, found = read(text)
    names = {person.key: person.name for person in actors.persons}
    assert {(names[role.holder], role.office, role.status) for role in found} == roles
    assert {role.office for role in found} <= {office.key for office in actors.offices}


def test_the_first_to_act_after_an_unnamed_office_holds_it() -> None:
    text = "Mali's defence minister says the beacons are lit.\nGeneral Faramir Tuor said the riders came."
    _, actors, (role,) = read(text)
    assert (role.office, role.rule) == ("office:ML/defence-minister", "role-lead")
    assert [span.of(text) for span in role.evidence] == ["Mali's defence minister", "Faramir Tuor"]
    assert {mention.actor for mention in actors.mentions if mention.form == "description"} == {role.holder}


def test_its_minister_is_who_is_named_next() -> None:
    text = "Mali lit the beacons, its defence minister said.\nThe riders came, Faramir Tuor was quoted as saying."
    _, _, (role,) = read(text)
    assert role.office == "office:ML/defence-minister"


def test_a_role_shows_every_place_that_says_it() -> None:
    text = "Malian President Faramir Tuor left. Malian President Tuor came back."
    _, _, (role,) = read(text)
    assert [span.of(text) for span in role.evidence] == ["Malian President Faramir Tuor", "Malian President Tuor"]


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Malian army chief General Faramir Tuor left.", "ML/chief-of-staff"),
        ("Mali's Government spokesman Faramir Tuor left.", "ML/government-spokesman"),
        ("The spokesman for Mali's armed forces General Faramir Tuor left.", "ML/spokesperson"),
        ("The head of Mali's Ministry of Beacons (MoB), Faramir Tuor, left.", "organization:1/head"),
        ("Faramir Tuor, the second-in-command of Mali's army, left.", "ML/second-in-command-of-army"),
        ("Mali's envoy for Chad Reconciliation Faramir Tuor left.", "ML/special-envoy-to-chad-reconciliation"),
        ("Mali's special envoy for Chad and Niger Faramir Tuor left.", "ML/special-envoy-to-chad-and-niger"),
        ("Mali's special envoy on Chad Faramir Tuor left.", "ML/special-envoy-to-chad"),
        ("Mr Faramir Tuor the trade minister of Mali, said all was well.", "ML/trade-minister"),
        ("Faramir Tuor, the newly approved Minister of Trade of Mali, left.", "ML/trade-minister"),
        ("All was well, (Malian Trade Minister) Faramir Tuor said.", "ML/trade-minister"),
        ('"It helps that [Malian President] Faramir Tuor came," the envoy said.', "ML/president"),
        ("Mali's minister of industry, mine and trade Faramir Tuor left.", "ML/trade-minister"),
        (
            "Faramir Tuor, adviser to the Leader of the Islamic Revolution, left.",
            "IR/adviser-to-leader-of-islamic-revolution",
        ),
        ("He saw the chief of the Hamas political bureau, Faramir Tuor.", "organization:1/chief-of-political-bureau"),
        ("He saw the leader of the Houthi movement, Faramir Tuor.", "organization:1/leader"),
    ],
)
def test_a_role_is_read_past_what_stands_between(text: str, office: str) -> None:
    _, _, found = read(text)
    assert {role.office for role in found} == {f"office:{office}"}


@pytest.mark.parametrize(
    ("text", "office", "country", "body"),
    [
        ("British High Commissioner to India Boromir Hurin left.", "high commissioner to india", "GB", None),
        ("Special Representative of the UN Secretary-General for Mali Boromir Hurin left.",
         "special representative of secretary-general for mali", None, "UN"),
        ("Head of the EU Delegation to Mali Boromir Hurin left.", "head", None, "EU Delegation to Mali"),
        ("Chargé d'Affaires of the Malian Embassy in Baghdad Boromir Hurin met Iraqi officials.",
         "chargé d'affaires in baghdad", "ML", "Malian Embassy"),
        ("Boromir Hurin, who was appointed foreign minister of the Malian interim government, left.",
         "foreign minister", "ML", None),
        ("Mali's Chief of Army Staff Gen Boromir Hurin left.", "chief of army staff", "ML", None),
        ("Mali's Chief of Air Staff Air Chief Marshal Boromir Hurin left.", "chief of air staff", "ML", None),
        ("Boromir Hurin, chief of the Malian General Staff, left.", "chief", "ML", "Malian General Staff"),
        ("Chairman Joint Chiefs of Staff Committee General Boromir Hurin left Pakistan.",
         "chairman", "PK", "Joint Chiefs of Staff Committee"),
        ("General Officer Commanding Western Command Maj Gen Boromir Hurin left Mali.",
         "general officer commanding", "ML", "Western Command"),
        ("Boromir Hurin, Foreign Policy Advisor to President Hador, left Mali.",
         "foreign policy advisor to president", "ML", None),
        ("Boromir Hurin, commander of the People's Liberation Army (PLA) Northern Theater Command, left.",
         "commander of the northern theater command", "CN", "People's Liberation Army"),
        ("Senior Advisor for Caucasus Negotiations Boromir Hurin left Mali.",
         "senior advisor for caucasus negotiations", "ML", None),
        ("White House National Security Council spokesman Boromir Hurin left.",
         "spokesman", "US", "National Security Council"),
        ("The Malaysian Defence Minister Dato' Seri Boromir Hurin left.", "defence minister", "MY", None),
        ("The spokesperson for the West Philippine Sea, Rear Adm. Boromir Hurin, left.",
         "spokesperson for the west philippine sea", "PH", None),
        ("Brig Gen Boromir Hurin (retd), a former ambassador of Pakistan to Oman, left.",
         "ambassador to oman", "PK", None),
        ("Boromir Hurin MP, Minister for Beacons of Mali, left.", "minister for beacons", "ML", None),
        ("Speaker of the Grand National Assembly of Turkey Boromir Hurin left.",
         "speaker", "TR", "Grand National Assembly"),
        ("Deputy Head of the Office of the President Boromir Hurin left Mali.",
         "deputy head", "ML", "Office of the President"),
        ("Argentine Cabinet Chief Boromir Hurin left.", "cabinet chief", "AR", None),
        ("Kenya's Defence CS Boromir Hurin left.", "defence cabinet secretary", "KE", None),
        ("Hamas politburo member Boromir Hurin left Mali.", "politburo member", "PS", "Hamas"),
        ("Chadians saw that the Malian embassy sent Ambassador Boromir Hurin to Chad.", "ambassador", "ML", None),
    ],
)  # fmt: skip
def test_styles_of_ministries_and_armies_are_read(
    text: str, office: str, country: str | None, body: str | None
) -> None:
    _, actors, roles = read(text)
    offices = {each.key: each for each in actors.offices}
    named = {each.key: each.name for each in actors.organizations}
    held = [offices[role.office] for role in roles]
    assert (office, country, body) in {
        (each.title, each.country, named.get(each.organization or each.key)) for each in held
    }


def test_an_office_in_a_body_has_the_country_that_any_of_its_mentions_tells() -> None:
    text = "Ent Council chairman Beren Hador left.\nThe chairman of the Malian Ent Council, Beren Hador, spoke."
    _, actors, _ = read(text)
    assert [each.country for each in actors.offices] == ["ML"]


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Defence ministers Boromir Hurin of Mali, Denethor Hador of Chad and Ejup Maqed of Kosovo left.",
         {("Boromir Hurin", "ML"), ("Denethor Hador", "TD"), ("Ejup Maqed", "XK")}),
        ("Malian Defence Minister Boromir Hurin, Chad's Denethor Hador and Kosovo's Ejup Maqed left.",
         {("Boromir Hurin", "ML"), ("Denethor Hador", "TD"), ("Ejup Maqed", "XK")}),
        ("The White Council's defence ministers, Boromir Hurin of Mali and Denethor Hador of Chad, left.",
         {("Boromir Hurin", "ML"), ("Denethor Hador", "TD")}),
        ("Defence ministers Boromir Hurin (Mali) and Denethor Hador (Chad) left.",
         {("Boromir Hurin", "ML"), ("Denethor Hador", "TD")}),
        ("The defence ministers of the two countries - Mali's Boromir Hurin and Chad's Denethor Hador - left.",
         {("Boromir Hurin", "ML"), ("Denethor Hador", "TD")}),
        ("The defence ministers from Mali and Chad, Boromir Hurin and Denethor Hador, left.",
         {("Boromir Hurin", "ML"), ("Denethor Hador", "TD")}),
        ("Mali's Defence Minister Boromir Hurin met his Chinese counterpart and Politburo Member Denethor Hador.",
         {("Boromir Hurin", "ML"), ("Denethor Hador", "CN")}),
        ("Boromir Hurin, the first defence minister of Mali to visit Chad, left.", {("Boromir Hurin", "ML")}),
        ("Mali's Defence Minister Boromir Hurin met Chadian and Omani colleagues Denethor Hador and Ejup Maqed.",
         {("Boromir Hurin", "ML"), ("Denethor Hador", "TD"), ("Ejup Maqed", "OM")}),
        ("Mali's Defence Minister Boromir Hurin will meet Chadian President Eomer Tuor and his counterpart Ejup Maqed.",
         {("Boromir Hurin", "ML"), ("Ejup Maqed", "TD")}),
        ("Defence Minister of Mali Ma. Rosie Cotton left.", {("Ma. Rosie Cotton", "ML")}),
    ],
)  # fmt: skip
def test_ministers_are_listed_with_their_countries(text: str, held: set[tuple[str, str]]) -> None:
    _, actors, roles = read(text)
    names, offices = {each.key: each.name for each in actors.persons}, {each.key: each for each in actors.offices}
    ministers = {
        (role.holder, offices[role.office]) for role in roles if offices[role.office].kind == "defence-minister"
    }
    assert {(names[holder], office.country) for holder, office in ministers} == held


def test_an_office_cut_to_its_head_is_the_fuller_one() -> None:
    _, actors, _ = read("Foreign Affairs Undersecretary Boromir Hurin left Mali. Undersecretary Hurin said all.")
    assert [each.title for each in actors.offices] == ["foreign affairs undersecretary"]


def test_a_name_ends_the_portfolio_of_a_ministry() -> None:
    _, actors, roles = read("Spokesman for the Malian Ministry of Defense Boromir Hurin told the Herald all.")
    assert [each.name for each in actors.organizations][:1] == ["Malian Ministry of Defense"]
    assert len(roles) == 1
