/* "choice": one of the options. "ticks": any of them. "short": words first, then the option that is nearest to them. */

function radios(place, options, chosen, inRow, choose) {
  const name = kit.unique();
  const row = kit.make("div", place, { kind: inRow ? "g-in-row" : "" });
  const reply = kit.reply(place);
  for (const option of options) {
    const label = kit.make("label", row, { kind: "g-option" });
    const radio = kit.keepsItsKeys(kit.make("input", label));
    radio.type = "radio";
    radio.name = name;
    radio.checked = option.name === chosen;
    kit.make("span", label, { text: option.text });
    if (radio.checked) reply.textContent = option.reply;
    radio.addEventListener("change", () => {
      reply.textContent = option.reply;
      choose(option.name);
    });
  }
}

function choicePart(field, parent, answer, take) {
  radios(kit.group(parent, field), field.options, answer, field.in_row, (name) => take(name, true));
}

function ticksPart(field, parent, answer, take, form) {
  const place = kit.group(parent, field);
  const ticked = new Set(Array.isArray(answer) ? answer : []);
  const all = () => field.options.map((each) => each.name).filter((each) => ticked.has(each));
  const replies = [];
  for (const option of field.options) {
    const label = kit.make("label", place, { kind: "g-option" });
    const tick = kit.keepsItsKeys(kit.make("input", label));
    tick.type = "checkbox";
    tick.checked = ticked.has(option.name);
    kit.make("span", label, { text: option.text });
    tick.addEventListener("change", () => {
      if (tick.checked) ticked.add(option.name);
      else ticked.delete(option.name);
      take(all(), true);
    });
    const reply = kit.reply(place);
    replies.push(() => (reply.textContent = option.reply));
  }
  if (!field.options.some((option) => option.reply)) return;
  kit.comparing(place, field, form, all, () => replies.forEach((show) => show()));
}

function shortPart(field, parent, answer, take, form) {
  const given = { words: "", nearest: "", ...answer };
  const place = kit.group(parent, field);
  const area = kit.make("textarea", place);
  area.rows = 2;
  area.value = given.words;
  area.setAttribute("aria-label", form.words.short_label);
  const change = (now) => {
    given.words = area.value;
    take({ ...given }, now);
  };
  area.addEventListener("input", () => change(false));
  area.addEventListener("change", () => change(true));
  const below = document.createElement("div");
  below.setAttribute("aria-live", "polite");
  kit.comparing(place, field, form, () => ({ ...given }), () => {
    if (below.childElementCount) return;
    const nearest = kit.make("fieldset", below);
    kit.make("legend", nearest, { text: form.words.nearest, kind: "g-field-label" });
    radios(nearest, field.options, given.nearest, false, (name) => {
      given.nearest = name;
      take({ ...given }, true);
    });
  });
  place.append(below);
}
