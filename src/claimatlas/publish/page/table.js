// The overview: title, key that filters, search, the table of places and the sources.
const hidden = new Set();
const eventShown = (e) => !hidden.has(`kind:${e.kind}`) && !hidden.has(`mode:${modeOf(e)}`);
const statusOf = (spot) => (spot.hold ? spot.hold.status : "none");
let wanted = "";

function spotShown(spot) {
  if (hidden.has(`status:${statusOf(spot)}`)) return false;
  if (!spot.hold && !spot.events.some(eventShown)) return false;
  const holders = spot.hold ? [spot.hold.holder, ...spot.hold.rivals.map((r) => r.name)] : [];
  return !wanted || fold([spot.name, spot.province, ...holders].filter(Boolean).join(" ")).includes(wanted);
}

function keyRow(id, mark, label, refresh) {
  const row = el("button", { type: "button", class: "key-row", "aria-pressed": "true" }, swatch(mark), label);
  row.addEventListener("click", () => {
    if (!hidden.delete(id)) hidden.add(id);
    row.setAttribute("aria-pressed", String(!hidden.has(id)));
    refresh();
  });
  return row;
}

function keyGroup(title, rows, wide) {
  return el("div", { class: "key-group" }, el("h2", {}, title), el("div", { class: wide ? "key-rows one" : "key-rows" }, ...rows));
}

function buildKey(refresh) {
  const one = data.sides[0] ? data.sides[0].color : GREY, two = data.sides[1] ? data.sides[1].color : "#444";
  const seen = new Set(data.spots.flatMap((s) => (s.hold ? [s.hold.side, ...s.hold.rivals.map((r) => r.side)] : [])));
  const sides = data.sides.filter((s) => seen.has(s.id)).map((s) => el("div", { class: "key-row" }, swatch(`place|held|${s.color}||`), s.name));
  const statuses = [["held", "Held"], ["contested", "Contested"], ["claimed", "Claimed by one side"], ["unknown", "Not known"], ["none", "Event only"]];
  const modes = [["outline", "Threatened or expected"], ["struck", "Denied or corrected"]];
  const kinds = new Set(data.spots.flatMap((s) => s.events.map((e) => e.kind)));
  byId("key-body").replaceChildren(
    keyGroup("Who, by these accounts", sides),
    keyGroup("How sure a place is", statuses.map(([s, label]) => keyRow(`status:${s}`, `place|${s}|${one}|${two}|`, label, refresh)).concat(el("div", { class: "key-row" }, swatch("place|none|||wide"), "An area, not a point"))),
    keyGroup(data.spots.length < CROWD ? "What is told to have happened" : "What is told to have happened (zoom in to see all symbols)", data.kinds.filter((k) => kinds.has(k.id)).map((k) => keyRow(`kind:${k.id}`, `event|${k.id}|solid|1`, k.label, refresh)).concat(modes.map(([m, label]) => keyRow(`mode:${m}`, `event|ground|${m}|1`, label, refresh)))));
  byId("key").open = !phone.matches;
}

function holderCell(spot) {
  const h = spot.hold;
  const names = !h ? "" : h.status === "unknown" ? "Not known" : [h.holder, ...(h.status === "contested" ? h.rivals.map((r) => r.name) : [])].filter(Boolean).join(" / ");
  const word = h && h.status !== "held" && h.status !== "unknown" ? el("small", {}, ` ${h.status}`) : null;
  return el("td", {}, el("div", { class: "holder" }, swatch(placeMark(spot)), el("span", {}, names || el("small", {}, spot.wide ? "area" : "events only"), word)));
}

function buildTable(choose) {
  const rows = [...data.spots].sort((a, b) => a.name.replace(/^(al|at|el|an|as)-/i, "").localeCompare(b.name.replace(/^(al|at|el|an|as)-/i, ""), "en"));
  const body = byId("places").tBodies[0];
  body.replaceChildren(...rows.map((spot) => {
    const button = el("button", { type: "button", onclick: () => choose(spot, true) }, spot.name);
    spot.row = el("tr", {}, el("td", {}, button), holderCell(spot), el("td", { class: "n" }, spot.events.length ? String(spot.events.length) : "–"));
    return spot.row;
  }));
}

function refreshTable() {
  let n = 0;
  for (const spot of data.spots) { const shown = spotShown(spot); spot.row.hidden = !shown; n += shown; }
  byId("found").textContent = plural(n, "place") + " listed";
}

function buildHeader() {
  const m = data.meta;
  byId("kicker").textContent = `As of ${dayText(m.on)}${m.known ? `, as known on ${dayText(m.known)}` : ""} · reported, not verified`;
  byId("title").textContent = m.title;
  byId("standfirst").textContent = m.standfirst;
  if (data.unplaced.length) byId("unplaced").replaceChildren(el("h2", {}, "Told without a place on the map"), ...data.unplaced.map(foldedEvent));
}

function buildSources(licences) {
  const reports = Object.values(data.reports);
  const publishers = [...new Set(reports.map((r) => r.publisher).filter(Boolean))].sort();
  byId("sources").replaceChildren(
    el("p", {}, `Sources: ${plural(reports.length, "report")}${publishers.length ? ` by ${publishers.join(", ")}` : ""}. A mark shows what they say, not what is known to be true.`),
    el("p", {}, "Basemap: Natural Earth. Its boundaries are those in force on the ground and are no judgement."),
    data.meta.generated ? el("p", {}, data.meta.generated) : null,
    el("details", {}, el("summary", {}, "Licences of the map library and basemap"), el("pre", { tabindex: "0" }, licences)));
}
