// The map itself: base map, areas, marks of places, symbols of events. All from this server, drawn by MapLibre GL JS.
let map = null, base = null, found = { spots: [], shown: 0, unplaced: 0 }, land = [], chosen = null, corners = null;
const importance = (p) => Math.max(0.78, Math.min(1.3, 0.72 + 0.11 * Math.log2(1 + p.told) + 0.07 * Math.max(0, Math.log10((p.people || 1) / 5000))));
// a mark pales as its newest evidence ages, by half in four months, and never goes
const freshness = (h) => (h && h.last !== null ? Math.max(0.35, 0.5 ** (Math.max(0, state.on - h.last) / 120)) : 1);
const nameOf = (p) => (state.ar && p.ar) || p.name;
const feature = (geometry, properties) => ({ type: "Feature", properties, geometry });
const dot = (at, properties) => feature({ type: "Point", coordinates: at }, properties);

function markOf(hold, wide) {
  if (!hold) return `place|none|||${wide ? "wide" : ""}`;
  return `place|${hold.status}|${colorOf(hold.side)}|${hold.other ? colorOf(hold.other) : GREY}|${wide ? "wide" : ""}`;
}

// Where places crowd, the lesser ones wait until the reader zooms in: each place has the zoom from which it has room.
const ROOM_PX = 32, CROWDED = 400;
function giveRoom(places) {
  const taken = new Map(), flat = (p) => [(p.at[0] + 180) / 360, 0.5 - Math.log(Math.tan(Math.PI / 4 + (p.at[1] * Math.PI) / 360)) / (2 * Math.PI)];
  for (const p of [...places].sort((a, b) => b.told - a.told || b.people - a.people || a.index - b.index)) {
    const [x, y] = flat(p);
    p.from = 13;
    for (let zoom = 3; zoom < 13; zoom++) {
      const cells = (512 * 2 ** zoom) / ROOM_PX, key = `${zoom}/${Math.floor(x * cells)}/${Math.floor(y * cells)}`;
      if (!taken.has(key)) { taken.set(key, p); p.from = zoom; break; }
    }
    for (let zoom = p.from; zoom < 13; zoom++) { const cells = (512 * 2 ** zoom) / ROOM_PX, key = `${zoom}/${Math.floor(x * cells)}/${Math.floor(y * cells)}`; if (!taken.has(key)) taken.set(key, p); }
  }
}

// what is drawn of what is found: all of few places, of many those that have room in view
function inView() {
  if (found.spots.length <= CROWDED) return found.spots;
  if (!map) return found.spots.filter((s) => s.place.from <= 6);
  const b = map.getBounds(), zoom = Math.floor(map.getZoom() + 0.6), dx = (b.getEast() - b.getWest()) / 3, dy = (b.getNorth() - b.getSouth()) / 3;
  const [w, s, e, n] = [b.getWest() - dx, b.getSouth() - dy, b.getEast() + dx, b.getNorth() + dy];
  return found.spots.filter(({ place: p }) => p === chosen || (p.from <= zoom && p.at[0] >= w && p.at[0] <= e && p.at[1] >= s && p.at[1] <= n));
}
let seen = [];

function spotFeatures() {
  return collection(seen.map((s) => dot(s.place.at, { key: s.place.index, name: nameOf(s.place), wide: s.place.wide, mark: markOf(s.hold, s.place.wide), size: importance(s.place), fresh: freshness(s.hold), rank: (s.place.wide ? 50 : 0) + (s.hold ? 0 : 20) - Math.min(40, s.place.told) })));
}

// symbols of one place stand in a row under its mark: the place is exact, the row is only layout
function eventFeatures() {
  const features = [];
  for (const spot of seen) {
    const counts = new Map();
    for (const i of spot.events) {
      const kind = table.kindOfType[table.type[i]];
      if (kind === null) continue;
      const id = `event|${table.kinds[kind].id}|${modeAt(i)}`;
      counts.set(id, (counts.get(id) || 0) + 1);
    }
    let n = 0;
    for (const [id, count] of counts) features.push(dot(spot.place.at, { key: spot.place.index, mark: `${id}|${count}`, rank: -count, off: [(n++ - (counts.size - 1) / 2) * 20.5, 22] }));
  }
  return collection(features);
}

const areaFeatures = () => collection(land.map((a) => feature(a.shape, { status: a.status, color: colorOf(a.side), strength: Math.min(0.6, a.strength * 1.35), hatch: `hatch|${colorOf(a.side)}|${colorOf(a.other)}` })));

function ringOf(at, km) {
  const ring = [];
  for (let i = 0; i <= 64; i++) {
    const a = (2 * Math.PI * i) / 64, dy = (km / 111.2) * Math.sin(a);
    ring.push([at[0] + ((km / 111.2) * Math.cos(a)) / Math.cos((at[1] * Math.PI) / 180), at[1] + dy]);
  }
  return { type: "Polygon", coordinates: [ring] };
}

function drawnArea() {
  const ring = corners || state.area;
  if (!ring.length) return collection([]);
  const line = feature({ type: "LineString", coordinates: corners ? ring : [...ring, ring[0]] }, {});
  return collection([line, ...(corners || []).map((c) => dot(c, {}))]);
}

const SOURCES = {
  areas: areaFeatures, spots: spotFeatures, events: eventFeatures, drawn: drawnArea,
  changed: () => collection(changedPlaces().map((c) => dot(c.place.at, {}))),
  chosen: () => collection(chosen ? [dot(chosen.at, {})] : []),
  reach: () => collection(chosen ? [feature(ringOf(chosen.at, chosen.radius), {})] : []),
};

const current = (names) => { seen = inView(); return Object.fromEntries(names.map((name) => [name, SOURCES[name]()])); };

function styleNow() {
  data.spots = found.spots;
  const style = mapStyle(base, current(Object.keys(SOURCES))), k = dark.matches ? INKS.dark : INKS.light, of = (id) => style.layers.find((l) => l.id === id);
  of("marks").layout["icon-size"] = ["interpolate", ["linear"], ["zoom"], 4, ["*", 0.66, ["get", "size"]], 8, ["get", "size"]];
  of("marks").paint = { "icon-opacity": ["get", "fresh"] };
  of("events").layout["icon-allow-overlap"] = ["step", ["zoom"], false, 7.5, true];
  of("events").minzoom = 5.2;
  style.layers.splice(style.layers.findIndex((l) => l.id === "chosen"), 0,
    { id: "changed", type: "circle", source: "changed", paint: { "circle-radius": 15, "circle-color": k.text, "circle-opacity": 0.12, "circle-stroke-color": k.text, "circle-stroke-width": 2.2 } },
    { id: "drawn", type: "line", source: "drawn", paint: { "line-color": k.text, "line-width": 2, "line-dasharray": [2, 1.5] } },
    { id: "corner", type: "circle", source: "drawn", filter: ["==", ["geometry-type"], "Point"], paint: { "circle-radius": 4, "circle-color": k.halo, "circle-stroke-color": k.text, "circle-stroke-width": 2 } });
  return style;
}

function paint(names) {
  if (!map || !map.getSource("spots")) return;
  for (const [name, features] of Object.entries(current(names || Object.keys(SOURCES)))) map.getSource(name).setData(features);
}

const room = () => (phone.matches ? { top: 24, bottom: 40, left: 30, right: 60 } : { top: 36, bottom: 40, left: 50, right: 90 });
function evidenceBounds() {
  const points = found.spots.filter((s) => !s.place.wide).map((s) => s.place.at), [w, s, e, n] = table.bounds;
  if (points.length < 2) return [[w, s], [e, n]];
  const xs = points.map((p) => p[0]), ys = points.map((p) => p[1]), pad = 0.2;
  return [[Math.min(...xs) - pad, Math.min(...ys) - pad], [Math.max(...xs) + pad, Math.max(...ys) + pad]];
}
const fit = (animate) => map.fitBounds(evidenceBounds(), { padding: room(), maxZoom: 9, animate });

function hit(event) {
  const { x, y } = event.point, r = 7;
  const under = map.queryRenderedFeatures([[x - r, y - r], [x + r, y + r]], { layers: ["marks", "events", "label"] });
  return under.length ? table.places[under[0].properties.key] : null;
}

function clicked(event) {
  if (corners) { addCorner([event.lngLat.lng, event.lngLat.lat]); return; }
  const place = hit(event);
  if (place) choosePlace(place, false); else if (chosen) leavePlace();
}

function wireMap(library) {
  map.setMissingStyleImageResolver((id) => { if (!map.hasImage(id)) map.addImage(id, pixels(id), { pixelRatio: 3 }); });
  map.on("click", clicked);
  map.on("mousemove", (e) => { map.getCanvas().style.cursor = corners ? "crosshair" : hit(e) ? "pointer" : ""; });
  map.on("moveend", (e) => { if (e.originalEvent || state.view) { const c = map.getCenter(); state.view = { zoom: map.getZoom(), center: [c.lng, c.lat] }; saveState(); } if (found.spots.length > CROWDED) paint(["spots", "events"]); });
  map.addControl(new library.ScaleControl({ maxWidth: 130 }), "bottom-right");
  map.once("idle", () => { document.documentElement.dataset.map = "ready"; });
  byId("zoom-in").addEventListener("click", () => map.zoomIn());
  byId("zoom-out").addEventListener("click", () => map.zoomOut());
  byId("zoom-all").addEventListener("click", () => { state.view = null; saveState(); fit(true); });
  dark.addEventListener("change", () => { colourSides(); buildKey(); map.setStyle(styleNow(), { diff: false }); update(); });
}

async function askLibrary() {
  const [library, answer] = await Promise.all([import("/vendor/maplibre-gl.mjs"), fetch("/vendor/basemap.json.gz")]);
  base = await answer.json();
  library.setWorkerUrl("/vendor/maplibre-gl-worker.mjs");
  return library;
}

async function startMap() {
  const library = await (served ? served.library() : askLibrary());
  const view = state.view ? { center: state.view.center, zoom: state.view.zoom } : { bounds: evidenceBounds(), fitBoundsOptions: { padding: room(), maxZoom: 9 } };
  map = new library.Map({ container: "map", style: styleNow(), ...view, attributionControl: false, dragRotate: false, pitchWithRotate: false, touchPitch: false, maxZoom: 13, minZoom: 2, renderWorldCopies: false, validateStyle: false });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  wireMap(library);
}
