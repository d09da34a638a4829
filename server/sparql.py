"""The SPARQL 1.1 Protocol, for reading."""

from flask import Blueprint

blueprint = Blueprint("sparql", __name__)
