// A new folder: sends what is filled in, and tells where the folder lies.
import { ask, stay } from "./asking.js";
import { at } from "./dom.js";
import { put } from "./saving.js";

const FIELDS = ["name", "year", "ledger"];
const REFUSED = 422; // for what is filled in

async function begin(event) {
  event.preventDefault();
  right();
  const data = new FormData(at("form"));
  const ledger = data.get("ledger");
  const has_ledger = Boolean(ledger && ledger.size); // which tells both name and year
  data.delete("ledger");
  const { mostBytes, firstYear, lastYear, noName, noYear, tooLarge } = document.body.dataset;
  const year = data.get("year").trim();
  if (!has_ledger && !data.get("name").trim()) wrong(noName, "name");
  if (!has_ledger && !(/^\d{4}$/.test(year) && year >= firstYear && year <= lastYear)) wrong(noYear, "year");
  if (has_ledger && ledger.size > Number(mostBytes)) wrong(tooLarge, "ledger");
  const first = at("form").querySelector("[aria-invalid]");
  if (first) return first.focus();
  if (has_ledger) data.append("file", ledger, ledger.name);
  at("make").disabled = true;
  at("making").textContent = "Gör mappen …";
  try {
    const { told, name, zip } = await (await ask("begun", data)).json();
    tell(told);
    if (zip) put(new Blob([Uint8Array.from(atob(zip), (each) => each.charCodeAt(0))]), name);
    at("form").hidden = true;
    at("made").hidden = false;
    at("made").focus({ preventScroll: true });
    scrollTo(0, 0);
  } catch (error) {
    const field = error.status === REFUSED ? (has_ledger ? "ledger" : "name") : "form";
    wrong(error.message, field);
    if (field !== "form") at(field).focus();
  } finally {
    at("make").disabled = false;
    at("making").textContent = "";
  }
}

// Tells what came of it, and below it what there is to know of the ledger, in paragraphs; indented lines are a list, each of a name and what is said of it.
function tell(words) {
  const [first, ...more] = words.split("\n").filter(Boolean);
  at("first").textContent = first;
  at("told").replaceChildren();
  at("more").hidden = !more.length;
  let list = null;
  for (const line of more) {
    const is_row = line.startsWith("  ");
    const [, name, rest] = (is_row && line.match(/^ +(.+?)(: .*)?$/)) || [null, "", line];
    if (is_row && !list) at("told").append((list = document.createElement("ul")));
    if (!is_row) list = null;
    const shown = document.createElement(is_row ? "li" : "p");
    const strong = Object.assign(document.createElement("strong"), { textContent: name });
    shown.append(...(name ? [strong] : []), rest || "");
    (list || at("told")).append(shown);
  }
}

// Tells what is wrong at its field, or at the foot of the form.
function wrong(words, field) {
  at(`${field}-wrong`).textContent = words;
  if (FIELDS.includes(field)) at(field).setAttribute("aria-invalid", "true");
}

function right() {
  for (const field of [...FIELDS, "form"]) at(`${field}-wrong`).textContent = "";
  for (const field of FIELDS) at(field).removeAttribute("aria-invalid");
}

at("form").addEventListener("submit", begin);
for (const button of document.querySelectorAll("[data-show]"))
  button.addEventListener("click", () =>
    ask(`shown?what=${button.dataset.show}`).catch((error) => (at("first").textContent = error.message)),
  );
stay();
