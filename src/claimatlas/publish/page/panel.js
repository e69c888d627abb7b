// The panel of one place: who holds it by which claims, and what is told to have happened there.
const STANCE = { fact: "told as fact", alleged: "alleged", denied: "denied", conditional: "threatened or possible", predicted: "expected" };
const STATUS = { reported: "reported", corroborated: "told by several", disputed: "disputed", denied: "denied", corrected: "corrected" };

function verdict(spot) {
  const h = spot.hold, n = new Set([...h.because, ...h.rivals.flatMap((r) => r.because)]).size;
  return el("div", { class: "verdict" }, swatch(placeMark(spot)), el("div", {}, el("p", {}, h.words), n ? el("p", {}, `On the strength of ${plural(n, "claim")}.`) : null));
}

function citation(report, id) {
  if (!report) return el("p", { class: "cite" }, id);
  const link = /^https?:\/\//i.test(report.url || "") ? el("a", { href: report.url, rel: "noopener noreferrer nofollow", target: "_blank" }, report.title) : report.title;
  return el("p", { class: "cite" }, el("b", {}, link), ` — ${report.publisher || "publisher not named"}, ${dayText(report.date)}`);
}

function claimNode(id) {
  const c = data.claims[id];
  if (!c) return el("div", { class: "claim" }, el("p", { class: "claim-id" }, id));
  const corrects = data.corrections.filter((k) => k.of.includes(id));
  const corrector = data.corrections.find((k) => k.by === id);
  return el("article", { class: "claim" },
    el("p", { class: "told" }, el("span", { class: `badge ${c.stance}` }, STANCE[c.stance]), c.sentence),
    el("blockquote", {}, c.before, el("mark", {}, c.exact), c.after),
    citation(data.reports[c.report], c.report),
    el("p", { class: "claim-id" }, id),
    corrects.length ? el("p", { class: "note" }, `Corrected by a later claim (${corrects.map((k) => k.by).join(", ")}).`) : null,
    corrector ? el("p", { class: "note" }, `This claim corrects ${corrector.of.length ? corrector.of.join(", ") : "reports that were not read here"}${corrector.note ? `: ${corrector.note}` : ""}.`) : null);
}

function eventHead(event) {
  const kind = event.kind === "state" ? null : swatch(`event|${event.kind}|${modeOf(event)}|1`);
  const where = event.where ? `${event.where}, ` : "";
  return el("div", { class: "event-head" }, kind, el("h4", {}, event.type, el("span", {}, ` ${where}${event.when} `), el("span", { class: `badge ${event.status}` }, STATUS[event.status] || event.status)));
}

const eventNode = (event) => el("div", { class: "event" }, eventHead(event), ...event.claims.map(claimNode));

// an event without a place: one line that opens to its claims
function foldedEvent(event) {
  const first = data.claims[event.claims[0]];
  return el("details", { class: "event folded" }, el("summary", {}, first ? first.sentence : event.type), ...event.claims.map(claimNode));
}

function section(title, nodes) {
  return nodes.length ? [el("h3", {}, title), ...nodes] : [];
}

function showPanel(spot, close) {
  const told = new Set(spot.events.flatMap((e) => e.claims));
  const h = spot.hold;
  const held = h ? [...new Set([...h.because, ...h.rivals.flatMap((r) => r.because)])] : [];
  const level = [spot.wide ? `area, known to within ${Math.round(spot.radius)} km` : spot.level, spot.province && spot.province !== spot.name ? spot.province : ""].filter(Boolean).join(" · ");
  const title = el("h2", { id: "panel-title", tabindex: "-1" }, spot.name);
  byId("panel").replaceChildren(
    el("button", { type: "button", id: "back", onclick: close }, "← All places"),
    title, el("p", { class: "where" }, level),
    ...(h ? [verdict(spot)] : []),
    ...section("What is told to have happened", spot.events.filter(eventShown).map(eventNode)),
    ...section("Why it is shown so", held.filter((id) => !told.has(id)).map(claimNode)));
  byId("panel").hidden = false; byId("overview").hidden = true;
  byId("desk").classList.add("reading");
  if (!byId("desk").classList.contains("full")) setSheet("half");
  byId("desk").scrollTop = 0;
  title.focus({ preventScroll: true });
}

function hidePanel() {
  byId("panel").hidden = true; byId("overview").hidden = false;
  byId("desk").classList.remove("reading");
}

const SHEETS = ["", "half", "full"];
function setSheet(name) {
  byId("desk").classList.remove("half", "full");
  if (name) byId("desk").classList.add(name);
  byId("handle").setAttribute("aria-expanded", String(Boolean(name)));
}
function nextSheet() {
  const now = SHEETS.findIndex((n) => n && byId("desk").classList.contains(n));
  setSheet(SHEETS[(Math.max(now, 0) + 1) % SHEETS.length]);
}
