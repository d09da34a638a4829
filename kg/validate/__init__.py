"""Checking the graph against `shapes/`: each document's own graph, then once what documents share.

SHACL Core is evaluated by pySHACL. The shapes' SPARQL constraints are run by Oxigraph, each once for all nodes rather
than once for each node as SHACL engines do; tests hold that pySHACL, given everything, finds the same.
"""

from kg.validate.dataset import validate_graph
from kg.validate.document import validate_document
from kg.validate.report import Report, Result, Severity

__all__ = ["Report", "Result", "Severity", "validate_document", "validate_graph"]
