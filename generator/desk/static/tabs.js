// Tabs as a keyboard and a screen reader expect them: arrows move, the panel follows.

// Returns what selects a tab by its panel's id; `opened` is told of each that is.
export function tabs(list, opened) {
  const all = [...list.querySelectorAll("[role=tab]")];
  const select = (tab, focus) => {
    for (const each of all) {
      const on = each === tab;
      each.setAttribute("aria-selected", String(on));
      each.tabIndex = on ? 0 : -1;
      document.getElementById(each.getAttribute("aria-controls")).hidden = !on;
    }
    if (focus) tab.focus();
    opened(tab.getAttribute("aria-controls"));
  };
  for (const [place, tab] of all.entries()) {
    tab.addEventListener("click", () => select(tab));
    tab.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      const ends = { Home: 0, End: all.length - 1 }[event.key];
      const next = ends ?? (step ? (place + step + all.length) % all.length : -1);
      if (next < 0) return;
      event.preventDefault();
      select(all[next], true);
    });
  }
  return (name, focus = false) => select(document.getElementById(`tab-${name}`), focus);
}
