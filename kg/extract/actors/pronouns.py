"""Whom "he" and "she" mean: somebody earlier in the sentence, else the one whom the last sentence was about."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from kg.extract.actors.reading import Reading
from kg.extract.grammar import FINITE, RELATIVES
from kg.lexicon import table
from kg.model import ActorKey, Annotation, Sentence, Token

PRONOUNS = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "herself": "f", "hers": "f"}

_WINDOW = 40  # tokens before a verb among which its subject is looked for
_ELSEWHERE = 3  # the rank of words that are no subject
_STYLES = 4  # words from "as for" to the head of a name
_NEAR = 2  # sentences among whose subjects "he said" looks first
_FAR = 4  # sentences after which nobody is meant any more


@cache
def _reporting() -> frozenset[str]:
    return frozenset(row[0] for row in table("statements/reporting_verbs.tsv"))


@dataclass(frozen=True, slots=True)
class Spoken:
    """An actor spoken of by the token `head`; `rank` is 0 for the subject of the sentence, then 1, 2 ..."""

    actor: ActorKey
    token: Token
    rank: int


class Focus:
    """Follows whom the sentences of a document are about."""

    def __init__(self, annotation: Annotation) -> None:
        self._annotation = annotation
        self._sentence_of: dict[int, Sentence] = {}
        for sentence in annotation.sentences:
            for index in range(sentence.first, sentence.last):
                self._sentence_of[index] = sentence
        self._spoken: dict[int, list[Spoken]] = {}
        self._before = previous(annotation)

    def add(self, actor: ActorKey, token: Token, last: Token | None) -> None:
        """Take note that the text speaks of `actor` at `token`, the head of the words, of which `last` is the last."""
        sentence = self.sentence_of(token)
        rank = self._rank(token, last, sentence)
        self._spoken.setdefault(sentence.index, []).append(Spoken(actor, token, rank))

    def _rank(self, token: Token, last: Token | None, sentence: Sentence) -> int:
        """Return how prominent the words are: subject of the main verb, of another verb, anything else."""
        while token.dep == "flat" and token.head != token.index:  # "Sheikh Denethor": the style is the head
            token = self._annotation.tokens[token.head]
        verb = self._annotation.tokens[token.head]
        if not token.dep.startswith("nsubj"):
            stranded = self._stranded(token, last, sentence) if last is not None else None
            if stranded is None:
                return _ELSEWHERE
            verb = stranded
        if verb.head == verb.index or verb.dep == "parataxis":
            return 0
        return 1 if verb.dep in {"conj", "ccomp"} else 2

    def _stranded(self, head: Token, last: Token, sentence: Sentence) -> Token | None:
        """Return the finite verb right after the words, if the parse found it no subject outside them.

        So of "Eomer, *the marshal of the Mark*, rode home" Eomer is the subject, not only the marshal.
        """
        tokens, at = self._annotation.tokens, last.index + 1
        explained = any(token.text == "," for token in tokens[max(sentence.first, head.index - 2) : last.index])
        if explained and at < sentence.last and tokens[at].text == ",":
            at += 1
        if at >= sentence.last or tokens[at].tag not in FINITE:
            return None
        before = tokens[max(sentence.first, at - _WINDOW) : at]
        subjects = (token.index for token in before if token.head == at and token.dep.startswith("nsubj"))
        taken = any(not head.index < subject <= last.index for subject in subjects)
        return None if taken else tokens[at]

    def sentence_of(self, token: Token) -> Sentence:
        """Return the sentence that the token is part of."""
        return self._sentence_of[token.index]

    def opens_clause(self, pronoun: Token) -> bool:
        """Tell whether the pronoun is the subject of a main clause outside quotations, whose subject it takes over."""
        verb = self._annotation.tokens[pronoun.head]
        main = verb.head == verb.index or verb.dep == "parataxis"
        return main and pronoun.dep.startswith("nsubj") and self.sentence_of(pronoun).quotation is None

    def meant(self, pronoun: Token, allowed: set[ActorKey]) -> ActorKey | None:
        """Return whom the pronoun means among those `allowed`, or None.

        The subject of a main clause goes on with a subject of the sentences before, rather than with whom they mention.
        """
        sentence = self.sentence_of(pronoun)
        allowed = allowed - self._doers(pronoun, sentence) - self._related(pronoun, sentence)
        here = [s for s in self._spoken.get(sentence.index, []) if s.actor in allowed]
        inside = self._inside(pronoun, here)
        if inside is not None:
            return inside
        opens = self.opens_clause(pronoun)
        subjects_here = [s for s in here if s.rank < _ELSEWHERE and not opens]
        if subjects_here:
            return min(subjects_here, key=_nearness).actor
        preposed = [s for s in here if self._is_preposed(s)]
        if preposed:
            return min(preposed, key=_prominence).actor
        before = [[s for s in each if s.actor in allowed] for each in self._sentences_before(sentence)]
        subjects = [[s for s in each if s.rank < _ELSEWHERE] for each in before[:_NEAR]]
        if not opens:
            subjects = []
        does = self._annotation.tokens[pronoun.head].lemma not in _reporting()

        def order(s: Spoken) -> tuple[bool, int, int]:  # "Eomer met her, said Hama. He also met the king."
            return does and self._closes(s), *_prominence(s)

        return next((min(each, key=order).actor for each in (*subjects, *before) if each), None)

    def _closes(self, spoken: Spoken) -> bool:
        """Tell whether he only stands at the end as who says it: ", said Eomer", ", Eomer said"."""
        verb = self._annotation.tokens[spoken.token.head]
        before = self._annotation.tokens[self.sentence_of(spoken.token).first : spoken.token.index]
        told = any(token.head == verb.index and token.dep in {"ccomp", "parataxis"} for token in before)
        return spoken.rank == 0 and verb.lemma in _reporting() and told

    def _doers(self, pronoun: Token, sentence: Sentence) -> set[ActorKey]:
        """Return who does to "him" what the verb says, so that he is none of them: "Eomer and Faramir met him"."""
        if pronoun.dep not in {"obj", "iobj"} or pronoun.text.lower().endswith("self"):
            return set()
        return {s.actor for s in self._spoken.get(sentence.index, []) if self._subject_verb(s.token) == pronoun.head}

    def _related(self, pronoun: Token, sentence: Sentence) -> set[ActorKey]:
        """Return of whom a relative clause tells whose subject is "he": "*Eomer*, whom he called a friend"."""
        tokens, verb = self._annotation.tokens, self._annotation.tokens[pronoun.head]
        objects = (t for t in tokens[sentence.first : pronoun.index] if t.head == verb.index and t.dep == "obj")
        relative = verb.dep.startswith("acl:relcl") and any(t.tag in RELATIVES for t in objects)
        return {s.actor for s in self._spoken.get(sentence.index, []) if relative and s.token.index == verb.head}

    def _subject_verb(self, token: Token) -> int | None:
        """Return the verb of which the token is the subject, be it behind "and"; None where it is none."""
        while token.dep in {"conj", "flat", "appos"} and token.head < token.index:
            token = self._annotation.tokens[token.head]
        return token.head if token.dep.startswith("nsubj") else None

    def foremost_first(self, token: Token, actors: Sequence[ActorKey]) -> list[ActorKey]:
        """Return the actors, the last spoken of first: of those in one sentence its subject, then in text order."""
        sentence = self.sentence_of(token)
        here = [s for s in self._spoken.get(sentence.index, []) if s.token.index < token.index]
        spoken = (s for each in (here, *self._sentences_before(sentence)) for s in sorted(each, key=_prominence))
        order = dict.fromkeys(s.actor for s in spoken)
        return [*(key for key in order if key in actors), *(key for key in actors if key not in order)]

    def _is_preposed(self, spoken: Spoken) -> bool:
        """Tell whether words before the main clause are about the actor ("When Eomer came, he", "As for Eomer, he")."""
        tokens, at = self._annotation.tokens, spoken.token.index
        clause = spoken.rank < _ELSEWHERE and tokens[spoken.token.head].dep == "advcl"
        before = [token.text.lower() for token in tokens[max(0, at - _STYLES) : at]]
        return clause or ("as", "for") in pairwise(before)

    def _sentences_before(self, sentence: Sentence) -> Iterator[list[Spoken]]:
        """Yield who is spoken of in each of the sentences before, the last first."""
        at = self._before.get(sentence.index)
        for _ in range(_FAR):
            if at is None:
                return
            yield self._spoken.get(at, [])
            at = self._before.get(at)

    def _inside(self, pronoun: Token, here: list[Spoken]) -> ActorKey | None:
        """Return the subject above the pronoun's clause, or for "his" the nearest subject before."""
        tokens = self._annotation.tokens
        subjects = {s.token.head: s.actor for s in here if s.rank < _ELSEWHERE}
        own = pronoun.dep.startswith("nsubj")
        at = tokens[pronoun.head]
        if own:
            if at.head == at.index:
                return None
            at = tokens[at.head]
        for _ in range(20):
            if at.index in subjects:
                return subjects[at.index]
            if at.head == at.index:
                break
            at = tokens[at.head]
        if not own and here:
            return min(here, key=_nearness).actor
        return None


def _nearness(spoken: Spoken) -> tuple[int, int]:
    """Order those spoken of before a pronoun in its sentence: subjects first, and the last of them."""
    return spoken.rank, -spoken.token.index


def _prominence(spoken: Spoken) -> tuple[int, int]:
    return spoken.rank, spoken.token.index


def previous(annotation: Annotation) -> dict[int, int]:
    """Return, for each sentence, the one before it at the same level: outside quotations, or in the same one."""
    last: dict[int | None, int] = {}
    before: dict[int, int] = {}
    for sentence in annotation.sentences:
        if sentence.quotation in last:
            before[sentence.index] = last[sentence.quotation]
        elif None in last:
            before[sentence.index] = last[None]
        last[sentence.quotation] = sentence.index
    return before


def head_token(reading: Reading, first: int, last: int) -> Token | None:
    """Return the token among the words `[first, last)` that hangs on none of the others."""
    tokens = [token for i in range(first, last) if (token := reading.token(i)) is not None]
    own = {token.index for token in tokens}
    for token in tokens:
        if (token.head == token.index or token.head not in own) and token.pos != "PUNCT":
            return token
    return tokens[-1] if tokens else None
