"""Reading the text of queries: enough to bound them, to refuse some, and to say where one is wrong."""

from server.syntax.inspect import Inspection, inspect
from server.syntax.tokens import Token, position, tokens

__all__ = ["Inspection", "Token", "inspect", "position", "tokens"]
