// The page: asks for what there is to say, shows it, and asks again when something was saved.
import { ask, follow } from "./asking.js";
import { chosen, dropped, watched } from "./files.js";
import { showFindings } from "./findings.js";
import { Report } from "./report.js";
import { showNumbers, showTabs } from "./lists.js";
import { showTrace } from "./trace.js";
import { tabs } from "./tabs.js";

const at = (id) => document.getElementById(id);
const state = { files: null, told: null, figures: null, round: 0 };
const report = new Report(at("frame"), traced);
const select = tabs(document.querySelector("[role=tablist]"));

function working(words) {
  at("working").hidden = !words;
  if (words) at("status").textContent = words;
}

async function examine() {
  const round = (state.round += 1);
  working("Läser …");
  try {
    const told = await (await ask("examined?parts=report", state.files)).json();
    if (round !== state.round) return; // something was saved meanwhile
    state.told = told;
    state.figures = null;
    await show(told);
  } catch (error) {
    if (round === state.round) at("status").textContent = error.message;
  } finally {
    if (round === state.round) working("");
  }
}

async function show(told) {
  at("drop").hidden = true;
  at("report").hidden = at("panel").hidden = false;
  if (told.name) at("whose").textContent = `${told.name} ${told.year}`;
  at("state").hidden = !told.state;
  at("state").textContent = told.state;
  at("undrawn").hidden = !told.undrawn;
  at("undrawn").textContent = told.undrawn;
  showFindings(at("findings"), told.findings, (finding) => report.point(finding.bites));
  showTabs(at("remaining"), told.tabs);
  showNumbers(at("numbers"), told.numbers);
  const errors = told.counts.Fel;
  for (const button of document.querySelectorAll("[data-make]")) button.disabled = !told.readable;
  at("status").textContent = summary(told.counts);
  document.title = `${errors ? `(${errors} fel) ` : ""}${told.name || told.file}`;
  await report.show(told.report);
  document.body.dataset.shown = String(Number(document.body.dataset.shown || 0) + 1);
}

function summary(counts) {
  const words = { Fel: ["fel", "fel"], Varning: ["varning", "varningar"], Notera: ["att notera", "att notera"], Återstår: ["återstår", "återstår"] };
  const told = Object.entries(words).filter(([kind]) => counts[kind]).map(([kind, [one, many]]) => `${counts[kind]} ${counts[kind] === 1 ? one : many}`);
  const now = new Date().toLocaleTimeString("sv-SE");
  return `${told.join(", ") || "Inga fel. Allt går ihop"} · ${now}`;
}

async function traced(key) {
  select("trace");
  try {
    state.figures ??= (await (await ask("examined?parts=figures", state.files)).json()).figures;
    showTrace(at("trace"), state.figures, key);
  } catch (error) {
    at("status").textContent = error.message;
  }
}

async function make(button) {
  working(`Gör ${button.textContent.trim()} …`);
  button.disabled = true;
  try {
    const answer = await ask(`made?what=${button.dataset.make}`, state.files);
    const name = decodeURIComponent((answer.headers.get("content-disposition") || "").split("''")[1] || "fil");
    const link = document.createElement("a");
    link.href = URL.createObjectURL(await answer.blob());
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    at("status").textContent = `${name} har sparats bland hämtade filer.`;
  } catch (error) {
    at("status").textContent = error.message;
  } finally {
    at("working").hidden = true;
    button.disabled = false;
  }
}

for (const button of document.querySelectorAll("[data-make]")) button.addEventListener("click", () => make(button));

function given(files) {
  if (!files) return;
  state.files = files;
  examine();
  watched(files, (again) => { state.files = again; examine(); });
}

if (document.body.dataset.folder) {
  follow(examine);
} else {
  dropped(document.body, given);
  chosen(at("choose-folder"), at("folder-input"), given);
  chosen(at("choose-file"), at("file-input"), given);
}
