"""Offices named by another's, "his Gondorian counterpart Imrahil", or by what is said of a foreign minister."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from kg.extract.actors.holders import Held
from kg.extract.actors.reading import KeyOf, Name, Reading
from kg.extract.actors.titles import COUNTERPART, OWNERS, Title
from kg.extract.actors.titles.model import SIDES
from kg.lexicon.offices import equivalent_title, kind_of
from kg.model import ActorKey

_PORTFOLIO_HEADS = ("minister", "secretary")
_INFORMAL = frozenset({"chief diplomat", "top diplomat"})  # a country's foreign minister
_UNDER = ("assistant", "deputy", "vice")  # begin the titles of those below a minister
_REACH = 200  # words round "his counterpart" among which he is looked for
_FRONTED = frozenset({"in", "during", "after", "following", "at", "upon", "before", "together", "alongside"})


@dataclass(frozen=True, slots=True)
class _Offices:
    """The offices told in a document: `all_of` the people in it, `known` of those so far, and those without a name.

    `unheld` has the latter by their last words.
    """

    all_of: Mapping[ActorKey | None, Title]
    known: dict[ActorKey | None, Title] = field(default_factory=dict)
    unheld: dict[int, Title] = field(default_factory=dict)

    def add(self, title: Title, person: ActorKey | None) -> None:
        """Take note of an office told, and of its holder if the words name one."""
        if person is not None:
            self.known.setdefault(person, title)
        elif not title.plural:
            meant = title if title.country is not None else self._called(title)
            if meant is not None:
                self.unheld[title.last - 1] = meant

    def _called(self, title: Title) -> Title | None:
        """Return the one known office that "the president" or "the minister" may mean."""
        known = {(each.title, each.country): each for each in self.known.values() if each.group == title.group}
        same = [each for each in known.values() if each.title == title.title]
        same = same or [each for each in known.values() if each.title.endswith(f" {title.title}")]
        return same[0] if len(same) == 1 and title.article == "the" and title.group in SIDES else None

    def told(self, reading: Reading, word: int, key_of: KeyOf) -> Title | None:
        """Return the office that the word tells: that of the person named there, or one without a name."""
        return self.known.get(key_of(reading.person_at(word))) or self.unheld.get(word)


def spell_counterparts(reading: Reading, held: Sequence[Held], key_of: KeyOf) -> list[Held]:
    """Return the titles with "counterpart", "colleague" and "chief diplomat" replaced by the office they mean.

    The office is of the kind that the other one holds; a colleague's is of the other's country. Where none can be told,
    the title is left out.
    """
    offices = _Offices(_all_of(held, key_of))
    found: list[Held] = []
    foreign = {key_of(each.holder): each.title.country for each in held if each.holder and _may_be_foreign(each.title)}
    for each in (_formal(each, foreign, key_of(each.holder)) for each in held):
        if each.title.group != COUNTERPART:
            offices.add(each.title, key_of(each.holder))
            found.append(each)
        elif (meant := _meant(reading, each, offices, key_of)) is not None:
            offices.add(meant.title, key_of(meant.holder))
            found.append(meant)
    return found


def _may_be_foreign(title: Title) -> bool:
    """Tell whether the title may be that of a foreign minister."""
    return title.group == COUNTERPART or kind_of(title.title) == "foreign-minister"


def _formal(held: Held, foreign: Mapping[ActorKey | None, str | None], person: ActorKey | None) -> Held:
    """Return the title of a country's chief diplomat as that of its foreign minister, unless that is another person."""
    title = held.title
    other = person is not None and person not in foreign and title.country in foreign.values()
    if other or title.title not in _INFORMAL or title.country is None or title.organization is not None:
        return held
    return replace(
        held, title=replace(title, title=equivalent_title("foreign minister", title.country), group="minister")
    )


def _all_of(held: Sequence[Held], key_of: KeyOf) -> Mapping[ActorKey | None, Title]:
    single = [(key_of(each.holder), each.title) for each in held if not each.title.plural]
    return {key: title for key, title in reversed(single) if key is not None and title.group != COUNTERPART}


def _meant(reading: Reading, held: Held, offices: _Offices, key_of: KeyOf) -> Held | None:
    title = held.title
    owned = title.owner is not None or title.article in OWNERS or title.placed
    if held.rule == "role-is" or not owned:
        return None  # "Imrahil is his counterpart" gives no new office, and "my colleague" none
    other = _owner(reading, held, offices, key_of)
    if other is None:
        return None
    country = title.country or (other.country if _at_home(title) else None)
    own = offices.known.get(key_of(held.holder))
    if own is not None:
        return None  # where he holds an office already, the word gives him no other
    if country is None:
        return _of_union(held, other)
    ministry = _ministry(title)
    portfolio = title.title.rpartition(" ")[0] if ministry is None else _of_ministry(reading, ministry)
    head = next((head for head in _PORTFOLIO_HEADS if head in other.title), None)
    if portfolio and head is None:
        return None
    alike = _wider(other, country, offices.known) or equivalent_title(other.title, country)
    text = f"{portfolio} {head}" if portfolio else alike.removeprefix("union ")  # as India calls its ministers
    body = None if ministry else title.organization
    spelled = replace(title, title=text, group=other.group, country=country, organization=body, owner=None, bare=False)
    return _spelled(held, spelled)


def _spelled(held: Held, title: Title) -> Held:
    return replace(held, title=title, rule="role-counterpart" if held.holder else "")


def _of_union(held: Held, other: Title) -> Held | None:
    """Return a foreign minister's counterpart in the European Union, which has no ministers."""
    body = held.title.organization
    united = body is not None and body.known is not None and body.known.name == "European Union"
    spelled = replace(held.title, title="high representative", group="diplomat", owner=None, bare=False)
    foreign = kind_of(other.title) in {"foreign-minister", "secretary-of-state"}
    return _spelled(held, spelled) if united and foreign else None


def _ministry(title: Title) -> Name | None:
    return title.organization if title.organization and title.organization.rule == "ministry" else None


def _at_home(title: Title) -> bool:
    """Tell whether the other is of the same country: a colleague, and a counterpart in another ministry."""
    return title.title.endswith("colleague") or _ministry(title) is not None


def _of_ministry(reading: Reading, ministry: Name) -> str:
    """Return what the ministry is for: "trade" of "his Gondorian Trade Ministry counterpart"."""
    words = (reading.words[i] for i in range(ministry.first, ministry.last) if not reading.country_at.covering(i))
    return " ".join(word.lower for word in words if word.is_word and word.lower not in {"ministry", "of", "the"})


def _wider(other: Title, country: str, titles_of: Mapping[ActorKey | None, Title]) -> str:
    """Return the title of the country's one minister whose portfolio shares a word with the other's, or nothing.

    The counterpart of a transport minister is the minister of transport and roads.
    """
    own = _portfolio(other)
    alike = (t.title for t in titles_of.values() if t.country == country and t.group == other.group)
    same = {title for title in alike if _rank(title) == _rank(other.title)}
    shared = [title for title in same if own & set(title.split())]
    return shared[0] if len(shared) == 1 else ""


def _rank(title: str) -> tuple[bool, bool]:
    """Return whether a title is of a secretary, and of somebody below a minister."""
    return "secretary" in title, title.startswith(_UNDER)


def _portfolio(title: Title) -> set[str]:
    return set(title.title.split()) - {*_PORTFOLIO_HEADS, "of", "and", "the", "for", "affairs", "deputy", "prime"}


def _owner(reading: Reading, held: Held, offices: _Offices, key_of: KeyOf) -> Title | None:
    """Return whose counterpart it is, as the office held: of the name before "'s", for "his" that spoken of last.

    In "In talks with his counterpart, Faramir said" it is the one who comes after. Nobody is the counterpart, though he
    may be the colleague, of somebody of his own country.
    """
    title = held.title
    if title.owner is not None:
        owner = key_of(reading.name_at(title.owner))
        return offices.known.get(owner) or offices.all_of.get(owner)
    sentence = reading.words.sentence_round(title.first, _REACH)
    first, last = sentence.start, sentence.stop
    listed = listed_before(reading, title)  # "Gimli will meet Denethor and his counterpart": Gimli's
    around = range((title.first if listed is None else listed.first) - 1, first - 1, -1)
    here = [offices.told(reading, i, key_of) for i in around]
    fronted = _is_fronted(reading, first)
    if not any(here) and (fronted or title.article in OWNERS):
        if fronted:
            around = range(max(title.last, held.holder.last if held.holder else 0), last)
        here = [offices.all_of.get(key_of(reading.person_at(i))) for i in around]  # whose office is told later
    before = (offices.told(reading, i, key_of) for i in range(first - 1, max(title.first - _REACH, 0) - 1, -1))
    away = None if _at_home(title) else title.country
    return next((other for other in (*here, *before) if other and (away is None or other.country != away)), None)


def listed_before(reading: Reading, title: Title) -> Name | None:
    """Return Denethor in "will meet Steward Denethor and his counterpart", who is of Denethor's country."""
    at = title.first - 1
    name = reading.person_at(at - 1) if reading.words[at].lower == "and" else None
    tokens = [reading.token(i) for i in range(name.first, name.last)] if name is not None else []
    return name if any(token is not None and token.dep in {"obj", "obl"} for token in tokens) else None


def _is_fronted(reading: Reading, first: int) -> bool:
    """Tell whether a phrase opens the sentence that its subject follows: "In talks with", "Speaking beside"."""
    word = reading.words[first].lower
    return word in _FRONTED or reading.tag(first) == "VERB"
