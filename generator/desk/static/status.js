// What the page says of itself: when it was read, what takes time, and what went wrong.
import { KINDS, at } from "./dom.js";

const SLOW = 1000; // milliseconds after which it is told that something takes time
let timer = 0;
let begun = 0;

// Tells of work that takes more than a second, and counts the seconds; empty words end it.
export function working(words) {
  clearInterval(timer);
  at("work").hidden = true;
  if (!words) return;
  begun = Date.now();
  timer = setInterval(() => {
    at("work").hidden = false;
    at("working-on").textContent = words;
    at("seconds").textContent = `${Math.round((Date.now() - begun) / 1000)} s`;
  }, SLOW);
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
