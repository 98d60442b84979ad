/* "table": people, say, with a row for each. "lists": two lists of words. Both are rows that come and go. */

function rowsOf({ place, tag, given, blank, lay, add, words, changed }) {
  const rows = [];
  const below = document.createElement("div");
  below.className = "g-rows-below";
  const heard = kit.heard(below);
  const undo = kit.button(below, words.undo, () => {
    const { row, at } = undo.taken;
    undo.hidden = true;
    put(row, at);
    changed();
  });
  undo.hidden = true;
  const more = kit.button(below, add, () => {
    put(blank(), rows.length);
    rows.at(-1).first.focus();
  });

  const number = () => rows.forEach((each, at) => each.number(at + 1));

  const put = (row, at) => {
    const element = document.createElement(tag);
    place.insertBefore(element, rows[at]?.element ?? null);
    const each = { row, element, ...lay(element, row, () => away(each), () => more.click()) };
    rows.splice(at, 0, each);
    number();
  };

  const away = (each) => {
    const at = rows.indexOf(each);
    rows.splice(at, 1);
    each.element.remove();
    number();
    undo.taken = { row: each.row, at };
    undo.hidden = false;
    heard.textContent = words.removed;
    undo.focus();
    changed();
  };

  for (const row of given) put(row, rows.length);
  return { below, rows: () => rows.map((each) => each.row) };
}

function tablePart(field, parent, answer, take, { words }) {
  const place = kit.group(parent, field);
  const table = kit.make("table", place, { kind: "g-people-table" });
  const head = kit.make("tr", kit.make("thead", table));
  for (const column of field.columns) kit.make("th", head, { text: column.label }).scope = "col";
  const last = kit.make("th", head);
  last.scope = "col";
  kit.make("span", last, { text: words.column_remove, kind: "g-heard" });
  const body = kit.make("tbody", table);
  const blank = () => Object.fromEntries(field.columns.map((column) => [column.name, ""]));
  const filled = (row) => Object.values(row).some((value) => value !== "");
  const tell = (now) => take(kept.rows().filter(filled).map((row) => ({ ...row })), now);

  const lay = (element, row, away) => {
    const cells = field.columns.map((column) => {
      const cell = kit.make("td", element);
      cell.dataset.label = column.label;
      const control = kit.make(column.options.length ? "select" : "input", cell);
      if (column.options.length) {
        kit.keepsItsKeys(control);
        for (const option of [{ name: "", text: words.choose }, ...column.options]) {
          kit.make("option", control, { text: option.text }).value = option.name;
        }
      } else control.type = "text";
      control.value = row[column.name] ?? "";
      const change = (now) => {
        row[column.name] = control.value;
        tell(now);
      };
      control.addEventListener("input", () => change(false));
      control.addEventListener("change", () => change(true));
      return { control, column };
    });
    const remove = kit.button(kit.make("td", element), words.remove, away);
    return {
      first: cells[0].control,
      number(at) {
        for (const { control, column } of cells) {
          control.setAttribute("aria-label", kit.fill(words.cell, { column: column.label, number: at }));
        }
        remove.setAttribute("aria-label", kit.fill(words.remove_row, { number: at }));
      },
    };
  };

  const given = (Array.isArray(answer) ? answer : []).map((row) => ({ ...blank(), ...row }));
  while (given.length < field.rows) given.push(blank());
  const kept = rowsOf({
    place: body, tag: "tr", given, blank, lay, add: field.add, words, changed: () => tell(true),
  });
  place.append(kept.below);
}

function listsPart(field, parent, answer, take, { words }) {
  const place = kit.group(parent, field);
  const both = kit.make("div", place, { kind: "g-columns" });
  const kept = {};
  const tell = (now) => {
    const texts = (name) => kept[name].rows().map((row) => row.text).filter((text) => text.trim());
    take(Object.fromEntries(field.columns.map(({ name }) => [name, texts(name)])), now);
  };

  for (const list of field.columns) {
    const group = kit.make("fieldset", both);
    kit.make("legend", group, { text: list.label, kind: "g-field-label" });
    const lay = (element, row, away, more) => {
      const line = kit.make("div", element, { kind: "g-item" });
      const input = kit.make("input", line);
      input.type = "text";
      input.value = row.text;
      const change = (now) => {
        row.text = input.value;
        tell(now);
      };
      input.addEventListener("input", () => change(false));
      input.addEventListener("change", () => change(true));
      input.addEventListener("keydown", (event) => {
        if (event.key !== "Enter" || event.isComposing) return;
        event.preventDefault();
        more();
      });
      const remove = kit.button(line, words.remove, away);
      return {
        first: input,
        number(at) {
          input.setAttribute("aria-label", kit.fill(words.cell, { column: list.label, number: at }));
          remove.setAttribute("aria-label", kit.fill(words.remove_row, { number: at }));
        },
      };
    };
    const texts = Array.isArray(answer?.[list.name]) ? answer[list.name] : [];
    const given = texts.map((text) => ({ text }));
    const blank = () => ({ text: "" });
    while (given.length < field.rows) given.push(blank());
    kept[list.name] = rowsOf({
      place: kit.make("ol", group, { kind: "g-list" }), tag: "li", given, blank, lay, add: field.add, words,
      changed: () => tell(true),
    });
    group.append(kept[list.name].below);
  }
}
