"""Which persons of different documents are one."""

from kg.resolve.persons.joining import Persons
from kg.resolve.persons.names import PersonName, parse_person

__all__ = ["PersonName", "Persons", "parse_person"]
