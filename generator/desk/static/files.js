// Files that are dropped or chosen: each with its path within what was dropped.

const MOST = 300;

export function dropped(place, given) {
  place.addEventListener("dragover", (event) => { event.preventDefault(); place.classList.add("over"); });
  place.addEventListener("dragleave", () => place.classList.remove("over"));
  place.addEventListener("drop", async (event) => {
    event.preventDefault();
    place.classList.remove("over");
    const items = [...event.dataTransfer.items].filter((item) => item.kind === "file");
    const handles = await Promise.all(items.map((item) => item.getAsFileSystemHandle?.().catch(() => null)));
    if (handles.length && handles.every(Boolean)) return given(await ofHandles(handles));
    const entries = items.map((item) => item.webkitGetAsEntry()).filter(Boolean);
    return given((await Promise.all(entries.map((entry) => ofEntry(entry, "")))).flat());
  });
}

export function chosen(button, input, given) {
  button.addEventListener("click", () => input.click());
  input.addEventListener("change", () => {
    const files = [...input.files].slice(0, MOST).map((file) => ({ path: file.webkitRelativePath || file.name, file }));
    if (files.length) given(files);
  });
}

async function ofHandles(handles) {
  const found = [];
  for (const handle of handles) await walk(handle, "", found, 0);
  return found;
}

async function walk(handle, before, found, depth) {
  if (found.length >= MOST || depth > 4 || handle.name.startsWith(".") || handle.name.startsWith("~$")) return;
  if (handle.kind === "file") {
    found.push({ path: before + handle.name, file: await handle.getFile(), handle });
    return;
  }
  for await (const each of handle.values()) await walk(each, `${before}${handle.name}/`, found, depth + 1);
}

async function ofEntry(entry, before) {
  if (entry.isFile) {
    const file = await new Promise((good, bad) => entry.file(good, bad));
    return [{ path: before + entry.name, file }];
  }
  const reader = entry.createReader();
  const found = [];
  for (;;) { // a reader gives a hundred at a time
    const some = await new Promise((good, bad) => reader.readEntries(good, bad));
    if (!some.length) break;
    found.push(...some);
  }
  return (await Promise.all(found.map((each) => ofEntry(each, `${before}${entry.name}/`)))).flat();
}

// Looks each second whether a file was saved, where the browser can read it again (Edge and Chrome).
let looking = 0;
export function watched(files, again) {
  clearInterval(looking);
  if (!files.every((each) => each.handle)) return;
  looking = setInterval(async () => {
    const now = await Promise.all(files.map(async (each) => ({ ...each, file: await each.handle.getFile().catch(() => each.file) })));
    if (now.some((each, place) => each.file.lastModified !== files[place].file.lastModified || each.file.size !== files[place].file.size)) {
      files = now;
      again(now);
    }
  }, 1000);
}
