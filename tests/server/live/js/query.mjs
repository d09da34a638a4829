// Asks the endpoint at argv[2] with a JavaScript client; prints what came, one line each, for the test to compare.
import { SparqlEndpointFetcher } from "fetch-sparql-endpoint";

const endpoint = process.argv[2];
const fetcher = new SparqlEndpointFetcher();
const all = (stream) => new Promise((resolve, reject) => {
  const found = [];
  stream.on("data", (each) => found.push(each)).on("error", reject).on("end", () => resolve(found));
});

const meetings = await all(await fetcher.fetchBindings(endpoint,
  "PREFIX par: <https://w3id.org/parley/ns#> SELECT ?m { ?m a par:Meeting }"));
console.log("select", meetings.map((row) => row.m.value).join(" "));
console.log("ask", await fetcher.fetchAsk(endpoint, "ASK { ?s ?p ?o }"));
const triples = await all(await fetcher.fetchTriples(endpoint,
  "PREFIX par: <https://w3id.org/parley/ns#> CONSTRUCT { ?m a par:Meeting } WHERE { ?m a par:Meeting }"));
console.log("construct", triples.length, triples[0].object.value);
try {
  await fetcher.fetchAsk(endpoint, "ASK {");
} catch (error) {
  console.log("wrong", /400/.test(error.message));
}
