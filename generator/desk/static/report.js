// The report in its frame: only what has changed is put there anew, so that the place one reads at stays.

export class Report {
  constructor(frame, clicked) {
    this.frame = frame;
    this.clicked = clicked;
    this.ready = new Promise((done) => { frame.addEventListener("load", done, { once: true }); if (frame.contentDocument?.readyState === "complete" && frame.contentDocument.URL !== "about:blank") done(); });
    this.shown = "";
  }

  async show(html) {
    await this.ready;
    this.frame.hidden = !html;
    if (!html || html === this.shown) return;
    const page = this.frame.contentDocument;
    const next = new this.frame.contentWindow.DOMParser().parseFromString(html, "text/html");
    if (this.shown && same(page.head, next.head)) exchange(page.body, next.body);
    else {
      for (const policy of next.head.querySelectorAll("meta[http-equiv]")) policy.remove(); // the frame has one of its own
      page.documentElement.className = next.documentElement.className;
      page.documentElement.lang = next.documentElement.lang;
      page.head.innerHTML = next.head.innerHTML;
      page.body.replaceWith(page.adoptNode(next.body));
      this.listen(page);
    }
    this.shown = html;
  }

  listen(page) {
    page.body.addEventListener("click", (event) => {
      const figure = event.target.closest("[data-figure]");
      if (figure) this.clicked(figure.dataset.figure);
    });
  }

  point(bites) {
    const page = this.frame.contentDocument;
    for (const old of page.querySelectorAll(".pointed")) old.classList.remove("pointed");
    const places = bites.flatMap((bite) => {
      const block = page.getElementById(bite.anchor);
      const figures = bite.figures.flatMap((key) => [...(block || page).querySelectorAll(`[data-figure="${CSS.escape(key)}"]`)]);
      return figures.length ? figures : block ? [block] : [];
    });
    for (const place of places) place.classList.add("pointed");
    places[0]?.scrollIntoView({ block: "center", behavior: "smooth" });
  }
}

const same = (one, other) => one.innerHTML === other.innerHTML;

// Exchanges what differs, as far down as it can be told apart: children that are alike stay.
function exchange(old, next) {
  if (old.isEqualNode(next)) return;
  const before = [...old.childNodes];
  const after = [...next.childNodes];
  const alike = before.length === after.length && before.every((each, place) => each.nodeName === after[place].nodeName) && old.attributes && same_attributes(old, next);
  if (!alike || !before.length || before.every((each) => each.nodeType !== 1)) {
    old.replaceWith(old.ownerDocument.adoptNode(next));
    return;
  }
  for (const [place, each] of before.entries()) {
    if (each.nodeType === 1) exchange(each, after[place]);
    else if (each.nodeValue !== after[place].nodeValue) each.nodeValue = after[place].nodeValue;
  }
}

const same_attributes = (one, other) => one.attributes.length === other.attributes.length && [...one.attributes].every((each) => other.getAttribute(each.name) === each.value);
