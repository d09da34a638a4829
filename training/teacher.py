"""Trains the teacher, from which the shipped model learns, and lets it read documents."""

from collections.abc import Iterable, Iterator
from random import Random

import torch
from spacy.tokens import Doc
from torch import nn

from training.batches import Cutter, Passage, alike, in_batches
from training.silver import Scores
from training.transformer import Names

_RATE = 2e-4  # of the transformer; new layers learn five times as fast
_SEED = 17


def teach(model: Names, passages: list[Passage], epochs: int, words: int) -> None:
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
    warm = len(order) // 10
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
