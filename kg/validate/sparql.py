"""The shapes' SPARQL constraints, each run once over a store for all nodes that it is about."""

from collections.abc import Iterator

from pyoxigraph import QuerySolution, QuerySolutions, Store

from kg.validate.report import Result
from kg.validate.shapes import Shapes, SparqlConstraint

_COMPONENT = "http://www.w3.org/ns/shacl#SPARQLConstraintComponent"


def check_sparql(shapes: Shapes, store: Store) -> Iterator[Result]:
    """Yield what the constraints of `shapes` find in the default graph of `store`."""
    for constraint in shapes.sparql:
        solutions = store.query(constraint.query)
        assert isinstance(solutions, QuerySolutions)
        names = [variable.value for variable in solutions.variables]
        yield from dict.fromkeys(_result(constraint, solution, names) for solution in solutions)


def _result(constraint: SparqlConstraint, solution: QuerySolution, names: list[str]) -> Result:
    bound = {name: _text(solution[name]) for name in names}
    message = constraint.message
    for name, value in bound.items():
        message = message.replace(f"{{?{name}}}", value)
    others = [value for name, value in bound.items() if name != "this" and value]
    return Result(
        rule=message[:3],
        severity=constraint.severity,
        node=bound["this"],
        message=message,
        shape=constraint.shape,
        component=_COMPONENT,
        value=others[0] if others else "",
    )


def _text(term: object) -> str:
    return str(getattr(term, "value", ""))
