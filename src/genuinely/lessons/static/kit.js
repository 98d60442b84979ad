/* What every part of a form is made with. */

const kit = {
  fill: (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole),

  make(tag, parent, { text = "", kind = "" } = {}) {
    const made = document.createElement(tag);
    made.textContent = text;
    if (kind) made.className = kind;
    parent.append(made);
    return made;
  },

  /* A question whose answer is given with several controls: they belong to its legend. */
  group(parent, field) {
    const made = kit.make("fieldset", parent, { kind: "g-field" });
    kit.make("legend", made, { text: field.label, kind: "g-field-label" });
    return made;
  },

  /* A question that is answered with one control: its label is tied to it. */
  labelled(parent, field, control, box) {
    const place = kit.make("div", parent, { kind: "g-field" });
    const label = box.label(control, field.label);
    label.className = "g-field-label";
    place.append(label);
    return place;
  },

  /* JupyterLab would take the arrow keys of a slider or a radio button, and a button's Enter, for its own. */
  keepsItsKeys(control) {
    control.dataset.lmSuppressShortcuts = "true";
    return control;
  },

  button(parent, text, act, name = "") {
    const made = kit.keepsItsKeys(kit.make("button", parent, { text }));
    made.type = "button";
    if (name) made.setAttribute("aria-label", name);
    made.addEventListener("click", act);
    return made;
  },

  /* What is said of an option once it is chosen or compared. A screen reader hears it. */
  reply(parent) {
    const made = kit.make("p", parent, { kind: "g-reply" });
    made.setAttribute("aria-live", "polite");
    return made;
  },

  /* A line for screen readers alone: what a sighted reader sees happen. */
  heard(parent) {
    const made = kit.make("p", parent, { kind: "g-heard" });
    made.setAttribute("aria-live", "polite");
    return made;
  },

  unique: () => `g-${crypto.getRandomValues(new Uint32Array(2)).join("")}`,

  /* The button that shows our reading beside the answer, and notes what was answered when it was first pressed. */
  comparing(parent, field, form, answer, show) {
    kit.button(parent, form.words.show, () => {
      form.compare(field, answer());
      show();
    });
    if (form.compared(field)) show();
  },
};
