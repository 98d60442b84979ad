/* The editor: a textarea over a page that carries the marks. Both have the same letters in the same places.

   The page grows with the text, and the textarea with the page: there is no scrolling in it that could go apart, and
   nothing is measured. `data-edits` counts the edits, and `data-known` those that the marks know of. */
function letter(parent, { label, hint, language, onEdit }) {
  const place = make("div", parent, { kind: "g-letter" });
  const under = make("div", place, { kind: "g-under", "aria-hidden": "true" });
  const area = make("textarea", place, { spellcheck: "true", placeholder: hint, rows: "1", autocapitalize: "sentences" });
  if (language) area.lang = language;
  parent.insertBefore(labelled(null, area, label, "g-label"), place);

  let text = "";
  let marks = [];
  let since = [];
  let edits = 0;
  let writtenAt = 0;
  const numbers = new Map(); // of each move: in the order of reading, and kept while somebody types

  const paint = () => {
    const made = document.createDocumentFragment();
    for (const piece of pieces(text, marks)) {
      if (piece.over.length === 0) {
        made.append(piece.text);
        continue;
      }
      const look = piece.over.find((mark) => mark.classes.includes("g-against")) ?? piece.over[0];
      const mark = make("mark", made, { text: piece.text, kind: look.classes });
      const ending = new Set(piece.ending.map((each) => numbers.get(each.move)));
      if (ending.size > 0) mark.dataset.numbers = [...ending].sort((a, b) => a - b).join(" ");
    }
    made.append("\u200b"); // an empty last line is as high as any other
    under.replaceChildren(made);
  };

  /* The standing marks move in the same frame as the letters do. */
  const edited = () => {
    const edit = splice(text, area.value);
    marks = moved(marks, edit, text);
    since.push({ edit, before: text });
    text = area.value;
    writtenAt = edit.at + edit.added.length;
    edits += 1;
    under.dataset.edits = edits;
    paint();
  };

  area.addEventListener("input", (event) => {
    edited();
    onEdit(event.isComposing === true);
  });
  area.addEventListener("compositionend", () => onEdit(false));

  return {
    area,
    text: () => text,
    isRead: () => since.length === 0,

    /* A text from elsewhere; the caret stays by the letters that it stood between. */
    show(given) {
      if (given === text) return;
      const edit = splice(text, given);
      const caret = [area.selectionStart, area.selectionEnd].map((at) =>
        at <= edit.at ? at : Math.max(edit.at, at + edit.added.length - edit.removed),
      );
      area.value = given;
      edited();
      if (document.activeElement === area) area.setSelectionRange(...caret);
    },

    /* The text leaves to be read: from here on, edits count against what comes back. */
    leaving() {
      since = [];
      return text;
    },

    /* Marks for the text that left last, brought to where their words stand by now. `calm`: nobody is typing. */
    mark(given, calm) {
      const known = since.reduce((all, { edit, before }) => moved(all, edit, before), given);
      marks = calm ? known : heldOn(marks, known, sentenceAt(text, writtenAt), Date.now());
      if (calm) numbers.clear();
      for (const { move } of marks) if (!numbers.has(move)) numbers.set(move, numbers.size + 1);
      paint();
      under.dataset.known = edits - since.length;
      return new Map([...numbers].filter(([move]) => marks.some((mark) => mark.move === move)));
    },
  };
}
