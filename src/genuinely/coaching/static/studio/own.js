/* The short private form of an own message. What is typed into it stays in the browser until it is kept. */
function ownForm(parent, words, { fields, store, ask, done }) {
  const place = make("section", parent, { kind: "g-own" });
  heading(place, words.own.heading).id = freshId();
  place.setAttribute("aria-labelledby", place.firstChild.id);
  make("p", place, { text: words.own.intro, kind: "g-hint" });
  const grid = make("div", place, { kind: "g-own-grid" });
  const controls = {};
  const left = store.left();
  const form = () => Object.fromEntries(Object.entries(controls).map(([name, control]) => [name, control.value]));
  for (const field of fields) {
    const cell = make("div", grid, { kind: field.long ? "g-own-long" : "" });
    const control = document.createElement(field.options.length ? "select" : field.long ? "textarea" : "input");
    if (control.tagName === "INPUT") control.type = "text";
    if (control.tagName === "TEXTAREA") control.rows = 3;
    for (const option of field.options) make("option", control, { text: option.label, value: option.value });
    control.value = left[0]?.form?.[field.name] ?? field.value;
    control.required = field.needed;
    control.autocomplete = "off";
    labelled(cell, control, field.label);
    cell.append(control);
    controls[field.name] = control;
  }
  grid.addEventListener("input", () => store.write({ form: form() }));
  const bar = make("div", place, { kind: "g-buttons" });
  const said = make("p", place, { role: "status", kind: "g-quiet" });
  button(bar, words.own.done, async () => {
    const filled = form();
    const answer = await ask("form", () => ({ form: filled }));
    said.textContent = [answer.missing, ...answer.troubles].filter(Boolean).join(" ");
    if (answer.troubles.length === 0) store.clear(...left.map((copy) => copy.key));
    if (answer.card) done(answer, filled);
  }, "g-main");
  return {
    focus: () => Object.values(controls)[0].focus(),
    tell: (text) => (said.textContent = text),
  };
}
