/* The short private form of an own message. */
function ownForm(parent, words, { fields, ask, done }) {
  const place = make("section", parent, { kind: "g-own" });
  heading(place, words.own.heading).id = freshId();
  place.setAttribute("aria-labelledby", place.firstChild.id);
  make("p", place, { text: words.own.intro, kind: "g-hint" });
  const grid = make("div", place, { kind: "g-own-grid" });
  const controls = {};
  for (const field of fields) {
    const cell = make("div", grid, { kind: field.long ? "g-own-long" : "" });
    const control = document.createElement(field.options.length ? "select" : field.long ? "textarea" : "input");
    if (control.tagName === "INPUT") control.type = "text";
    if (control.tagName === "TEXTAREA") control.rows = 3;
    for (const option of field.options) make("option", control, { text: option.label, value: option.value });
    control.value = field.value;
    control.required = field.needed;
    control.autocomplete = "off";
    labelled(cell, control, field.label);
    cell.append(control);
    controls[field.name] = control;
  }
  const bar = make("div", place, { kind: "g-buttons" });
  const said = make("p", place, { role: "status", kind: "g-quiet" });
  button(bar, words.own.done, async () => {
    const form = Object.fromEntries(Object.entries(controls).map(([name, control]) => [name, control.value]));
    const answer = await ask("form", { form });
    if (!answer) return;
    said.textContent = [answer.missing, ...(answer.troubles ?? [])].filter(Boolean).join(" ");
    if (answer.card) done(answer, form);
  }, "g-main");
  return { focus: () => Object.values(controls)[0]?.focus() };
}
