// Tabs as a keyboard and a screen reader expect them: arrows move, the panel follows.

export function tabs(list) {
  const all = [...list.querySelectorAll("[role=tab]")];
  const select = (tab, focus) => {
    for (const each of all) {
      const on = each === tab;
      each.setAttribute("aria-selected", String(on));
      each.tabIndex = on ? 0 : -1;
      document.getElementById(each.getAttribute("aria-controls")).hidden = !on;
    }
    if (focus) tab.focus();
  };
  for (const [place, tab] of all.entries()) {
    tab.addEventListener("click", () => select(tab));
    tab.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      const next = event.key === "Home" ? 0 : event.key === "End" ? all.length - 1 : step ? (place + step + all.length) % all.length : -1;
      if (next >= 0) { event.preventDefault(); select(all[next], true); }
    });
  }
  return (name) => select(document.getElementById(`tab-${name}`));
}
