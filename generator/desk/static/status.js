// What the page says of itself: when it was read, what takes time, and what went wrong.
import { KINDS, at } from "./dom.js";

const SLOW = 1000; // milliseconds after which it is told that something takes time
const slow = new Set();

// Tells of work that takes more than a second, and counts the seconds. Returns what ends it; other work goes on.
export function working(words) {
  const work = { words, begun: Date.now() };
  const timer = setInterval(() => {
    slow.add(work);
    tell();
  }, SLOW);
  return () => {
    clearInterval(timer);
    slow.delete(work);
    tell();
  };
}

// Of several the one that came first.
function tell() {
  const [work] = slow;
  at("work").hidden = !work;
  if (!work) return;
  at("working-on").textContent = work.words;
  at("seconds").textContent = `${Math.round((Date.now() - work.begun) / 1000)} s`;
}

const clock = () => new Date().toLocaleTimeString("sv-SE");

// Tells what was found, for all to hear, and when, for those who look.
export function read(counts, saved) {
  const told = KINDS.slice(0, 4)
    .filter(([word]) => counts[word])
    .map(([word, , one, many]) => `${counts[word]} ${counts[word] === 1 ? one : many}`);
  say(told.join(", ") || "Allt går ihop");
  at("read").textContent = `${saved ? "Sparad och läst" : "Läst"} ${clock()}`;
}

export function say(words) {
  if (at("status").textContent !== words) at("status").textContent = words;
}

// Tells that something went wrong, until it goes well.
export function trouble(words, again) {
  at("trouble").hidden = !words;
  at("trouble-words").textContent = words;
  at("again").hidden = !again;
  at("again").onclick = again || null;
}

export { clock };
