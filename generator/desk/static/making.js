// The buttons that make files: each is saved where the browser saves what it fetches.
import { ask } from "./asking.js";
import { at } from "./dom.js";
import { save } from "./saving.js";
import { say, trouble, working } from "./status.js";

const all = () => [...document.querySelectorAll("[data-make]")];

// Makes the buttons work; `files` gives what to send along, if anything.
export function making(files) {
  const menu = at("make");
  for (const each of all()) each.addEventListener("click", () => make(each, files()));
  document.addEventListener("click", (event) => {
    if (!menu.contains(event.target)) menu.open = false;
  });
  addEventListener("blur", () => {
    menu.open = false; // the report took the click
  });
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
}

// Lets be made what can be made of what is there, and tells why the rest cannot.
export function allow({ readable, counts }) {
  at("make").hidden = !readable;
  at("not-whole").hidden = !counts.Fel;
  for (const each of all()) each.setAttribute("aria-disabled", String("whole" in each.dataset && counts.Fel > 0));
}

async function make(button, files) {
  const label = button.querySelector("strong").textContent;
  if (button.getAttribute("aria-disabled") === "true") return say(at("not-whole").textContent);
  if (button.getAttribute("aria-busy") === "true") return;
  button.setAttribute("aria-busy", "true");
  at("make").open = false;
  at("make").querySelector("summary").focus();
  say(`Gör ${label} …`);
  const done = working(`Gör ${label}`);
  try {
    await save(await ask(`made?what=${button.dataset.make}`, files));
    trouble("");
    say(`Sparat bland dina hämtade filer: ${label}.`);
  } catch (error) {
    say(`Det gick inte att göra: ${label}.`);
    trouble(error.message);
  } finally {
    done();
    button.removeAttribute("aria-busy");
  }
}
