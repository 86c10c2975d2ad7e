// A file that the program answers with: saved where the browser saves what it fetches.

export async function save(answer) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await answer.blob());
  link.download = decodeURIComponent((answer.headers.get("content-disposition") || "").split("''")[1] || "fil");
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}
