/* The versions kept: any two beside each other, any one back in the editor. */
function versions(parent, words, { ask }) {
  const { summary, body } = fold(parent, words.versions.heading, "g-versions");
  const none = make("p", body, { text: words.versions.none, kind: "g-quiet" });
  const choose = make("div", body, { kind: "g-choose" });
  const selects = ["from", "with"].map((key) => {
    const cell = make("div", choose);
    const select = document.createElement("select");
    labelled(cell, select, words.versions[key]);
    cell.append(select);
    return select;
  });
  button(choose, words.versions.compare, () => compare());
  const restore = button(choose, "", () => back());
  const result = make("div", body, { role: "status" });

  const number = (select) => (select.value === "now" ? "now" : Number(select.value));

  const compare = async () => {
    const answer = await ask("compare", { one: number(selects[0]), other: number(selects[1]) });
    if (answer.compared) show(answer.compared);
  };

  const back = async () => {
    const answer = await ask("restore", { number: number(selects[0]) });
    result.replaceChildren(...(answer.said ?? []).map((text) => make("p", null, { text })));
  };

  const show = ({ title, names, changes, levels: moved, closed }) => {
    const text = make("div", null, { kind: "g-changes" });
    for (const change of changes) {
      if (change.kind === "same") {
        text.append(change.text);
        continue;
      }
      const tag = make(change.kind === "added" ? "ins" : "del", text);
      make("span", tag, { text: `${words.versions[change.kind]}: `, kind: "g-unseen" });
      tag.append(change.text);
    }
    result.replaceChildren(make("p", null, { text: title, kind: "g-strong" }), text);
    if (closed) make("p", result, { text: closed, kind: "g-quiet" });
    if (moved.length > 0) table(names, moved);
  };

  const table = (names, moved) => {
    const shown = make("table", make("div", result, { kind: "g-scroll", tabindex: "0", role: "group", "aria-label": words.versions.heading }));
    const top = make("tr", make("thead", shown));
    for (const text of [words.versions.column_criterion, ...names]) make("th", top, { text, scope: "col" });
    const rows = make("tbody", shown);
    for (const each of moved) {
      const row = make("tr", rows);
      make("th", row, { text: each.title, scope: "row" });
      make("td", row, { text: each.then });
      const now = make("td", row, { text: each.now });
      make("span", now, { text: ` ${each.moved}`, kind: "g-quiet" });
    }
  };

  const named = () => {
    const chosen = number(selects[0]);
    restore.hidden = chosen === "now";
    restore.textContent = fill(words.versions.restore, { number: chosen });
  };
  selects[0].addEventListener("change", named);

  return {
    list(given) {
      const count = given.length;
      none.hidden = count > 0;
      choose.hidden = count === 0;
      const of = count === 1 ? words.versions.count_one : fill(words.versions.count_many, { count });
      summary.textContent = count === 0 ? words.versions.heading : `${words.versions.heading}: ${of}`;
      selects.forEach((select, index) => {
        const before = select.value;
        select.replaceChildren();
        if (index === 1) make("option", select, { text: words.versions.now, value: "now" });
        for (const each of given.toReversed()) make("option", select, { text: each.label, value: each.number });
        if ([...select.options].some((option) => option.value === before)) select.value = before;
      });
      named();
    },
  };
}
