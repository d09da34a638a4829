"""The models of the teachers: a small transformer that scores labels of names, or trees.

Needs torch, transformers and the package that holds the transformer's weights; the package `kg` needs none of them.
"""

import torch
from torch import Tensor, nn
from transformers import BertModel

from training.batches import Batch, folder
from training.shapes import SHAPES
from training.silver import SKIPPED

_NEVER = -1e4


class Encoder(nn.Module):
    """The transformer; since it reads small letters alone, each piece is told the letter case of its word."""

    def __init__(self) -> None:
        super().__init__()
        self.bert = BertModel.from_pretrained(
            folder(), add_pooling_layer=False, attention_probs_dropout_prob=0.0, attn_implementation="eager"
        )
        self.bert.embeddings.word_embeddings.weight.requires_grad_(False)  # noqa: FBT003 -- torch's signature
        self.width: int = self.bert.config.hidden_size
        self.shape = nn.Embedding(len(SHAPES) + 1, self.width)
        nn.init.normal_(self.shape.weight, std=0.01)

    def forward(self, batch: Batch) -> Tensor:
        embedded = self.bert.embeddings.word_embeddings(batch.pieces) + self.shape(batch.shapes)
        states = self.bert(inputs_embeds=embedded, attention_mask=batch.mask).last_hidden_state
        return torch.gather(states, 1, batch.first.unsqueeze(-1).expand(-1, -1, self.width))


class Names(nn.Module):
    """Scores of each label for each word."""

    def __init__(self, labels: int) -> None:
        super().__init__()
        self.encoder = Encoder()
        self.score = nn.Sequential(nn.Dropout(0.1), nn.Linear(self.encoder.width, labels))

    def forward(self, batch: Batch) -> Tensor:
        scores: Tensor = self.score(self.encoder(batch))
        return scores

    def loss(self, batch: Batch) -> Tensor:
        (labels,) = batch.labels
        return _loss(self(batch), labels)


class Trees(nn.Module):
    """Scores of each head and relation for each word of a sentence, and of tags and features (Dozat and Manning 2017).

    Heads count from 1; 0 stands for the root.
    """

    def __init__(self, relations: int, tags: int, features: int) -> None:
        super().__init__()
        self.encoder = Encoder()
        width = self.encoder.width
        self.root = nn.Parameter(torch.randn(width) / 10)
        self.heads = Pairs(width, 400, 1)
        self.relations = Pairs(width, 128, relations)
        self.tags = nn.Sequential(nn.Dropout(0.2), nn.Linear(width, tags))
        self.features = nn.Sequential(nn.Dropout(0.2), nn.Linear(width, features))

    def states(self, batch: Batch) -> tuple[Tensor, Tensor]:
        """Return the state of each word, and the same with the root's before them: what may be a head."""
        words = self.encoder(batch)
        return words, torch.cat([self.root.expand(len(words), 1, -1), words], 1)

    def head_scores(self, batch: Batch, words: Tensor, heads: Tensor) -> Tensor:
        """Return the score of each head for each word, next to none where there is no word."""
        missing = nn.functional.pad(batch.first == 0, (1, 0))
        scores = self.heads(words, heads).squeeze(1).float()
        return scores.masked_fill(missing.unsqueeze(1), _NEVER)

    def relation_scores(self, words: Tensor, heads: Tensor, chosen: Tensor) -> Tensor:
        """Return the score of each relation of each word to the head chosen for it."""
        taken = torch.gather(heads, 1, chosen.clamp(min=0).unsqueeze(-1).expand(-1, -1, heads.shape[-1]))
        return self.relations.one_by_one(words, taken)

    def loss(self, batch: Batch) -> Tensor:
        chosen, relations, tags, features = batch.labels
        words, heads = self.states(batch)
        trees = _loss(self.head_scores(batch, words, heads), chosen)
        named = _loss(self.relation_scores(words, heads, chosen), relations)
        return trees + named + 0.3 * (_loss(self.tags(words), tags) + _loss(self.features(words), features))


class Pairs(nn.Module):
    """Scores of each label for pairs of a word and a head: a biaffine form of what is read of either."""

    def __init__(self, width: int, read: int, labels: int) -> None:
        super().__init__()
        self.word, self.head = (
            nn.Sequential(nn.Dropout(0.2), nn.Linear(width, read), nn.GELU(), nn.Dropout(0.2)) for _ in range(2)
        )
        self.form = nn.Parameter(torch.randn(labels, read + 1, read + 1) / 50)

    def forward(self, words: Tensor, heads: Tensor) -> Tensor:
        """Return the scores of all pairs: passage, label, word, head."""
        return torch.einsum("pwi,lij,phj->plwh", _with_one(self.word(words)), self.form, _with_one(self.head(heads)))

    def one_by_one(self, words: Tensor, heads: Tensor) -> Tensor:
        """Return the scores of each word with the head at its own place: passage, word, label."""
        return torch.einsum("pwi,lij,pwj->pwl", _with_one(self.word(words)), self.form, _with_one(self.head(heads)))


def _with_one(states: Tensor) -> Tensor:
    return torch.cat([states, torch.ones_like(states[..., :1])], -1)


def _loss(scores: Tensor, labels: Tensor) -> Tensor:
    return nn.functional.cross_entropy(scores.flatten(0, 1).float(), labels.flatten(), ignore_index=SKIPPED)
