// Draws the marks of places and the symbols of events on a canvas, for the map and for the key alike.
const SHAPES = {
  cross(c, r) { c.moveTo(-r, -r); c.lineTo(r, r); c.moveTo(r, -r); c.lineTo(-r, r); return "line"; },
  plus(c, r) { c.moveTo(-r, 0); c.lineTo(r, 0); c.moveTo(0, -r); c.lineTo(0, r); return "line"; },
  burst(c, r) {
    for (let i = 0; i < 16; i++) {
      const a = (Math.PI * i) / 8 - Math.PI / 2, d = i % 2 ? r * 0.55 : r * 1.25;
      c[i ? "lineTo" : "moveTo"](d * Math.cos(a), d * Math.sin(a));
    }
    c.closePath();
    return "fill";
  },
  bars(c, r) { for (const x of [-r, 0, r]) { c.moveTo(x, -r); c.lineTo(x, r); } return "line"; },
  arrow(c, r) {
    c.moveTo(-r * 1.2, -r * 0.4); c.lineTo(0, -r * 0.4); c.lineTo(0, -r * 1.1); c.lineTo(r * 1.3, 0);
    c.lineTo(0, r * 1.1); c.lineTo(0, r * 0.4); c.lineTo(-r * 1.2, r * 0.4); c.closePath();
    return "fill";
  },
  halves(c, r) { c.arc(0, 0, r * 1.05, -Math.PI / 2, Math.PI / 2); c.closePath(); return "half"; },
  speech(c, r) {
    c.moveTo(-r * 1.2, -r); c.lineTo(r * 1.2, -r); c.lineTo(r * 1.2, r * 0.45); c.lineTo(r * 0.1, r * 0.45);
    c.lineTo(-r * 0.6, r * 1.25); c.lineTo(-r * 0.6, r * 0.45); c.lineTo(-r * 1.2, r * 0.45); c.closePath();
    return "fill";
  },
};

// the edge about a symbol takes the colour of the land, so that an outline stays an outline in the dark
const edge = () => (dark.matches ? "#1d2023" : "#fff");
const inkOf = (color) => (dark.matches && color === "#000000" ? "#efeae2" : color);

function strokeTwice(c, color, width, halo) {
  c.lineJoin = "round"; c.lineCap = "round";
  if (halo) { c.strokeStyle = edge(); c.lineWidth = width + 3; c.stroke(); }
  c.strokeStyle = color; c.lineWidth = width; c.stroke();
}

function drawEvent(c, kind, mode, r) {
  const { shape, color } = kindOf.get(kind) || { shape: "plus", color: GREY };
  const ink = mode === "struck" ? (dark.matches ? "#9c9a96" : "#777") : inkOf(color);
  c.beginPath();
  const way = SHAPES[shape](c, r);
  if (way === "line") {
    if (mode === "outline") { strokeTwice(c, ink, 4.4, true); strokeTwice(c, edge(), 1.9, false); } else strokeTwice(c, ink, 2.8, true);
  } else {
    strokeTwice(c, ink, 1.5, true);
    c.fillStyle = mode === "outline" ? edge() : ink;
    c.fill();
  }
  if (way === "half") { c.beginPath(); c.arc(0, 0, r * 1.05, 0, 2 * Math.PI); strokeTwice(c, ink, 1.6, false); }
  if (mode === "struck") { c.beginPath(); c.moveTo(-r * 1.5, r * 0.9); c.lineTo(r * 1.5, -r * 0.9); strokeTwice(c, dark.matches ? "#f1ede6" : "#222", 1.4, true); }
}

function ring(c, r, color, width, dashed) {
  c.beginPath(); c.arc(0, 0, r, 0, 2 * Math.PI);
  c.setLineDash(dashed ? [2.6, 2.4] : []);
  c.strokeStyle = color; c.lineWidth = width; c.stroke(); c.setLineDash([]);
}

function disc(c, r, color, from, to) {
  c.beginPath(); c.arc(0, 0, r, from ?? 0, to ?? 2 * Math.PI); c.fillStyle = color; c.fill();
}

function drawPlace(c, status, one, two, wide, r) {
  if (wide) { ring(c, r + 3.5, dark.matches ? "#c9c3b8" : "#4b463f", 1.2, true); r -= 1; }
  if (status === "none") { if (!wide) { disc(c, r * 0.62, "#fff"); disc(c, r * 0.42, dark.matches ? "#3a3d42" : "#3d3a36"); } return; }
  disc(c, r + 1.6, "#fff");
  if (status === "held") disc(c, r, one);
  if (status === "unknown") disc(c, r, "#b5b2ac");
  if (status === "claimed") { disc(c, r, "#fff"); ring(c, r - 1.4, one, 2.8); }
  if (status === "contested") {
    disc(c, r, one, Math.PI / 2, 1.5 * Math.PI); disc(c, r, two, -Math.PI / 2, Math.PI / 2);
    c.beginPath(); c.moveTo(0, -r); c.lineTo(0, r); c.strokeStyle = "#fff"; c.lineWidth = 1.8; c.stroke();
  }
  ring(c, r + 0.4, "rgba(0,0,0,.72)", 0.9);
}

// id: "place|status|color|color|wide" or "event|kind|mode|count"; the picture's side in CSS pixels comes with it
function drawMark(c, id) {
  const [what, a, b, d, e] = id.split("|");
  if (what === "place") return drawPlace(c, a, b, d, e === "wide", 7.5);
  drawEvent(c, a, b, 5);
  if (Number(d) > 1) {
    c.font = "700 9px Arial, sans-serif"; c.textAlign = "left"; c.textBaseline = "middle"; c.lineJoin = "round";
    c.strokeStyle = edge(); c.lineWidth = 3; c.strokeText(d, 3.4, 5.6); c.fillStyle = dark.matches ? "#fff" : "#111"; c.fillText(d, 3.4, 5.6);
  }
}

// pictures fit their marks closely, because labels keep clear of the whole picture
const sideFor = (id) => (id.endsWith("|wide") ? 26 : 20);
function canvasOf(id, ratio, side) {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = side * ratio;
  const c = canvas.getContext("2d", { willReadFrequently: true });
  c.scale(ratio, ratio); c.translate(side / 2, side / 2);
  drawMark(c, id);
  canvas.setAttribute("aria-hidden", "true");
  return canvas;
}
const swatch = (id) => canvasOf(id, 2, 26);
// stripes of two colours that join up from tile to tile
function hatchOf(id) {
  const [, one, two] = id.split("|"), side = 36, canvas = el("canvas", { width: side, height: side }), pen = canvas.getContext("2d");
  pen.fillStyle = one;
  pen.fillRect(0, 0, side, side);
  pen.fillStyle = two;
  for (const x of [-side, 0, side]) {
    pen.beginPath();
    pen.moveTo(x, side); pen.lineTo(x + side, 0); pen.lineTo(x + 1.5 * side, 0); pen.lineTo(x + side / 2, side);
    pen.fill();
  }
  return canvas;
}

function pixels(id) {
  const canvas = id.startsWith("hatch|") ? hatchOf(id) : canvasOf(id, 3, sideFor(id));
  return canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
}

function placeMark(spot) {
  const h = spot.hold, wide = spot.wide ? "wide" : "";
  if (!h) return `place|none|||${wide}`;
  return `place|${h.status}|${colorOf(h.side)}|${h.other ? colorOf(h.other) : GREY}|${wide}`;
}
