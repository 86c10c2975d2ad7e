// The line between report and panel, moved by the mouse or by arrows; where it stands is remembered.
const KEY = "arsredovisning-delning";
const [LEAST, MOST, STEP] = [25, 80, 2]; // per cent of the window that the report takes

export function divider(line, area) {
  const put = (share) => {
    const now = Math.round(Math.min(MOST, Math.max(LEAST, share)));
    area.style.setProperty("--share", `${now}%`);
    line.setAttribute("aria-valuenow", String(now));
    try {
      localStorage.setItem(KEY, String(now));
    } catch {
      /* it is forgotten */
    }
  };
  const now = () => Number(line.getAttribute("aria-valuenow"));
  let kept = 0;
  try {
    kept = Number(localStorage.getItem(KEY));
  } catch {
    /* nothing is remembered */
  }
  if (kept) put(kept);
  line.addEventListener("pointerdown", (event) => {
    line.setPointerCapture(event.pointerId);
    area.classList.add("moving"); // or the frame would take the mouse
  });
  line.addEventListener("pointermove", (event) => {
    if (!line.hasPointerCapture(event.pointerId)) return;
    const { left, width } = area.getBoundingClientRect();
    put(((event.clientX - left) / width) * 100);
  });
  line.addEventListener("lostpointercapture", () => area.classList.remove("moving"));
  line.addEventListener("dblclick", () => put(60));
  line.addEventListener("keydown", (event) => {
    const to = { ArrowLeft: now() - STEP, ArrowRight: now() + STEP, Home: LEAST, End: MOST }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      put(to);
    }
  });
}
