// Asking the program: of its own folder, or of files that are sent along.

const GONE = "Programmet svarar inte. Har det stängts? Starta det igen, och öppna sidan på nytt.";
const STALE = "Filerna har sparats om sedan de valdes, och webbläsaren kan inte läsa dem igen. Släpp mappen här igen.";

const TRIES = 5; // where many work at the same time

export async function ask(path, files, tries = TRIES) {
  const body = files ? form(files) : undefined;
  let answer;
  try {
    answer = await fetch(path, { method: "POST", body, headers: { "x-arsredovisning": "1" } });
  } catch {
    throw new Error(files && !(await all_read(files)) ? STALE : GONE);
  }
  if (answer.ok) return answer;
  const wait = Number(answer.headers.get("retry-after"));
  if (answer.status === 503 && wait && tries) {
    await new Promise((later) => setTimeout(later, wait * 1000 * (0.7 + 0.6 * Math.random())));
    return ask(path, files, tries - 1);
  }
  let told = "";
  try {
    told = (await answer.json()).problem;
  } catch {
    /* no words of its own */
  }
  throw new Error(told || "Det gick inte. Ladda om sidan och försök igen.");
}

function form(files) {
  const { mostFiles, mostBytes, tooMany, tooLarge } = document.body.dataset;
  if (files.length > Number(mostFiles)) throw new Error(tooMany);
  if (files.reduce((sum, { file }) => sum + file.size, 0) > Number(mostBytes)) throw new Error(tooLarge);
  const data = new FormData();
  for (const { path, file } of files) data.append("file", file, path);
  return data;
}

async function all_read(files) {
  try {
    await Promise.all(files.map(({ file }) => file.slice(0, 1).arrayBuffer()));
    return true;
  } catch {
    return false;
  }
}

// Calls `saved` now, and each time that something in the folder was saved.
export function follow(saved) {
  const news = new EventSource("news");
  news.addEventListener("saved", () => saved());
}
