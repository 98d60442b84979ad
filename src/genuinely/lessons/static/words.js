/* "text": free words, with a quiet count below. */

function wordsPart(field, parent, answer, take, { words, box }) {
  const count = (text) => {
    const number = (text.match(/\S+/g) ?? []).length;
    if (number === 0) return words.words_none;
    return kit.fill(number === 1 ? words.words_one : words.words_many, { count: number });
  };
  const area = document.createElement("textarea");
  area.rows = field.rows;
  area.style.setProperty("--rows", field.rows);
  area.value = answer ?? "";
  const place = kit.labelled(parent, field, area, box);
  place.append(area);
  const number = kit.make("p", place, { text: count(area.value), kind: "g-count" });
  area.addEventListener("input", () => {
    number.textContent = count(area.value);
    take(area.value, false);
  });
  // Whoever leaves the field may run the next cell at once, and it may read what was answered here.
  area.addEventListener("change", () => take(area.value, true));
}
