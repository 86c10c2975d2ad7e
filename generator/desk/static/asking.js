// Asking the program: of its own folder, of files that are sent along, or with a form.

const GONE = "Programmet svarar inte. Har det stängts? Starta det igen, och öppna sidan på nytt.";
const STALE = "Filerna har sparats om sedan de valdes, och webbläsaren kan inte läsa dem igen. Välj dem på nytt.";
const LEFT = "Sidan följer inte längre mappen. Ladda om sidan.";

const TRIES = 5; // where many work at the same time

// What goes wrong is an Error with words to show, and the `status` of the answer if there was one.
export async function ask(path, sent, tries = TRIES) {
  const body = sent instanceof FormData ? sent : sent && form(sent);
  let answer;
  try {
    answer = await fetch(path, { method: "POST", body, headers: { "x-arsredovisning": "1" } });
  } catch {
    throw new Error((await all_read(body?.getAll("file") || [])) ? GONE : STALE);
  }
  if (answer.ok) return answer;
  const wait = Number(answer.headers.get("retry-after"));
  if (answer.status === 503 && wait && tries) {
    await new Promise((later) => setTimeout(later, wait * 1000 * (0.7 + 0.6 * Math.random())));
    return ask(path, body, tries - 1);
  }
  let told = "";
  try {
    told = (await answer.json()).problem;
  } catch {
    /* no words of its own */
  }
  throw Object.assign(new Error(told || "Det gick inte. Ladda om sidan och försök igen."), { status: answer.status });
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
    await Promise.all(files.map((file) => file.slice(0, 1).arrayBuffer()));
    return true;
  } catch {
    return false;
  }
}

// Calls `saved` now, and each time that something in the folder was saved; `lost` is told while no news can come.
export function follow(saved, lost) {
  const news = new EventSource("news");
  news.addEventListener("saved", () => saved());
  news.addEventListener("error", () => lost(news.readyState === EventSource.CLOSED ? LEFT : GONE));
}

// Tells now and then that the page is open: the program may end when none has been for long.
export const stay = () => setInterval(() => fetch("frame").catch(() => {}), 60_000);
