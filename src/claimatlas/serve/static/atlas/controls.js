// The controls: filters, key, the table of places, the clocks and the slider.
const MANY = 120;
let allRows = false, playing = 0;

const option = (value, label) => el("option", { value }, label);
function field(label, control, help) { return el("label", {}, label, control, help ? el("small", {}, help) : null); }

function choice(name, label, options, several) {
  const select = el("select", { name, multiple: several, size: several ? Math.min(5, options.length) : null }, ...(several ? [] : [option("", "any")]), ...options.map(([v, text]) => option(v, text)));
  for (const o of select.options) o.selected = several ? state[name].has(o.value) : state[name] === o.value;
  select.addEventListener("change", () => { state[name] = several ? new Set([...select.selectedOptions].map((o) => o.value)) : select.value; changed(name); });
  return field(label, select);
}

function typed(name, label, list, help) {
  const id = `list-${name}`, input = el("input", { name, list: id, autocomplete: "off", spellcheck: "false", placeholder: "any" });
  input.value = state[name];
  input.addEventListener("change", () => { state[name] = input.value.trim(); changed(name); });
  return field(label, el("span", {}, input, el("datalist", { id }, ...list.map((x) => option(x.name, "")))), help);
}

function changed(name) { if (name === "without") reload(); else update(); }
const sorted = (list) => [...list].sort((a, b) => a.name.localeCompare(b.name));
const capital = (text) => text[0].toUpperCase() + text.slice(1);

function buildFilters() {
  const on = el("input", { type: "checkbox" });
  on.checked = state.ar;
  on.addEventListener("change", () => { state.ar = on.checked; update(); });
  byId("filter-form").replaceChildren(...[
    choice("type", "Kind of event", table.types.map((t) => [t.id, capital(t.label)]).sort((a, b) => a[1].localeCompare(b[1])), true),
    choice("side", "Side", table.sides.map((s) => [s.id, s.name]), true),
    choice("status", "Status", table.statuses.map((s) => [s, capital(STATUS[s])]), true),
    choice("stance", "Told as", table.stances.map((s) => [s, capital(STANCE[s])]), true),
    typed("actor", "Actor", sorted(table.actors)), typed("source", "Told by", sorted(table.sources)),
    served ? null : typed("without", "Without this source", sorted(table.sources), "As the map would be if it, its copies and what others have from it were not there."),
    el("div", { class: "area-row" }, el("span", {}, "Area"), el("button", { type: "button", id: "draw-area" }, state.area.length ? "Clear area" : "Draw on the map"), el("button", { type: "button", id: "view-area" }, "What the map shows")),
    el("label", { class: "check" }, on, "Place names in Arabic"),
    el("button", { type: "button", id: "clear" }, "Clear all filters"),
  ].filter(Boolean));
  byId("draw-area").addEventListener("click", toggleDraw);
  byId("view-area").addEventListener("click", () => { const b = map.getBounds(), [w, s, e, n] = [b.getWest(), b.getSouth(), b.getEast(), b.getNorth()]; state.area = [[w, s], [e, s], [e, n], [w, n]]; buildFilters(); update(); });
  byId("clear").addEventListener("click", clearFilters);
}

function clearFilters() {
  const again = Boolean(state.without);
  for (const name of LISTS) state[name] = new Set();
  for (const name of ["actor", "source", "without", "q"]) state[name] = "";
  state.area = []; corners = null; byId("search").value = "";
  buildFilters(); buildKey();
  if (again) reload(); else update();
}

function toggleDraw() {
  if (corners) { endArea(); return; }
  if (state.area.length) { state.area = []; buildFilters(); update(); return; }
  corners = [];
  byId("draw-area").textContent = "Finish the area";
  byId("standfirst").textContent = "Choose corners on the map; finish with Enter or the button.";
}

function addCorner(at) { corners.push(at); paint(["drawn"]); }
function endArea() {
  state.area = corners && corners.length > 2 ? corners : [];
  corners = null;
  buildFilters(); update();
}

function keyRow(id, mark, label) {
  const row = el("button", { type: "button", class: "key-row", "aria-pressed": String(!state.hide.has(id)) }, swatch(mark), label);
  row.addEventListener("click", () => { if (!state.hide.delete(id)) state.hide.add(id); row.setAttribute("aria-pressed", String(!state.hide.has(id))); update(); });
  return row;
}
const keyGroup = (title, rows, wide) => el("div", { class: "key-group" }, el("h2", {}, title), el("div", { class: wide ? "key-rows one" : "key-rows" }, ...rows));

function buildKey() {
  const [one, two] = [0, 1].map((i) => (data.sides[i] ? colorOf(data.sides[i].id) : GREY)), h = table.holds;
  const seen = new Set([...h.side, ...h.other].filter((s) => s !== null));
  const sides = data.sides.filter((s, i) => seen.has(i)).map((s) => el("div", { class: "key-row" }, swatch(`place|held|${colorOf(s.id)}||`), s.name));
  const statuses = [["held", "Held"], ["contested", "Contested"], ["claimed", "Claimed by one side"], ["none", "Event only"]];
  byId("key-body").replaceChildren(
    keyGroup("Who, by these accounts", sides),
    keyGroup("How sure a place is", [...statuses.map(([s, label]) => keyRow(`status:${s}`, `place|${s}|${one}|${two}|`, label)), el("div", { class: "key-row" }, swatch("place|none|||wide"), "An area, not a point"), el("div", { class: "key-row" }, el("span", { class: "pale" }, swatch(`place|held|${one}||`)), "Older evidence is paler")]),
    keyGroup("What is told to have happened", [...data.kinds.map((k) => keyRow(`kind:${k.id}`, `event|${k.id}|solid|1`, k.label)), keyRow("mode:outline", "event|ground|outline|1", "Threatened or expected"), keyRow("mode:struck", "event|ground|struck|1", "Denied or corrected")], true));
}

function placeRow(s) {
  const open = el("button", { type: "button", "data-key": s.place.index }, nameOf(s.place));
  open.addEventListener("click", () => choosePlace(s.place, true));
  const holder = s.hold ? el("div", { class: "holder" }, swatch(markOf(s.hold, false)), el("span", {}, capital(holdWords(s.hold)))) : null;
  return el("tr", {}, el("td", {}, open), el("td", {}, holder || el("small", {}, "not told")), el("td", { class: "n" }, String(s.events.length)));
}

function buildTable() {
  const rows = [...found.spots].sort((a, b) => b.events.length - a.events.length || a.place.name.localeCompare(b.place.name));
  byId("places").tBodies[0].replaceChildren(...rows.slice(0, allRows ? undefined : MANY).map(placeRow));
  byId("more").hidden = allRows || rows.length <= MANY;
  byId("more").textContent = `Show all ${rows.length} places`;
}

function changeRow(c) {
  const open = el("button", { type: "button" }, nameOf(c.place)), words = (h) => (h ? holdWords(h) : "not told");
  open.addEventListener("click", () => choosePlace(c.place, true));
  return el("tr", {}, el("td", {}, open), el("td", {}, words(c.before)), el("td", {}, words(c.after)));
}

function buildChanged() {
  const rows = changedPlaces();
  if (state.compare === null) { byId("changed").replaceChildren(); return; }
  const head = el("thead", {}, el("tr", {}, ...["Place", dayText(isoOf(state.compare)), dayText(isoOf(state.on))].map((t) => el("th", { scope: "col" }, t))));
  byId("changed").replaceChildren(el("table", { class: "changes" }, el("caption", {}, `${plural(rows.length, "place")} told otherwise`), head, el("tbody", {}, ...rows.map(changeRow))));
}

function drawBars() {
  const canvas = byId("bars"), width = canvas.clientWidth, height = canvas.clientHeight, bars = eventsByDay();
  canvas.width = width * devicePixelRatio; canvas.height = height * devicePixelRatio;
  const pen = canvas.getContext("2d"), most = Math.max(1, ...bars), step = width / bars.length, from = state.span ? state.on - state.span + 1 : -FAR, to = state.span ? state.on : FAR;
  pen.scale(devicePixelRatio, devicePixelRatio);
  const css = getComputedStyle(document.documentElement), [on, off] = [css.getPropertyValue("--ink"), css.getPropertyValue("--rule")];
  bars.forEach((n, i) => {
    if (!n) return;
    const day = table.first_day + i, tall = Math.max(2, (height - 2) * Math.sqrt(n / most));
    pen.fillStyle = day >= from && day <= to ? on : off;
    pen.fillRect(i * step, height - tall, Math.max(1, step - (step > 3 ? 1 : 0)), tall);
  });
}

function showTime() {
  byId("on").value = isoOf(state.on);
  byId("known").value = isoOf(state.known);
  byId("compare").value = isoOf(state.compare);
  byId("span").value = String(state.span);
  const slider = byId("slider");
  slider.min = table.first_day; slider.max = Math.max(table.last, state.on); slider.value = state.on;
  slider.setAttribute("aria-valuetext", dayText(isoOf(state.on)));
  drawBars();
}

function setPlaying(on) {
  clearInterval(playing);
  playing = on ? setInterval(() => { if (state.on >= table.last) setPlaying(false); else { state.on++; update(); } }, 450) : 0;
  byId("play").setAttribute("aria-pressed", String(on));
  byId("play").setAttribute("aria-label", on ? "Pause" : "Play");
  byId("play").textContent = on ? "❚❚" : "▶";
}

function wireControls() {
  byId("search").value = state.q;
  byId("search").addEventListener("input", (e) => { state.q = e.target.value.trim(); update(); });
  byId("search").addEventListener("keydown", (e) => { if (e.key === "Enter" && state.q && found.spots.length) { e.preventDefault(); choosePlace(found.spots[0].place, true); } });
  byId("search").addEventListener("focus", () => { if (phone.matches) setSheet("full"); });
  byId("handle").addEventListener("click", nextSheet);
  byId("more").addEventListener("click", () => { allRows = true; buildTable(); });
  byId("slider").addEventListener("input", (e) => { state.on = Number(e.target.value); update(); });
  byId("on").addEventListener("change", (e) => { if (e.target.value) { state.on = dayNumber(e.target.value); update(); } });
  byId("known").addEventListener("change", (e) => { state.known = e.target.value ? dayNumber(e.target.value) : null; reload(); });
  byId("compare").addEventListener("change", (e) => { state.compare = e.target.value ? dayNumber(e.target.value) : null; update(); });
  byId("span").addEventListener("change", (e) => { state.span = Number(e.target.value); update(); });
  byId("play").addEventListener("click", () => setPlaying(!playing));
  byId("time").addEventListener("submit", (e) => e.preventDefault());
  byId("filter-form").addEventListener("submit", (e) => e.preventDefault());
  document.addEventListener("keydown", (e) => { if (e.key === "Escape") { if (corners) { corners = []; endArea(); } else if (chosen) leavePlace(); } if (e.key === "Enter" && corners && e.target === map.getCanvas()) endArea(); });
  addEventListener("resize", drawBars);
}
