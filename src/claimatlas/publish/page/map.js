// Starts the map from what the page carries: the library comes out of the page as Blob modules, nothing is requested.
async function unpack(id) {
  const bytes = Uint8Array.from(atob(byId(id).textContent), (c) => c.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).json();
}
const moduleUrl = (code) => URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
const point = (at, properties) => ({ type: "Feature", properties, geometry: { type: "Point", coordinates: at } });

function spotFeatures() {
  return collection(data.spots.filter(spotShown).map((s) => point(s.at, { key: s.key, name: s.name, wide: s.wide, mark: placeMark(s), rank: (s.wide ? 50 : 0) + (s.hold ? 0 : 20) - s.events.length })));
}

// symbols of one place stand in a row under its mark: the place is exact, the row is only layout
function eventFeatures() {
  const features = [];
  for (const spot of data.spots.filter(spotShown)) {
    const counts = new Map();
    for (const e of spot.events.filter(eventShown)) if (kindOf.has(e.kind)) { const id = `event|${e.kind}|${modeOf(e)}`; counts.set(id, (counts.get(id) || 0) + 1); }
    [...counts].forEach(([id, n], i) => features.push(point(spot.at, { key: spot.key, mark: `${id}|${n}`, rank: 0, off: [(i - (counts.size - 1) / 2) * 20.5, 22] })));
  }
  return collection(features);
}

function circle(at, km) {
  const ring = [];
  for (let i = 0; i <= 64; i++) {
    const a = (2 * Math.PI * i) / 64, dy = (km / 111.2) * Math.sin(a);
    ring.push([at[0] + ((km / 111.2) * Math.cos(a)) / Math.cos((at[1] * Math.PI) / 180), at[1] + dy]);
  }
  return { type: "Feature", properties: {}, geometry: { type: "Polygon", coordinates: [ring] } };
}

let map = null, base = null, chosen = null;
const areaFeatures = () => collection(data.areas.map((a) => ({ type: "Feature", geometry: a.shape, properties: { status: a.status, color: colorOf(a.side), strength: a.strength, hatch: `hatch|${colorOf(a.side)}|${colorOf(a.other)}` } })));
const current = () => ({
  areas: areaFeatures(), spots: spotFeatures(), events: eventFeatures(),
  chosen: collection(chosen ? [point(chosen.at, {})] : []), reach: collection(chosen ? [circle(chosen.at, chosen.radius)] : []),
});

function refresh() {
  refreshTable();
  if (!map || !map.getSource("spots")) return;
  for (const [name, features] of Object.entries(current())) map.getSource(name).setData(features);
}

function choose(spot, fly) {
  chosen = spot;
  for (const s of data.spots) s.row.toggleAttribute("aria-current", false);
  spot.row.setAttribute("aria-current", "true");
  showPanel(spot, unchoose);
  refresh();
  const padding = phone.matches ? { bottom: Math.round(innerHeight * 0.56) - 184 } : {};
  if (map && (fly || phone.matches)) map.easeTo({ center: spot.at, zoom: Math.max(map.getZoom(), spot.wide ? 6.4 : 7.4), padding: { top: 0, left: 0, right: 0, bottom: 0, ...padding }, duration: matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 600 });
}

function unchoose() {
  const row = chosen && chosen.row;
  chosen = null;
  hidePanel();
  if (row) { row.removeAttribute("aria-current"); row.querySelector("button").focus({ preventScroll: true }); }
  refresh();
}

// room for the names, most of which stand to the right of their marks
const margins = () => (phone.matches ? { top: 24, bottom: 40, left: 30, right: 78 } : { top: 36, bottom: 44, left: 44, right: 110 });
const fit = (animate) => map.fitBounds(data.bounds, { padding: margins(), maxZoom: 9, animate });

function hit(event) {
  const { x, y } = event.point, r = 7;
  const found = map.queryRenderedFeatures([[x - r, y - r], [x + r, y + r]], { layers: ["marks", "events", "label"] });
  return found.length ? data.spots.find((s) => s.key === found[0].properties.key) : null;
}

function wire(library) {
  map.setMissingStyleImageResolver((id) => { if (!map.hasImage(id)) map.addImage(id, pixels(id), { pixelRatio: 3 }); });
  map.on("click", (e) => { const spot = hit(e); if (spot) choose(spot, false); else if (chosen) unchoose(); });
  map.on("mousemove", (e) => { map.getCanvas().style.cursor = hit(e) ? "pointer" : ""; });
  map.addControl(new library.ScaleControl({ maxWidth: 130 }), "bottom-right");
  map.once("idle", () => { document.documentElement.dataset.map = "ready"; });
  byId("zoom-in").addEventListener("click", () => map.zoomIn());
  byId("zoom-out").addEventListener("click", () => map.zoomOut());
  byId("zoom-all").addEventListener("click", () => fit(true));
  dark.addEventListener("change", () => { buildKey(refresh); buildTable(choose); refreshTable(); map.setStyle(mapStyle(base, current()), { diff: false }); });
}

async function startMap(bundle) {
  base = { ...bundle.basemap, ...bundle.extra };
  document.head.append(el("style", {}, bundle.css));
  const library = await import(moduleUrl(bundle.main));
  library.setWorkerUrl(moduleUrl(bundle.worker));
  map = new library.Map({ container: "map", style: mapStyle(base, current()), bounds: data.bounds, fitBoundsOptions: { padding: margins(), maxZoom: 9 }, attributionControl: false, dragRotate: false, pitchWithRotate: false, touchPitch: false, maxZoom: 12, minZoom: 2, renderWorldCopies: false, validateStyle: false });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  wire(library);
}

function wireDesk() {
  byId("search").addEventListener("input", (e) => { wanted = fold(e.target.value.trim()); refresh(); });
  byId("search").addEventListener("keydown", (e) => { const first = data.spots.find(spotShown); if (e.key === "Enter" && wanted && first) choose(first, true); });
  byId("handle").addEventListener("click", nextSheet);
  byId("search").addEventListener("focus", () => { if (phone.matches) setSheet("full"); });
  document.addEventListener("keydown", (e) => { if (e.key === "Escape" && chosen) unchoose(); });
}

buildHeader(); buildKey(refresh); buildTable(choose); refreshTable(); wireDesk();
try {
  const bundle = await unpack("library");
  buildSources(bundle.licences);
  await startMap(bundle);
} catch (error) {
  byId("no-map").hidden = false;
  byId("no-map").textContent = `The map cannot be drawn in this browser (${error.message}). The table lists the same places.`;
}
