/* "scale": a whole number between two ends that have names. */

function scalePart(field, parent, answer, take, { words, box }) {
  const slider = kit.keepsItsKeys(document.createElement("input"));
  slider.type = "range";
  slider.min = field.low;
  slider.max = field.high;
  slider.value = answer ?? Math.round((field.low + field.high) / 2);
  const place = kit.labelled(parent, field, slider, box);
  const line = kit.make("div", place, { kind: "g-slider" });
  const value = document.createElement("output");
  line.append(slider, value);
  const ends = kit.make("div", place, { kind: "g-ends" });
  for (const end of [field.low_label, field.high_label]) kit.make("span", ends, { text: end });
  const show = (set) => {
    value.textContent = set ? kit.fill(words.set_to, { value: slider.value, high: field.high }) : words.not_set;
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
}
