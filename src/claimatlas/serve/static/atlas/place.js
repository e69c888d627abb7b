// The panel of one place: its holders over time with evidence and age, rival claims side by side, events, quotes.
let asking = null;
const dated = (iso) => (iso ? dayText(iso) : "");

function spanWords(h) {
  if (!h.from && !h.until) return "at all dates told of";
  if (!h.from) return `until ${dated(h.until)}`;
  return h.until ? `${dated(h.from)} to ${dated(h.until)}` : `since ${dated(h.from)}`;
}

function quoteNode(c) {
  const where = `${pathTo(`/reports/${encodeURIComponent(c.report.id)}?claim=${encodeURIComponent(c.id)}`)}#${encodeURIComponent(c.id)}`;
  return el("article", { class: "claim" },
    el("p", { class: "told" }, el("span", { class: `badge ${c.stance}` }, STANCE[c.stance]), c.sentence),
    el("blockquote", {}, el("a", { href: where, title: "Read it in its report" }, c.before, el("mark", {}, c.exact), c.after)),
    citation(c.report, c.id),
    c.flags.includes("interest_against") ? el("p", { class: "note-plain" }, "Told against the speaker's own side.") : null,
    c.flags.includes("interest_for") ? el("p", { class: "note-plain" }, "Told for the speaker's own side.") : null);
}

function ageWords(h) {
  if (!h.last || h.current !== true) return "";
  const days = Math.max(0, state.on - dayNumber(h.last));
  return days ? `Newest evidence ${plural(days, "day")} old.` : "Newest evidence of the day itself.";
}

// rival accounts stand beside each other: who is told to hold it, by whom
function rivalsNode(h) {
  const by = new Map(h.claims.map((c) => [c.id, c]));
  const parties = [{ name: h.holder || sideName(h.side), side: h.side, because: h.because }, ...h.rivals].filter((p) => p.because.length);
  const seen = new Map();
  for (const p of parties) if (!seen.has(p.name)) seen.set(p.name, p);
  const columns = [...seen.values()];
  return el("div", { class: columns.length > 1 ? "rivals" : "" }, ...columns.map((p) => el("section", {},
    columns.length > 1 ? el("h5", {}, el("i", { class: "chip", "data-color": colorOf(p.side) }), `Held by ${p.name}, say`) : null,
    ...p.because.map((id) => by.get(id)).filter(Boolean).map(quoteNode))));
}

function spanNode(h) {
  const head = el("summary", {}, el("i", { class: `chip ${h.status}`, "data-color": colorOf(h.side), "data-other": h.status === "contested" && h.other ? colorOf(h.other) : "" }),
    el("span", {}, el("b", {}, spanWords(h)), ` ${holdWords({ ...h, holder: h.holder })}. `, el("small", {}, `${plural(h.claims.length, "claim")}. ${ageWords(h)}`)));
  return el("details", { class: "span", open: h.current === true }, head, rivalsNode(h));
}

function eventCard(e) {
  const kind = e.kind === "state" ? null : swatch(`event|${e.kind}|${modeOf(e)}|1`), where = e.where ? `${e.where}, ` : "";
  return el("div", { class: "event" },
    el("div", { class: "event-head" }, kind, el("h4", {}, el("a", { href: pathTo(`/events/${encodeURIComponent(e.id)}`) }, e.type), el("span", {}, ` ${where}${e.when} `), el("span", { class: `badge ${e.status}` }, STATUS[e.status] || e.status))),
    ...e.claims.map(quoteNode));
}

function colourChips(node) {
  for (const chip of node.querySelectorAll(".chip")) {
    const { color, other } = chip.dataset;
    chip.style.background = other ? `linear-gradient(90deg, ${color} 50%, ${other} 50%)` : color;
  }
}

function fillPanel(place, told) {
  const on = isoOf(state.on), level = [place.wide ? `area, known to within ${Math.round(place.radius)} km` : told.level, told.province !== told.name ? told.province : ""].filter(Boolean).join(" · ");
  for (const h of told.history) h.current = (!h.from || h.from <= on) && (!h.until || h.until >= on);
  const now = told.history.find((h) => h.current);
  const recent = new Set((found.spots.find((s) => s.place === place) || { events: [] }).events.map((i) => table.events.id[i]));
  const [shown, other] = [told.events.filter((e) => recent.has(e.id)), told.events.filter((e) => !recent.has(e.id))];
  const title = el("h2", { id: "panel-title", tabindex: "-1" }, told.name, place.ar ? el("span", { lang: "ar", dir: "rtl", class: "arabic" }, place.ar) : null);
  byId("panel").replaceChildren(
    el("button", { type: "button", id: "back", onclick: leavePlace }, "← All places"), title, el("p", { class: "where" }, level),
    el("div", { class: "verdict" }, swatch(markOf(now ? { ...now } : null, place.wide)), el("p", {}, now ? `On ${dayText(on)}: ${holdWords(now)}. ${ageWords(now)}` : `On ${dayText(on)}: nobody tells who holds it.`)),
    el("p", { class: "links" }, el("a", { href: pathTo(`/places/${encodeURIComponent(place.key)}`) }, "All holders and events on its page")),
    ...section("Who held it", told.history.slice().reverse().map(spanNode)),
    ...section(`Told of ${state.span === 1 ? "this day" : "these days"}`, shown.map(eventCard)),
    ...(other.length ? [el("details", { class: "folded" }, el("summary", {}, `${plural(other.length + told.more, "event")} of other days or filtered out`), ...other.map(eventCard))] : []));
  colourChips(byId("panel"));
  title.focus({ preventScroll: true });
}

async function showPlace(place) {
  if (asking) asking.abort();
  asking = new AbortController();
  byId("panel").hidden = false; byId("overview").hidden = true;
  byId("desk").classList.add("reading");
  if (phone.matches && !byId("desk").classList.contains("full")) setSheet("half");
  byId("desk").scrollTop = 0;
  try { fillPanel(place, await ask(`/api/places/${encodeURIComponent(place.key)}`, {}, asking.signal)); } catch (error) {
    if (error.name === "AbortError") return;
    byId("panel").replaceChildren(el("button", { type: "button", id: "back", onclick: leavePlace }, "← All places"), el("h2", { id: "panel-title" }, place.name), el("p", { class: "note" }, error.message));
  }
}

function choosePlace(place, fly) {
  chosen = place;
  state.place = place.key;
  saveState();
  showPlace(place);
  paint(["chosen", "reach"]);
  const padding = phone.matches ? { bottom: Math.round(innerHeight * 0.3) } : {};
  if (map && (fly || phone.matches)) map.easeTo({ center: place.at, zoom: Math.max(map.getZoom(), place.wide ? 6.4 : 7.8), padding: { top: 0, left: 0, right: 0, bottom: 0, ...padding }, duration: matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 600 });
}

function leavePlace() {
  const key = chosen ? chosen.index : null;
  chosen = null;
  state.place = "";
  saveState();
  hidePanel();
  paint(["chosen", "reach"]);
  const row = byId("places").querySelector(`button[data-key="${key}"]`);
  if (row) row.focus({ preventScroll: true });
}
