"""Pages for people: the start page, lists, and a page for every node of the graph."""

from server.pages.views import blueprint

__all__ = ["blueprint"]
