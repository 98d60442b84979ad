/* Two texts for one message: nothing is overwritten until the learner has chosen. */
function clash(parent, words) {
  const place = make("div", parent, { kind: "g-clash", role: "alert" });
  return {
    show({ text, when }, choose) {
      place.replaceChildren();
      heading(place, words.conflict.title);
      make("p", place, { text: fill(words.conflict.body, { when }) });
      const { body } = fold(place, words.conflict.theirs, "g-theirs");
      make("p", body, { text, kind: "g-model" });
      const bar = make("div", place, { kind: "g-buttons" });
      const chosen = (mine) => () => {
        place.replaceChildren();
        choose(mine);
      };
      button(bar, words.conflict.keep_mine, chosen(true), "g-main");
      button(bar, words.conflict.take_theirs, chosen(false));
    },
  };
}
