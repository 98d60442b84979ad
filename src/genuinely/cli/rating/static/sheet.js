"use strict";
// Keeps what is rated in this browser as it is given, and saves it as the table that `genuinely rate read` takes.
const page = JSON.parse(document.getElementById("page").textContent);
const form = document.querySelector("form");
const store = `genuinely-rating/${page.study}/${page.rater}`;
let unsaved = false;

const messages = [...document.querySelectorAll("article")];
const given = () => Object.fromEntries(messages.map((own) => [own.dataset.number, answersOf(own)]));

function answersOf(own) {
  const found = {};
  for (const input of own.querySelectorAll("input[type=radio]:checked")) found[input.dataset.field] = input.value;
  const flags = [...own.querySelectorAll("input[type=checkbox]:checked")].map((input) => input.value);
  if (flags.length) found.flags = flags.join(" ");
  const note = own.querySelector("textarea").value.trim();
  if (note) found.note = note;
  return found;
}

function restore() {
  let kept = {};
  try { kept = JSON.parse(localStorage.getItem(store)) || {}; } catch { /* private windows may keep nothing */ }
  for (const own of messages) {
    const found = kept[own.dataset.number] || page.answers[own.dataset.number] || {};
    for (const input of own.querySelectorAll("input[type=radio]"))
      input.checked = String(found[input.dataset.field]) === input.value;
    for (const input of own.querySelectorAll("input[type=checkbox]"))
      input.checked = (found.flags || "").split(" ").includes(input.value);
    own.querySelector("textarea").value = found.note || "";
  }
}

function tell() {
  let done = 0;
  for (const own of messages) {
    const whole = [...own.querySelectorAll("fieldset[data-criterion]")].every((set) => set.querySelector(":checked"));
    own.classList.toggle("done", whole);
    done += whole;
  }
  document.getElementById("progress").textContent =
    page.words.progress.replace("{done}", done).replace("{count}", messages.length);
  document.getElementById("unsaved").textContent = unsaved ? page.words.unsaved : "";
}

const cell = (text) => /[",;\n\r\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

function table() {
  const rows = Object.entries(given()).map(([number, found]) =>
    page.columns.map((column) => cell(column === "number" ? number : found[column] || "")).join(","));
  return "\ufeff" + [page.columns.join(","), ...rows].join("\r\n") + "\r\n";
}

form.addEventListener("input", () => {
  try { localStorage.setItem(store, JSON.stringify(given())); } catch { /* the file is the safe place */ }
  unsaved = true;
  tell();
});
form.addEventListener("submit", (event) => event.preventDefault());
document.getElementById("save").addEventListener("click", () => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([table()], { type: "text/csv" }));
  link.download = page.file;
  link.click();
  unsaved = false;
  tell();
});
addEventListener("beforeunload", (event) => { if (unsaved) event.preventDefault(); });
restore();
tell();
