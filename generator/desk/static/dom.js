// Elements made of words: no word of a workbook is ever read as HTML.

export const at = (id) => document.getElementById(id);

// An element with attributes, listeners (`onclick`) and children; what is null or false is left out.
export function made(tag, { text, ...attributes } = {}, ...children) {
  const element = document.createElement(tag);
  if (text !== undefined) element.textContent = steady(text);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else if (value !== undefined && value !== null && value !== false)
      element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

// A number and its unit, or a law's chapter and paragraph, are not parted by the end of a line.
const steady = (text) => String(text).replace(/(\d) (?=\d{3}(?!\d)|(?:kr|tkr|mkr|mnkr|kap|§|%|procent)(?!\p{L}))|(§) (?=\d)/gu, "$1$2\u00a0");

export const button = (text, onclick, more = {}) => made("button", { type: "button", text, onclick, ...more });

export const quiet = (text) => made("p", { class: "quiet", text });

// The kinds of findings, the gravest first: the word, its class, and how one and many are counted.
export const KINDS = [
  ["Fel", "error", "fel", "fel"],
  ["Varning", "warning", "varning", "varningar"],
  ["Notera", "note", "att notera", "att notera"],
  ["Återstår", "remaining", "som återstår", "som återstår"],
  ["Godtagen", "accepted", "godtagen", "godtagna"],
];

export const classOf = (word) => (KINDS.find(([each]) => each === word) || KINDS[2])[1];

// A severity in word and shape, not by its colour alone.
export const severity = (word) =>
  made("span", { class: `kind ${classOf(word)}` }, made("span", { class: "shape", "aria-hidden": "true" }), word);

export function unmark(element, name) {
  element.classList.remove(name);
  if (!element.className) element.removeAttribute("class"); // or it would differ from what comes next
}
