// What remains in each tab, the numbers of the texts, and what has changed since a copy was sent out.
import { KINDS, button, made, quiet } from "./dom.js";

export function showTabs(place, tabs, chosen) {
  if (!tabs.length) return place.replaceChildren(quiet("Inget återstår i någon flik eller fil."));
  const shown = KINDS.map(([word]) => word).filter((word) => tabs.some((tab) => tab.counts[word]));
  place.replaceChildren(
    table(
      "Vad som återstår i varje flik och fil",
      ["Flik eller fil", ...shown],
      tabs.map((tab) => [
        button(tab.name, () => chosen(tab.heading), { class: "link" }),
        ...shown.map((word) => String(tab.counts[word] || "")),
      ]),
      "counts",
    ),
  );
}

function table(caption, heads, rows, kind) {
  return made(
    "div",
    { class: "wide" },
    made(
      "table",
      { class: kind },
      made("caption", { text: caption }),
      made("thead", {}, made("tr", {}, ...heads.map((head) => made("th", { scope: "col", text: head })))),
      made(
        "tbody",
        {},
        ...rows.map(([first, ...rest]) =>
          made("tr", {}, made("th", { scope: "row" }, first), ...rest.map((text) => made("td", { text }))),
        ),
      ),
    ),
  );
}

const VERDICTS = [
  ["skiljer sig", "Skiljer sig från rapporten", "error"],
  ["stämmer", "Stämmer med rapporten", "good"],
  ["", "Inte jämförda: inget i rapporten är säkert detsamma", ""],
];

const COMPARED = { "skiljer sig": "Rapporten har", stämmer: "Jämförd med" };

// Numbers by what was found of them. `find` shows a sentence, `traced` a figure.
export function showNumbers(place, numbers, find, traced) {
  if (!numbers.length) return place.replaceChildren(quiet("Texterna har inga siffror."));
  const of = (verdict) =>
    numbers.filter((each) =>
      verdict ? each.verdict === verdict : !VERDICTS.some(([known]) => known === each.verdict),
    );
  place.replaceChildren(
    ...VERDICTS.filter(([verdict]) => of(verdict).length).map(([verdict, heading, kind]) =>
      made(
        "section",
        {},
        made("h2", { text: `${heading} (${of(verdict).length})` }),
        made("ul", { class: "numbers" }, ...of(verdict).map((each) => number(each, kind, find, traced))),
      ),
    ),
  );
}

function number(each, kind, find, traced) {
  return made(
    "li",
    { class: kind },
    made("p", {}, made("strong", { text: each.written }), made("span", { class: "cell", text: each.place.words })),
    made("p", { class: "quote", text: each.sentence }),
    each.figure
      ? made("p", {
          text: `${COMPARED[each.verdict] || "Närmast i rapporten:"} ${each.figure}: ${each.amount}`,
        })
      : null,
    made(
      "p",
      { class: "buttons" },
      button("Visa meningen", () => find(each), { "aria-description": each.sentence }),
      each.key ? button("Hur är den framräknad?", () => traced(each.key), { "aria-description": each.figure }) : null,
    ),
  );
}

const ROWS = { typed: "Det som är skrivet eller bokfört", derived: "Det som följer av det" };

// What has changed since the last copy sent out; `keep` keeps one of today, where there is a folder to keep it in.
export function showChanges(place, changes, keep) {
  const parts = [keep ? button("Spara en kopia som utskickad", keep) : null];
  if (!changes)
    parts.unshift(
      quiet(
        "Ingen kopia har sparats som utskickad. När en har det visas här vad som har ändrats sedan dess, till exempel mellan styrelsens utkast och den slutliga rapporten.",
      ),
    );
  else {
    const some = Object.keys(ROWS).filter((kind) => changes[kind].length);
    parts.unshift(
      made("p", {
        class: "verdict",
        text: some.length
          ? `Ändrat sedan kopian ${changes.since}:`
          : `Inget har ändrats sedan kopian ${changes.since}.`,
      }),
      ...some.map((kind) =>
        made(
          "section",
          {},
          made("h2", { text: `${ROWS[kind]} (${changes[kind].length})` }),
          made("ul", { class: "changes" }, ...changes[kind].map((each) => change(each))),
        ),
      ),
    );
  }
  place.replaceChildren(...parts.filter(Boolean));
}

function change({ heading, place, what, old, new: now }) {
  return made(
    "li",
    {},
    made(
      "p",
      {},
      made("strong", { text: what || place }),
      made("span", { class: "cell", text: [heading, what && place].filter(Boolean).join(", ") }),
    ),
    made("p", { class: "quote" }, made("del", { text: old || "inget" }), " → ", made("ins", { text: now || "inget" })),
  );
}
