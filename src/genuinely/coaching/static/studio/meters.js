/* A row for each thing that a reader looks for: a bar in two parts, the level in words, and what it means. */

const HEARD_AFTER = 1500;

function meters(parent, words, fields) {
  const place = make("section", parent, { kind: "g-meters", "aria-label": words.rows.heading });
  const grid = make("div", place, { role: "list" });
  const news = make("p", place, { kind: "g-unseen", role: "status", "aria-live": "polite" });
  const rows = new Map(fields.map((field) => [field.criterion, row(grid, field)]));
  let predicted = {};
  const said = new Map();
  let told = new Map();
  let telling = null;
  place.hidden = true;

  /* Screen readers hear of a level that has changed once the writing rests, not at every key. */
  const announce = (given) => {
    const now = new Map(given.map((each) => [each.criterion, each.word]));
    if (told.size === 0) told = now;
    clearTimeout(telling);
    telling = setTimeout(() => {
      const changed = given.filter((each) => told.get(each.criterion) !== each.word);
      told = now;
      news.textContent = changed.map((each) => fill(words.rows.changed, each)).join(". ");
    }, HEARD_AFTER);
  };

  return {
    hide() {
      place.hidden = true;
      told = new Map();
    },
    predicted(levels) {
      predicted = levels;
    },
    /* While somebody types, a level is believed when it is said twice. */
    show(given, calm) {
      for (const each of given) {
        const same = said.get(each.criterion) === each.word;
        if (calm || same || place.hidden) rows.get(each.criterion)?.(each, predicted[each.criterion]);
        said.set(each.criterion, each.word);
      }
      place.hidden = given.length === 0;
      announce(given);
    },
    end: () => clearTimeout(telling),
  };
}

function row(parent, field) {
  const place = make("div", parent, { kind: "g-meter", role: "listitem" });
  make("p", place, { text: field.title, kind: "g-row-title" });
  const line = make("p", place, { kind: "g-row-level" });
  const bar = make("span", line, { kind: "g-bar", "aria-hidden": "true" });
  make("i", bar);
  make("i", bar);
  const word = make("b", line);
  const meaning = make("p", place, { kind: "g-quiet g-meaning" });
  const expected = make("p", place, { kind: "g-quiet g-expected" });
  const put = (at, text) => at.textContent !== text && (at.textContent = text);
  return (given, predicted) => {
    bar.dataset.level = given.level ?? "none";
    put(word, given.word);
    put(meaning, given.meaning);
    put(expected, predicted && predicted.level !== given.level ? predicted.said : "");
  };
}
