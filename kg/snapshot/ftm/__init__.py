"""The graph as FollowTheMoney entities, one JSON object a line: what Aleph, OpenSanctions' yente and nomenklatura load.

    joined    first reading -> the small things that an entity takes from other nodes
    schemata  which kind of node becomes which schema, property by property
    ways      a value in the graph -> the values there
    write     second reading -> the file

FollowTheMoney itself is not needed: its schemata are spelled in `schemata`.
"""

from kg.snapshot.ftm.write import write_ftm

__all__ = ["write_ftm"]
