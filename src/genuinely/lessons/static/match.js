/* "match": for each thing the one that belongs to it. */

function matchPart(field, parent, answer, take, form) {
  const place = kit.group(parent, field);
  const chosen = { ...answer };
  const shows = [];
  for (const option of field.options) {
    const line = kit.make("div", place, { kind: "g-match" });
    const select = kit.keepsItsKeys(document.createElement("select"));
    line.append(form.box.label(select, option.text), select);
    for (const target of [{ name: "", text: form.words.choose }, ...field.targets]) {
      kit.make("option", select, { text: target.text }).value = target.name;
    }
    select.value = chosen[option.name] ?? "";
    const reply = kit.reply(place);
    select.addEventListener("change", () => {
      chosen[option.name] = select.value;
      reply.textContent = "";
      take({ ...chosen }, true);
    });
    shows.push(() => (reply.textContent = field.replies[option.name][select.value] ?? ""));
  }
  kit.comparing(place, field, form, () => ({ ...chosen }), () => shows.forEach((show) => show()));
}
