/* "order": things put in order, with buttons, with the arrow keys on a button, or by dragging. */

function orderPart(field, parent, answer, take, form) {
  const place = kit.group(parent, field);
  const list = kit.make("ol", place, { kind: "g-order" });
  const heard = kit.heard(place);
  const texts = new Map(field.options.map((option) => [option.name, option.text]));
  const given = Array.isArray(answer) ? answer.filter((name) => texts.has(name)) : [];
  const names = [...new Set([...given, ...texts.keys()])];
  const items = new Map(names.map((name) => [name, item(name)]));
  let dragged = null;

  function item(name) {
    const text = texts.get(name);
    const made = kit.make("li", list);
    made.draggable = true;
    const line = kit.make("div", made, { kind: "g-item" });
    kit.make("span", line, { text, kind: "g-item-text" });
    const up = kit.button(line, "↑", () => step(name, -1, up), kit.fill(form.words.move_up, { text }));
    const down = kit.button(line, "↓", () => step(name, 1, down), kit.fill(form.words.move_down, { text }));
    made.addEventListener("keydown", (event) => {
      const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
      if (!by || event.target.tagName !== "BUTTON") return;
      event.preventDefault();
      step(name, by, event.target);
    });
    made.addEventListener("dragstart", (event) => {
      dragged = name;
      event.dataTransfer.effectAllowed = "move";
      event.dataTransfer.setData("text/plain", text);
      event.stopPropagation();
    });
    made.addEventListener("dragover", (event) => {
      if (dragged === null) return;
      event.preventDefault();
      event.stopPropagation();
      if (dragged !== name) move(dragged, names.indexOf(name));
    });
    for (const end of ["drop", "dragend"]) {
      made.addEventListener(end, (event) => {
        if (dragged === null) return;
        event.preventDefault();
        event.stopPropagation();
        dragged = null;
        tell();
      });
    }
    return { place: made, reply: kit.reply(made) };
  }

  const tell = () => {
    for (const { reply } of items.values()) reply.textContent = "";
    take([...names], true);
  };

  const move = (name, to) => {
    names.splice(names.indexOf(name), 1);
    names.splice(to, 0, name);
    list.append(...names.map((each) => items.get(each).place));
  };

  function step(name, by, button) {
    const to = names.indexOf(name) + by;
    if (to >= 0 && to < names.length) {
      move(name, to);
      tell();
    }
    button.focus(); // what moves through the page loses the focus on its way
    heard.textContent = kit.fill(form.words.moved, {
      text: texts.get(name), place: names.indexOf(name) + 1, of: names.length,
    });
  }

  if (Object.keys(field.replies).length === 0) {
    kit.button(place, form.words.keep_order, () => take([...names], true));
    return;
  }
  kit.comparing(place, field, form, () => [...names], () => {
    names.forEach((name, at) => (items.get(name).reply.textContent = field.replies[name][at]));
  });
}
