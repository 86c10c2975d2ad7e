// The figures of the report, in its frame: one stop of the Tab key, arrows between them, Enter or a click opens one.
import { unmark } from "./dom.js";

// The frame runs nothing of its own; how figures and marks look there is put into it from here.
export const STYLE = `
body[data-desk-draft]::before {
  content: attr(data-desk-draft); display: block; padding: 0.3rem 1rem; background: #7a1f1f; color: #fff;
  font: 600 15px system-ui, sans-serif;
}
[data-figure] { cursor: pointer; border-radius: 2px; }
[data-figure]:hover { text-decoration: underline dotted; text-underline-offset: 0.2em; background: #ffe9a8; color: #1b1f23; }
[data-figure]:focus-visible { outline: 3px solid #1d5a7a; outline-offset: 2px; }
.desk-opened { outline: 2px dashed #1d5a7a; outline-offset: 2px; }
.desk-bitten { outline: 2px solid #b36b00; outline-offset: 2px; }
.desk-bitten:is(tr, td, th, span, li) { outline: none; background: #fff2c9; color: #1b1f23; }
.desk-here { outline: 3px solid #b36b00; outline-offset: 3px; background: #ffe9a8 !important; color: #1b1f23 !important; }
.desk-here:is(section, div, figure) { background: none !important; color: inherit !important; }
.desk-fresh { animation: desk-fresh 4s ease-out; }
@keyframes desk-fresh { from, 60% { background-color: #cdeccd; color: #1b1f23; } }
@media (prefers-reduced-motion: reduce) { .desk-fresh { animation: none; outline: 3px solid #3d8b3d; outline-offset: 2px; } }
@media (prefers-color-scheme: dark) {
  [data-figure]:focus-visible, .desk-opened { outline-color: #8ec6e6; }
  .desk-bitten, .desk-here { outline-color: #f0b050; }
}
@media print { .desk-opened, .desk-bitten, .desk-here { outline: none; } }
`;
const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

export class Figures {
  constructor(page, opened) {
    this.page = page;
    this.key = null; // of the one that the Tab key stops at, and which of those with that key
    this.place = 0;
    page.addEventListener("click", (event) => {
      const figure = event.target.closest?.("[data-figure]");
      if (figure && !event.target.closest("a")) this.open(figure, opened, false);
    });
    page.addEventListener("keydown", (event) => this.pressed(event, opened));
  }

  // Makes a page's figures something to press, before it is compared with the one that is shown.
  prepare(page) {
    for (const each of page.querySelectorAll("[data-figure]")) {
      each.setAttribute("role", "button");
      each.tabIndex = -1;
    }
  }

  leave() {
    const held = this.page.querySelector('[data-figure][tabindex="0"]');
    if (held) held.tabIndex = -1;
    this.had_focus = held && this.page.activeElement === held;
    for (const name of ["desk-opened", "desk-bitten", "desk-here", "desk-fresh"]) {
      for (const each of this.page.querySelectorAll(`.${name}`)) unmark(each, name);
    }
  }

  enter() {
    const all = this.key ? [...this.page.querySelectorAll(`[data-figure="${CSS.escape(this.key)}"]`)] : [];
    const held = all[this.place] || all[0] || this.page.querySelector("[data-figure]");
    if (held) held.tabIndex = 0;
    if (held && this.had_focus) held.focus({ preventScroll: true });
  }

  hold(figure) {
    for (const each of this.page.querySelectorAll('[data-figure][tabindex="0"]')) each.tabIndex = -1;
    this.key = figure.dataset.figure;
    this.place = [...this.page.querySelectorAll(`[data-figure="${CSS.escape(this.key)}"]`)].indexOf(figure);
    figure.tabIndex = 0;
  }

  open(figure, opened, by_key) {
    this.hold(figure);
    for (const each of this.page.querySelectorAll(".desk-opened")) unmark(each, "desk-opened");
    figure.classList.add("desk-opened");
    opened(figure.dataset.figure, by_key);
  }

  focus() {
    this.page.querySelector('[data-figure][tabindex="0"]')?.focus();
  }

  pressed(event, opened) {
    const figure = event.target.closest?.("[data-figure]");
    if (!figure || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "Enter" || event.key === " ") this.open(figure, opened, true);
    else {
      const all = [...this.page.querySelectorAll("[data-figure]")].filter((each) => each.checkVisibility?.() ?? true);
      const here = all.indexOf(figure);
      const next =
        event.key === "Home"
          ? all[0]
          : event.key === "End"
            ? all.at(-1)
            : STEPS[event.key] && all[here + STEPS[event.key]];
      if (!next) return;
      this.hold(next);
      next.focus();
    }
    event.preventDefault();
  }
}
