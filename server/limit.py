"""Requests allowed to one client in a time; off unless `PARLEY_RATE_LIMIT` is set."""

import math
import time

from flask import Flask, request
from limits import RateLimitItem, parse
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter
from werkzeug.middleware.proxy_fix import ProxyFix

from kg.errors import ConfigError
from server.config import Settings
from server.errors import TooMany

_FREE = frozenset({"/healthz", "/readyz", "/metrics"})  # what watches over the server is not counted


def install(app: Flask) -> None:
    """Have `app` answer 429 to clients that ask too often; each web process counts for itself.

    Behind `settings.proxies` reverse proxies the client is who they say it is.
    """
    settings: Settings = app.extensions["settings"]
    if settings.proxies:
        app.wsgi_app = ProxyFix(  # type: ignore[method-assign]  # Flask's own way to wrap an application
            app.wsgi_app, x_for=settings.proxies, x_proto=settings.proxies, x_host=settings.proxies
        )
    if not settings.rate_limit:
        return
    limit = _limit(settings.rate_limit)
    limiter = MovingWindowRateLimiter(MemoryStorage())

    def check() -> None:
        client = request.remote_addr or ""
        if request.path not in _FREE and not limiter.hit(limit, client):
            wait = max(1, math.ceil(limiter.get_window_stats(limit, client).reset_time - time.time()))
            raise TooMany(
                f"more than {settings.rate_limit} requests: come again in {wait} s", {"Retry-After": str(wait)}
            )

    app.before_request(check)


def _limit(text: str) -> RateLimitItem:
    try:
        return parse(text)
    except ValueError:
        raise ConfigError(f"PARLEY_RATE_LIMIT: {text!r} is not of the form 100/minute") from None
