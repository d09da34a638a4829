"""Which statements of different documents report the same words."""

from kg.resolve.statements.corroboration import Echo, Wordings, echoes, together
from kg.resolve.statements.utterances import Utterance, utterances

__all__ = ["Echo", "Utterance", "Wordings", "echoes", "together", "utterances"]
