// Small helpers. All text reaches the page through textContent, never as markup.
const data = JSON.parse(document.getElementById("data").textContent);
const byId = (id) => document.getElementById(id);
const sideOf = new Map(data.sides.map((s) => [s.id, s]));
const kindOf = new Map(data.kinds.map((k) => [k.id, k]));
const GREY = "#8a8a8a";

function el(tag, attributes, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : String(value));
  }
  node.append(...children.filter((c) => c !== null && c !== undefined && c !== ""));
  return node;
}

const MONTHS = "January February March April May June July August September October November December".split(" ");
function dayText(iso) {
  if (!iso) return "undated";
  const [y, m, d] = iso.split("-").map(Number);
  return `${d} ${MONTHS[m - 1]} ${y}`;
}

const plural = (n, one, many) => `${n} ${n === 1 ? one : many || one + "s"}`;
const fold = (text) => text.normalize("NFKD").replace(/[\u0300-\u036f'’‘`]/g, "").toLowerCase();
const dark = matchMedia("(prefers-color-scheme: dark)");
const phone = matchMedia("(max-width: 760px)");
const colorOf = (side) => (sideOf.has(side) ? sideOf.get(side).color : GREY);

// solid: told as fact or alleged; outline: threatened, possible or expected; struck: denied
function modeOf(event) {
  const told = event.stances;
  if (told.includes("fact") || told.includes("alleged")) return event.status === "denied" || event.status === "corrected" ? "struck" : "solid";
  return told.includes("denied") ? "struck" : "outline";
}
