/* A form's fields, laid into the frame of widget.js. What `answers[field.name]` holds is told in fields.py; under
   "compared" stand the names of the fields whose answers were compared with our reading. */

const parts = {
  text: wordsPart,
  choice: choicePart,
  ticks: ticksPart,
  scale: scalePart,
  order: orderPart,
  table: tablePart,
  lists: listsPart,
  match: matchPart,
  short: shortPart,
};

export default {
  render({ model, el }) {
    const words = model.get("words");

    const build = (body, box) => {
      const answers = { ...box.value };
      const sentence = model.get("sentence");
      const line = document.createElement("p");
      line.className = "g-sentence";
      const compose = () => {
        const filled = (name) => (answers[name] ?? "").toString().trim() || words.blank;
        line.textContent = sentence.replace(/\{(\w+)\}/g, (whole, name) => filled(name));
      };
      const form = {
        words,
        box,
        compared: (field) => (answers.compared ?? []).includes(field.name),
        compare(field, answer) {
          answers[field.name] = answer;
          if (!form.compared(field)) answers.compared = [...(answers.compared ?? []), field.name];
          box.send({ ...answers }, true);
        },
      };
      const fields = kit.make("div", body, { kind: model.get("columns") ? "g-columns" : "" });
      for (const field of model.get("fields")) {
        const take = (answer, now) => {
          answers[field.name] = answer;
          if (sentence) compose();
          box.send({ ...answers }, now);
        };
        parts[field.kind](field, fields, answers[field.name], take, form);
      }
      if (sentence) {
        compose();
        body.append(line);
      }
    };

    // Esc leaves a form as it leaves a cell: the arrow keys then go through the page again.
    el.addEventListener("keydown", (event) => {
      if (event.key === "Escape") el.closest(".jp-Cell")?.focus();
    });

    return frame({ model, el }, build);
  },
};
