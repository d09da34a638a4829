"""Parley's build: documents to graph to snapshot, one module for each stage."""
