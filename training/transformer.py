"""The teacher's model: a small transformer that scores labels of names.

Needs torch, transformers and the package that holds the transformer's weights; the package `kg` needs none of them.
"""

import torch
from torch import Tensor, nn
from transformers import BertModel

from training.batches import SKIPPED, Batch, folder
from training.shapes import SHAPES


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
        return nn.functional.cross_entropy(self(batch).flatten(0, 1), batch.labels.flatten(), ignore_index=SKIPPED)
