// Choosing one of the folders that are there, opening what is followed, and leaving it.
import { ask } from "./asking.js";
import { at } from "./dom.js";
import { say } from "./status.js";

for (const button of document.querySelectorAll("[data-choose]"))
  button.addEventListener("click", () => anew(`chosen?folder=${encodeURIComponent(button.dataset.choose)}`));

for (const button of document.querySelectorAll("header [data-show]"))
  button.addEventListener("click", () => ask(`shown?what=${button.dataset.show}`).catch(told));

at("leave")?.addEventListener("click", () => anew("left"));

const anew = (path) => ask(path).then(() => location.reload(), told);

const told = (error) => say(error.message);
