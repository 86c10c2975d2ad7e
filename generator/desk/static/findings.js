// The findings by cause: each with its tab and cell, what to do, and what follows from it.
import { KINDS, button, made, quiet, severity, classOf } from "./dom.js";

const MANY = 8; // findings from which they can be searched

export class Findings {
  // `pointed` shows where in the report a finding bites.
  constructor(place, pointed) {
    this.pointed = pointed;
    this.kind = this.tab = this.words = "";
    this.all = null;
    this.known = new Set();
    this.list = made("div", { class: "list" });
    this.ways = made("div", { class: "ways" });
    this.kinds = made("div", { class: "kinds", role: "group", "aria-label": "Visa bara" });
    this.tabs = made("select", {
      "aria-label": "Flik eller fil",
      onchange: () => this.filter({ tab: this.tabs.value }),
    });
    this.search = made("input", {
      type: "search",
      placeholder: "Sök i kontrollerna",
      "aria-label": "Sök i kontrollerna",
      oninput: () => this.filter({ words: this.search.value.trim().toLowerCase() }),
    });
    this.ways.append(this.kinds, this.tabs, this.search);
    this.head = made("p", { class: "verdict" });
    this.ways.hidden = true;
    place.replaceChildren(this.head, this.ways, this.list);
  }

  show(told) {
    const text = JSON.stringify(told.findings);
    this.head.textContent = verdict(told);
    this.head.className = `verdict ${tone(told.counts)}`;
    if (text === this.text) return;
    this.text = text;
    const before = this.all;
    this.all = told.findings;
    this.known = new Set(told.findings.map(key_of));
    this.following = new Map();
    for (const each of told.findings) {
      if (each.follows !== null) this.following.set(each.follows, [...(this.following.get(each.follows) || []), each]);
    }
    const causes = told.findings
      .map((finding, number) => ({ finding, number }))
      .filter((each) => each.finding.follows === null);
    this.causes = sorted(causes);
    this.fresh = fresh(told.findings, before);
    this.choices();
    this.fill();
  }

  filter(choice) {
    Object.assign(this, choice);
    this.choices();
    this.fill();
  }

  // Shows what is found in one tab.
  of_tab(heading) {
    this.search.value = "";
    this.filter({ kind: "", words: "", tab: heading });
  }

  choices() {
    const count = new Map();
    for (const { severity: word } of this.all) count.set(word, (count.get(word) || 0) + 1);
    if (!count.has(this.kind)) this.kind = "";
    const held = this.kinds.contains(document.activeElement) && document.activeElement.dataset.kind;
    const shown = [
      ["", "Alla", this.all.length],
      ...KINDS.filter(([word]) => count.has(word)).map(([word]) => [word, word, count.get(word)]),
    ];
    this.kinds.replaceChildren(
      ...shown.map(([kind, word, number]) =>
        made(
          "button",
          {
            type: "button",
            "data-kind": kind,
            class: kind && classOf(kind),
            "aria-pressed": String(kind === this.kind),
            onclick: () => this.filter({ kind }),
          },
          kind ? severity(word) : word,
          made("span", { class: "count", text: String(number) }),
        ),
      ),
    );
    if (held !== false) this.kinds.querySelector(`[data-kind="${held}"]`)?.focus();
    const headings = [...new Set(this.all.map((each) => each.place.heading))];
    if (!headings.includes(this.tab)) this.tab = "";
    this.tabs.replaceChildren(
      made("option", { value: "", text: "Alla flikar och filer" }),
      ...headings.map((each) => made("option", { value: each, text: each })),
    );
    this.tabs.value = this.tab;
    this.tabs.hidden = headings.length < 2;
    this.search.hidden = this.causes.length < MANY;
    if (this.search.hidden) this.search.value = this.words = "";
    this.ways.hidden = !this.causes.length;
  }

  fill() {
    const held = this.list.contains(document.activeElement) && document.activeElement.closest("li")?.dataset.key;
    const open = new Set(
      [...this.list.querySelectorAll("details.following[open]")].map((each) => each.closest("li").dataset.key),
    );
    const shown = this.causes.filter((each) => this.is_shown(each.finding) || this.leads_to(each).length);
    const groups = new Map();
    for (const each of shown)
      groups.set(each.finding.place.heading, [...(groups.get(each.finding.place.heading) || []), each]);
    const sections = [...groups].map(([heading, group]) =>
      made(
        "section",
        {},
        made("h2", { text: heading }),
        made("ul", { class: "findings" }, ...group.map((each) => this.item(each, open))),
      ),
    );
    this.list.replaceChildren(
      ...(sections.length
        ? sections
        : [this.causes.length ? quiet("Inget av det som visas passar. Välj Alla eller sök på annat.") : all_well()]),
    );
    if (held) this.list.querySelector(`[data-key="${CSS.escape(held)}"] button`)?.focus({ preventScroll: true });
  }

  // What follows from a cause and is among what one wants to see.
  leads_to({ number }) {
    return (this.following.get(number) || []).filter((each) => this.is_shown(each));
  }

  is_shown(finding) {
    if (this.kind && finding.severity !== this.kind) return false;
    if (this.tab && finding.place.heading !== this.tab) return false;
    return (
      !this.words ||
      [finding.what, finding.remedy, finding.place.words, ...finding.causes]
        .join(" ")
        .toLowerCase()
        .includes(this.words)
    );
  }

  item({ finding, number }, open) {
    const key = key_of(finding);
    const following = this.following.get(number) || [];
    const item = made(
      "li",
      {
        class: `finding ${classOf(finding.severity)}`,
        "data-key": key,
        "aria-current": key === this.current && "true",
      },
      made(
        "p",
        { class: "line" },
        severity(finding.severity),
        finding.place.cell && made("span", { class: "cell", text: cell(finding.place.cell) }),
        this.fresh.has(key) && made("span", { class: "new", text: "ny" }),
      ),
      made("p", { class: "what", text: finding.what }),
      finding.expected ? made("p", { text: `Väntat: ${finding.expected}.` }) : null,
      ...finding.causes.map((cause) => made("p", { class: "cause", text: cause })),
      finding.remedy ? made("p", { class: "remedy", text: finding.remedy }) : null,
      finding.severity === "Varning" ? acceptance(finding) : null,
      finding.bites.length
        ? button("Visa i rapporten", () => this.point(finding, item), { "aria-description": finding.what })
        : null,
      following.length
        ? made(
            "details",
            { class: "following", open: open.has(key) || !this.is_shown(finding) },
            made("summary", { text: `Följer troligen av detta (${following.length})` }),
            made(
              "ul",
              {},
              ...following.map((each) => made("li", { text: `${each.severity}, ${each.place.words}: ${each.what}` })),
            ),
          )
        : null,
    );
    if (finding.bites.length)
      item.addEventListener("click", (event) => {
        if (!event.target.closest("button, summary") && !String(getSelection())) this.point(finding, item);
      });
    return item;
  }

  point(finding, item) {
    this.current = key_of(finding);
    this.list.querySelector("[aria-current]")?.removeAttribute("aria-current");
    item.setAttribute("aria-current", "true");
    this.pointed(finding, this.current);
  }
}

// What is told as new: what was not found last time, neither of that place nor in those words. With most of it new
// the marks would tell nothing.
function fresh(findings, before) {
  if (!before) return new Set();
  const of_place = (each) => `${each.rule}|${each.place.words}`;
  const in_words = (each) => `${each.rule}|${each.what}`;
  const there = new Set(before.flatMap((each) => [of_place(each), in_words(each)]));
  const come = findings.filter((each) => !there.has(of_place(each)) && !there.has(in_words(each)));
  return new Set(come.length > MANY && come.length > findings.length / 2 ? [] : come.map(key_of));
}

// ”cell E14” of a cell, ”rad 14” and ”stycke 14” as they are.
const cell = (words) => (words.includes(" ") ? words : `cell ${words}`);

// What is written in the workbook to accept a warning.
const acceptance = ({ rule, about }) =>
  made(
    "details",
    { class: "accept" },
    made("summary", { text: "Är det rätt som det är?" }),
    made("p", { text: `Skriv en rad i fliken Godtagna avvikelser (är den dold: högerklicka på en flik och välj Ta fram):` }),
    made(
      "dl",
      {},
      ...[["Regel", rule], ["Gäller", about], ["Skäl", "varför det är rätt"], ["Vem", "ditt namn"], ["När", "dagens datum"]].flatMap(([name, text]) =>
        text ? [made("dt", { text: name }), made("dd", { text })] : [],
      ),
    ),
  );

const key_of = (finding) => [finding.rule, finding.place.words, finding.what].join("|");

const rank = (word) => KINDS.findIndex(([each]) => each === word);

// The tabs with the gravest first, and so the findings of each; else in the workbook's order.
function sorted(causes) {
  const worst = new Map();
  for (const { finding } of causes) {
    const heading = finding.place.heading;
    worst.set(heading, Math.min(worst.get(heading) ?? KINDS.length, rank(finding.severity)));
  }
  return [...causes].sort(
    (one, other) =>
      worst.get(one.finding.place.heading) - worst.get(other.finding.place.heading) ||
      (one.finding.place.heading === other.finding.place.heading
        ? rank(one.finding.severity) - rank(other.finding.severity)
        : 0),
  );
}

function verdict(told) {
  const errors = told.counts.Fel;
  if (errors) {
    const following = told.findings.filter((each) => each.severity === "Fel" && each.follows !== null).length;
    const some = following ? ` ${following} av dem följer troligen av något annat som är fel.` : "";
    return `${errors} fel att rätta innan rapporten kan göras som PDF.${some}`;
  }
  if (told.counts["Återstår"]) return "Inga fel, men något återstår. Rapporten kan göras; läs igenom det här först.";
  const rest = KINDS.slice(1, 3).some(([word]) => told.counts[word]);
  return rest ? "Inga fel. Rapporten kan göras; läs gärna igenom det här först." : "Allt går ihop.";
}

const tone = (counts) =>
  counts.Fel ? "error" : counts.Varning ? "warning" : counts["Återstår"] ? "" : "good";

const all_well = () =>
  made(
    "div",
    { class: "well" },
    made("span", { class: "tick", "aria-hidden": "true" }),
    made("p", { text: "Inget fel, och inget att anmärka på." }),
    quiet("Rapporten kan göras under Gör och spara."),
  );
