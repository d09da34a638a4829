import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.syntax.tokens import line_at, position, tokens


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("SELECT ?x{?x a b:c}", ["SELECT", "?x", "{", "?x", "a", "b:c", "}"]),
        ("'it''s' \"a \\\" b\" '''a ' b'''", ["'it'", "'s'", '"a \\" b"', "'''a ' b'''"]),
        ("<http://e.example/#x> # <not>\n<y>", ["<http://e.example/#x>", "<y>"]),
        ("?a<?b", ["?a", "<", "?b"]),
        ("?a <= 3", ["?a", "<=", "3"]),
        ("(?a<(2)>1)", ["(", "?a", "<", "(", "2", ")", ">", "1", ")"]),
        ("FILTER(2<3)SERVICE#x>", ["FILTER", "(", "2", "<", "3", ")", "SERVICE"]),
        ("?s <http://e.example/a(b)> ?o", ["?s", "<http://e.example/a(b)>", "?o"]),
        ("a:b.c. a:b.", ["a:b.c", ".", "a:b", "."]),
        ("a:b\\,c a:%20", ["a:b\\,c", "a:%20"]),
        ("_:x @en-GB 1.5e3 .5 7.", ["_:x", "@en-GB", "1.5e3", ".5", "7", "."]),
        ("^^xsd:int", ["^^", "xsd:int"]),
    ],
)
def test_pieces_are_known_for_what_they_are(query: str, found: list[str]) -> None:
    assert [token.text for token in tokens(query)] == found


@given(st.text(alphabet=st.sampled_from("<>\"'\\#(){}?:a1.\n é%"), max_size=60))
def test_tokens_lie_in_the_query_in_order(query: str) -> None:
    end = 0
    for token in tokens(query):
        assert token.start >= end
        assert query[token.start : token.start + len(token.text)] == token.text
        end = token.start + len(token.text)


@pytest.mark.parametrize("piece", ["a.", '\\"', "'", '"""', "<a", "a:%20", "((", "1.", "_:a.", "@a-", "?a<("])
def test_the_longest_query_of_one_piece_is_read_to_its_end(piece: str) -> None:
    """An unclosed string or IRI is tried again at each of its characters: no pattern may look ahead without end."""
    query = '"""' + piece * (32_000 // len(piece))
    assert 0 < sum(1 for _ in tokens(query)) <= len(query)
    assert 0 < sum(1 for _ in tokens(query[3:])) <= len(query)


@pytest.mark.parametrize(("offset", "place"), [(0, (1, 1)), (3, (1, 4)), (5, (2, 1)), (8, (3, 1))])
def test_places_count_every_kind_of_line_end(offset: int, place: tuple[int, int]) -> None:
    assert position("ASK\r\n{é\r}", offset) == place


def test_a_line_past_the_end_is_empty() -> None:
    assert (line_at("a\nb", 2), line_at("a\nb", 9)) == ("b", "")
