// Starts the map and keeps it in step with the state.
let landFor = "", landAsked = null;
const landKept = new Map();

function tell() {
  const filters = LISTS.filter((n) => n !== "hide").reduce((n, name) => n + (state[name].size > 0), 0) + ["actor", "source", "without"].filter((n) => state[n]).length + (state.area.length > 0);
  byId("filtered").textContent = filters ? `${filters} set` : "";
  byId("kicker").textContent = [`${table.theatre} · ${dayText(isoOf(state.on))}`, state.known !== null ? `as known on ${dayText(isoOf(state.known))}` : "", state.without ? `without ${state.without}` : ""].filter(Boolean).join(" · ");
  const held = found.spots.filter((s) => s.hold).length, fought = found.spots.filter((s) => s.hold && s.hold.status === "contested").length;
  byId("standfirst").textContent = corners ? byId("standfirst").textContent : `${plural(found.shown, "event")} at ${plural(found.spots.length, "place")}${found.unplaced ? `, ${found.unplaced} more without a place` : ""}; ${plural(held, "place")} with a holder, ${fought} contested. Out of ${plural(table.counts.claims, "claim")} in ${plural(table.counts.reports, "report")}.`;
}

async function askLand() {
  const query = asked({ on: isoOf(state.on) });
  landFor = query;
  if (!landKept.has(query)) {
    if (landAsked) landAsked.abort();
    landAsked = new AbortController();
    try { landKept.set(query, await ask("/api/areas", { on: isoOf(state.on) }, landAsked.signal)); } catch (error) { if (error.name === "AbortError") return; landKept.set(query, []); }
  }
  if (landFor !== query) return;
  land = landKept.get(query);
  paint(["areas"]);
}

// the table and the panel follow when the slider rests
let settling = 0;
function settle() {
  buildTable(); buildChanged();
  if (chosen && !playing) showPlace(chosen);
}

function update() {
  found = selectSpots();
  paint(["spots", "events", "drawn", "changed"]);
  tell(); showTime(); saveState();
  askLand();
  clearTimeout(settling);
  settling = setTimeout(settle, 140);
}

async function load() {
  loadTable(await ask("/api/atlas"));
  table.first_day = (table.first ?? 0) - 30;
  table.last = table.last ?? 0;
  if (state.on === null) state.on = table.known !== null ? Math.min(table.known, table.last) : table.last;
  landKept.clear();
  giveRoom(table.places);
  buildFilters(); buildKey();
  found = selectSpots();
}

async function reload() {
  document.body.setAttribute("aria-busy", "true");
  try {
    await load();
    if (chosen) chosen = table.places.find((p) => p.key === chosen.key) || null;
    if (!chosen) hidePanel();
    update();
  } catch (error) { byId("standfirst").textContent = error.message; }
  document.body.removeAttribute("aria-busy");
}

async function start() {
  try { await load(); } catch (error) {
    if (!state.without) { byId("standfirst").textContent = error.message; return; }
    state.without = "";
    await load();
  }
  wireControls();
  const place = table.places.find((p) => p.key === state.place);
  if (place) chosen = place;
  byId("key").open = !phone.matches;
  update();
  try { await startMap(); } catch (error) {
    byId("no-map").hidden = false;
    byId("no-map").textContent = `The map cannot be drawn in this browser (${error.message}). The table lists the same places.`;
  }
  document.documentElement.dataset.ready = "yes";
}
start();
