// Sends a pasted text or a dropped file, and goes to what was coded.
const form = document.getElementById("read"), said = document.getElementById("said");
const token = () => document.querySelector("meta[name=csrf-token]").content;

async function send(event) {
  event.preventDefault();
  const body = new FormData(form);
  if (!body.get("file") || !body.get("file").size) body.delete("file");
  for (const name of ["published"]) if (!body.get(name)) body.delete(name);
  said.className = "";
  said.textContent = "Reading…";
  const answer = await fetch("/api/reports", { method: "POST", body, headers: { "X-CSRF-Token": token() } });
  const told = await answer.json();
  if (!answer.ok) { said.className = "alert"; said.textContent = typeof told.detail === "string" ? told.detail : "It could not be read; check what was sent."; return; }
  said.textContent = told.already ? "It was read before." : `${told.claims} claims.`;
  location.href = `/desk/${encodeURIComponent(told.reports[0])}${told.already ? "?already=1" : ""}`;
}

form.addEventListener("submit", send);
for (const kind of ["dragenter", "dragover"]) form.addEventListener(kind, (e) => { e.preventDefault(); form.classList.add("over"); });
for (const kind of ["dragleave", "drop"]) form.addEventListener(kind, (e) => { e.preventDefault(); form.classList.remove("over"); });
form.addEventListener("drop", (e) => { if (e.dataTransfer.files.length) { form.elements.file.files = e.dataTransfer.files; form.requestSubmit(); } });
