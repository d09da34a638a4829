"""How the server says no: each error knows its HTTP status and the headers that go with it."""

from collections.abc import Mapping

from kg.errors import QueryError


class Refusal(QueryError):
    """A request that is not answered as asked; the message is one or a few lines of plain text."""

    status = 400
    verdict = "refused"

    def __init__(self, message: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(message)
        self.headers = dict(headers or {})


class BadRequest(Refusal):
    """A request that the protocol does not allow."""


class BadQuery(Refusal):
    """A query that is wrong; says where."""

    verdict = "wrong"


class Forbidden(Refusal):
    """What this server does for nobody: updates, SERVICE to others than those allowed."""

    status = 403


class Unknown(Refusal):
    """What is not here."""

    status = 404


class NotAcceptable(Refusal):
    """None of the formats offered is accepted."""

    status = 406


class TooLong(Refusal):
    """A query longer than allowed: 413 as a body, 414 in the URL."""

    status = 413

    def __init__(self, message: str, status: int) -> None:
        super().__init__(message)
        self.status = status


class Unsupported(Refusal):
    """A body of a type that is not read here."""

    status = 415


class TooMany(Refusal):
    """More requests than one client may send."""

    status = 429


class Unavailable(Refusal):
    """What may succeed later, or with less to do."""

    status = 503
    verdict = "unavailable"

    def __init__(self, message: str, retry: int = 10) -> None:
        super().__init__(message, {"Retry-After": str(retry)})


class TimeLimit(Unavailable):
    """The query ran into its time limit."""

    verdict = "time limit"


class MemoryLimit(Unavailable):
    """The query ran into its memory limit."""

    verdict = "memory limit"


class Busy(Unavailable):
    """More is asked than there are workers for."""

    verdict = "busy"
