// The report in its frame: only what has changed is put there anew, so that the place one reads at stays.
import { unmark } from "./dom.js";
import { exchange } from "./exchange.js";
import { STYLE, Figures } from "./figures.js";

const FRESH = 4000; // milliseconds that what has changed is marked

export class Report {
  // `clicked` is told of a figure that is opened; `entered` of the frame's page, once it is there.
  constructor(frame, clicked, entered) {
    this.frame = frame;
    this.shown = "";
    this.ready = new Promise((done) => {
      const whole = () =>
        frame.contentDocument?.readyState === "complete" && frame.contentDocument.URL !== "about:blank";
      if (whole()) done();
      else frame.addEventListener("load", () => done(), { once: true });
    }).then(() => {
      this.figures = new Figures(this.page, clicked);
      this.page.addEventListener("click", outside);
      entered(this.page);
    });
  }

  get page() {
    return this.frame.contentDocument;
  }

  // With errors the page says on top that it is no report, should it be printed as it stands.
  async show(html, errors) {
    await this.ready;
    this.frame.hidden = !html;
    if (!html) return;
    if (html !== this.shown) this.put(html);
    if (errors) this.page.body.dataset.deskDraft = `Arbetsutkast, ${errors} fel`;
    else delete this.page.body.dataset.deskDraft;
  }

  put(html) {
    const next = new this.frame.contentWindow.DOMParser().parseFromString(html, "text/html");
    for (const policy of next.head.querySelectorAll("meta[http-equiv]")) policy.remove(); // the frame has one of its own
    next.head.append(Object.assign(next.createElement("style"), { textContent: STYLE }));
    const { page } = this;
    page.documentElement.lang = next.documentElement.lang;
    this.figures.leave();
    this.figures.prepare(next);
    keep_open(page, next);
    exchange(page.head, next.head, []);
    const fresh = [];
    if (this.shown && page.body.className === next.body.className) exchange(page.body, next.body, fresh);
    else page.body.replaceWith(page.adoptNode(next.body));
    this.figures.enter();
    this.shown = html;
    for (const each of fresh) each.classList.add("desk-fresh");
    this.settled = setTimeout(() => this.settle(), FRESH);
  }

  // Takes away all marks of what has changed.
  settle() {
    clearTimeout(this.settled);
    for (const each of this.page.querySelectorAll(".desk-fresh")) unmark(each, "desk-fresh");
  }

  // Where a finding bites: its figures, or else its rows, or else the whole part.
  bitten(bites) {
    const places = bites.flatMap(({ anchor, figures, rows }) => {
      const block = this.page.getElementById(anchor);
      const shown = figures.flatMap((key) => this.of_figure(key, block || this.page));
      if (shown.length) return shown;
      const found = rows.map(([table, row]) => this.page.getElementById(`tabell-${table}`)?.tBodies[0]?.rows[row]);
      return found.some(Boolean) ? found.filter(Boolean) : block ? [block] : [];
    });
    return [...new Set(places)];
  }

  of_figure(key, within = this.page) {
    return [...within.querySelectorAll(`[data-figure="${CSS.escape(key)}"]`)];
  }

  // The smallest elements that hold a sentence, whatever stands between its words in the source.
  of_sentence(sentence) {
    const plain = (text) => text.replace(/[\s\u00ad*_]+/g, " ").trim();
    const parts = plain(sentence)
      .split(/ ?…+ ?/)
      .filter(Boolean);
    const holds = (element) => {
      const text = plain(element.textContent);
      let from = 0;
      return parts.every((part) => {
        const place = text.indexOf(part, from);
        from = place + part.length;
        return place >= 0;
      });
    };
    const all = [...this.page.querySelectorAll("p, li, td, th, dd, blockquote, .caption")].filter(holds);
    return all.filter((each) => !all.some((other) => other !== each && each.contains(other)));
  }
}

// What folds stays as one has folded it.
function keep_open(page, next) {
  const [old, come] = [page, next].map((each) => [...each.querySelectorAll("details")]);
  if (old.length === come.length)
    come.forEach((each, place) => {
      each.open = old[place].open;
    });
}

// Links within the report work by themselves; those that lead out of it are opened beside this page.
function outside(event) {
  const link = event.target.closest?.("a[href]");
  const to = link?.getAttribute("href");
  if (!link || to.startsWith("#")) return;
  event.preventDefault();
  if (/^https?:/i.test(to)) window.open(to, "_blank", "noopener,noreferrer");
}
