// The query page: sends what is in the editor to the endpoint and draws the answer. No library, nothing from elsewhere.
"use strict";

const form = document.getElementById("query-form");
const editor = document.getElementById("query");
const format = document.getElementById("format");
const link = document.getElementById("link");
const status_ = document.getElementById("status");
const answer = document.getElementById("answer");
const base = document.querySelector(".query").dataset.base;
const GRAPH_QUERY = /^\s*(?:(?:PREFIX\s+\S*\s*<[^>]*>|BASE\s*<[^>]*>|#[^\n]*)\s*)*(CONSTRUCT|DESCRIBE)\b/i;
let running = null;

function element(name, text, attributes = {}) {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

function drawTerm(term) {
  if (!term) return element("td", "");
  const cell = element("td");
  if (term.type === "uri") {
    const local = term.value.startsWith(base) ? "/" + term.value.slice(base.length) : term.value;
    const safe = local.startsWith("/") || /^https?:/.test(local);
    cell.append(safe ? element("a", term.value.startsWith(base) ? local : term.value, { href: local, rel: "noopener" }) : term.value);
  } else {
    cell.textContent = term.value;
    if (term["xml:lang"]) cell.lang = term["xml:lang"];
  }
  return cell;
}

function drawTable(result) {
  if ("boolean" in result) return element("p", result.boolean ? "yes" : "no");
  const table = element("table"), head = element("tr"), body = element("tbody");
  for (const name of result.head.vars) head.append(element("th", name, { scope: "col" }));
  for (const row of result.results.bindings) {
    const line = element("tr");
    for (const name of result.head.vars) line.append(drawTerm(row[name]));
    body.append(line);
  }
  const top = element("thead");
  top.append(head);
  table.append(top, body);
  return table;
}

async function run() {
  if (running) running.abort();
  running = new AbortController();
  const wantsTable = format.value === "table" && !GRAPH_QUERY.test(editor.value);
  const wanted = format.value === "table" ? (wantsTable ? "json" : "turtle") : format.value;
  const started = performance.now();
  status_.textContent = "running …";
  try {
    const response = await fetch("/sparql", {
      method: "POST",
      body: new URLSearchParams({ query: editor.value, format: wanted }),
      signal: running.signal,
    });
    const text = await response.text();
    const seconds = ((performance.now() - started) / 1000).toFixed(2);
    if (!response.ok) {
      status_.textContent = `${response.status} after ${seconds} s`;
      answer.replaceChildren(element("p", text, { class: "error" }));
    } else if (wantsTable) {
      const result = JSON.parse(text);
      const rows = result.results ? `${result.results.bindings.length} rows, ` : "";
      status_.textContent = `${rows}${seconds} s`;
      answer.replaceChildren(drawTable(result));
    } else {
      status_.textContent = `${text.length} characters, ${seconds} s`;
      answer.replaceChildren(element("pre", text));
    }
  } catch (error) {
    if (error.name !== "AbortError") status_.textContent = String(error);
  }
}

function updateLink() {
  link.href = "/sparql?" + new URLSearchParams({ query: editor.value }) + "#run";
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  updateLink();
  run();
});
editor.addEventListener("input", updateLink);
editor.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
});
for (const example of document.querySelectorAll("[data-query]")) {
  example.addEventListener("click", (event) => {
    event.preventDefault();
    editor.value = example.dataset.query;
    form.requestSubmit();
  });
}
updateLink();
if (editor.value.trim()) run();
