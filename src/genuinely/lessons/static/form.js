/* A form's fields, laid into the frame of widget.js. An answer is what `answers[field.name]` holds. */

export default {
  render({ model, el }) {
    const words = model.get("words");
    const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);

    const make = (tag, parent, { text = "", kind = "" } = {}) => {
      const made = document.createElement(tag);
      made.textContent = text;
      if (kind) made.className = kind;
      parent.append(made);
      return made;
    };

    const group = (parent, field) => {
      const made = make("fieldset", parent, { kind: "g-field" });
      make("legend", made, { text: field.label, kind: "g-field-label" });
      return made;
    };

    /* JupyterLab would take the arrow keys of a slider or a radio button for its own. */
    const keepsItsKeys = (control) => {
      control.dataset.lmSuppressShortcuts = "true";
      return control;
    };

    const count = (text) => {
      const number = (text.match(/\S+/g) ?? []).length;
      return number === 0 ? words.words_none : fill(number === 1 ? words.words_one : words.words_many, { count: number });
    };

    const kinds = {
      text(field, parent, answer, take, box) {
        const place = make("div", parent, { kind: "g-field" });
        const area = document.createElement("textarea");
        area.rows = field.rows;
        area.style.setProperty("--rows", field.rows);
        area.value = answer ?? "";
        const label = box.label(area, field.label);
        label.className = "g-field-label";
        place.append(label, area);
        const number = make("p", place, { text: count(area.value), kind: "g-count" });
        area.addEventListener("input", () => {
          number.textContent = count(area.value);
          take(area.value, false);
        });
        // Whoever leaves the field may run the next cell at once, and it may read what was answered here.
        area.addEventListener("change", () => take(area.value, true));
      },

      choice(field, parent, answer, take) {
        const place = group(parent, field);
        const name = `g-${crypto.getRandomValues(new Uint32Array(2)).join("")}`;
        const options = make("div", place, { kind: field.in_row ? "g-in-row" : "" });
        const reply = make("p", place, { kind: "g-reply" });
        reply.setAttribute("aria-live", "polite");
        const show = (option) => {
          reply.textContent = option?.reply ?? "";
        };
        for (const option of field.options) {
          const label = make("label", options, { kind: "g-option" });
          const radio = keepsItsKeys(make("input", label));
          radio.type = "radio";
          radio.name = name;
          radio.checked = option.name === answer;
          make("span", label, { text: option.text });
          if (radio.checked) show(option);
          radio.addEventListener("change", () => {
            show(option);
            take(option.name, true);
          });
        }
      },

      ticks(field, parent, answer, take) {
        const place = group(parent, field);
        const ticked = new Set(answer ?? []);
        const replies = [];
        for (const option of field.options) {
          const label = make("label", place, { kind: "g-option" });
          const tick = keepsItsKeys(make("input", label));
          tick.type = "checkbox";
          tick.checked = ticked.has(option.name);
          make("span", label, { text: option.text });
          tick.addEventListener("change", () => {
            if (tick.checked) ticked.add(option.name);
            else ticked.delete(option.name);
            take(field.options.map((each) => each.name).filter((each) => ticked.has(each)), true);
          });
          const reply = make("p", place, { kind: "g-reply" });
          reply.setAttribute("aria-live", "polite");
          replies.push(() => (reply.textContent = option.reply));
        }
        if (!field.options.some((option) => option.reply)) return;
        const button = keepsItsKeys(make("button", place, { text: words.show }));
        button.type = "button";
        button.addEventListener("click", () => replies.forEach((show) => show()));
      },

      scale(field, parent, answer, take, box) {
        const place = make("div", parent, { kind: "g-field" });
        const slider = keepsItsKeys(document.createElement("input"));
        slider.type = "range";
        slider.min = field.low;
        slider.max = field.high;
        slider.value = answer ?? Math.round((field.low + field.high) / 2);
        const label = box.label(slider, field.label);
        label.className = "g-field-label";
        place.append(label);
        const line = make("div", place, { kind: "g-slider" });
        const value = document.createElement("output");
        line.append(slider, value);
        const ends = make("div", place, { kind: "g-ends" });
        for (const end of [field.low_label, field.high_label]) make("span", ends, { text: end });
        const show = (set) => {
          value.textContent = set ? fill(words.set_to, { value: slider.value, high: field.high }) : words.not_set;
          slider.setAttribute("aria-valuetext", value.textContent);
          slider.classList.toggle("g-unset", !set);
        };
        // A click on the middle, where an unset slider stands, changes nothing and yet is an answer.
        for (const event of ["input", "pointerup"]) {
          slider.addEventListener(event, () => {
            show(true);
            take(Number(slider.value), false);
          });
        }
        slider.addEventListener("change", () => take(Number(slider.value), true));
        show(answer !== undefined && answer !== null);
      },
    };

    const build = (body, box) => {
      const answers = { ...box.value };
      const sentence = model.get("sentence");
      const line = document.createElement("p");
      line.className = "g-sentence";
      const compose = () => {
        const filled = (name) => (answers[name] ?? "").toString().trim() || words.blank;
        line.textContent = sentence.replace(/\{(\w+)\}/g, (whole, name) => filled(name));
      };
      const fields = make("div", body, { kind: model.get("columns") ? "g-columns" : "" });
      for (const field of model.get("fields")) {
        const take = (answer, now) => {
          answers[field.name] = answer;
          if (sentence) compose();
          box.send({ ...answers }, now);
        };
        kinds[field.kind](field, fields, answers[field.name], take, box);
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
