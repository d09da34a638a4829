"""Trains the teachers, from which the shipped model learns, and lets them read documents."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from random import Random

import numpy as np
import torch
from spacy.tokens import Doc, Span
from torch import nn

from training.batches import Cutter, Passage, alike, in_batches
from training.heads import best_heads
from training.silver import Scores
from training.silver_trees import Parse
from training.transformer import Names, Trees

_RATE = 2e-4  # of the transformer; new layers learn five times as fast
_SEED = 17
_AT_ONCE = 64  # documents whose sentences are read by length
LONGEST = 150  # words of a sentence


def teach(model: Names | Trees, passages: list[Passage], epochs: int, words: int) -> None:
    """Train in place: Adam on batches of some `words` words, the rate raised and lowered once."""
    random, cutter = Random(_SEED), Cutter()  # noqa: S311 -- nothing is kept secret here
    learned = [weight for weight in model.parameters() if weight.requires_grad]
    old = {id(weight) for weight in model.encoder.bert.parameters()}
    groups = [
        {"params": [weight for weight in learned if id(weight) in old], "lr": _RATE},
        {"params": [weight for weight in learned if id(weight) not in old], "lr": _RATE * 5},
    ]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    order = []
    for _ in range(epochs):
        turn = list(in_batches(passages, lambda passage: len(passage.words), words))
        random.shuffle(turn)
        order += turn
    warm = len(order) // 10 + 1
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / warm, (len(order) - step) / (len(order) - warm))
    )
    model.train()
    for step, chosen in enumerate(order):
        with torch.autocast("cpu", torch.bfloat16):
            loss = model.loss(cutter.batch(chosen))
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(learned, 1.0)
        optimizer.step()
        schedule.step()
        if step % 50 == 0:
            print(f"{step}/{len(order)} {loss.item():.3f}", flush=True)


@torch.inference_mode()
def name_scores(model: Names, packs: Iterable[list[Doc]], words: int = 2000) -> Iterator[tuple[list[Doc], Scores]]:
    """Yield documents read together, shorter ones first, and the log likelihood of each label for each word."""
    cutter = Cutter()
    model.eval()
    for chosen in alike(packs, lambda pack: sum(map(len, pack)), words):
        batch = cutter.batch([Passage(tuple(word.text for doc in pack for word in doc)) for pack in chosen])
        with torch.autocast("cpu", torch.bfloat16):
            scores = model(batch)
        likely = scores.float().log_softmax(-1).numpy()
        for pack, row in zip(chosen, likely, strict=True):
            yield pack, row[: sum(map(len, pack))]


@torch.inference_mode()
def parses(model: Trees, docs: Iterable[Doc], words: int = 2500) -> Iterator[list[tuple[Span, Parse]]]:
    """Yield the sentences of each document, but for those that are too long, and what the teacher reads of them."""
    cutter, waiting = Cutter(), iter(docs)
    model.eval()
    while gathered := list(islice(waiting, _AT_ONCE)):
        found: dict[Span, Parse] = {}
        sentences = [sentence for doc in gathered for sentence in doc.sents if len(sentence) <= LONGEST]
        for chosen in in_batches(sentences, len, words):
            found |= zip(chosen, _parsed(model, cutter, chosen), strict=True)
        yield from ([(sent, found[sent]) for sent in doc.sents if sent in found] for doc in gathered)


def _parsed(model: Trees, cutter: Cutter, sentences: Sequence[Span]) -> Iterator[Parse]:
    batch = cutter.batch([Passage(tuple(word.text for word in sentence)) for sentence in sentences])
    with torch.autocast("cpu", torch.bfloat16):
        words, heads = model.states(batch)
        likely = model.head_scores(batch, words, heads).log_softmax(-1).numpy()
        rows = [row[: len(sent), : len(sent) + 1] for sent, row in zip(sentences, likely, strict=True)]
        best = [best_heads(row) for row in rows]
        chosen = nn.utils.rnn.pad_sequence([torch.tensor(each) for each in best], batch_first=True)
        scores = (model.relation_scores(words, heads, chosen), model.tags(words), model.features(words))
    labels = [each.argmax(-1).tolist() for each in scores]
    for at, (row, tree) in enumerate(zip(rows, best, strict=True)):
        sure = float(np.exp(row[np.arange(len(tree)), tree]).mean())
        yield Parse(tree, *(each[at][: len(tree)] for each in labels), sure)
