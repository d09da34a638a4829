"""Find what may have been overlooked in a folder of documents that nobody annotated, by what a plain search finds.

    python bench/extraction/overlooked.py FOLDER --data data [--show 100]

Offices: who is named beside a title and has no role there, though three other documents tell one. Meetings: sentences
with a word for an encounter and two people, none of whom met. Statements: names beside "said" and the like, and nothing
said. `--data` is a data folder, whose cache saves reading documents again. The sample is news text, to be read by
people: it stays outside the repository.
"""

import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import click

from kg.config import Config
from kg.extract.actors.titles import heads
from kg.model import Facts, MentionForm, Span
from kg.pipeline import facts_of
from kg.resolve import resolve
from kg.resolve.nobodies import without_nobodies

Find = tuple[bool, str]
"""Whether it was read, and the passage."""

_KNOWN = 3  # other documents that tell somebody's office
_BEFORE, _AFTER = 70, 60  # characters around a name in which a title stands
_SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?](?![\s”\"])[^.!?\n]*)*[.!?]?")
_ENCOUNTER = re.compile(
    r"\b(?:met|meets?|meeting|talks|phone (?:call|conversation)|visit(?:ed)?|hosted|received|conferred|discussed)\b"
)
_SAID = re.compile(
    r"(?:,[^,.\n]{0,80},)? (?:also |has |had |further |later |then )?"
    r"(?:said|says|told|added|stressed|noted|stated|announced|explained|tweeted|wrote)\b"
)
_TITLE = re.compile(rf"\b(?:{'|'.join(map(re.escape, heads()))})\b", re.IGNORECASE)


def offices(facts: Sequence[Facts]) -> Iterator[Find]:
    """Yield who has a role in a document, or else stands beside a title there, of those whose office others tell."""
    facts = without_nobodies(facts)
    world = resolve(facts)
    told: dict[str, set[str]] = defaultdict(set)
    for each in facts:
        for role in each.roles:
            told[world.actor_of[each.document.id, role.holder]].add(each.document.id)
    for each in facts:
        holders = {role.holder for role in each.roles}
        for person in each.actors.persons:
            if len(told[world.actor_of[each.document.id, person.key]] - {each.document.id}) < _KNOWN:
                continue
            if person.key in holders:
                yield True, person.name
            else:
                names = (m.span for m in each.actors.mentions if m.actor == person.key and m.form is MentionForm.NAME)
                yield from ((False, beside) for beside in _titled(each.document.text, names))


def _titled(text: str, names: Iterable[Span]) -> Iterator[str]:
    """Yield the first passage in which a title stands beside a name."""
    for name in names:
        before = re.split(r"[.!?] |\n", text[max(0, name.start - _BEFORE) : name.start])[-1]
        after = re.split(r"[.!?] |\n", text[name.end : name.end + _AFTER])[0]
        if _TITLE.search(before) or (after.startswith(",") and _TITLE.search(after)):
            yield f"{before}[[{name.of(text)}]]{after}"
            return


def meetings(facts: Sequence[Facts]) -> Iterator[Find]:
    """Yield each sentence that names two people and an encounter."""
    for each in facts:
        text, people = each.document.text, {person.key for person in each.actors.persons}
        evidence = [span for meeting in each.meetings for span in meeting.evidence]
        present = [{p.actor for p in meeting.participants} for meeting in each.meetings]
        for match in _SENTENCE.finditer(text):
            named = {m.actor for m in each.actors.mentions if match.start() <= m.span.start < match.end()} & people
            if len(named) > 1 and _ENCOUNTER.search(match.group()):
                touched = any(span.start < match.end() and span.end > match.start() for span in evidence)
                yield touched or any(len(named & group) > 1 for group in present), match.group().strip()


def statements(facts: Sequence[Facts]) -> Iterator[Find]:
    """Yield each name behind which a verb of speech stands."""
    for each in facts:
        text = each.document.text
        told = [span for s in each.statements for span in (*s.content, *filter(None, [s.cue]))]
        for mention in each.actors.mentions:
            said = _SAID.match(text, mention.span.end) if mention.form is MentionForm.NAME else None
            if said:
                read = any(span.start <= said.end() <= span.end for span in told)
                yield read, text[max(0, mention.span.start - _BEFORE) : said.end() + _BEFORE].replace("\n", " ")


@click.command()
@click.argument("folder", type=click.Path(exists=True, path_type=Path))
@click.option("--data", type=click.Path(path_type=Path), default=Config().data, show_default=True)
@click.option("--show", default=100, show_default=True, help="How many passages of each kind to print.")
def main(folder: Path, data: Path, show: int) -> None:
    """Count what is read and what may be overlooked, and print some of the latter."""
    facts, _ = facts_of([folder], Config(data=data))
    rng = random.Random(1)  # noqa: S311 - a reproducible sample, no secret
    for search in (offices, meetings, statements):
        found = list(search(facts))
        counts = Counter(read for read, _ in found)
        rest = [passage for read, passage in found if not read]
        click.echo(f"## {search.__name__}: {counts[True]:,} read, {counts[False]:,} to look at")
        for passage in rng.sample(rest, min(show, len(rest))):
            click.echo(f"- {passage}")


if __name__ == "__main__":
    main()
