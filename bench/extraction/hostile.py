"""Read pages that nobody would write, and report what each costs.

    python bench/extraction/hostile.py

Each kind is made at two lengths, so that cost which grows faster than the page shows. The report goes to standard
output as Markdown: seconds of processor time for reading, annotating and extracting, and what was found.
"""

import json
import tempfile
import time
from pathlib import Path

import click

from kg.annotate import annotate
from kg.errors import DocumentError
from kg.extract import extract
from kg.read import read

_SENTENCE = "The king of Gondor said on Monday that Rohan will march with Foreign Minister Boromir Hurin of Gondor. "
_SYLLABLES = ("ba", "dor", "ga", "li", "men", "ra", "thi", "wen")
_KINDS = {
    "sentences": _SENTENCE,
    "paragraphs": f"{_SENTENCE}\n\n",
    "no sentence ends": _SENTENCE.replace(".", ""),
    "no spaces": "the",
    "quotation marks": '"',
    "words and marks": 'of the " king ',
    "marks never closed": "of the “king ",
    "quotations": '"The king left," Boromir Hurin said. ',
    "single marks": "the 'king' of ‘Gondor’ said ",
    "names": "Boromir Hurin of Gondor, ",
    "offices": "Foreign Minister Boromir Hurin, ",
    "pronouns": "He said that he met him and they met them. ",
    "meetings": "Boromir Hurin met with Peregrin Took in Osgiliath. ",
    "other meetings": "The foreign minister, {} Hurin, met with the king of Rohan, {} Took, in the house. ",
    "other people": '"The king left," {} Took said to {} Hurin. ',
    "cues": "said that ",
    "plans": "He was due to go, ",
    "short lines": "of the\n",
    "combining characters": "the k\u0301\u0302\u0303ing ",
    "right to left": "the king \u202eقال الملك\u202c of Rohan ",
    "brackets": "of the (",
    "full stops": "the. ",
}


@click.command()
@click.option("--length", type=int, default=10_000, show_default=True, help="Characters of the shorter page.")
@click.option("--times", type=int, default=10, show_default=True, help="The longer one is so many times as long.")
def main(length: int, times: int) -> None:
    """Report the cost of hostile pages."""
    print("| kind | characters | read s | annotate s | extract s | tokens | statements | meetings |")
    print("|---|---:|---:|---:|---:|---:|---:|---:|")
    with tempfile.TemporaryDirectory() as folder:
        for kind, piece in _KINDS.items():
            for characters in (length, times * length):
                print(_row(kind, _page(piece, characters), Path(folder)), flush=True)


def _page(piece: str, characters: int) -> str:
    """Repeat `piece`, each time with other names where it leaves room for them."""
    repeated = (piece.format(_name(2 * n), _name(2 * n + 1)) for n in range(characters // len(piece) * 2 + 1))
    return "".join(repeated)[:characters]


def _name(number: int) -> str:
    """Return a name that no other number has."""
    syllables = [_SYLLABLES[number // len(_SYLLABLES) ** place % len(_SYLLABLES)] for place in range(4)]
    return "".join(syllables).capitalize()


def _row(kind: str, text: str, folder: Path) -> str:
    path = folder / "page.jsonl"
    path.write_text(json.dumps({"id": kind, "text": text}), encoding="utf-8")
    started = time.process_time()
    try:
        (document,) = read([path])
        seen = time.process_time()
        (annotation,) = annotate([document])
    except DocumentError as error:
        return f"| {kind} | {len(text):,} | {error} |"
    parsed = time.process_time()
    facts = extract(annotation)
    ended = time.process_time()
    seconds = f"{seen - started:.2f} | {parsed - seen:.2f} | {ended - parsed:.2f}"
    found = f"{len(annotation.tokens):,} | {len(facts.statements):,} | {len(facts.meetings):,}"
    return f"| {kind} ({document.language}) | {len(text):,} | {seconds} | {found} |"


if __name__ == "__main__":
    main()
