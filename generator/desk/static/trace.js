// How a figure was made: its formula in words, and its parts down to the cells.
import { made } from "./dom.js";

export function showTrace(place, figures, key) {
  const figure = figures[key];
  if (!figure) return place.replaceChildren(made("p", { text: "Siffran finns inte längre i rapporten." }));
  return place.replaceChildren(
    made("h2", { text: figure.label }),
    made("p", { class: "value" }, made("strong", { text: figure.value }), ` ${figure.period}`),
    figure.formula ? made("p", { text: `= ${figure.formula}` }) : null,
    parts(figures, figure, new Set([key])));
}

function parts(figures, figure, above) {
  return made("ul", { class: "parts" }, ...figure.parts.map((part) => made("li", {}, part.key ? inner(figures, part, figure, above) : cell(part, figure))));
}

const sign = (part, figure) => (figure.how === "ratio" ? (part.sign < 0 ? "÷ " : "") : part.sign < 0 ? "− " : "+ ");

function cell(part, figure) {
  return made("p", {}, `${sign(part, figure)}${part.row ? `${part.row}: ` : ""}${part.value} `, made("span", { class: "place", text: `${part.place.words}${part.stood ? `, där det står ${part.stood}` : ""}` }));
}

function inner(figures, part, figure, above) {
  const of = figures[part.key];
  if (!of) return made("p", { text: part.key });
  const head = `${sign(part, figure)}${of.label}, ${of.period}: ${of.value}`;
  if (!of.parts.length || above.has(part.key)) return made("p", { text: head });
  const details = made("details", {}, made("summary", { text: head }), made("p", { class: "quiet", text: `= ${of.formula}` }));
  details.addEventListener("toggle", () => { // long traces are written when they are asked for
    if (details.open && details.childElementCount === 2) details.append(parts(figures, of, new Set([...above, part.key])));
  });
  return details;
}
