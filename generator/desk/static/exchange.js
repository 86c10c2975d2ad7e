// Exchanges what differs between two trees, as far down as it can be told apart: what is alike stays where it is.

// Makes `old` as `next` is. `fresh` is given the elements that show something else than before.
export function exchange(old, next, fresh) {
  const [before, after] = [[...old.childNodes], [...next.childNodes]];
  const least = Math.min(before.length, after.length);
  let start = 0;
  while (start < least && before[start].isEqualNode(after[start])) start += 1;
  let end = 0;
  while (end < least - start && before.at(-1 - end).isEqualNode(after.at(-1 - end))) end += 1;
  const gone = before.slice(start, before.length - end);
  const come = after.slice(start, after.length - end);
  if (
    gone.length === come.length &&
    gone.every((each, place) => each.isEqualNode(come[place]) || alike(each, come[place]))
  ) {
    gone.forEach((each, place) => {
      if (!each.isEqualNode(come[place])) exchange(each, come[place], fresh);
    });
    return;
  }
  const last = before[before.length - end] || null;
  for (const each of come) {
    const kept = gone.find((one) => one.isEqualNode(each)) || gone.find((one) => one.id && one.id === each.id && alike(one, each));
    old.insertBefore(kept || old.ownerDocument.adoptNode(each), last);
    if (!kept) {
      if (each.nodeType === Node.ELEMENT_NODE) fresh.push(each);
      continue;
    }
    gone.splice(gone.indexOf(kept), 1);
    if (!kept.isEqualNode(each)) exchange(kept, each, fresh);
  }
  for (const each of gone) each.remove();
  if (!come.some((each) => each.nodeType === Node.ELEMENT_NODE)) fresh.push(old); // words alone, or something taken away
}

// Whether one goes on within them: the same element with the same attributes, of which only the inside differs.
function alike(one, other) {
  return (
    one.nodeType === Node.ELEMENT_NODE &&
    one.nodeName === other.nodeName &&
    one.nodeName !== "STYLE" &&
    one.attributes.length === other.attributes.length &&
    [...one.attributes].every((each) => other.getAttribute(each.name) === each.value)
  );
}
