/* The card, to read while writing. */
function cardPage(parent, words, card) {
  const place = make("section", parent, { kind: "g-card", tabindex: "0", role: "region", "aria-label": words.page.card });
  heading(place, card.situation.heading);
  make("p", place, { text: card.situation.text });
  for (const person of card.people) {
    const one = make("div", place, { kind: "g-person" });
    heading(one, person.heading);
    make("p", one, { text: person.name, kind: "g-strong" });
    if (person.role) make("p", one, { text: person.role });
    for (const each of person.lists) {
      make("p", one, { text: each.label, kind: "g-quiet" });
      const list = make("ul", one);
      for (const item of each.items) make("li", list, { text: item });
    }
  }
  if (card.draft.text) {
    heading(place, card.draft.heading);
    make("p", place, { text: card.draft.text.trim(), kind: "g-draft" });
  }
}
