/* Boxes to tick, buttons to press, and a line that says what came of it. Python decides and does everything. */

const PATIENT_FOR = 4000;

export default {
  render({ model, el }) {
    const words = model.get("words");
    el.classList.add("genuinely", "g-widget");
    el.lang = model.get("language");
    const place = kit.make("fieldset", el);
    kit.make("legend", place, { text: model.get("label") });
    kit.make("p", place, { text: model.get("hint"), kind: "g-hint" });

    const ticked = new Set();
    for (const tick of model.get("ticks")) {
      const label = kit.make("label", place, { kind: "g-option" });
      const box = kit.keepsItsKeys(kit.make("input", label));
      box.type = "checkbox";
      kit.make("span", label, { text: tick.text });
      box.addEventListener("change", () => (box.checked ? ticked.add(tick.name) : ticked.delete(tick.name)));
    }

    let number = 0;
    let patience = null;
    const row = kit.make("div", place, { kind: "g-rows-below" });
    const status = kit.make("div", place, { kind: "g-status" });
    status.setAttribute("role", "status");
    const show = (sentences, kind) => {
      status.dataset.kind = kind;
      status.replaceChildren();
      for (const text of sentences) kit.make("p", status, { text });
    };
    for (const { name, text } of model.get("buttons")) {
      kit.button(row, text, () => {
        number = Math.max(number, model.get("pressed").number ?? 0) + 1;
        show([words.working], "working");
        model.set("pressed", { number, button: name, ticked: [...ticked] });
        model.save_changes();
        clearTimeout(patience);
        patience = setTimeout(() => show([words.lost], "lost"), PATIENT_FOR);
      });
    }
    const answered = () => {
      const answer = model.get("answered");
      if (answer.number < number || answer.number === 0) return;
      clearTimeout(patience);
      if (answer.clears) shelf("").forget();
      show(answer.sentences, "done");
    };
    model.on("change:answered", answered);
    answered();
    return () => {
      clearTimeout(patience);
      model.off("change:answered", answered);
    };
  },
};
