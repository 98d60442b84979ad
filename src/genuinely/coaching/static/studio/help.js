/* The next step for the weakest criterion, on demand, and under it a ladder of help that opens rung by rung. */
function helping(parent, words, { ask, text }) {
  const place = make("section", parent, { kind: "g-help" });
  const bar = make("div", place, { kind: "g-buttons" });
  const body = make("div", place, { role: "status" });
  let read = null;

  const rung = (ladder, given) => {
    if (given.locked) {
      make("p", ladder, { text: given.locked, kind: "g-quiet g-locked" });
      return;
    }
    const { body: inside } = fold(ladder, given.title, "g-rung");
    const said = make("p", inside, { kind: given.name === "model" ? "g-model" : "" });
    quoting(said, given.text, given.quoted);
    if (given.note) make("p", inside, { text: given.note, kind: "g-quiet" });
  };

  const asked = async () => {
    const answer = await ask("help");
    const { title, step, why, rungs, foot } = answer.help;
    read = text();
    const next = make("div", null, { kind: "g-next" });
    if (title) heading(next, title);
    make("p", next, { text: step });
    if (why) make("p", next, { text: why, kind: "g-quiet" });
    const earlier = make("p", next, { text: words.help.earlier, kind: "g-quiet g-earlier" });
    earlier.hidden = true;
    const ladder = make("div", next, { kind: "g-ladder" });
    if (rungs.length > 0) make("p", ladder, { text: words.help.ladder, kind: "g-quiet" });
    for (const each of rungs) rung(ladder, each);
    if (foot) make("p", ladder, { text: foot, kind: "g-quiet" });
    body.replaceChildren(next);
    more.textContent = words.help.again;
  };

  const more = button(bar, words.help.ask, asked);
  return {
    show(view) {
      place.hidden = !view.open || !view.rows?.length;
    },
    edited() {
      const earlier = body.querySelector(".g-earlier");
      if (earlier) earlier.hidden = read === text();
    },
  };
}
