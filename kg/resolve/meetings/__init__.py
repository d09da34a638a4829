"""Which meetings of different documents are one."""

from kg.resolve.meetings.descriptions import describe
from kg.resolve.meetings.encounters import Encounter, encounters
from kg.resolve.meetings.merging import Meetings, Merged

__all__ = ["Encounter", "Meetings", "Merged", "describe", "encounters"]
