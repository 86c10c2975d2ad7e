// How a figure was made: its formula in words, and its parts down to the cells.
import { button, made, quiet } from "./dom.js";

export class Trace {
  // `shown` shows a figure in the report; `left` goes back to where one came from.
  constructor(place, { places, shown, left }) {
    Object.assign(this, { place, places, shown, left });
    this.key = "";
    this.open = new Set(); // the ways to the parts that are unfolded
  }

  show(figures, key) {
    Object.assign(this, { figures, key });
    this.open.clear();
    this.fill();
  }

  // Shows the same figure as it is now, unfolded as it was.
  renew(figures) {
    this.figures = figures;
    if (!this.key) return;
    const held = this.place.contains(document.activeElement) && document.activeElement.closest("[data-way]");
    this.fill();
    if (held) this.place.querySelector(`[data-way="${CSS.escape(held.dataset.way)}"] > summary`)?.focus();
  }

  fill() {
    const { key } = this;
    const figure = this.figures[key];
    const head = made("p", { class: "buttons" }, button("← Tillbaka", () => this.left()));
    if (!figure) return this.place.replaceChildren(head, made("p", { text: "Siffran finns inte längre i rapporten." }));
    const count = this.places(key);
    if (count)
      head.append(button(`Visa i rapporten${count > 1 ? ` (${count} ställen)` : ""}`, () => this.shown(key, figure)));
    this.place.replaceChildren(
      head,
      made("h2", { text: figure.label }),
      made(
        "p",
        { class: "value" },
        made("strong", { text: figure.value }),
        made("span", { class: "cell", text: figure.period }),
      ),
      ...(figure.formula ? [made("p", { class: "formula", text: `= ${figure.formula}` })] : []),
      figure.parts.length ? this.parts(figure, new Set([key])) : quiet("Inget är inskrivet."),
    );
  }

  parts(figure, above) {
    return made(
      "ul",
      { class: "parts" },
      ...figure.parts.map((part, number) =>
        made("li", {}, part.key ? this.inner(part, figure, number, above) : cell(part, figure, number)),
      ),
    );
  }

  inner(part, figure, number, above) {
    const of = this.figures[part.key];
    if (!of) return line(sign(part, figure, number), part.key, "");
    const label = of.period === figure.period ? of.label : `${of.label}, ${of.period}`;
    const head = line(sign(part, figure, number), label, of.value);
    if (!of.parts.length || above.has(part.key)) return head;
    const way = [...above, part.key];
    const name = way.join(" ");
    const details = made("details", { "data-way": name, open: this.open.has(name) }, made("summary", {}, head));
    const unfold = () => {
      // long traces are written when they are asked for
      if (details.childElementCount > 1) return;
      details.append(made("p", { class: "formula", text: `= ${of.formula}` }), this.parts(of, new Set(way)));
    };
    details.addEventListener("toggle", () => {
      this.open[details.open ? "add" : "delete"](name);
      if (details.open) unfold();
    });
    if (details.open) unfold();
    return details;
  }
}

function sign(part, figure, number) {
  if (figure.how === "ratio") return number ? "÷" : "";
  return part.sign < 0 ? "−" : number ? "+" : "";
}

const line = (before, label, value) =>
  made(
    "span",
    { class: "operand" },
    made("span", { class: "sign", text: before }),
    made("span", { class: "label", text: label }),
    made("span", { class: "amount", text: value }),
  );

function cell(part, figure, number) {
  const stood = part.stood && part.stood !== part.value ? `, där det står ${part.stood}` : "";
  return made(
    "div",
    { class: "leaf" },
    line(sign(part, figure, number), part.row || part.place.words, part.value),
    made("span", { class: "cell", text: `${part.place.words}${stood}` }),
  );
}
