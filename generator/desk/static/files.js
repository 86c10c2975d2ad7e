// Files that are dropped or chosen: each with its path within what was dropped, and read again when they are saved.

const DEEPEST = 4;
const LOOK = 1000; // milliseconds between looks at what was saved
const left_out = (name) => name.startsWith(".") || name.startsWith("~$");
const most = () => Number(document.body.dataset.mostFiles) + 1; // one more, so that it is told of

// Takes what is dropped on any of some documents; without `given`, nothing happens but that no file is opened.
export function dropped(page, given, over) {
  page.addEventListener("dragover", (event) => {
    event.preventDefault();
    over(true);
  });
  page.addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) over(false);
  });
  page.addEventListener("drop", async (event) => {
    event.preventDefault();
    over(false);
    try {
      const found = await carried(event.dataTransfer);
      if (found) given(...found);
    } catch {
      given([], null); // what cannot be read, as while it is being saved
    }
  });
}

// The files that are dropped, and what they can be read again by, if anything; null for what is no file.
async function carried(data) {
  const items = [...data.items].filter((item) => item.kind === "file");
  const entries = items.map((item) => item.webkitGetAsEntry?.()).filter(Boolean); // now: items are gone after a wait
  const plain = [...data.files].map((file) => ({ path: file.name, file }));
  const handles = await Promise.all(items.map((item) => item.getAsFileSystemHandle?.().catch(() => null)));
  if (!items.length) return null;
  if (handles.every(Boolean)) return [await of_handles(handles), handles];
  const found = await Promise.all(entries.map((entry) => of_entry(entry, "", 0)));
  return [entries.length ? found.flat() : plain, null];
}

// Lets a folder or a file be chosen: so that it can be read again where the browser can (Edge and Chrome).
export function chosen(button, input, pick, given) {
  button.addEventListener("click", async () => {
    if (!pick) return input.click();
    try {
      const handles = [await pick()].flat();
      given(await of_handles(handles), handles);
    } catch (error) {
      if (error.name !== "AbortError") input.click(); // an office's rules may forbid the one and not the other
    }
  });
  input.addEventListener("change", () => {
    const files = [...input.files].filter((file) => !left_out(file.name)).slice(0, most());
    input.value = "";
    if (files.length)
      given(
        files.map((file) => ({ path: file.webkitRelativePath || file.name, file })),
        null,
      );
  });
}

async function of_handles(handles) {
  const found = [];
  for (const handle of handles) await walk(handle, "", found, 0);
  return found;
}

async function walk(handle, before, found, depth) {
  if (found.length >= most() || depth > DEEPEST || left_out(handle.name)) return;
  if (handle.kind === "file") found.push({ path: before + handle.name, file: await handle.getFile() });
  else for await (const each of handle.values()) await walk(each, `${before}${handle.name}/`, found, depth + 1);
}

async function of_entry(entry, before, depth) {
  if (depth > DEEPEST || left_out(entry.name)) return [];
  if (entry.isFile) {
    const file = await new Promise((good, bad) => entry.file(good, bad));
    return [{ path: before + entry.name, file }];
  }
  const reader = entry.createReader();
  const found = [];
  while (found.length < most()) {
    // a reader gives a hundred at a time
    const some = await new Promise((good, bad) => reader.readEntries(good, bad));
    if (!some.length) break;
    found.push(...some);
  }
  const inside = found.map((each) => of_entry(each, `${before}${entry.name}/`, depth + 1));
  return (await Promise.all(inside)).flat();
}

const as_saved = (files) =>
  files
    .map(({ path, file }) => `${path}|${file.size}|${file.lastModified}`)
    .sort()
    .join("\n");

// Looks each second whether a file was saved or has come; what was looked at before is looked at no more.
let looking = null;
export function watched(files, handles, again) {
  const mine = (looking = {});
  if (!handles) return;
  let before = as_saved(files);
  const look = async () => {
    if (looking !== mine) return;
    try {
      const now = await of_handles(handles);
      if (looking === mine && now.length && as_saved(now) !== before) {
        before = as_saved(now);
        await again(now);
      }
    } catch {
      /* a file is being saved at this very moment */
    }
    setTimeout(look, LOOK);
  };
  setTimeout(look, LOOK);
}
