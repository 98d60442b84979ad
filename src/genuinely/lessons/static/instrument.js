/* An instrument, laid into the frame of widget.js. Values go to Python, and what it shows for them comes back: the
   picture, its words, and which parts of the controls are open. Nothing is decided here. */

export default {
  render({ model, el }) {
    const words = model.get("words");
    const WIDE = 3;
    const LISTEN = 700; // what changes while a slider moves is read out once it rests
    const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);

    const make = (tag, parent, { text = "", kind = "" } = {}) => {
      const made = document.createElement(tag);
      made.textContent = text;
      if (kind) made.className = kind;
      parent.append(made);
      return made;
    };

    /* JupyterLab would take arrow keys, Space and Enter for its own. */
    const keepsItsKeys = (control) => {
      control.dataset.lmSuppressShortcuts = "true";
      return control;
    };

    const button = (parent, text, act) => {
      const made = keepsItsKeys(make("button", parent, { text }));
      made.type = "button";
      made.addEventListener("click", act);
      return made;
    };

    const hinted = (parent, control, target) => {
      if (!control.words.hint) return;
      const hint = make("p", parent, { text: control.words.hint, kind: "g-small" });
      hint.id = `g-${crypto.getRandomValues(new Uint32Array(2)).join("")}`;
      target?.setAttribute("aria-describedby", hint.id);
    };

    const group = (parent, control) => {
      const made = make("fieldset", parent, { kind: "g-field" });
      make("legend", made, { text: control.words.label, kind: "g-field-label" });
      hinted(made, control, made);
      return made;
    };

    const decimals = (step) => (String(step).split(".")[1] ?? "").length;

    const kinds = {
      slider(control, parent, value, take, box) {
        const place = make("div", parent, { kind: "g-field" });
        const slider = keepsItsKeys(document.createElement("input"));
        slider.type = "range";
        slider.min = control.low;
        slider.max = control.high;
        slider.step = control.step;
        slider.value = value ?? (control.low + control.high) / 2;
        const line = make("div", place, { kind: "g-label-line" });
        const label = box.label(slider, control.words.label);
        label.className = "g-field-label";
        const shown = make("output", line);
        line.prepend(label);
        hinted(place, control, slider);
        place.append(slider);
        if (control.words.low || control.words.high) {
          const ends = make("div", place, { kind: "g-ends" });
          for (const end of [control.words.low, control.words.high]) make("span", ends, { text: end });
        }
        const show = (set) => {
          const number = Number(slider.value).toFixed(decimals(control.step));
          shown.textContent = set ? fill(control.words.value || words.set_to, { value: number }) : words.not_set;
          slider.setAttribute("aria-valuetext", shown.textContent);
          slider.classList.toggle("g-unset", !set);
        };
        // A click on the middle, where an unset slider stands, changes nothing and yet is an answer.
        for (const event of ["input", "pointerup"]) {
          slider.addEventListener(event, () => {
            show(true);
            take(Number(slider.value), false);
          });
        }
        show(value !== undefined && value !== null);
      },

      choice(control, parent, value, take) {
        const place = group(parent, control);
        const name = `g-${crypto.getRandomValues(new Uint32Array(2)).join("")}`;
        const options = make("div", place, { kind: "g-in-row" });
        for (const option of control.options) {
          const label = make("label", options, { kind: "g-option" });
          const radio = keepsItsKeys(make("input", label));
          radio.type = "radio";
          radio.name = name;
          radio.checked = option === value;
          make("span", label, { text: control.words.options[option] });
          radio.addEventListener("change", () => take(option, true));
        }
      },

      /* A choice inside a table takes one line instead of several. */
      select(control, parent, value, take, box) {
        const place = make("div", parent, { kind: "g-field g-select" });
        const select = keepsItsKeys(document.createElement("select"));
        for (const option of ["", ...control.options]) {
          make("option", select, { text: control.words.options[option] ?? words.not_set }).value = option;
        }
        select.value = value ?? "";
        const label = box.label(select, control.words.label);
        label.className = "g-field-label";
        place.append(label, select);
        hinted(place, control, select);
        select.addEventListener("change", () => take(select.value || null, true));
      },

      ticks(control, parent, value, take) {
        const place = group(parent, control);
        const ticked = new Set(value ?? []);
        for (const option of control.options) {
          const label = make("label", place, { kind: "g-option" });
          const tick = keepsItsKeys(make("input", label));
          tick.type = "checkbox";
          tick.checked = ticked.has(option);
          make("span", label, { text: control.words.options[option] });
          tick.addEventListener("change", () => {
            if (tick.checked) ticked.add(option);
            else ticked.delete(option);
            take(control.options.filter((each) => ticked.has(each)), true);
          });
        }
      },

      text(control, parent, value, take, box) {
        const place = make("div", parent, { kind: "g-field" });
        const area = document.createElement(control.rows > 1 ? "textarea" : "input");
        if (control.rows > 1) area.rows = control.rows;
        else area.type = "text";
        area.value = value ?? "";
        const label = box.label(area, control.words.label);
        label.className = "g-field-label";
        place.append(label);
        hinted(place, control, area);
        place.append(area);
        area.addEventListener("input", () => take(area.value, false));
        area.addEventListener("change", () => take(area.value, true));
      },

      press(control, parent, value, take) {
        const place = make("div", parent, { kind: "g-field" });
        let count = value ?? 0;
        const made = button(place, control.words.label, () => take(++count, true));
        hinted(place, control, made);
      },

      table(control, parent, value, take, box) {
        const place = group(parent, control);
        const rows = (value ?? []).map((row) => ({ ...row }));
        const lines = make("div", place);
        const changed = (now) => take(rows.map((row) => ({ ...row })), now);
        const draw = () => {
          lines.replaceChildren();
          rows.forEach((row, index) => {
            const line = make("fieldset", lines, { kind: "g-line-of" });
            make("legend", line, { text: fill(words.row, { number: index + 1 }), kind: "g-small" });
            const cells = make("div", line, { kind: "g-cells" });
            for (const column of control.columns) {
              const named = { ...column, words: control.words.columns[column.name] };
              const set = (cell, now) => {
                row[column.name] = cell;
                changed(now);
              };
              const kind = column.kind === "choice" ? "select" : column.kind;
              kinds[kind](named, cells, row[column.name], set, box);
            }
            const out = button(cells, words.remove, () => {
              rows.splice(index, 1);
              draw();
              changed(true);
              more.focus();
            });
            out.setAttribute("aria-label", fill(words.remove_row, { number: index + 1 }));
          });
          more.disabled = rows.length >= control.rows;
        };
        const more = button(place, words.add_row, () => {
          rows.push({});
          draw();
          changed(true);
          lines.lastChild.querySelector("input, textarea, select")?.focus();
        });
        draw();
      },

      /* Cards one after the other. The clock starts when it is asked to, can be left out, and waits while the deck is out
         of sight; cards whose time ran out can be read again without it. */
      deck(control, parent, value, take) {
        const place = group(parent, control);
        const answers = { ...(value ?? {}) };
        const stage = make("div", place);
        const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
        let seconds = control.seconds;
        let timer = null;
        const stop = () => clearInterval(timer);
        leaving.push(stop);

        const choices = () => make("div", stage, { kind: "g-choices" });

        const answer = (card, option) => {
          answers[card] = option;
          take({ ...answers }, true);
          show(stage.contains(document.activeElement));
        };

        /* Before the first card, and where a running clock was left alone. */
        const offer = () => {
          stop();
          stage.replaceChildren();
          const start = choices();
          button(start, words.start, () => show(true));
          button(start, words.no_clock, () => {
            seconds = 0;
            show(true);
          });
        };

        const done = (focus) => {
          const told = make("p", stage, { text: words.done, kind: "g-small" });
          told.setAttribute("role", "status");
          told.tabIndex = -1;
          if (focus) told.focus();
          const late = control.cards.filter((card) => answers[card] === "late");
          if (!late.length) return;
          button(choices(), words.late_again, () => {
            seconds = 0;
            for (const card of late) delete answers[card];
            take({ ...answers }, true);
            show(true);
          });
        };

        const run = (card) => {
          const left = make("p", stage, { kind: "g-small" });
          const began = Date.now();
          const tick = () => {
            if (!stage.isConnected) return stop();
            if (place.offsetParent === null || document.hidden) return offer();
            const rest = Math.max(0, Math.ceil(seconds - (Date.now() - began) / 1000));
            if (!isCalm || !left.textContent) left.textContent = fill(words.seconds_left, { seconds: rest });
            if (rest === 0) answer(card, "late");
          };
          tick();
          timer = setInterval(tick, 250);
        };

        const show = (focus) => {
          stop();
          stage.replaceChildren();
          const index = control.cards.findIndex((card) => !(card in answers));
          if (index < 0) return done(focus);
          const card = control.cards[index];
          const { title, text } = control.words.cards[card];
          make("p", stage, {
            text: fill(words.card_of, { number: index + 1, of: control.cards.length }),
            kind: "g-small",
          });
          const shown = make("div", stage, { kind: "g-card" });
          shown.tabIndex = -1;
          make("p", shown, { text: title, kind: "g-card-title" });
          make("p", shown, { text });
          const options = choices();
          for (const option of control.options) {
            button(options, control.words.options[option], () => answer(card, option));
          }
          if (focus) shown.focus();
          if (seconds > 0) run(card);
        };

        if (seconds > 0 && Object.keys(answers).length < control.cards.length) offer();
        else show(false);
      },
    };

    const leaving = [];

    const build = (body, box) => {
      let values = { ...model.get("start"), ...box.value };
      let number = model.get("shown").number ?? 0;
      let waiting = false; // one question is under way at a time; the next carries what stands by then
      let stale = false;

      const bench = make("div", body, { kind: "g-bench" });
      // A table of many columns needs the whole width; what is told stands beside the picture then.
      bench.classList.toggle("g-wide", model.get("controls").some((each) => each.columns.length > WIDE));
      const seen = make("div", bench, { kind: "g-seen" });
      const picture = make("div", seen, { kind: "g-picture" });
      picture.setAttribute("role", "img");
      const said = make("div", seen, { kind: "g-said" });
      const read = make("p", seen, { kind: "g-read" });
      read.setAttribute("role", "status");
      read.setAttribute("aria-live", "polite");
      const handles = make("div", bench, { kind: "g-handles" });
      const below = make("div", bench, { kind: "g-below" });
      const behind = make("div", body, { kind: "g-behind" });
      behind.innerHTML = model.get("behind");

      const ask = () => {
        if (waiting) {
          stale = true;
          return;
        }
        waiting = true;
        stale = false;
        number = Math.max(number, model.get("asked").number ?? 0) + 1;
        model.set("asked", { number, values: { ...values } });
        model.save_changes();
        clearTimeout(patience);
        patience = setTimeout(() => (waiting = false), 3000);
      };
      let patience = null;

      let listen = null;
      const put = () => {
        const shown = model.get("shown");
        picture.innerHTML = shown.picture;
        picture.setAttribute("aria-label", shown.text);
        said.replaceChildren();
        for (const sentence of shown.said) make("p", said, { text: sentence });
        below.innerHTML = shown.below;
        const heard = [shown.text, ...shown.said].join(" ");
        clearTimeout(listen);
        if (number > 0) listen = setTimeout(() => (read.textContent = heard), LISTEN);
        for (const part of parts) {
          const open = shown.open === null || shown.open.includes(part.name);
          part.body.hidden = !open;
          if (part.closed) part.closed.hidden = open;
          part.place.hidden = (shown.away ?? []).includes(part.name) || (!open && !part.closed);
        }
      };

      const parts = [];
      const lay = () => {
        handles.replaceChildren();
        parts.length = 0;
        const places = { "": handles };
        for (const part of model.get("parts")) {
          const place = make("fieldset", handles, { kind: "g-part" });
          make("legend", place, { text: part.title, kind: "g-part-title" });
          const closed = part.closed ? make("p", place, { text: part.closed, kind: "g-small" }) : null;
          places[part.name] = make("div", place);
          if (part.text) make("p", places[part.name], { text: part.text, kind: "g-small" });
          parts.push({ name: part.name, place, body: places[part.name], closed });
        }
        for (const control of model.get("controls")) {
          const take = (value, now) => {
            values = { ...values, [control.name]: value };
            ask();
            box.send(values, now);
          };
          kinds[control.kind](control, places[control.part], values[control.name], take, box);
        }
        const reset = button(make("div", handles, { kind: "g-reset" }), words.reset, () => {
          values = { ...model.get("start") };
          lay();
          put();
          ask();
          box.send(values, true);
          handles.querySelector(".g-reset button").focus();
        });
        reset.classList.add("g-plain");
      };

      lay();
      put();
      if (JSON.stringify(box.value) !== JSON.stringify(model.get("value"))) ask();
      const answered = () => {
        if ((model.get("shown").number ?? 0) < number) return;
        clearTimeout(patience);
        waiting = false;
        put();
        if (stale) ask();
      };
      model.on("change:shown", answered);
      leaving.push(() => {
        clearTimeout(listen);
        clearTimeout(patience);
        model.off("change:shown", answered);
      });
    };

    // Esc leaves an instrument as it leaves a cell: the arrow keys then go through the page again.
    el.addEventListener("keydown", (event) => {
      if (event.key === "Escape") el.closest(".jp-Cell")?.focus();
    });

    const leave = frame({ model, el }, build);
    return () => {
      for (const each of leaving) each();
      leave();
    };
  },
};
