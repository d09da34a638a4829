"""Pairs of supposed persons proposed for joining, and which of them are beyond doubt."""

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from kg.lexicon import words
from kg.resolve.links import Relation
from kg.resolve.persons.names import PersonName, is_style
from kg.resolve.persons.namesakes import FAR_MORE
from kg.resolve.persons.profiles import Profile, objection, shared_offices
from kg.resolve.persons.similarity import alike, leaves_out

_LONG = 3  # words of a name that two office-holders hardly share by chance
_MORE = 10  # times the documents of all others who hold the office; without an office FAR_MORE
_GIVEN = "^"  # marks a given name among the keys of short forms
_SPELLINGS = {Relation.SPELLING, Relation.SHORT_FORM}
_SINGLES = {Relation.SURNAME, Relation.GIVEN_NAME}


@dataclass(frozen=True, slots=True)
class Pair:
    """`candidate` may be who `name` (the shorter or rarer form) stands for."""

    name: Profile
    candidate: Profile
    relation: Relation


def spellings(profiles: Sequence[Profile]) -> Iterator[Pair]:
    """Propose holders of one office whose names are nearly spelled alike, or differ by a short form."""
    for block in _blocks(profiles, lambda p: [(office, p.name.sounds[-1][0]) for office in p.offices]):
        for a, b in combinations(block, 2):
            if relation := alike(a.name, b.name):
                rarer, other = sorted((a, b), key=lambda p: (len(p.documents), -p.number))
                yield Pair(rarer, other, relation)


def middle_names(profiles: Sequence[Profile]) -> Iterator[Pair]:
    """Propose `Samwise Hamfast Gamgee` for `Samwise Gamgee`."""
    for block in _blocks(profiles, lambda p: [(p.name.sounds[0], p.name.sounds[-1])]):
        yield from _shortened(block, Relation.MIDDLE_NAME)


def parts(profiles: Sequence[Profile]) -> Iterator[Pair]:
    """Propose, among holders of one office, names of which another name is the beginning or the end."""
    known = {p.name.sounds for p in profiles}
    whole = [p for p in profiles if not _run_together(p.name.sounds, known)]
    for block in _blocks(whole, lambda p: [(o, p.name.sounds[0]) for o in p.offices]):
        yield from _shortened(block, Relation.PART)
    for block in _blocks(whole, lambda p: [(o, p.name.sounds[-1]) for o in p.offices]):
        yield from _shortened(block, Relation.PART)


def _run_together(name: tuple[str, ...], known: Collection[tuple[str, ...]]) -> bool:
    """Return whether a name is two full names of others: `Frodo Baggins Samwise Gamgee` would make them one."""
    return any(name[:at] in known and name[at:] in known for at in range(2, len(name) - 1))


def singles(profiles: Sequence[Profile], alone: Sequence[Profile]) -> Iterator[Pair]:
    """Propose the holders of an office for each of those that documents give it by one name `alone`."""
    held: dict[tuple[str, str], list[Profile]] = defaultdict(list)
    for each in profiles:
        for key in {(office, form) for office in each.offices for form in _short_forms(each.name)}:
            held[key].append(each)
    for each in alone:
        for form, relation in _looked_for(each):
            for office in tuple(each.offices):  # joining what was proposed before may give it more
                for candidate in held[office, form]:
                    yield Pair(each, candidate, relation)


def fellow_singles(alone: Sequence[Profile]) -> Iterator[Pair]:
    """Propose for each single name the first that another document gives the same office."""
    first: dict[tuple[str, str], Profile] = {}
    for each in alone:
        for office in tuple(each.offices):  # joining what was proposed before may give it more
            known = first.setdefault((office, each.name.sound), each)
            if known is not each:
                yield Pair(each, known, Relation.SINGLE)


def styled_singles(alone: Sequence[Profile]) -> Iterator[Pair]:
    """Propose for each king and the like the first of this name, if documents know such of one country at most."""
    sole = words("persons/sole_styles.txt")
    for block in _blocks(alone, lambda p: [(style, p.name.sound) for style in p.styles & sole]):
        if len({country for each in block for country in each.countries}) < 2:
            yield from (Pair(each, block[0], Relation.SINGLE) for each in block[1:])


def bare_surnames(profiles: Sequence[Profile], alone: Sequence[Profile]) -> Iterator[tuple[Pair, str | None]]:
    """Yield for each single name its bearer whom most documents name, and what speaks against their being one.

    Nothing does where far more documents name him than all others who bear it, be it as a given name, and where the
    documents speak of his country and give no office that he has not.
    """
    bearers: dict[str, list[Profile]] = defaultdict(list)
    for each in sorted(profiles, key=lambda p: (-len(p.documents), p.number)):
        for form in {*each.name.surnames, each.name.sounds[0]}:
            bearers[form].append(each)
    for each in alone:
        named = sorted(bearers[each.name.sound], key=lambda p: each.name.sound not in p.name.surnames)
        if named and each.name.sound in named[0].name.surnames:
            known = not each.offices and _is_ahead(FAR_MORE, *named) and named[0].countries & each.context
            yield Pair(each, named[0], Relation.SURNAME), None if known else "a surname alone proves nothing"


def _short_forms(name: PersonName) -> list[str]:
    return [*sorted(name.surnames), _GIVEN + name.sounds[0]]


def _looked_for(profile: Profile) -> list[tuple[str, Relation]]:
    """Return the forms that a single name may be; a given name for those who reign only."""
    sound = profile.name.sound
    reigns = profile.styles or any(is_style(office.rpartition("/")[2]) for office in profile.offices)
    return [(sound, Relation.SURNAME), *([(_GIVEN + sound, Relation.GIVEN_NAME)] if reigns else [])]


def _blocks(profiles: Sequence[Profile], keys: Callable[[Profile], Iterable[Hashable]]) -> Iterator[list[Profile]]:
    found: dict[Hashable, list[Profile]] = defaultdict(list)
    for each in profiles:
        for key in keys(each):
            found[key].append(each)
    return (block for block in found.values() if len(block) > 1)


def _shortened(block: Sequence[Profile], wanted: Relation) -> Iterator[Pair]:
    for a, b in combinations(sorted(block, key=lambda p: (len(p.name.words), p.number)), 2):
        if leaves_out(a.name, b.name) is wanted:
            yield Pair(a, b, wanted)


def beyond_doubt(pairs: Sequence[Pair]) -> tuple[Pair | None, dict[int, str]]:
    """Return which of the pairs proposed for one name is the only one, and why not the others (by candidate).

    A shared office decides between candidates; without one, only a middle name of a name that few bear may be missing.
    Of two words so much is left only if the middle name is nobody's given name, and not each has offices of his own
    (Mohammad and Mohammad Javad, Alizadeh and Mehr Alizadeh are two), or if the name is unmistakable without it.
    """
    against = {p.candidate.number: reason for p in pairs if (reason := objection(p.name, p.candidate))}
    left = [p for p in pairs if p.candidate.number not in against]
    backed = [p for p in left if shared_offices(p.name, p.candidate)]
    chosen = _foremost(backed) or [p for p in left if _lacks_only_middle(p)]
    for pair in left:
        if len({p.candidate.number for p in chosen}) > 1:
            others = ", ".join(sorted(p.candidate.name.printed for p in chosen))
            against[pair.candidate.number] = f"several candidates: {others}"
        elif pair not in chosen:
            against[pair.candidate.number] = "another spelling is commoner" if backed else "no office in common"
    accepted = [p for p in chosen if p.candidate.number not in against]
    return (accepted[0] if accepted else None), against


def _lacks_only_middle(pair: Pair) -> bool:
    if pair.relation is not Relation.MIDDLE_NAME or pair.name.common or pair.candidate.common:
        return False
    if pair.name.unmistakable and pair.candidate.unmistakable:
        return True
    apart = pair.candidate.compound or (pair.name.offices and pair.candidate.offices)
    if apart and len(pair.name.name.words) < _LONG:
        return False
    return not pair.candidate.countries or bool(pair.candidate.countries & pair.name.context)


def _foremost(pairs: list[Pair]) -> list[Pair]:
    """Return the pairs, but of several spellings in one office only the one that most documents give.

    Those who reign go by their given names. Of several holders whom a single name may mean, only he is left of whom
    many more documents speak than of the others.
    """
    left = [pair for pair in pairs if pair.relation is Relation.GIVEN_NAME] or pairs
    candidates = {pair.candidate.number: pair for pair in left}
    ranked = sorted(candidates.values(), key=lambda p: (-len(p.candidate.documents), p.candidate.number))
    relations = {pair.relation for pair in left}
    by_far = relations <= _SINGLES and ranked and _is_ahead(_MORE, *(pair.candidate for pair in ranked))
    return ranked[:1] if relations <= _SPELLINGS or by_far else left


def _is_ahead(times: int, first: Profile, *others: Profile) -> bool:
    return len(first.documents) >= times * max(1, sum(len(other.documents) for other in others))
