/* A conversation that the learner steers. Python says what was said, what was thought, and what can be answered. */

export default { render: (given) => frame(given, (body, box) => talk(body, box, given.model)) };

function talk(body, box, model) {
  const words = model.get("words");
  const log = kit.make("div", body, { kind: "g-talk" });
  log.setAttribute("role", "log");
  log.setAttribute("aria-label", model.get("label"));
  log.tabIndex = -1;
  const choices = kit.make("div", body, { kind: "g-replies" });
  choices.setAttribute("role", "group");
  choices.setAttribute("aria-label", words.choose);
  const below = kit.make("div", body, { kind: "g-rows-below" });

  let chosen = [];
  const choose = (names) => box.send(names, true);
  const back = kit.button(below, words.back, () => choose(chosen.slice(0, -1)));
  const again = kit.button(below, words.again, () => choose([]));

  const line = ({ who, name, text }) => {
    const made = kit.make("p", log, { kind: `g-line g-${who}` });
    kit.make("b", made, { text: `${name}: ` });
    made.append(text);
    return made;
  };

  /* What stands there stays, so that a screen reader hears the new lines alone. */
  let standing = [];
  const show = () => {
    const { lines, replies, chosen: now } = model.get("shown");
    const held = body.contains(document.activeElement);
    const same = lines.findIndex((each, at) => JSON.stringify(each) !== JSON.stringify(standing[at]));
    const kept = same === -1 ? lines.length : same;
    while (log.children.length > kept) log.lastChild.remove();
    lines.slice(kept).forEach(line);
    standing = lines;
    chosen = now;
    choices.replaceChildren();
    for (const { name, text } of replies) kit.button(choices, text, () => choose([...chosen, name]));
    back.disabled = again.disabled = chosen.length === 0;
    if (held) (choices.querySelector("button") ?? log).focus({ preventScroll: true });
  };
  model.on("change:shown", show);
  show();
}
