"""The express lane: plain SPARQL requests answered without a thread and without Flask, many times faster.

A web process's main loop looks at each request. If it is a plain query and the answer is kept, it answers at once. If
the query is light, it lends the connection to a clerk: a process forked from the parent of query workers, which holds
the store, answers on the connection itself and stays with it until something comes that is not for it. Any other
query a thread puts to a query worker. All other requests go on to Flask as if this lane were not there. All ways use
the same reading of the protocol and the same log, and tests compare their answers.
"""
