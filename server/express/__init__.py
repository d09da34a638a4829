"""The express lane: common SPARQL requests answered without a thread and without Flask, several times faster.

A web process reads each request once. If it is a plain query and the answer is kept, or small and soon there, the
process's main loop answers it; anything else goes on to Flask as if this lane were not there, with a worker that may
already be at it. Both ways use the same reading of the protocol, the same door, the same log, and tests compare them.
"""

from server.express.worker import ExpressWorker

__all__ = ["ExpressWorker"]
