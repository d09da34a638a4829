"""Which statements of different documents report the same words."""

from kg.resolve.statements.corroboration import Wordings, speakers_of, together
from kg.resolve.statements.utterances import Utterance, utterances

__all__ = ["Utterance", "Wordings", "speakers_of", "together", "utterances"]
