"""What one sentence says that somebody said."""

from dataclasses import dataclass

from kg.extract.grammar import Run


@dataclass(frozen=True, slots=True)
class Attribution:
    """Words of one sentence: who says (`source`), by which `cue`, what (`content`), to whom; `rule` found it.

    `follows` is true where the content stands before the cue; `relay` names who passes it on ("Y quoted X as saying");
    `cited` is whom the source cites ("Y reported, citing X").
    """

    source: Run | None
    cue: Run | None
    content: tuple[Run, ...]
    rule: str
    addressee: Run | None = None
    follows: bool = False
    relay: Run | None = None
    cited: Run | None = None
