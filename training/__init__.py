"""The recipe of Parley's language model: convert the corpora, train, evaluate, assemble."""
