// The state of the map stands in the address, whole: a link shows another reader the same picture.
const DAY_MS = 86400000;
const dayNumber = (iso) => (iso ? Math.round(Date.parse(iso + "T00:00:00Z") / DAY_MS) : null);
const isoOf = (number) => (number === null || number === undefined ? "" : new Date(number * DAY_MS).toISOString().slice(0, 10));

const LISTS = ["hide", "type", "status", "stance", "side"];
const WORDS = ["actor", "source", "without", "q", "place"];
const DATES = ["on", "known", "compare"];

function readState(query) {
  const given = new URLSearchParams(query), state = { span: 7, area: [], ar: given.get("ar") === "1", view: null };
  for (const name of DATES) state[name] = /^\d{4}-\d\d-\d\d$/.test(given.get(name) || "") ? dayNumber(given.get(name)) : null;
  for (const name of LISTS) state[name] = new Set((given.get(name) || "").split(",").filter(Boolean));
  for (const name of WORDS) state[name] = given.get(name) || "";
  const span = Number(given.get("span"));
  if ([0, 1, 7, 30, 365].includes(span) && given.has("span")) state.span = span;
  const corners = (given.get("area") || "").split(";").map((p) => p.split(",").map(Number));
  if (corners.length > 2 && corners.every((c) => c.length === 2 && c.every(Number.isFinite))) state.area = corners;
  const at = (given.get("at") || "").split(",").map(Number);
  if (at.length === 3 && at.every(Number.isFinite)) state.view = { zoom: at[0], center: [at[2], at[1]] };
  return state;
}

function writeState(state) {
  const told = new URLSearchParams();
  for (const name of DATES) if (state[name] !== null) told.set(name, isoOf(state[name]));
  if (state.span !== 7) told.set("span", String(state.span));
  for (const name of LISTS) if (state[name].size) told.set(name, [...state[name]].sort().join(","));
  for (const name of WORDS) if (state[name]) told.set(name, state[name]);
  if (state.area.length) told.set("area", state.area.map((c) => c.map((v) => v.toFixed(3)).join(",")).join(";"));
  if (state.ar) told.set("ar", "1");
  if (state.view) told.set("at", [state.view.zoom.toFixed(2), state.view.center[1].toFixed(4), state.view.center[0].toFixed(4)].join(","));
  return told.toString();
}

const state = readState(location.search);
let saving = 0;
function saveState() {
  clearTimeout(saving);
  saving = setTimeout(() => { const query = writeState(state); history.replaceState(null, "", query ? `?${query}` : location.pathname); }, 120);
}

// what the server must be asked anew for: the second clock and the source left out
function asked(extra) {
  const query = new URLSearchParams(extra || {});
  if (state.known !== null) query.set("known", isoOf(state.known));
  if (state.without) query.set("without", state.without);
  return query.toString();
}

// a static site carries its answers and its own paths (site.js); a server is asked
const served = window.CLAIMATLAS || null;
const pathTo = (path) => (served ? served.path(path) : path);

async function ask(path, extra, signal) {
  if (served) return served.answer(path, extra);
  const query = asked(extra), answer = await fetch(query ? `${path}?${query}` : path, { signal, headers: { Accept: "application/json" } });
  const body = await answer.json();
  if (!answer.ok) throw new Error(typeof body.detail === "string" ? body.detail : answer.statusText);
  return body;
}
