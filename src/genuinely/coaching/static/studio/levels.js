/* The rows: closed until a level has been predicted for them, then filling while the message gains. */
function levels(parent, words, { fields, recipient, ask }) {
  const place = make("section", parent, { kind: "g-levels" });
  heading(place, words.rows.heading).id = freshId();
  place.setAttribute("aria-labelledby", place.firstChild.id);
  const body = make("div", place);
  const said = make("div", place, { kind: "g-said-rows", role: "status" });
  const news = make("p", place, { kind: "g-unseen", role: "status", "aria-live": "polite" });
  let shown = null; // "closed", "predicting", "questions" or "open"
  let rows = new Map();
  let predicted = {};
  let told = new Map();
  let telling = null;

  const closed = () => {
    shown = "closed";
    const bar = make("div", null, { kind: "g-buttons" });
    button(bar, words.rows.predict_open, predicting, "g-main");
    body.replaceChildren(bar);
  };

  const predicting = () => {
    shown = "predicting";
    said.replaceChildren();
    body.replaceChildren(make("p", null, { text: fill(words.rows.predict_intro, { recipient }), kind: "g-hint" }));
    const grid = make("div", body, { kind: "g-grid" });
    const chosen = {};
    for (const field of fields) {
      const set = make("fieldset", grid, { kind: "g-predict" });
      make("legend", set, { text: field.title });
      make("p", set, { text: field.question, kind: "g-quiet" });
      const options = make("div", set, { kind: "g-options" });
      const name = freshId();
      words.levels.forEach((level, index) => {
        const label = make("label", options, { kind: "g-option" });
        const radio = make("input", label, { type: "radio", name });
        make("span", label, { text: level });
        radio.addEventListener("change", () => (chosen[field.criterion] = index));
      });
    }
    const bar = make("div", body, { kind: "g-buttons" });
    button(bar, words.rows.show, async () => {
      const answer = await ask("predict", { predicted: chosen });
      if (!answer) return;
      predicted = answer.predicted ?? {};
      rows.clear();
      if (answer.view) {
        shown = "arriving";
        show(answer.view);
      }
      tell(answer.said ?? []);
    }, "g-main");
    button(bar, words.rows.cancel, closed);
    grid.querySelector("input")?.focus();
  };

  const questions = (list) => {
    shown = "questions";
    body.replaceChildren(make("p", null, { text: fill(words.rows.questions, { recipient }) }));
    const made = make("ul", body, { kind: "g-questions" });
    for (const text of list) make("li", made, { text });
  };

  const open = () => {
    shown = "open";
    rows = new Map();
    const grid = make("div", null, { kind: "g-grid", role: "list" });
    for (const field of fields) {
      const row = make("div", grid, { kind: "g-row-live", role: "listitem" });
      make("p", row, { text: field.title, kind: "g-row-title" });
      const line = make("p", row, { kind: "g-row-level" });
      const bar = make("span", line, { kind: "g-bar", "aria-hidden": "true" });
      make("i", bar);
      make("i", bar);
      const word = make("b", line);
      make("span", line, { text: predicted[field.criterion] ?? "", kind: "g-quiet" });
      rows.set(field.criterion, { bar, word, meaning: make("p", row, { kind: "g-quiet g-meaning" }) });
    }
    const again = make("div", null, { kind: "g-buttons" });
    button(again, words.rows.predict_again, async () => {
      const answer = await ask("close");
      if (answer?.view) show(answer.view);
      predicting();
    });
    body.replaceChildren(grid, again);
  };

  /* Screen readers hear of a level that has changed once the writing rests, not at every key. */
  const announce = (given) => {
    clearTimeout(telling);
    telling = setTimeout(() => {
      const changed = given.filter((row) => told.size > 0 && told.get(row.criterion) !== row.word);
      told = new Map(given.map((row) => [row.criterion, row.word]));
      news.textContent = changed.map((row) => fill(words.rows.changed, row)).join(". ");
    }, 1500);
  };

  const tell = (sentences) => said.replaceChildren(...sentences.map((text) => make("p", null, { text })));

  const show = (view) => {
    if (view.questions?.length) {
      if (shown !== "questions") questions(view.questions);
      return;
    }
    if (!view.open || !view.rows?.length) {
      if (shown !== "closed" && shown !== "predicting") closed();
      return;
    }
    if (shown === "predicting") return;
    if (shown !== "open") open();
    for (const row of view.rows) {
      const made = rows.get(row.criterion);
      if (!made) continue;
      made.bar.dataset.level = row.level ?? "none";
      if (made.word.textContent !== row.word) made.word.textContent = row.word;
      if (made.meaning.textContent !== row.meaning) made.meaning.textContent = row.meaning;
    }
    announce(view.rows);
  };

  closed();
  return { show, end: () => clearTimeout(telling) };
}
