/* What the marks mean: for each thing that a reader looks for, the numbers of the marks and what their words do. */
function legend(parent, words, titles) {
  const place = make("div", parent, { kind: "g-legend" });
  const list = make("ul", place, { "aria-label": words.page.legend });
  const quiet = make("p", place, { kind: "g-quiet" });
  const known = new Map(titles.map((title) => [title, new Map()]));
  let shown = "";

  /* The moves that the marks show, by what they speak for. One whose mark still stands is remembered from before. */
  const merged = (criteria, numbers) => {
    for (const { title, moves } of criteria) for (const move of moves) known.get(title).set(move.move, move);
    const latest = new Set(criteria.flatMap(({ title, moves }) => moves.map((move) => `${title} ${move.move}`)));
    const named = new Set(criteria.flatMap(({ moves }) => moves.map((move) => move.move)));
    return titles
      .map((title) => ({
        title,
        moves: [...known.get(title).values()]
          .filter(({ move }) => numbers.has(move) && (latest.has(`${title} ${move}`) || !named.has(move)))
          .map((move) => ({ ...move, number: numbers.get(move.move) }))
          .sort((a, b) => a.number - b.number),
      }))
      .filter(({ moves }) => moves.length > 0);
  };

  return {
    show(criteria, numbers, begun, hidden) {
      place.hidden = hidden;
      const items = merged(criteria, numbers);
      quiet.textContent = items.length || begun ? words.page.lines : words.page.unmarked;
      const now = JSON.stringify(items);
      if (now === shown) return;
      shown = now;
      list.replaceChildren();
      for (const { title, moves } of items) {
        const one = make("li", list);
        make("span", one, { text: title, kind: "g-serves" });
        const speak = make("span", one, { kind: "g-speak" });
        for (const move of moves) {
          const entry = make("span", speak, { kind: move.classes });
          make("b", entry, { text: move.number });
          make("span", entry, { text: move.label, kind: "g-line" });
        }
      }
    },
  };
}
