"""Who holds a title: the person named beside it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from kg.extract.actors.holders.installed import installed
from kg.extract.actors.holders.predicates import of_post, said_to_be
from kg.extract.actors.persons.person_words import KIN
from kg.extract.actors.reading import Name, Reading
from kg.extract.actors.titles import OWNERS, POSSESSIVE, Title, apart, joins
from kg.extract.actors.titles.appositions import apposition_start, name_before
from kg.extract.actors.titles.model import ELECTED
from kg.extract.actors.titles.styles import holder_start, is_style
from kg.extract.grammar import FINITE
from kg.model import RoleStatus

_OPENING = frozenset({"IN", "VBG"})  # part of speech of the first word of what stands before a subject
_DOUBLED = frozenset({"deputy prime minister", "vice premier"})  # who is minister of something, too
_LONGEST = 12  # words in brackets
_SHARED = frozenset({"role-after-name", "role-is", "role-installed", "role-joined"})  # the next title is his too


@dataclass(frozen=True, slots=True)
class Held:
    """`title` with its `holder`, where a name stands beside it; `rule` is the construction."""

    title: Title
    holder: Name | None = None
    rule: str = ""


def find_holders(reading: Reading, titles: Sequence[Title]) -> list[Held]:
    """Return every title with the name of its holder, in the order of the titles."""
    found: list[Held] = []
    for title in titles:
        held = _named_after(reading, title)
        found.append(Held(title) if _amid_list(reading, held, found[-1:]) else held)
    _share_backwards(reading, found)
    found = [each if each.holder else _named_before(reading, each.title) for each in found]
    for i in range(1, len(found)):
        before, each = found[i - 1], found[i]
        bare = each.title.last == each.title.head + 1
        owner = bare and reading.words[each.title.last].text in POSSESSIVE  # "and the Mint chief's deputy"
        shared = not (owner or each.title.plural) and before.rule in _SHARED and each.holder in {None, before.holder}
        if shared and _linked(reading, before.title, each.title):
            found[i] = Held(each.title, before.holder, "role-joined")
    for i in reversed(range(1, len(found))):
        before, each = found[i - 1], found[i]
        if each.rule == "role-joined" and _linked(reading, before.title, each.title):
            found[i - 1] = replace(before, title=_in_same_body(before.title, each.title))
    found = [_serving(reading, each, further) for each, further in zip_longest(found, found[1:])]
    return [each for i, each in enumerate(found) if i == 0 or not _styled(reading, titles[i - 1], each.title)]


def _named_after(reading: Reading, title: Title) -> Held:
    """Find the holder after the title, styles between them aside."""
    start = holder_start(reading, title)
    name = reading.person_at(start)
    title = _one_of(reading, title)
    kin = reading.words[title.first - 1].lower == "of" and reading.words[title.first - 2].lower in KIN
    kin = kin and reading.words[title.last].text == ","  # "the widow of the steward, Finduilas"
    if name is None or title.plural or kin or _goes_on(reading, title, name):
        return Held(title)
    if reading.words[title.first - 1].lower == reading.words[name.last].lower == "as":
        return Held(title)  # "Denethor as steward, Imrahil as envoy"
    return Held(title, name, "role-before-name")


def _amid_list(reading: Reading, held: Held, last: Sequence[Held]) -> bool:
    """Tell whether the title is of the name before it: "Denethor, head of the Mint, Imrahil, head of the Guard".

    So in brackets: "Denethor (head of the Mint), Imrahil (head of the Guard)".
    """
    before = name_before(reading, held.title) if reading.words[held.title.last].text in {",", ")"} else None
    return before is not None and held.holder is not None and before not in [each.holder for each in last]


def _one_of(reading: Reading, title: Title) -> Title:
    """Return the title of "one of these former stewards" as one person's."""
    words, at = reading.words, title.first - 1
    at -= words[at].lower in {"the", "these", "those", "its", "their"}
    at += title.article in OWNERS
    one = title.plural and words[at].lower == "of" and words[at - 1].lower == "one"
    return replace(title, plural=False) if one else title


def _share_backwards(reading: Reading, found: list[Held]) -> None:
    """Give both titles of "deputy prime minister and foreign minister Imrahil" their holder."""
    holders: dict[str, set[str]] = {}
    for each in found:
        if each.holder is not None:
            holders.setdefault(each.title.title, set()).add(_surname(reading, each.holder))
    for i in reversed(range(len(found) - 1)):
        one, other = found[i], found[i + 1]
        joined = _linked(reading, one.title, other.title) and not apart(one.title, other.title)
        joined = joined and not one.title.plural and not _apposed(reading, one.title)
        joined = joined or _styled(reading, one.title, other.title) or _beside(one.title, other.title)
        if other.holder is not None and joined:
            others = holders.get(one.title.title, set()) - {_surname(reading, other.holder)}
            if not others or not one.title.article:  # else "the president and Prime Minister Imrahil" are two
                found[i] = Held(_in_same_body(one.title, other.title), other.holder, "role-joined")


def _linked(reading: Reading, one: Title, other: Title) -> bool:
    return joins(reading, one, other) or _enumerated(reading, one, other)


def _apposed(reading: Reading, title: Title) -> bool:
    """Tell whether it is that of whom stands before it: "met Denethor, the Mint's director, and Steward Imrahil"."""
    name = reading.person_at(title.first - 2)
    own = name is not None and reading.words[title.first - 1].text == ","
    return own and bool(title.article or not title.capital or reading.words[title.last].text == ",")


def _beside(one: Title, other: Title) -> bool:
    """Tell whether a title goes straight before another: "Shire Riders chairman Steward X", "Steward Senator X"."""
    seated = other.group == ELECTED and other.bare and one.capital
    return (one.organization is not None or seated) and other.first == one.last and other.capital


def _in_same_body(one: Title, other: Title) -> Title:
    """Return the first of "chairman and founder of the Mint" with the body; a steward and founder is the country's."""
    bodily = one.noun.body or other.of_firms
    stately = one.group == "minister" or "presidential" in one.title
    own = one.last > one.head + 1 and one.group != "expert"
    whole = one.placed or stately or own  # "head of police and chairman of the Mint" are in two
    return replace(one, organization=other.organization, country=other.country) if bodily and not whole else one


def _enumerated(reading: Reading, one: Title, other: Title) -> bool:
    """Tell whether a comma alone parts two titles before a name: "The Steward, Minister of War, Mr Denethor, left".

    Before "and" it is a list of offices in one body: "the director, chairman and founder of the Mint, Denethor".
    """
    words, comma = reading.words, one.last
    if words[comma].text == "(" and words[comma + 2].text == ")":
        comma += 3  # the acronym of the office
    listed = words[other.last].lower == "and" and one.noun.body
    apposed = words[comma].text == "," and other.first == comma + 1
    seated = other.group == ELECTED and words[other.last].lower == "the"  # "Senator the Hon Imrahil"
    doubled = one.title in _DOUBLED and one.capital and not one.article and other.group == "minister"
    return apposed and (words[other.last].text == "," or listed or seated or doubled) and not other.article


def _styled(reading: Reading, one: Title, other: Title) -> bool:
    """Tell whether the second title is only a style: "the director of the mint, Ambassador Imrahil"."""
    apposed = other.first == one.last + (reading.words[one.last].text == ",")
    return apposed and other.bare and other.group == "diplomat"


def _serving(reading: Reading, held: Held, further: Held | None) -> Held:
    """Return "adviser to Steward Denethor" as a title that Denethor owns; his own title follows it."""
    title, link = held.title, reading.words[held.title.last].lower
    served = further is not None and link in {"to", "for"} and further.title.first == title.last + 1
    if further is None or further.holder is None or not served:
        return held
    text, country = f"{title.title} {link} {further.title.title}", title.country or further.title.country
    return replace(held, title=replace(title, title=text, country=country, owner=further.holder.last - 1))


def _surname(reading: Reading, name: Name) -> str:
    return reading.words[name.last - 1].lower


def _named_before(reading: Reading, title: Title) -> Held:
    """Find the holder before the title: in apposition, or as what somebody is."""
    if title.plural:
        return Held(title)
    name = name_before(reading, title)
    if name and (_closed(reading, title) or _opens_sentence(reading, name, title)):
        return Held(title, name, "role-after-name")
    first = apposition_start(reading, title)
    name = reading.person_at(first - 1)
    if name and title.placed and _between_and_closed(reading, title):
        return Held(title, name, "role-after-name")
    name = said_to_be(reading, title)
    if name:
        return Held(title, name, "role-is")
    for told, rule in ((installed(reading, title), "role-installed"), (of_post(reading, title), "role-is")):
        if told:
            return Held(replace(title, status=told[1]), told[0], rule)
    return Held(title)


def _between_and_closed(reading: Reading, title: Title) -> bool:
    """Tell whether it is as in "Denethor former steward of Gondor, who ...", "Denethor the steward of Gondor, said"."""
    return (title.status is RoleStatus.FORMER or title.article == "the") and _closed(reading, title)


def _goes_on(reading: Reading, title: Title, name: Name) -> bool:
    """Tell whether a name after a comma goes on with the clause, and is no apposition."""
    comma = reading.words[title.last].text == ","
    single = name.last - name.first < 2 and not is_style(reading, name.first - 1)  # "the Mint's director, Dr Imrahil"
    own = single or reading.words[name.last].text == "'s" or _follows_opening(reading, title, name)
    return comma and own


def _follows_opening(reading: Reading, title: Title, name: Name) -> bool:
    """Tell whether the name is the subject behind "After talks with the steward, Imrahil Hurin said".

    A heading may run into the sentence: "New beacons After talks with the steward, ...".
    """
    tree, verb, head = reading.tree(title.head), reading.token(name.last), reading.token(title.head)
    if verb is None or head is None or verb.tag not in FINITE:
        return False
    before = range(tree.first, head.index)
    opening = next((i for i in before if tree[i].tag in _OPENING and tree[i].text[0].isupper()), head.index)
    return opening < head.index and all(tree[word].text != "," for word in range(opening, head.index))


def _closed(reading: Reading, title: Title) -> bool:
    """Tell whether the apposition ends after the title: no verb follows, and no name of its own."""
    following = reading.words[title.last]
    if following.text in POSSESSIVE:
        return False
    if following.lower == "to" and reading.tag(title.last + 1) == "VERB":
        return True  # "the first steward of Gondor to visit Rohan"
    if following.lower in {"for", "to"} and title.placed:  # "Denethor, spokesman for Mint chief Imrahil"
        return any(word in reading.title_heads for word in range(title.last + 1, title.last + _LONGEST))
    at = title.last
    while reading.tag(at) == "ADV":
        at += 1  # "after talks with Denethor, the steward of Gondor also said"
    token = reading.token(at)
    return token is None or (token.tag not in FINITE and not following.capital)


def _opens_sentence(reading: Reading, name: Name, title: Title) -> bool:
    """Tell whether "Denethor, the steward of Gondor meets ..." lacks its second comma: the name opens the clause."""
    before = name.first - 1
    while is_style(reading, before):
        before -= 1
    return title.placed and name.last - name.first > 1 and not reading.words[before].is_word
