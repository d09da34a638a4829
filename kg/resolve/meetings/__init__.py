"""Which meetings of different documents are one."""

from kg.resolve.meetings.descriptions import Descriptions
from kg.resolve.meetings.encounters import Encounter, encounters
from kg.resolve.meetings.merging import Meetings, Merged

__all__ = ["Descriptions", "Encounter", "Meetings", "Merged", "encounters"]
