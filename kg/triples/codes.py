"""The code lists of the ontology for the values of the model."""

from kg.model import MeetingKind, MeetingStatus, RoleStatus, StatementKind
from kg.ns import PAR

MEETING_KIND = {
    MeetingKind.MEETING: PAR.FaceToFace,
    MeetingKind.TALKS: PAR.Talks,
    MeetingKind.PHONE_CALL: PAR.PhoneCall,
    MeetingKind.VISIT: PAR.Visit,
    MeetingKind.SUMMIT: PAR.Summit,
    MeetingKind.SIGNING: PAR.Signing,
}
MEETING_STATUS = {MeetingStatus.HELD: PAR.Held, MeetingStatus.PLANNED: PAR.Planned}
STATEMENT_KIND = {
    StatementKind.DIRECT: PAR.Direct,
    StatementKind.INDIRECT: PAR.Indirect,
    StatementKind.MIXED: PAR.Mixed,
}
TENURE_STATUS = {RoleStatus.IN_OFFICE: PAR.InOffice, RoleStatus.ACTING: PAR.Acting, RoleStatus.FORMER: PAR.Former}
