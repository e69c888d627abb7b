// The basemap's style: no glyphs and no sprite address, so letters are drawn by the browser and nothing is fetched.
const INKS = {
  light: { water: "#cfdde4", land: "#f4f0e7", coast: "#9fb2bc", border: "#a39b8d", river: "#a9c3d0", text: "#1d1b18", halo: "#fbf9f5", faint: "#8d8577", province: "#c5bdae", town: "#6f685d" },
  dark: { water: "#121518", land: "#23262a", coast: "#3d464d", border: "#5d5f63", river: "#36505e", text: "#f1ede6", halo: "#17191c", faint: "#7d7a75", province: "#3f4247", town: "#9b958b" },
};
const FONT = ["Helvetica Neue,Segoe UI,Noto Sans,Arial,Noto Sans Arabic"];
const ITALIC = ["Georgia Italic,Georgia,Noto Serif,Times New Roman"];
const BOLD = ["Helvetica Neue Bold,Helvetica Neue,Segoe UI,Noto Sans,Arial,Noto Sans Arabic"];
const CROWD = 60; // from so many places on, symbols give way to each other until the reader zooms in
const source = (features) => ({ type: "geojson", data: features, tolerance: 0.2 });
const collection = (features) => ({ type: "FeatureCollection", features });

function baseLayers(k) {
  const river = ["interpolate", ["linear"], ["zoom"], 4, 0.6, 7, 1.6, 10, 3];
  return [
    { id: "water", type: "background", paint: { "background-color": k.water } },
    { id: "land", type: "fill", source: "land", paint: { "fill-color": k.land, "fill-antialias": false } },
    { id: "lake", type: "fill", source: "lake", paint: { "fill-color": k.water } },
    { id: "river", type: "line", source: "river", layout: { "line-join": "round", "line-cap": "round" }, paint: { "line-color": k.river, "line-width": river } },
    { id: "coast", type: "line", source: "coast", paint: { "line-color": k.coast, "line-width": 0.7 } },
    { id: "province", type: "line", source: "province", paint: { "line-color": k.province, "line-width": 0.8, "line-dasharray": [3, 2] } },
    { id: "border", type: "line", source: "border", paint: { "line-color": k.border, "line-width": ["interpolate", ["linear"], ["zoom"], 3, 0.6, 7, 1.3], "line-dasharray": [6, 1.5, 1, 1.5] } },
    { id: "country", type: "symbol", source: "country", filter: [">", ["get", "size"], 0.5], layout: { "text-field": ["get", "name"], "text-font": FONT, "text-size": ["interpolate", ["linear"], ["zoom"], 3, 10, 7, 15], "text-transform": "uppercase", "text-letter-spacing": 0.22, "text-max-width": 7, "text-padding": 8, "symbol-sort-key": ["-", 0, ["get", "size"]] }, paint: { "text-color": k.faint, "text-halo-color": k.land, "text-halo-width": 1 } },
    { id: "river-name", type: "symbol", source: "river", filter: ["has", "name"], minzoom: 5.2, layout: { "symbol-placement": "line", "symbol-spacing": 260, "text-field": ["get", "name"], "text-font": ITALIC, "text-size": 12.5, "text-letter-spacing": 0.12, "text-max-angle": 35, "text-offset": [0, -0.8] }, paint: { "text-color": dark.matches ? "#6f93a5" : "#5b8aa0", "text-halo-color": k.land, "text-halo-width": 1.2 } },
    { id: "town-dot", type: "circle", source: "town", paint: { "circle-radius": 1.8, "circle-color": k.town } },
    { id: "town", type: "symbol", source: "town", layout: { "text-field": ["get", "name"], "text-font": FONT, "text-size": 11, "text-anchor": "left", "text-offset": [0.5, 0], "symbol-sort-key": ["-", 0, ["get", "size"]] }, paint: { "text-color": k.town, "text-halo-color": k.land, "text-halo-width": 1.2 } },
  ];
}

function markLayers(k) {
  const label = { "text-field": ["get", "name"], "text-font": ["case", ["get", "wide"], ["literal", ITALIC], ["literal", BOLD]], "text-size": ["interpolate", ["linear"], ["zoom"], 5, 11.5, 9, 15], "text-variable-anchor-offset": ["left", [0.95, 0], "right", [-0.95, 0], "bottom", [0, -1.3], "bottom-left", [0.4, -1.1], "bottom-right", [-0.4, -1.1], "top", [0, 2.4]], "text-justify": "auto", "text-max-width": 16, "text-padding": 1, "symbol-sort-key": ["get", "rank"] };
  const mark = { "icon-image": ["get", "mark"], "icon-padding": 0, "icon-allow-overlap": true, "icon-ignore-placement": false, "symbol-sort-key": ["-", 0, ["get", "rank"]], "icon-size": ["interpolate", ["linear"], ["zoom"], 4, 0.72, 7, 1] };
  return [
    { id: "area", type: "fill", source: "areas", filter: ["==", ["get", "status"], "held"], paint: { "fill-color": ["get", "color"], "fill-opacity": ["get", "strength"] } },
    { id: "area-contested", type: "fill", source: "areas", filter: ["==", ["get", "status"], "contested"], paint: { "fill-pattern": ["get", "hatch"], "fill-opacity": 0.55 } },
    { id: "area-claimed", type: "line", source: "areas", filter: ["==", ["get", "status"], "claimed"], paint: { "line-color": ["get", "color"], "line-width": 1.2, "line-dasharray": [3, 2] } },
    { id: "reach", type: "fill", source: "reach", paint: { "fill-color": k.text, "fill-opacity": 0.06 } },
    { id: "reach-line", type: "line", source: "reach", paint: { "line-color": k.text, "line-width": 1.1, "line-dasharray": [2, 2], "line-opacity": 0.7 } },
    { id: "chosen", type: "circle", source: "chosen", paint: { "circle-radius": 12.5, "circle-color": "transparent", "circle-stroke-color": k.text, "circle-stroke-width": 2 } },
    { id: "label", type: "symbol", source: "spots", layout: label, paint: { "text-color": k.text, "text-halo-color": k.halo, "text-halo-width": 1.6, "text-halo-blur": 0.3 } },
    { id: "events", type: "symbol", source: "events", layout: { ...mark, "icon-allow-overlap": data.spots.length < CROWD, "icon-offset": ["get", "off"] } },
    { id: "marks", type: "symbol", source: "spots", layout: mark },
  ];
}

const towns = () => collection(data.towns.map((t) => ({ type: "Feature", properties: { name: t.name, size: t.size }, geometry: { type: "Point", coordinates: t.at } })));

function mapStyle(base, sources) {
  const k = dark.matches ? INKS.dark : INKS.light;
  const names = ["land", "lake", "river", "coast", "border", "country", "province"];
  const all = Object.fromEntries(names.map((n) => [n, source(base[n] || collection([]))]));
  all.town = source(towns());
  for (const [name, features] of Object.entries(sources)) all[name] = { type: "geojson", data: features };
  return { version: 8, sources: all, layers: [...baseLayers(k), ...markLayers(k)] };
}
