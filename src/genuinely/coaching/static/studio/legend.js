/* What the marks mean: for each thing that a reader looks for, the numbers of the marks and what their words do. */
function legend(parent, words) {
  const place = make("div", parent, { kind: "g-legend" });
  const list = make("ul", place, { "aria-label": words.page.legend });
  const quiet = make("p", place, { kind: "g-quiet" });
  let shown = "";
  return {
    show(criteria, begun) {
      const now = JSON.stringify(criteria);
      quiet.textContent = criteria.length || begun ? words.page.lines : words.page.unmarked;
      if (now === shown) return;
      shown = now;
      list.replaceChildren();
      for (const { title, moves } of criteria) {
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
