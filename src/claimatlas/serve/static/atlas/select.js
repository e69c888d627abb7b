// Which events and holds are shown: columns of numbers, filtered here without asking the server again.
const LONG = 60; // an event of more days than these is shown where it ends or was told, not all along
const FAR = 1e9;
let table = null;

function loadTable(columns) {
  const e = columns.events, n = e.id.length, ints = (list, missing) => Int32Array.from(list, (v) => (v === null ? missing : v));
  table = { ...columns, n, start: ints(e.start, -FAR), end: ints(e.end, FAR), told: ints(e.told, -FAR), heard: ints(e.first, -FAR), place: ints(e.place, -1), type: ints(e.type, -1), status: ints(e.status, 0) };
  table.kindOfType = columns.types.map((t) => t.kind);
  table.holdStart = ints(columns.holds.start, -FAR);
  table.holdEnd = ints(columns.holds.end, FAR);
  data.sides = columns.sides;
  data.kinds = columns.kinds;
  kindOf.clear();
  colourSides();
  for (const k of data.kinds) kindOf.set(k.id, k);
  columns.places.forEach((p, i) => { p.index = i; p.words = fold([p.name, p.ar, p.province].filter(Boolean).join(" ")); });
}

// colours of sides as the register has them; one that is nearly black turns light where the land is dark
function colourSides() {
  const bright = (c) => [1, 3, 5].reduce((sum, i) => sum + parseInt(c.slice(i, i + 2), 16), 0);
  sideOf.clear();
  for (const s of data.sides) sideOf.set(s.id, dark.matches && bright(s.color) < 150 ? { ...s, color: "#d3ccc0" } : s);
}

function happened(i, from, to) {
  if (table.start[i] === -FAR && table.end[i] === FAR) return table.told[i] >= from && table.told[i] <= to;
  if (table.end[i] - table.start[i] > LONG) return (table.end[i] >= from && table.end[i] <= to) || (table.heard[i] >= from && table.heard[i] <= to);
  return table.start[i] <= to && table.end[i] >= from;
}

function inside(at, ring) {
  let odd = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi, yi] = ring[i], [xj, yj] = ring[j];
    if (yi > at[1] !== yj > at[1] && at[0] < ((xj - xi) * (at[1] - yi)) / (yj - yi) + xi) odd = !odd;
  }
  return odd;
}

// the mode of an event's symbol, from its stances and status
function modeAt(i) {
  const stances = table.events.stances[i].map((s) => table.stances[s]);
  return modeOf({ stances, status: table.statuses[table.status[i]] });
}

function tests() {
  const found = [], e = table.events, named = (list, word) => list.findIndex((x) => fold(x.name) === fold(word) || x.id === word);
  const numbers = (list, wanted) => new Set([...wanted].map((w) => list.indexOf(w)));
  if (state.type.size) { const types = numbers(table.types.map((t) => t.id), state.type); found.push((i) => types.has(table.type[i])); }
  if (state.status.size) { const of = numbers(table.statuses, state.status); found.push((i) => of.has(table.status[i])); }
  if (state.stance.size) { const of = numbers(table.stances, state.stance); found.push((i) => e.stances[i].some((s) => of.has(s))); }
  if (state.side.size) { const of = numbers(table.sides.map((s) => s.id), state.side); found.push((i) => e.sides[i].some((s) => of.has(s))); }
  if (state.actor) { const actor = named(table.actors, state.actor); found.push((i) => e.actors[i].includes(actor)); }
  if (state.source) { const source = named(table.sources, state.source); found.push((i) => e.sources[i].includes(source)); }
  if ([...state.hide].some((h) => h.startsWith("kind:") || h.startsWith("mode:"))) {
    found.push((i) => { const kind = table.kindOfType[table.type[i]]; return kind === null || !(state.hide.has(`kind:${table.kinds[kind].id}`) || state.hide.has(`mode:${modeAt(i)}`)); });
  }
  return found;
}

function holdsAt(on) {
  const at = new Map(), h = table.holds;
  for (let i = 0; i < h.place.length; i++) if (table.holdStart[i] <= on && table.holdEnd[i] >= on) at.set(h.place[i], i);
  return at;
}

function holdRow(i) {
  if (i === undefined) return null;
  const h = table.holds, side = (s) => (s === null || s === undefined ? null : table.sides[s].id);
  return { status: table.held[h.status[i]], side: side(h.side[i]), other: side(h.other[i]), holder: h.holder[i], since: h.start[i], last: h.last[i] };
}

const sideName = (id) => (sideOf.has(id) ? sideOf.get(id).name : id || "not known");
function holdWords(h) {
  if (!h) return "";
  if (h.status === "contested") return `contested between ${[h.side, h.other].map(sideName).join(" and ")}`;
  return `${h.status} by ${h.holder || sideName(h.side)}`;
}

// all that is shown now: spots with their hold and the numbers of their events
function selectSpots() {
  const to = state.on, from = state.span ? to - state.span + 1 : -FAR, until = state.span ? to : FAR;
  const rules = tests(), spots = new Map(), holds = holdsAt(to), places = table.places;
  const spotOf = (p) => { let s = spots.get(p); if (!s) spots.set(p, (s = { place: places[p], hold: null, events: [] })); return s; };
  let unplaced = 0, shown = 0;
  for (let i = 0; i < table.n; i++) {
    if (!happened(i, from, until) || !rules.every((rule) => rule(i))) continue;
    if (table.place[i] < 0) { unplaced++; continue; }
    if (state.area.length && !inside(places[table.place[i]].at, state.area)) continue;
    shown++;
    spotOf(table.place[i]).events.push(i);
  }
  const narrowed = state.type.size || state.status.size || state.stance.size || state.actor || state.source;
  for (const [p, i] of holds) {
    const row = holdRow(i);
    if (state.area.length && !inside(places[p].at, state.area)) continue;
    if (state.side.size && !state.side.has(row.side) && !state.side.has(row.other)) continue;
    if (narrowed && !spots.has(p)) continue;
    spotOf(p).hold = row;
  }
  const all = [...spots.values()].filter(spotFits);
  all.sort((a, b) => b.place.at[1] - a.place.at[1] || a.place.at[0] - b.place.at[0] || (a.place.key < b.place.key ? -1 : 1));
  return { spots: all, shown, unplaced };
}

function spotFits(spot) {
  if (state.hide.has(`status:${spot.hold ? spot.hold.status : "none"}`)) return false;
  if (!state.q) return true;
  const wanted = fold(state.q);
  return spot.place.words.includes(wanted) || (spot.hold && fold(holdWords(spot.hold)).includes(wanted));
}

// places whose holder or status is another at the date compared with
function changedPlaces() {
  if (state.compare === null || state.compare === state.on) return [];
  const before = holdsAt(state.compare), after = holdsAt(state.on), found = [];
  for (const p of new Set([...before.keys(), ...after.keys()])) {
    const [one, two] = [before, after].map((m) => holdRow(m.get(p)));
    if ((one ? `${one.status} ${one.side} ${one.other}` : "") !== (two ? `${two.status} ${two.side} ${two.other}` : "")) found.push({ place: table.places[p], before: one, after: two });
  }
  return found.sort((a, b) => (a.place.name < b.place.name ? -1 : 1));
}

// events a day, for the bars behind the slider
function eventsByDay() {
  const bars = new Int32Array(Math.max(1, table.last - table.first_day + 1));
  for (let i = 0; i < table.n; i++) {
    const day = table.end[i] === FAR ? table.told[i] : table.end[i], at = day - table.first_day;
    if (at >= 0 && at < bars.length) bars[at]++;
  }
  return bars;
}
