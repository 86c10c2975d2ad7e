// Pointing at places in the report, one after the other.
import { at, unmark } from "./dom.js";

export class Pointing {
  constructor(report) {
    this.report = report;
    this.places = [];
    at("earlier").addEventListener("click", () => this.go(this.here - 1));
    at("later").addEventListener("click", () => this.go(this.here + 1));
    at("unpoint").addEventListener("click", () => {
      this.stop();
      (this.from.isConnected ? this.from : at("panel")).focus(); // what was pressed is hidden
    });
  }

  // Points at places found by `find`, which is asked again when the report is a new one; `of` is the finding, if one.
  point(words, find, of = "") {
    this.clear();
    Object.assign(this, { words, find, of, places: find(), here: 0, from: document.activeElement });
    at("pointing").hidden = false;
    for (const each of this.places) each.classList.add("desk-bitten");
    if (this.places.length) this.go(0);
    else this.tell();
  }

  go(number) {
    const { places } = this;
    this.here = (number + places.length) % places.length;
    for (const each of this.report.page.querySelectorAll(".desk-here")) unmark(each, "desk-here");
    const place = places[this.here];
    place.classList.add("desk-here");
    for (let each = place.closest("details"); each; each = each.parentElement.closest("details")) each.open = true;
    const high = place.getBoundingClientRect().height > this.report.frame.clientHeight * 0.8;
    place.scrollIntoView({ block: high ? "start" : "center", inline: "nearest", behavior: "instant" });
    this.tell();
  }

  tell() {
    const { places } = this;
    const which = places.length > 1 ? ` Ställe ${this.here + 1} av ${places.length}.` : "";
    at("pointed").textContent = this.words + (places.length ? which : " Det visas inte i rapporten.");
    at("earlier").hidden = at("later").hidden = places.length < 2;
  }

  // Marks the same places in a report that is made anew, without moving it; none where the finding is mended.
  renew(findings) {
    if (!this.find) return;
    if (this.of && !findings.has(this.of)) return this.stop();
    this.places = this.find();
    for (const each of this.places) each.classList.add("desk-bitten");
    this.here = Math.min(this.here, Math.max(0, this.places.length - 1));
    this.places[this.here]?.classList.add("desk-here");
    if (this.places.length) this.tell();
    else this.stop();
  }

  clear() {
    for (const name of ["desk-bitten", "desk-here"]) {
      for (const each of this.report.page.querySelectorAll(`.${name}`)) unmark(each, name);
    }
    this.find = null;
  }

  stop() {
    this.clear();
    at("pointing").hidden = true;
  }
}
