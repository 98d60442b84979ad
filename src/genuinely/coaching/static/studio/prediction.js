/* What somebody expects the levels to be: a choice of three for each thing that a reader looks for. */
function prediction(words, fields, recipient) {
  const intro = make("p", null, { text: fill(words.rows.predict_intro, { recipient }), kind: "g-hint" });
  const grid = make("div", null, { kind: "g-grid" });
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
  return { made: [intro, grid], chosen };
}
