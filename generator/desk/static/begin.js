// A new folder: sends what is filled in, and tells where the folder lies.
const at = (id) => document.getElementById(id);
const HEADERS = { "x-arsredovisning": "1" };

async function begin(event) {
  event.preventDefault();
  wrong("");
  const data = new FormData(at("form"));
  const ledger = data.get("ledger");
  data.delete("ledger");
  if (ledger && ledger.size) {
    if (ledger.size > Number(document.body.dataset.mostBytes)) return wrong("Huvudboken är för stor för att tas emot.");
    data.append("file", ledger, ledger.name);
  }
  at("make").disabled = true;
  at("work").textContent = "Gör mappen …";
  try {
    const answer = await fetch("begun", { method: "POST", body: data, headers: HEADERS });
    if (!answer.ok) return wrong((await answer.json()).problem);
    at("told").textContent = decodeURIComponent(answer.headers.get("x-told") || "");
    const name = decodeURIComponent((answer.headers.get("content-disposition") || "").split("''")[1] || "");
    if (name) save(await answer.blob(), name);
    at("form").hidden = true;
    at("made").hidden = false;
    return at("made").focus();
  } catch {
    return wrong("Programmet svarar inte. Är det stängt? Starta det igen.");
  } finally {
    at("make").disabled = false;
    at("work").textContent = "";
  }
}

function wrong(words) {
  at("wrong").hidden = !words;
  at("wrong").textContent = words || "";
}

function save(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}

at("form").addEventListener("submit", begin);
for (const button of document.querySelectorAll("[data-show]"))
  button.addEventListener("click", async () => {
    const answer = await fetch(`shown?what=${button.dataset.show}`, { method: "POST", headers: HEADERS });
    if (!answer.ok) at("told").textContent = (await answer.json()).problem;
  });
