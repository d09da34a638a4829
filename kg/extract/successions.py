"""Who followed whom in an office, where the document says so: "X succeeded Y as steward", "his predecessor, Y"."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from kg.extract.actors.cast import Cast, cast_of
from kg.extract.actors.titles import Title
from kg.extract.grammar import Run, Tree
from kg.lexicon import table
from kg.lexicon.confidence import confidence_of
from kg.model import ActorKey, Actors, Annotation, Mention, MentionForm, Role, RoleStatus, Span, Succession

_BETWEEN = frozenset({",", ";", ":", "by", "with", "and", "or", "as", "to", "for"})
_PLACE = 8  # words of titles and styles before a name
_EARLIER = "role-predecessor"
_LATER = "role-successor"


@dataclass(frozen=True, slots=True)
class _Followed:
    """`later` came after `earlier`, as the words `run` of a sentence say."""

    later: ActorKey
    earlier: ActorKey
    run: Run
    rule: str


@cache
def _words() -> dict[str, str]:
    return {row[0]: row[1] for row in table("offices/succession_words.tsv")}


def find_successions(annotation: Annotation, actors: Actors, roles: Sequence[Role]) -> tuple[Succession, ...]:
    """Return who followed whom in which office, each once, with every place that says so.

    The office is the one that the words name ("as steward"), else the only one that the document gives to both, or to
    the later one. Who follows in none that can be told follows in none.
    """
    reader = _Reader(annotation, actors, roles)
    found: dict[tuple[ActorKey, ActorKey, ActorKey], Succession] = {}
    for each in reader.successions():
        key = each.later, each.earlier, each.office
        known = found.get(key)
        evidence = tuple(sorted({*each.evidence, *(known.evidence if known else ())}))
        found[key] = replace(known or each, evidence=evidence)
    return tuple(s for key, s in found.items() if (key[1], key[0], key[2]) not in found)


def with_successions(roles: Sequence[Role], successions: Sequence[Succession]) -> tuple[Role, ...]:
    """Return the roles, and those which only a succession tells: who followed holds the office, the other once did."""
    kept = [role for role in roles if not any(_misread(role, each) for each in successions)]
    known = {(role.holder, role.office) for role in kept}
    told: dict[tuple[ActorKey, ActorKey], Role] = {}
    for each in successions:
        sides = ((each.earlier, RoleStatus.FORMER, _EARLIER), (each.later, RoleStatus.IN_OFFICE, _LATER))
        for holder, status, rule in sides:
            role = Role(holder, each.office, status, each.evidence, rule, confidence_of(rule))
            told.setdefault((holder, each.office), role)
    return (*kept, *(role for key, role in told.items() if key not in known))


def _misread(role: Role, succession: Succession) -> bool:
    """Tell whether "X replaced Y as steward" was read as if Y held the office, by these words alone."""
    same = (role.holder, role.office) == (succession.earlier, succession.office)
    within = any(span.overlaps(told) for span in role.evidence for told in succession.evidence)
    return same and role.rule == "role-is" and len(role.evidence) == 1 and within


class _Reader:
    """Reads one document sentence by sentence."""

    def __init__(self, annotation: Annotation, actors: Actors, roles: Sequence[Role]) -> None:
        self._annotation = annotation
        self._cast: Cast = cast_of(annotation)
        self._roles = roles
        people = (m for m in actors.mentions if m.actor.startswith("person:"))
        self._people = sorted(people, key=lambda m: (m.span.start, m.span.start - m.span.end))

    def successions(self) -> Iterator[Succession]:
        yield from self._leaving()
        for sentence in self._annotation.sentences:
            tree = Tree(self._annotation, sentence)
            for word in range(tree.first, tree.last):
                role = _words().get(tree.lower(word), "")
                followed = self._followed(tree, word, role)
                if followed is not None and followed.later != followed.earlier:
                    yield from self._placed(tree, followed)

    def _placed(self, tree: Tree, followed: _Followed) -> Iterator[Succession]:
        """Yield the succession if its office can be told; "as steward" is part of the evidence."""
        words = tree.span(followed.run)
        title = self._title_behind(words.end)
        office = self._cast.office_of(title) if title else self._office(tree, followed)
        if title:
            words = Span(words.start, self._cast.reading.words.span(title.first, title.last).end)
        if office:
            yield self._succession(followed, office, [words])

    def _succession(self, followed: _Followed, office: ActorKey, evidence: Iterable[Span]) -> Succession:
        rule = followed.rule
        return Succession(followed.later, followed.earlier, office, tuple(evidence), rule, confidence_of(rule))

    def _followed(self, tree: Tree, word: int, role: str) -> _Followed | None:
        if role in {"before", "after"}:
            return self._owned(tree, word, role)
        if role in {"verb", "participle", "infinitive"} and tree.is_sure(word):
            return self._verb(tree, word, role)
        return None

    # -- "X succeeded Y", "Y was replaced by X", "X was appointed, replacing Y", "X was elected to succeed Y"
    def _verb(self, tree: Tree, word: int, role: str) -> _Followed | None:
        by = tree.lower(word + 1) == "by"
        other = self._named_after(tree, word + 1 + by)
        if other is None:
            return None
        end = self._end(tree, other)
        subject = self._subject(tree, word, role)
        if not by and tree.lower(end) == "with":
            substitute = self._named_after(tree, end + 1)
            return self._verb_followed(tree, word, substitute, other)
        return self._verb_followed(tree, word, other if by else subject, subject if by else other)

    def _verb_followed(self, tree: Tree, word: int, later: Mention | None, earlier: Mention | None) -> _Followed | None:
        if later is None or earlier is None:
            return None
        first = min(self._start(tree, each) for each in (later, earlier))
        last = max(self._end(tree, each) for each in (later, earlier))
        return _Followed(later.actor, earlier.actor, Run(min(first, word), max(last, word + 1)), "succession-verb")

    def _subject(self, tree: Tree, word: int, role: str) -> Mention | None:
        if role == "verb":
            return self._subject_of(tree, word)
        governor = tree.head(word)
        if governor is None or not tree.is_sure(governor):
            return None
        installed = _words().get(tree.lower(governor)) == "installed"
        if role == "infinitive" and not (installed and tree.lower(word - 1) == "to"):
            return None
        objects = [self._person(tree, child) for child in tree.children(governor, "obj")] if installed else []
        return next(filter(None, objects), None) or self._subject_of(tree, governor)

    def _subject_of(self, tree: Tree, verb: int) -> Mention | None:
        """Return the person who is the subject of the verb, or of the one that it is joined to."""
        subjects = tree.children(verb, "nsubj")
        if subjects:
            return self._person(tree, subjects[0])
        head = tree.head(verb)
        return self._subject_of(tree, head) if head is not None and tree[verb].dep == "conj" else None

    # -- "Y's successor X", "his predecessor, Y"
    def _owned(self, tree: Tree, word: int, role: str) -> _Followed | None:
        at = word - 1
        while tree.tag(at) == "JJ":  # "his immediate predecessor"
            at -= 1
        owner = self._covering(tree, at - 1 if tree.text(at) in {"'s", "'"} else at)
        named = self._named_after(tree, word + 1 + (tree.text(word + 1) == ","))
        if owner is None or named is None or not self._is_plain(tree, owner):
            return None
        sides = (owner.actor, named.actor) if role == "before" else (named.actor, owner.actor)
        run = Run(self._start(tree, owner), self._end(tree, named))
        return _Followed(*sides, run, "succession-noun")

    def _is_plain(self, tree: Tree, owner: Mention) -> bool:
        """Tell whether a name, or a pronoun after the name in one sentence, says whose predecessor it is."""
        if owner.form is MentionForm.NAME:
            return True
        start = tree[tree.first].start
        before = (m for m in self._people if start <= m.span.start < owner.span.start)
        return any(m.actor == owner.actor and m.form is MentionForm.NAME for m in before)

    # -- "the outgoing steward Y", "the incoming steward X"
    def _leaving(self) -> Iterator[Succession]:
        words, sides = self._cast.reading.words, dict[str, dict[ActorKey, tuple[ActorKey, Span]]]()
        for held in self._cast.held:
            holder, office = self._cast.key_of(held.holder), self._cast.office_of(held.title)
            said = {_words().get(words[i].lower, "") for i in range(held.title.first, held.title.head)}
            for way in said & {"leaving", "entering"}:
                if holder is not None and office is not None:
                    span = words.span(held.title.first, held.title.last)
                    sides.setdefault(way, {}).setdefault(office, (holder, span))
        entering = sides.get("entering", {})
        for office, (earlier, left) in sides.get("leaving", {}).items():
            if office in entering and entering[office][0] != earlier:
                later, entered = entering[office]
                followed = _Followed(later, earlier, Run(0, 0), "succession-titles")
                yield self._succession(followed, office, sorted([left, entered]))

    # -- which office
    def _office(self, tree: Tree, followed: _Followed) -> ActorKey | None:
        now = {r.office for r in self._roles if r.holder == followed.later and r.status is not RoleStatus.FORMER}
        once = {r.office for r in self._roles if r.holder == followed.earlier and not self._is_now(r)}
        if followed.rule == "succession-verb":  # of many offices in a page, the one of which the sentence speaks
            here = {r.office for r in self._roles if any(span.overlaps(tree.sentence.span) for span in r.evidence)}
            now, once = now & here, once & here
        choices = next((each for each in (now & once, now, once) if each), set())
        return next(iter(choices)) if len(choices) == 1 else None

    def _is_now(self, role: Role) -> bool:
        """Tell whether it is what somebody is said to be now: "He replaced Denethor, who is now the steward"."""
        told = (self._annotation.text[span.start : span.end] for span in role.evidence)
        return any(re.search(r"\bnow\b", words) for words in told)

    def _title_behind(self, end: int) -> Title | None:
        """Return the title of "as the new steward of Gondor" where it begins at `end`."""
        words = self._cast.reading.words
        at = words.at(end)
        if words[at].lower != "as":
            return None
        near = (held for held in self._cast.held if at < held.title.head <= at + _PLACE)
        return next((held.title for held in near), None)

    # -- persons by words
    def _covering(self, tree: Tree, word: int) -> Mention | None:
        if not tree.text(word):
            return None
        start = tree[word].start
        return next((m for m in reversed(self._people) if m.span.start <= start < m.span.end), None)

    def _person(self, tree: Tree, word: int) -> Mention | None:
        """Return the person whom the word, or the first name that hangs on it, means."""
        covering = self._covering(tree, word)
        if covering is not None:
            return covering
        span = tree.span(tree.subtree(word))
        named = (m for m in self._people if span.start <= m.span.start < span.end and m.form is MentionForm.NAME)
        return next(named, None)

    def _named_after(self, tree: Tree, word: int) -> Mention | None:
        """Return the person named at `word`, or behind titles and styles."""
        for at in range(word, word + _PLACE):
            found = self._covering(tree, at)
            if found is not None and found.form is MentionForm.NAME:
                return found
            if not tree.text(at) or tree.lower(at) in _BETWEEN or tree.tag(at).startswith("VB"):
                return None
        return None

    def _start(self, tree: Tree, mention: Mention) -> int:
        return next(w for w in range(tree.first, tree.last) if tree[w].end > mention.span.start)

    def _end(self, tree: Tree, mention: Mention) -> int:
        return next((w for w in range(tree.first, tree.last) if tree[w].start >= mention.span.end), tree.last)
