"""Parley's server: a read-only SPARQL endpoint and linked-data pages over the snapshot in service."""
