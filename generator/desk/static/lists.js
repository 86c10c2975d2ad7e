// What remains in each tab, and the numbers of the texts.
import { made } from "./dom.js";

const KINDS = ["Fel", "Varning", "Notera", "Återstår", "Godtagen"];

export function showTabs(place, tabs) {
  if (!tabs.length) return place.replaceChildren(made("p", { class: "quiet", text: "Inget återstår." }));
  const shown = KINDS.filter((kind) => tabs.some((tab) => tab.counts[kind]));
  return place.replaceChildren(made("table", {},
    made("caption", { text: "Vad som återstår i varje flik" }),
    made("thead", {}, made("tr", {}, made("th", { scope: "col", text: "Flik" }), ...shown.map((kind) => made("th", { scope: "col", text: kind })))),
    made("tbody", {}, ...tabs.map((tab) => made("tr", {}, made("th", { scope: "row", text: tab.heading }), ...shown.map((kind) => made("td", { text: String(tab.counts[kind] || "") })))))));
}

export function showNumbers(place, numbers) {
  if (!numbers.length) return place.replaceChildren(made("p", { class: "quiet", text: "Texterna har inga siffror." }));
  return place.replaceChildren(made("ul", { class: "numbers" }, ...numbers.map((each) => made("li", { class: each.verdict === "skiljer sig" ? "error" : "" },
    made("p", {}, made("strong", { text: each.written }), ` ${each.verdict}, ${each.place.words}`),
    made("p", { class: "quiet", text: each.sentence }),
    each.figure ? made("p", { text: `${each.figure}: ${each.amount}` }) : null))));
}
