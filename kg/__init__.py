"""Parley's build: documents to graph to snapshot, one module for each stage."""

from os import environ

# Documents are spread over processes; threads inside a matrix product would fight for the same cores. Read by numpy
# when it is first imported, so it is set before anything of ours imports it.
environ.setdefault("OPENBLAS_NUM_THREADS", "1")
