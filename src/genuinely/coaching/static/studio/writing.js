/* One message in its editor: what is shown of it, what is kept of it, and what becomes of it in other places. */

const REST = 350; // then the text is kept
const CALM = 1000; // then what is read of it is shown whole, and not only what was said twice
const KEEP_EVERY = 1000;
const WAIT_FOR_KERNEL = 1500;

/* Until `end`. given: the card, the criteria as fields, the text known so far, whether the message is the learner's own. */
function writing(root, model, given) {
  const words = model.get("words");
  const recipient = given.card.people[1].name;
  const store = shelf(model.get("key"));
  const desk = make("div", root, { kind: "g-desk" });
  cardPage(desk, words, given.card);
  const right = make("div", desk, { kind: "g-writing" });
  const side = make("div", desk, { kind: "g-side" });

  let base = 0; // the number of the state that this text is written upon
  let acked = ""; // the text that is known to be kept
  let sent = ""; // the text that was sent to be kept last
  let keptAt = 0;
  let begun = false;
  let clashing = false;
  let resting = false;
  let rest = null;
  let calm = true;
  let calming = null;
  let showing = null; // what was shown last, and of which text
  let done = false;
  let found = []; // the copies in the browser that this text has taken up

  const page = letter(right, {
    label: fill(words.page.writing, { recipient }),
    hint: words.page.opening,
    language: given.private ? "" : model.get("language"),
    onEdit(composing) {
      store.write({ text: page.text(), base, sent });
      if (status.dataset.kind === "kept") status.dataset.kind = "typed";
      resting = calm = false;
      clearTimeout(rest);
      clearTimeout(calming);
      rest = setTimeout(() => {
        resting = true;
        read();
      }, REST);
      calming = setTimeout(() => {
        calm = true;
        if (showing?.text === page.text() && page.isRead()) view(showing.seen, showing.text, true);
        else read();
      }, CALM);
      more.edited();
      if (!composing) read();
    },
  });
  page.area.readOnly = true;

  const foot = make("div", right, { kind: "g-foot" });
  const count = make("p", foot, { kind: "g-count" });
  const status = make("p", foot, { kind: "g-status", role: "status", "aria-live": "polite" });
  const bar = make("div", right, { kind: "g-buttons" });
  button(bar, words.page.keep, () => keep());
  button(bar, words.page.copy, () => copy());
  const news = make("p", bar, { kind: "g-quiet", role: "status" });
  const choice = clash(right, words);
  const flags = make("div", right, { kind: "g-flags", role: "status" });
  const key = legend(right, words, given.fields.map((field) => field.title));

  const connection = line({
    model,
    el: root,
    onLost: () => tell(words.status.lost, "lost"),
    onBack: () => tell(words.status.back, "kept"),
    onFailed: (text) => tell(text, "not-kept"),
    onNews: (stands) => follow(stands),
  });

  /* Every request that has to do with the text names the text, and the state that it was written upon. */
  const ask = (name, content = {}, buffers = []) => {
    let text = "";
    const leaving = () => {
      text = page.leaving();
      return { text, seen: base, ...content };
    };
    return connection.ask(name, leaving, (answer) => took(answer, text, true), buffers);
  };

  const rows = levels(root, side, words, { fields: given.fields, recipient, ask });
  const more = helping(root, words, { ask, text: page.text });
  const kept = versions(root, words, { ask });
  const where = whereabouts(root, words, { ask, forget: () => store.forget() });

  const dirty = () => page.text() !== acked;

  const tell = (text, kind) => {
    if (status.textContent !== text) status.textContent = text;
    status.dataset.kind = kind;
  };

  const read = () => {
    let text = "";
    const leaving = () => {
      text = page.leaving();
      const keep = begun && !clashing && dirty() && (resting || Date.now() - keptAt > KEEP_EVERY);
      if (keep) {
        sent = text;
        store.write({ text, base, sent });
      }
      return { text, seen: base, keep };
    };
    connection.read(leaving, (answer) => {
      if (done) return;
      took(answer, text, calm);
      const unkept = resting && dirty() && !clashing && !answer.troubles?.length;
      if (page.text() !== text || unkept) read();
    });
  };

  /* An answer for a text. It may bring another one, to stand in the editor unless somebody has gone on writing.
     whole: nobody is typing, and all that it says can be shown. */
  const took = (answer, asked, whole) => {
    if (done) return;
    const text = answer.text ?? asked;
    const replaced = text !== asked;
    const writtenOn = replaced && page.text() !== asked;
    if (replaced && !writtenOn) {
      page.show(text);
      page.leaving();
    }
    if (answer.view && !writtenOn) view(answer.view, text, whole);
    if (answer.versions) kept.list(answer.versions);
    if (answer.conflict) clashed(answer.stands);
    else if (answer.kept) settled(text, answer.stands.number);
    else if (answer.troubles?.length) tell(answer.troubles.join(" "), "not-kept");
  };

  const settled = (text, number) => {
    base = number;
    acked = text;
    keptAt = Date.now();
    store.clear(...found);
    found = [];
    if (dirty()) {
      store.write({ text: page.text(), base, sent });
      return;
    }
    if (!connection.isLost()) tell(words.status.kept, "kept");
  };

  const view = (seen, text, whole) => {
    showing = { seen, text };
    const numbers = page.mark(seen.marks, whole);
    key.show(seen.legend, numbers, text.trim() !== "", seen.questions.length > 0);
    if (seen.counter) {
      count.textContent = seen.counter.text;
      count.style.setProperty("--share", seen.counter.share);
      count.dataset.fits = seen.counter.fits;
    } else {
      count.textContent = seen.trouble;
    }
    if (whole || seen.flags.length === 0) flagged(seen.flags);
    rows.show(seen, whole);
    more.show(seen);
  };

  const flagged = (given) => {
    const told = JSON.stringify(given);
    if (flags.dataset.told === told) return;
    flags.dataset.told = told;
    flags.replaceChildren();
    for (const flag of given) {
      const box = make("div", flags, { kind: "g-flag" });
      heading(box, flag.heading);
      make("strong", make("p", box), { text: `${flag.title}. ` }).after(flag.reason);
    }
  };

  const keep = async () => {
    const answer = await ask("keep");
    news.textContent = answer.said.join(" ");
    return answer;
  };

  const copy = async () => {
    if (!(await copied(page.area))) {
      news.textContent = words.page.not_copied;
      return;
    }
    news.textContent = words.page.copied;
    if (!page.text().trim()) return;
    const answer = await keep();
    news.textContent = [words.page.copied, ...answer.said].join(" ");
  };

  /* Another page has written. Where nothing of this one is unkept, it follows; else the next writing finds out. */
  const follow = (stands) => {
    if (!begun || clashing || stands.number <= base || dirty()) return;
    base = stands.number;
    acked = stands.text;
    if (stands.text !== page.text()) {
      page.show(stands.text);
      tell(words.status.followed, "kept");
    }
    read();
  };

  const clashed = (stands) => {
    clashing = true;
    choice.show(stands, async (mine) => {
      const texts = mine ? { other: stands.text } : { text: stands.text, other: page.text() };
      clashing = false;
      page.area.focus();
      const answer = await ask("settle", { ...texts, seen: stands.number });
      if (!answer.conflict) tell(answer.said.join(" "), "kept");
      read();
    });
  };

  /* What stands there when the page begins, and what it or another has left in the browser. */
  const arrive = (stands) => {
    const early = begun ? page.text() : null;
    const typed = early !== null && early !== acked;
    const copies = store.left();
    const forgotten = (copy) => copy.base > 0 && stands.number === 0 && !stands.unread; // with its file
    const unkept = copies.filter((copy) => copy.text !== stands.text && !forgotten(copy));
    const known = stands.text === acked || stands.text === early;
    found = copies.map((copy) => copy.key);
    base = stands.number;
    acked = stands.text;
    begin();
    if (typed) {
      if (!known) clashed(stands);
    } else if (unkept.length > 0) {
      const [latest, ...older] = unkept;
      page.show(latest.text);
      for (const copy of older) connection.ask("lay_by", () => ({ other: copy.text }));
      if (latest.base === stands.number || latest.sent === stands.text || !stands.text) tell(words.status.brought_back, "kept");
      else clashed(stands);
    } else {
      page.show(stands.text);
      store.clear(...found);
      if (stands.text) tell(words.status.kept, "kept");
    }
    resting = calm = true;
    read();
  };

  const begin = () => {
    begun = true;
    page.area.readOnly = false;
    page.area.placeholder = fill(words.page.begin, { recipient });
  };

  const host = /^https?:$/.test(location.protocol) ? location.hostname : "";
  const late = setTimeout(() => {
    if (begun || done) return;
    const copy = store.left()[0];
    acked = copy?.text ?? given.text; // what was left is what is known; the kernel has the last word
    page.show(acked);
    begin();
  }, WAIT_FOR_KERNEL);
  connection.ask("hello", () => ({ host }), (answer) => {
    clearTimeout(late);
    if (done) return;
    where.show(answer);
    kept.list(answer.versions);
    arrive(answer.stands);
    if (answer.grading) tell(words.status.grading, "kept");
  });

  return {
    area: page.area,
    keep,
    end() {
      done = true;
      clearTimeout(rest);
      clearTimeout(calming);
      clearTimeout(late);
      if (begun && dirty()) store.write({ text: page.text(), base, sent });
      rows.end();
      connection.end();
      root.replaceChildren();
    },
  };
}
