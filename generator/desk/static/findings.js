// The findings by cause: each with its tab and cell, what to do, and what follows from it.
import { made } from "./dom.js";

export function showFindings(place, findings, pointed) {
  const causes = findings.map((finding, number) => ({ finding, number })).filter(({ finding }) => finding.follows === null);
  if (!causes.length) {
    place.replaceChildren(made("p", { class: "quiet", text: "Inget att anmärka på." }));
    return;
  }
  const groups = new Map();
  for (const each of causes) {
    const heading = each.finding.place.heading;
    if (!groups.has(heading)) groups.set(heading, []);
    groups.get(heading).push(each);
  }
  place.replaceChildren(...[...groups].map(([heading, group]) => made("section", {}, made("h2", { text: heading }), made("ul", { class: "findings" }, ...group.map((each) => item(each, findings, pointed))))));
}

function item({ finding, number }, findings, pointed) {
  const following = findings.filter((each) => each.follows === number);
  return made("li", { class: `finding ${kind(finding)}` },
    made("p", { class: "kind" }, made("strong", { text: finding.severity }), finding.place.cell ? ` ${finding.place.cell}` : ""),
    made("p", { text: finding.what }),
    finding.expected ? made("p", { class: "quiet", text: `Väntat: ${finding.expected}.` }) : null,
    ...finding.causes.map((cause) => made("p", { text: cause })),
    made("p", { text: finding.remedy }),
    finding.bites.length ? button("Visa i rapporten", () => pointed(finding)) : null,
    following.length ? made("details", {}, made("summary", { text: `Följer troligen av detta (${following.length})` }),
      made("ul", {}, ...following.map((each) => made("li", { text: `${each.severity}, ${each.place.words}: ${each.what}` })))) : null);
}

function button(text, pressed) {
  const made_ = made("button", { type: "button", text });
  made_.addEventListener("click", pressed);
  return made_;
}

const kind = (finding) => ({ Fel: "error", Varning: "warning", Notera: "note", Återstår: "remaining" }[finding.severity] || "accepted");
