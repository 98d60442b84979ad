/* The levels: closed until they have been predicted; then rows beside the editor, filling while the message gains. */
function levels(parent, side, words, { fields, recipient, ask }) {
  const rows = meters(side, words, fields);
  const place = make("section", parent, { kind: "g-levels" });
  const title = heading(place, words.rows.heading);
  title.id = freshId();
  title.tabIndex = -1;
  place.setAttribute("aria-labelledby", title.id);
  const body = make("div", place);
  const said = make("div", place, { kind: "g-said-rows", role: "status" });
  let shown = null; // "closed", "predicting", "questions" or "open"

  const bar = (text, act, kind = "") => {
    const made = make("div", null, { kind: "g-buttons" });
    button(made, text, act, kind);
    body.replaceChildren(made);
    return made.firstChild;
  };

  const closed = () => {
    shown = "closed";
    rows.hide();
    return bar(words.rows.predict_open, predicting, "g-main");
  };

  const predicting = () => {
    shown = "predicting";
    rows.hide();
    said.replaceChildren();
    const { made, chosen } = prediction(words, fields, recipient);
    body.replaceChildren(...made);
    const buttons = make("div", body, { kind: "g-buttons" });
    button(buttons, words.rows.show, async () => {
      const answer = await ask("predict", { predicted: chosen });
      tell(answer.said);
      if (!answer.view) return;
      shown = "arriving";
      rows.predicted(answer.predicted);
      show(answer.view, true);
      title.focus();
    }, "g-main");
    button(buttons, words.rows.cancel, () => closed().focus());
    body.querySelector("input").focus();
  };

  const open = () => {
    shown = "open";
    bar(words.rows.predict_again, async () => {
      await ask("close");
      predicting();
    });
  };

  const questions = (list) => {
    shown = "questions";
    rows.hide();
    said.replaceChildren();
    body.replaceChildren(make("p", null, { text: fill(words.rows.questions, { recipient }) }));
    const made = make("ul", body, { kind: "g-questions" });
    for (const text of list) make("li", made, { text });
  };

  const tell = (sentences) => said.replaceChildren(...sentences.map((text) => make("p", null, { text })));

  const show = (view, calm) => {
    if (view.questions.length > 0) {
      if (shown !== "questions") questions(view.questions);
    } else if (!view.open) {
      if (shown !== "closed" && shown !== "predicting") closed();
    } else if (shown !== "predicting") {
      if (shown !== "open") open();
      rows.show(view.rows, calm);
    }
  };

  closed();
  return { show, end: rows.end };
}
