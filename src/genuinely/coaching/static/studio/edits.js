/* Places in a text while it is edited. Pure: nothing here touches the page. */

const WORD = /[\p{L}\p{N}]/u;

/* What happened between two states of a text: `removed` units at `at` made way for `added`. */
function splice(before, after) {
  const shortest = Math.min(before.length, after.length);
  let at = 0;
  while (at < shortest && before[at] === after[at]) at += 1;
  let tail = 0;
  while (tail < shortest - at && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  return { at, removed: before.length - at - tail, added: after.slice(at, after.length - tail) };
}

/* Where marks stand after an edit of `before`. One whose words are gone goes with them. A word that is typed on at the
   end of a mark stays in it; what is put right before it does not come in. */
function moved(marks, edit, before) {
  const { at, removed, added } = edit;
  if (!removed && !added) return marks;
  const shift = added.length - removed;
  const end = at + removed;
  const out = [];
  for (const mark of marks) {
    const made = { ...mark };
    if (end <= mark.start && !(removed === 0 && at === mark.start && at === mark.end)) {
      made.start += shift;
      made.end += shift;
    } else if (at >= mark.end) {
      const typedOn = at === mark.end && WORD.test(before[at - 1] ?? "") && WORD.test(added[0] ?? "");
      if (typedOn) made.end += added.match(/^[\p{L}\p{N}]+/u)[0].length;
    } else {
      if (at < mark.start) made.start = at + added.length;
      made.end = mark.end >= end ? mark.end + shift : at;
    }
    if (made.start < made.end) out.push(made);
  }
  return out;
}

/* From where to where the sentence goes in which the letter before a place stands. */
function sentenceAt(text, at) {
  const ends = /[.!?\n]/g;
  let start = 0;
  for (const end of text.matchAll(ends)) {
    if (end.index >= at - 1) return [start, end.index + 1];
    start = end.index + 1;
  }
  return [start, text.length];
}

const HELD_ELSEWHERE = 5000;
const HELD_HERE = 700;

/* The marks of an answer, and of those that stand the ones that it leaves out: what was said is not taken back at once
   while somebody types, for it may be said again at the next key. In the sentence just written it is taken back soon,
   and at once where something else is said of the same words. */
function heldOn(standing, answer, [from, to], now) {
  const there = new Set(answer.map((mark) => `${mark.start} ${mark.end} ${mark.move}`));
  const patience = (mark) => {
    if (mark.end <= from || mark.start >= to) return HELD_ELSEWHERE;
    return answer.some((other) => other.start < mark.end && mark.start < other.end) ? 0 : HELD_HERE;
  };
  const held = standing
    .filter((mark) => !there.has(`${mark.start} ${mark.end} ${mark.move}`))
    .map((mark) => ({ ...mark, held: mark.held ?? now }))
    .filter((mark) => now - mark.held < patience(mark));
  return [...answer, ...held].sort((a, b) => a.start - b.start || a.end - b.end);
}

/* The text cut at every edge of a mark: pieces with the marks over each, the shortest first, and those that end. */
function pieces(text, marks) {
  const inside = marks.filter((mark) => mark.start < mark.end && mark.end <= text.length);
  const edges = [...new Set([0, text.length, ...inside.flatMap((mark) => [mark.start, mark.end])])].sort((a, b) => a - b);
  return edges.slice(1).map((end, index) => {
    const start = edges[index];
    const over = inside
      .filter((mark) => mark.start <= start && end <= mark.end)
      .sort((a, b) => a.end - a.start - (b.end - b.start) || (a.move < b.move ? -1 : 1));
    return { text: text.slice(start, end), over, ending: over.filter((mark) => mark.end === end) };
  });
}
