"""The attributions of a whole document: those of its sentences, and quotations that run on without a cue."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.extract.grammar import FINITE, Run, Tree
from kg.extract.statements.reports.media import names_medium
from kg.extract.statements.reports.quoting import ends_quoted, is_quoted
from kg.extract.statements.reports.remarks import tells_of_remarks
from kg.extract.statements.sentence import attributions, cue_alone
from kg.extract.statements.sentence.attribution import Attribution
from kg.extract.statements.sentence.labels import announced
from kg.extract.statements.sources.subjects import subject_of
from kg.model import Annotation, RegionKind, Sentence, Span

_MARKS = "\"'`"
_EDGES = frozenset(" \t\n,;:.!?…–—-" + _MARKS)


@dataclass(frozen=True, slots=True)
class Report:
    """An attribution in characters: `content` without outer marks and final punctuation; `sentence` holds its cue.

    `direct` is true where all of it is quotation, `relay` names who passes it on, `cited` whom the source cites;
    `antecedent` is the subject of the sentence before, if the source is a pronoun; for "it" of the clause above, too.
    """

    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    rule: str
    sentence: int
    addressee: Span | None = None
    direct: bool = False
    relay: Span | None = None
    cited: Span | None = None
    antecedent: Span | None = None


def find_reports(annotation: Annotation) -> list[Report]:
    """Return what the document reports, in the order of the cues; reports inside quotations come with the others."""
    reader = _Reader(annotation)
    for sentence in annotation.sentences:
        if sentence.region is not RegionKind.BOILERPLATE:
            reader.read(sentence)
    return [report for report in reader.reports if _says_something(annotation, report)]


def _says_something(annotation: Annotation, report: Report) -> bool:
    """Tell whether there are letters in the content: a number alone counts the quotations after it."""
    return any(map(str.isalpha, "".join(span.of(annotation.text) for span in report.content)))


class _Reader:
    """Reads sentences in order and remembers who spoke last."""

    def __init__(self, annotation: Annotation) -> None:
        self.annotation = annotation
        self.reports: list[Report] = []
        self.last: int | None = None  # the report that a quotation without cue would carry on
        self.bridge: Span | None = None  # the subject of the sentence before, which said nothing
        self.waiting: tuple[Attribution, Tree] | None = None  # a cue whose quotation is to follow ("He said:")
        self.loose: list[Span] = []  # quotations before that nobody has spoken yet
        self.previous: Sentence | None = None
        self.before: Tree | None = None  # the last sentence that is not only a quotation
        self.carried: tuple[Span, ...] = ()  # what the sentence before added to the last report

    def read(self, sentence: Sentence) -> None:
        tree = Tree(self.annotation, sentence)
        if sentence.quotation is not None:
            self.reports += self._reports(tree, attributions(tree))
            return
        if _is_quotation_only(tree):
            self._run_on(tree)
        else:
            self._read_prose(tree)
            self.before = tree
        self.previous = sentence

    def _read_prose(self, tree: Tree) -> None:
        found = list(self._reports(tree, attributions(tree)))
        if found and found[0].direct and self._continues(tree):
            begun = tuple(self.loose) or self._taken_back()
            found[0] = replace(found[0], content=(*begun, *found[0].content))
        alone = (announced(tree) or cue_alone(tree)) if not found else None
        self.waiting = None
        announces = tree.text(tree.last - 1) == ":"
        if alone is not None and self.loose and self._same_paragraph(tree):
            found = [self._report(tree, alone, tuple(self.loose))]
        elif alone is not None and self.carried and not announces and self._same_paragraph(tree):
            found = [self._report(tree, alone, self._taken_back())]
        elif alone is not None and announces:
            self.waiting = (alone, tree)
        if found:
            self.last, self.bridge = len(self.reports) + self._goes_on(found), None
        elif not tells_of_remarks(self.annotation.text, tree.sentence.span):
            self.last, self.bridge = None, _main_subject(tree) if self.reports else None
        self.reports += found
        self.loose, self.carried = [], ()

    def _continues(self, tree: Tree) -> bool:
        """Tell whether the sentence opens with the last paragraph of a quotation whose others name no speaker."""
        quotation = tree[tree.first].quotation if tree.is_quotation(tree.first) else None
        continues = quotation is not None and self.annotation.quotations[quotation].continues is not None
        return continues and bool(self.loose or self.carried)

    def _goes_on(self, found: list[Report]) -> int:
        """Return which report a quotation in the next sentence carries on: the one spoken, over ", referring to X"."""
        last = _innermost(self.annotation.text, found)
        cue = found[last].cue
        if not last or cue is None or found[last].source != found[last - 1].source:
            return last
        glosses = found[last].rule.endswith("-np") and self.annotation.text[cue.start - 2 : cue.start] == ", "
        return last - (glosses and found[last - 1].direct)

    def _taken_back(self) -> tuple[Span, ...]:
        """Return the quotation before a cue of its own ('"Q." Eomer added.'), taken from the report it was added to."""
        assert self.last is not None
        before = self.reports[self.last]
        kept = tuple(span for span in before.content if span not in self.carried)
        if kept:
            self.reports[self.last] = replace(before, content=kept)
        else:
            del self.reports[self.last]
        return self.carried

    def _run_on(self, tree: Tree) -> None:
        """Give a sentence that is nothing but quotation to whoever spoke last."""
        told = (self.annotation.quotations[q].content for q in _quotations(tree))
        spans = tuple(stripped(self.annotation.text, content) for content in told)
        self.carried = () if self.waiting is not None or self.last is None else spans
        if self.waiting is not None:
            attribution, announcing = self.waiting
            self.waiting = None
            self._append(self._report(announcing, attribution, spans))
        elif tree.sentence.region is RegionKind.HEADLINE:
            return  # a subhead
        elif self.last is None and self.bridge is not None and not self._same_paragraph(tree):
            self._append(Report(self.bridge, None, spans, "continued-paragraph", tree.sentence.index, direct=True))
        elif self.last is None:
            self.loose += spans
        elif self._carries_on(tree):
            before = self.reports[self.last]
            self.reports[self.last] = replace(before, content=before.content + spans)
        else:
            before = self.reports[self.last]
            rule = "continued" if self._same_paragraph(tree) else "continued-paragraph"
            sentence = tree.sentence.index
            self._append(replace(before, cue=None, content=spans, rule=rule, sentence=sentence, direct=True))

    def _append(self, report: Report) -> None:
        self.reports.append(report)
        self.last = len(self.reports) - 1

    def _carries_on(self, tree: Tree) -> bool:
        assert self.last is not None
        quotations = [self.annotation.quotations[q] for q in _quotations(tree)]
        if quotations[0].continues is not None:
            return True
        before = self.reports[self.last]
        return self._same_paragraph(tree) and (before.direct or self._ends_in_marks(before))

    def _ends_in_marks(self, report: Report) -> bool:
        """Tell whether a quotation ends what stands before the cue: 'Gondor is "in danger," he said'."""
        end = report.content[-1].end
        return report.cue is not None and report.cue.start >= end and ends_quoted(self.annotation, end)

    def _same_paragraph(self, tree: Tree) -> bool:
        return self.previous is not None and self.previous.paragraph == tree.sentence.paragraph

    def _reports(self, tree: Tree, found: list[Attribution]) -> Iterator[Report]:
        for attribution in found:
            spans = (stripped(self.annotation.text, tree.span(run)) for run in attribution.content if run)
            if content := tuple(span for span in spans if len(span)):
                yield self._report(tree, attribution, content)

    def _report(self, tree: Tree, found: Attribution, content: tuple[Span, ...]) -> Report:
        return Report(
            tree.span(found.source) if found.source else None,
            tree.span(found.cue) if found.cue else None,
            content,
            found.rule,
            tree.sentence.index,
            tree.span(found.addressee) if found.addressee else None,
            all(is_quoted(self.annotation, span) for span in content),
            tree.span(found.relay) if found.relay else None,
            tree.span(found.cited) if found.cited else None,
            self._antecedent(tree, found.source),
        )

    def _antecedent(self, tree: Tree, source: Run | None) -> Span | None:
        pronoun = tree.lower(source.first) if source is not None and len(source) == 1 else ""
        if source is not None and pronoun in {"he", "she"}:
            colon = next((i for i in range(tree.first, source.first) if tree.text(i) == ":"), tree.first)
            verb = next((i for i in range(tree.first, colon) if tree.tag(i) in FINITE), None)
            subject = subject_of(tree, verb) if verb is not None else None  # "A rider came: Bree, he said, C"
            return tree.span(subject) if subject else _main_subject(self.before)
        if source is None or pronoun not in {"it", "they"}:
            return None
        above = (run for verb in tree.ancestors(source.first) if (run := subject_of(tree, verb)) is not None)
        own = next((run for run in above if run.last <= source.first), None)
        return tree.span(own) if own else _main_subject(self.before)


def _main_subject(tree: Tree | None) -> Span | None:
    """Return the words of the subject of the sentence's main verb."""
    if tree is None:
        return None
    root = next((i for i in range(tree.first, tree.last) if tree.head(i) is None), None)
    named = root is not None and tree.tag(root) == "NNP"  # "the last rider was Eomer"
    subject = subject_of(tree, root) if root is not None and not named else None
    return tree.span(subject) if subject else None


def _innermost(text: str, found: list[Report]) -> int:
    """Return the last report that does not hold the one before it: Eomer's in "C, Eomer said, the council reported"."""
    last = len(found) - 1
    while last and _holds(found[last], found[last - 1].cue):
        last -= 1
    return _teller(text, found, last)


def _teller(text: str, found: list[Report], index: int) -> int:
    """Return the report round another one, unless a medium only passes the other's speaker on.

    "Eomer said the riders, who had warned him, were late" goes on with Eomer.
    """
    inner = found[index]
    outer = next((i for i in range(index) if _holds(found[i], inner.cue)), None)
    if outer is None or inner.source is None:
        return index
    source = found[outer].source
    passes = source is not None and names_medium(source.of(text))
    opens = found[outer].content[0].start == inner.source.start
    return index if passes and opens else _teller(text, found, outer)


def _holds(report: Report, cue: Span | None) -> bool:
    return cue is not None and any(span.contains(cue) for span in report.content)


def _is_quotation_only(tree: Tree) -> bool:
    return any(tree.is_quotation(i) for i in range(tree.first, tree.last)) and all(
        tree.is_quotation(i) or tree.pos(i) == "PUNCT" for i in range(tree.first, tree.last)
    )


def _quotations(tree: Tree) -> list[int]:
    return [q for q in (tree[i].quotation for i in range(tree.first, tree.last)) if q is not None]


def stripped(text: str, span: Span) -> Span:
    """Return `span` without spaces, punctuation and quotation marks at its ends; a full stop of "U.S." stays.

    >>> stripped('"It is so," ', Span(0, 12))
    Span(start=1, end=9)
    """
    start, end = span.start, span.end
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES and not _ends_abbreviation(text, start, end):
        end -= 1
    return Span(start, end)


def _ends_abbreviation(text: str, start: int, end: int) -> bool:
    return text[end - 1] == "." and end - 4 >= start and text[end - 3] == "." and text[end - 2].isalpha()
