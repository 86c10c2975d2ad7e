// Choosing one of the folders that are there, opening what is followed, and leaving it.

async function asked(path, told) {
  const answer = await fetch(path, { method: "POST", headers: { "x-arsredovisning": "1" } });
  if (!answer.ok) told((await answer.json()).problem);
  return answer.ok;
}

for (const button of document.querySelectorAll("[data-choose]"))
  button.addEventListener("click", async () => {
    const place = button.querySelector("span");
    const told = (words) => (place.textContent = words);
    if (await asked(`chosen?folder=${encodeURIComponent(button.dataset.choose)}`, told)) location.reload();
  });

const status = document.getElementById("status");
for (const button of document.querySelectorAll("header [data-show]"))
  button.addEventListener("click", () => asked(`shown?what=${button.dataset.show}`, (words) => (status.textContent = words)));

document.getElementById("leave")?.addEventListener("click", async () => {
  if (await asked("left", (words) => (status.textContent = words))) location.reload();
});
