// Asking the program: of its own folder, or of files that are sent along.

export async function ask(path, files) {
  const body = files ? form(files) : undefined;
  let answer;
  try {
    answer = await fetch(path, { method: "POST", body, headers: { "x-arsredovisning": "1" } });
  } catch {
    throw new Error("Programmet svarar inte. Är det stängt? Starta det igen.");
  }
  if (answer.ok) return answer;
  let told = "";
  try { told = (await answer.json()).problem; } catch { /* no words of its own */ }
  throw new Error(told || "Det gick inte. Ladda om sidan och försök igen.");
}

function form(files) {
  const data = new FormData();
  for (const { path, file } of files) data.append("file", file, path);
  return data;
}

// Calls `saved` now, and each time that something in the folder was saved.
export function follow(saved) {
  const news = new EventSource("news");
  news.addEventListener("saved", () => saved());
}
