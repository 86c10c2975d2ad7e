// A file that the program answers with: saved where the browser saves what it fetches.

export async function save(answer) {
  const name = (answer.headers.get("content-disposition") || "").split("''")[1] || "fil";
  put(await answer.blob(), decodeURIComponent(name));
}

export function put(data, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(data);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}
