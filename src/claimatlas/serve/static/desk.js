// The desk: moves between claims, shows their words in the report, records verdicts. All text goes in through textContent.
const cards = [...document.querySelectorAll(".card")], said = document.getElementById("said");
const token = () => document.querySelector("meta[name=csrf-token]").content;
const SLOTS = ["agent", "target", "source", "place"];
let active = null;

function tell(words, wrong) { said.textContent = words; said.className = wrong ? "alert" : ""; }

async function send(verdict, subjects, more) {
  const answer = await fetch("/api/judgements", { method: "POST", headers: { "Content-Type": "application/json", "X-CSRF-Token": token() }, body: JSON.stringify({ verdict, subjects, ...more }) });
  const told = await answer.json();
  if (!answer.ok) throw new Error(typeof told.detail === "string" ? told.detail : "It could not be recorded.");
  return told;
}

function mark(card) {
  for (const span of document.querySelectorAll("#text span[data-s]")) {
    const own = span.dataset.s.split(" ").filter((s) => s.startsWith(`${card.id}:`)).map((s) => `on-${s.split(":")[1]}`);
    span.className = own.join(" ");
  }
  const first = document.querySelector("#text .on-quote");
  // the sheet scrolls, never the page: what is under the pointer must stay there
  const sheet = document.querySelector(".sheet");
  if (first) sheet.scrollTop += first.getBoundingClientRect().top - sheet.getBoundingClientRect().top - sheet.clientHeight / 2;
}

function choose(card, focus) {
  if (!card) return;
  if (card === active) { if (focus) card.focus({ preventScroll: true }); return; }
  if (active) active.classList.remove("active");
  active = card;
  card.classList.add("active");
  mark(card);
  if (focus) { card.focus({ preventScroll: true }); card.scrollIntoView({ block: "nearest" }); history.replaceState(null, "", `#${card.id}`); }
}

const WORDS = { accept: "accepted", reject: "rejected", edit: "edited" };
// verdicts on a claim lie on each other: the last one shows, and undo uncovers the one below
const verdictsOn = (card) => JSON.parse(card.dataset.verdicts);
function settle(card, verdicts) {
  const last = verdicts[verdicts.length - 1];
  card.dataset.verdicts = JSON.stringify(verdicts);
  card.classList.remove("accept", "reject", "edit");
  if (last) card.classList.add(last.kind);
  card.querySelector(".state").textContent = last ? `${WORDS[last.kind]} by ${last.author}${last.reason ? `: ${last.reason}` : ""}` : "no verdict";
  card.querySelector("[data-act=undo]").hidden = !last?.mine;
}

async function judge(card, kind) {
  try {
    const made = await send(kind, [card.id]);
    settle(card, [...verdictsOn(card), { id: made.id, kind, author: made.author, reason: made.reason, mine: true }]);
    tell(`Claim ${WORDS[kind]}.`);
  } catch (error) { tell(error.message, true); }
}

async function undo(card) {
  const verdicts = verdictsOn(card), last = verdicts.pop();
  if (!last) return;
  try {
    await send("undo", [last.id]);
    settle(card, verdicts);
    tell("Taken back.");
    if (last.kind === "edit") location.reload();
  } catch (error) { tell(error.message, true); }
}

// a field with the things chosen for a slot, and what may be meant while typing
function pickField(box, slot, chosen) {
  const input = box.querySelector("input"), list = box.querySelector(".chosen-list"), found = box.querySelector(".found");
  let at = -1, options = [], asked = 0;
  const one = slot === "place";
  function show() {
    list.replaceChildren(...chosen.map((value, n) => {
      const item = document.createElement("li"), drop = document.createElement("button");
      item.textContent = value.name;
      drop.type = "button"; drop.textContent = "×"; drop.setAttribute("aria-label", `Remove ${value.name}`);
      drop.addEventListener("click", () => { chosen.splice(n, 1); show(); });
      item.append(drop);
      return item;
    }));
  }
  function close() { found.hidden = true; input.setAttribute("aria-expanded", "false"); at = -1; }
  function take(value) { if (one) chosen.length = 0; chosen.push(value); input.value = ""; close(); show(); }
  function draw() {
    found.replaceChildren(...options.map((o, n) => {
      const item = document.createElement("li"), note = document.createElement("small");
      item.setAttribute("role", "option"); item.setAttribute("aria-selected", String(n === at));
      item.textContent = `${o.label} `; note.textContent = o.note; item.append(note);
      item.addEventListener("mousedown", (e) => { e.preventDefault(); take(o.value); });
      return item;
    }));
    found.hidden = !options.length; input.setAttribute("aria-expanded", String(!found.hidden));
  }
  async function look() {
    const turn = ++asked, q = input.value.trim(), kind = slot === "place" ? "place" : slot === "source" ? "source" : "actor";
    const answer = await fetch(`/api/complete?slot=${kind}&q=${encodeURIComponent(q)}`);
    const told = await answer.json();
    if (turn !== asked) return;
    options = told.found || []; at = options.length ? 0 : -1; draw();
  }
  input.addEventListener("input", look);
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (e) => {
    if (e.key === "ArrowDown" || e.key === "ArrowUp") { e.preventDefault(); at = Math.max(0, Math.min(options.length - 1, at + (e.key === "ArrowDown" ? 1 : -1))); draw(); }
    if (e.key === "Escape" && !found.hidden) { e.stopPropagation(); close(); }
    if (e.key === "Enter") {
      e.preventDefault();
      if (at >= 0 && !found.hidden) take(options[at].value);
      else if (input.value.trim() && !one) take(slot === "source" ? { text: input.value.trim(), name: input.value.trim(), kind: "organisation" } : { text: input.value.trim(), name: input.value.trim() });
    }
  });
  show();
}

// rows of what is counted, its least and its most
function countRows(form, quantities) {
  const rows = form.querySelector(".counts .rows");
  const add = (q) => {
    const row = document.getElementById("count-row").content.cloneNode(true).firstElementChild, [low, high] = row.querySelectorAll("input");
    row.querySelector("select").value = q.what;
    low.value = q.low ?? ""; high.value = q.high ?? "";
    row.told = q;
    row.querySelector("button").addEventListener("click", () => row.remove());
    rows.append(row);
  };
  quantities.forEach(add);
  form.querySelector("[data-more]").addEventListener("click", () => add({ what: "killed", low: null, high: null }));
}

const number = (field) => (field.value === "" ? null : Number(field.value));
function countsOf(form) {
  return [...form.querySelectorAll(".count")].map((row) => {
    const [low, high] = row.querySelectorAll("input");
    return { ...row.told, what: row.querySelector("select").value, low: number(low), high: number(high) };
  });
}

function edit(card) {
  const form = card.querySelector("form"), slots = JSON.parse(card.dataset.slots), chosen = {};
  if (!form.hidden) { form.hidden = true; return; }
  form.replaceChildren(document.getElementById("edit-form").content.cloneNode(true));
  form.elements.type.value = slots.type;
  form.elements.stance.value = slots.stance;
  form.elements.start.value = slots.time.start || "";
  form.elements.end.value = slots.time.end || "";
  for (const slot of SLOTS) {
    chosen[slot] = slot === "place" ? (slots.place ? [slots.place] : []) : [...slots[slot]];
    pickField(form.querySelector(`[data-slot=${slot}]`), slot, chosen[slot]);
  }
  countRows(form, slots.quantities);
  form.hidden = false;
  form.elements.type.focus();
  form.onsubmit = (e) => { e.preventDefault(); save(card, form, slots, chosen); };
}

const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);
// sources carry a kind; an actor of the register that is chosen as one speaks as an organisation
const asSource = (s) => (s.kind ? s : { text: s.text, name: s.name, id: s.id || null, kind: "organisation" });

async function save(card, form, slots, chosen) {
  const changes = {};
  for (const name of ["type", "stance"]) if (form.elements[name].value !== slots[name]) changes[name] = form.elements[name].value;
  for (const role of ["agent", "target"]) if (!same(chosen[role], slots[role])) changes[role] = chosen[role];
  if (!same(chosen.source, slots.source)) changes.source = chosen.source.map(asSource);
  if (!same(chosen.place, slots.place ? [slots.place] : [])) changes.place = chosen.place[0] || null;
  const [start, end] = [form.elements.start.value || null, form.elements.end.value || form.elements.start.value || null];
  if (start !== (slots.time.start || null) || end !== (slots.time.end || null)) changes.time = { text: "", start, end, precision: 1, default: false };
  const counts = countsOf(form);
  if (!same(counts, slots.quantities)) changes.quantities = counts;
  if (!Object.keys(changes).length) { tell("Nothing was changed."); return; }
  try {
    await send("edit", [card.id], { value: JSON.stringify(changes), reason: form.elements.reason.value });
    location.hash = card.id;
    location.reload();
  } catch (error) { tell(error.message, true); }
}

function leave(card) { card.querySelector("form").hidden = true; card.focus({ preventScroll: true }); }

function act(card, what) {
  if (!card.querySelector(".acts")) return; // a reader looks only
  if (what === "accept" || what === "reject") judge(card, what);
  if (what === "edit") edit(card);
  if (what === "undo") undo(card);
  if (what === "cancel") leave(card);
}

for (const card of cards) {
  card.addEventListener("click", (e) => { choose(card, false); const button = e.target.closest("[data-act]"); if (button) act(card, button.dataset.act); });
  card.addEventListener("focusin", () => choose(card, false));
  card.addEventListener("keydown", (e) => { if (e.key === "Escape" && e.target.closest("form.edit")) leave(card); });
}
for (const span of document.querySelectorAll("#text span[data-s]")) span.addEventListener("click", () => choose(document.getElementById(span.dataset.s.split(" ")[0].split(":")[0]), true));
for (const button of document.querySelectorAll("[data-undo]")) button.addEventListener("click", async () => { try { await send("undo", [button.dataset.undo]); location.reload(); } catch (error) { tell(error.message, true); } });

// what is taken down needs a reason, which stands in its place
const takedown = document.getElementById("takedown");
function askWhy(button) {
  const form = takedown.querySelector("form");
  takedown.querySelector("h2").textContent = `Take ${button.dataset.what} down`;
  form.reset();
  form.onsubmit = async (e) => {
    e.preventDefault();
    try { await send("takedown", [button.dataset.takedown], { reason: form.elements.reason.value }); location.reload(); } catch (error) { takedown.close(); tell(error.message, true); }
  };
  takedown.showModal();
}
for (const button of document.querySelectorAll("[data-takedown]")) button.addEventListener("click", () => askWhy(button));
takedown?.querySelector("[data-close]").addEventListener("click", () => takedown.close());

const help = document.getElementById("help");
for (const button of document.querySelectorAll("[data-help]")) button.addEventListener("click", () => help.showModal());

document.addEventListener("keydown", (e) => {
  if (e.ctrlKey || e.metaKey || e.altKey || help?.open || takedown?.open || e.target.closest("input, select, textarea")) return;
  if (e.key === "?") help?.showModal();
  else if (e.key === "n") document.getElementById("following")?.click();
  if (!cards.length) return;
  const at = cards.indexOf(active);
  if (e.key === "j") choose(cards[Math.min(cards.length - 1, at + 1)], true);
  else if (e.key === "k") choose(cards[Math.max(0, at - 1)], true);
  else if (active && e.key === "a") act(active, "accept");
  else if (active && e.key === "r") act(active, "reject");
  else if (active && e.key === "e") { e.preventDefault(); act(active, "edit"); }
  else if (active && e.key === "u") act(active, "undo");
});
if (cards.length) choose(document.getElementById(location.hash.slice(1)) || cards[0], Boolean(location.hash));
