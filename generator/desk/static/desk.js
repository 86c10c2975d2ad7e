// The page: asks for what there is to say, shows it, and asks again when something was saved.
import { ask, follow, stay } from "./asking.js";
import { divider } from "./divider.js";
import { at } from "./dom.js";
import { chosen, dropped, watched } from "./files.js";
import { Findings } from "./findings.js";
import { showChanges, showNumbers, showTabs } from "./lists.js";
import { allow, making } from "./making.js";
import { Pointing } from "./pointing.js";
import { Report } from "./report.js";
import { clock, read, say, trouble, working } from "./status.js";
import { tabs } from "./tabs.js";
import { Trace } from "./trace.js";

const of_folder = Boolean(document.body.dataset.folder);
const state = { files: null, told: null, figures: null, round: 0, shown: 0, drawn: "", came: "", lists: new Map() };
const report = new Report(at("frame"), traced, drops);
const pointing = new Pointing(report);
const findings = new Findings(at("findings"), (finding, key) => point(finding.what, () => bitten(finding), key));
const trace = new Trace(at("trace"), {
  places: (key) => report.of_figure(key).length,
  shown: (key, figure) => point(`${figure.label}, ${figure.value}.`, () => report.of_figure(key)),
  left: () => select(state.came || "findings", true),
});
const select = tabs(document.querySelector("[role=tablist]"), opened);

async function examine() {
  const round = (state.round += 1);
  const done = working(`Läser ${state.shown ? "igen" : "arbetsboken"}`);
  try {
    const told = await (await ask("examined?parts=report", state.files)).json();
    if (round !== state.round) return; // something was saved meanwhile
    trouble("");
    await show(told);
  } catch (error) {
    if (round === state.round) failed(error.message);
  } finally {
    done();
  }
}

function failed(words) {
  if (at("drop").hidden)
    trouble(words, () => {
      trouble("");
      examine();
    });
  else refuse(words);
}

function refuse(words) {
  at("refused").hidden = !words;
  at("refused").textContent = words;
}

async function show(told) {
  if (!told.readable && !at("drop").hidden) {
    // one may have dropped the wrong thing: the place to drop stays
    return refuse(told.findings.map((each) => `${each.what} ${each.remedy}`).join(" "));
  }
  refuse("");
  view({ dropping: false });
  Object.assign(state, { told, figures: null });
  name(told);
  findings.show(told);
  if (differs("remaining", told.tabs)) {
    showTabs(at("remaining"), told.tabs, (heading) => {
      select("findings", true);
      findings.of_tab(heading);
    });
  }
  if (differs("numbers", told.numbers)) {
    showNumbers(
      at("numbers"),
      told.numbers,
      (each) => point(`”${each.written}” i ${each.place.words}.`, () => report.of_sentence(each.sentence)),
      (key) => traced(key, true),
    );
  }
  allow(told);
  read(told.counts, state.shown > 0);
  if (told.report) state.drawn = clock();
  at("undrawn").hidden = !told.undrawn;
  at("undrawn").textContent =
    told.undrawn + (told.undrawn && report.shown ? ` Här är rapporten som den var klockan ${state.drawn}.` : "");
  at("report").classList.toggle("old", !told.report);
  if (told.report || !report.shown) await report.show(told.report, told.counts.Fel);
  pointing.renew(findings.known);
  if (!at("trace").hidden) renew();
  if (!at("changes").hidden) changes();
  state.shown += 1;
  document.body.dataset.shown = String(state.shown);
}

// Whether a list is another than the one that is shown: one that is not keeps what is held in it.
function differs(id, list) {
  const text = JSON.stringify(list);
  const other = state.lists.get(id) !== text;
  state.lists.set(id, text);
  return other;
}

function name(told) {
  if (told.name) at("whose").textContent = `${told.name} ${told.year}`;
  at("state").hidden = !told.state;
  at("state").textContent = told.state;
  const errors = told.counts.Fel;
  document.title = `${errors ? `(${errors} fel) ` : ""}${told.name || told.file}`;
}

// What is seen: the place to drop, or the report and the panel, of which a narrow window shows one.
function view({ dropping, side }) {
  if (dropping !== undefined) {
    at("drop").hidden = !dropping;
    for (const id of ["report", "divider", "panel", "sides"]) at(id).hidden = dropping;
    at("other").hidden = of_folder || dropping;
  }
  if (!side) return;
  document.body.dataset.side = side;
  for (const each of at("sides").children) each.setAttribute("aria-pressed", String(each.dataset.side === side));
}

// Where a finding bites: the sentence that it is about, where it is about one, or else all that rests on its cells.
function bitten({ bites, place }) {
  const { sentence } = state.told.numbers.find((each) => each.place.words === place.words && place.cell) || {};
  const within = sentence ? report.of_sentence(sentence) : [];
  return within.length ? within : report.bitten(bites);
}

function point(words, find, of) {
  view({ side: "report" });
  pointing.point(words, find, of);
}

async function traced(key, by_key) {
  view({ side: "panel" });
  pointing.stop();
  select("trace");
  try {
    trace.show(await figures(), key);
    if (by_key) at("trace").focus();
  } catch (error) {
    trouble(error.message);
  }
}

async function figures() {
  const { told } = state;
  if (state.figures) return state.figures;
  const come = (await (await ask("examined?parts=figures", state.files)).json()).figures;
  if (told !== state.told) return figures(); // something was saved meanwhile
  return (state.figures = come);
}

async function renew() {
  try {
    trace.renew(await figures());
  } catch (error) {
    trouble(error.message);
  }
}

async function changes() {
  const { told } = state;
  const keep = async () => {
    try {
      say(`Kopian ${(await (await ask("kept")).json()).name} är sparad i mappen utskick.`);
      await changes();
      at("changes").querySelector("button").focus(); // the one that was pressed is a new one
    } catch (error) {
      trouble(error.message);
    }
  };
  try {
    const come = (await (await ask("examined?parts=changes", state.files)).json()).changes;
    if (told === state.told) showChanges(at("changes"), come, of_folder && keep); // or it is asked for anew
  } catch (error) {
    trouble(error.message);
  }
}

// A tab of the panel was opened.
function opened(id) {
  if (id === "changes") changes();
  if (id !== "trace") state.came = id;
}

function given(files, handles) {
  if (!files.length) return failed("Inga filer kom fram. Släpp en mapp med arbetsboken i, eller arbetsboken själv.");
  Object.assign(state, { files, shown: 0 });
  report.shown = "";
  pointing.stop();
  at("following").hidden = false;
  at("following").textContent = handles
    ? "Sidan följer filerna: när de sparas i Excel eller Word är sidan ny."
    : "Den här webbläsaren kan inte följa filerna. Släpp dem igen när de har sparats.";
  examine();
  watched(files, handles, (again) => {
    state.files = again;
    return examine();
  });
}

// Files may be dropped on the page and on the report in it; where a folder is followed they are not taken.
function drops(page) {
  const taken = of_folder ? () => say("Sidan följer redan mappen. Öppna en annan mapp för sig.") : given;
  dropped(page, taken, (over) => document.body.classList.toggle("over", over && !of_folder));
}

drops(document);
making(() => state.files);
divider(at("divider"), document.querySelector("main"));
for (const each of at("sides").children) each.addEventListener("click", () => view({ side: each.dataset.side }));
at("other").addEventListener("click", () => {
  view({ dropping: true });
  at("choose-folder").focus();
});
if (of_folder) follow(examine, trouble);
else {
  chosen(
    at("choose-folder"),
    at("folder-input"),
    window.showDirectoryPicker && (() => window.showDirectoryPicker()),
    given,
  );
  chosen(
    at("choose-file"),
    at("file-input"),
    window.showOpenFilePicker && (() => window.showOpenFilePicker({ multiple: true })),
    given,
  );
}

stay();
