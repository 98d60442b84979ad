/* The studio: the card beside the editor, the rows, the help, the versions, and where all this is kept. */

const REST = 350;
const KEEP_EVERY = 1000;
const WAIT_FOR_KERNEL = 1500;

/* The card, to read while writing. */
function cardPage(parent, words, card) {
  const place = make("section", parent, { kind: "g-card", tabindex: "0", role: "region", "aria-label": words.page.card });
  heading(place, card.situation.heading);
  make("p", place, { text: card.situation.text });
  for (const person of card.people) {
    const one = make("div", place, { kind: "g-person" });
    heading(one, person.heading);
    make("p", one, { text: person.name, kind: "g-strong" });
    make("p", one, { text: person.role });
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

/* What the marks mean: the number, what the words do, and what they count for. */
function legend(parent, words) {
  const place = make("div", parent, { kind: "g-legend" });
  const list = make("ul", place, { "aria-label": words.page.legend });
  const quiet = make("p", place, { kind: "g-quiet" });
  let shown = "";
  return {
    show(items, begun) {
      const now = JSON.stringify(items);
      quiet.textContent = items.length || begun ? words.page.lines : words.page.unmarked;
      if (now === shown) return;
      shown = now;
      list.replaceChildren();
      for (const item of items) {
        const entry = make("li", list, { kind: item.classes, title: item.serves });
        make("b", entry, { text: item.number });
        make("span", entry, { text: item.label, kind: "g-line" });
        make("span", entry, { text: ` (${item.serves})`, kind: "g-unseen" });
      }
    },
  };
}

/* One message in its editor, until `end`. */
function writing(root, model, given) {
  const words = model.get("words");
  const recipient = given.card.people[1].name;
  const store = shelf(model.get("key"));
  const desk = make("div", root, { kind: "g-desk" });
  cardPage(desk, words, given.card);
  const right = make("div", desk, { kind: "g-writing" });

  let base = 0;
  let acked = "";
  let sent = "";
  let keptAt = 0;
  let begun = false;
  let other = null;
  let resting = false;
  let rest = null;
  let done = false;
  let found = [];

  const page = letter(right, {
    label: fill(words.page.writing, { recipient }),
    hint: words.page.opening,
    language: given.private ? "" : model.get("language"),
    onEdit(composing) {
      store.write({ text: page.text(), base, sent });
      resting = false;
      clearTimeout(rest);
      rest = setTimeout(() => {
        resting = true;
        read();
      }, REST);
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
  const clash = make("div", right, { kind: "g-clash", role: "alert" });
  const flags = make("div", right, { kind: "g-flags", role: "status" });
  const key = legend(right, words);

  const connection = line({
    model,
    el: root,
    onLost: () => tell(words.status.lost, "lost"),
    onBack: () => tell(words.status.back, "kept"),
    onNews: (stands) => follow(stands),
  });

  /* Every request that has to do with the text names the text, and the state that it was written upon. */
  const ask = async (name, content = {}, buffers = []) => {
    let text = "";
    const answer = await connection.ask(
      name,
      () => {
        text = page.leaving();
        return { text, seen: base, ...content };
      },
      buffers,
    );
    if (answer) took(answer, content.text ?? text);
    return answer;
  };

  const rows = levels(root, words, { fields: given.fields, recipient, ask });
  const more = helping(root, words, { ask, text: page.text });
  const kept = versions(root, words, { ask, take: (answer) => typeof answer.text === "string" && page.show(answer.text) });
  const where = whereabouts(root, words, { ask, forget: () => store.forget() });

  const dirty = () => page.text() !== acked;

  const tell = (text, kind) => {
    if (status.textContent !== text) status.textContent = text;
    status.dataset.kind = kind;
  };

  const read = () => {
    let text = "";
    connection
      .read(() => {
        text = page.leaving();
        const keep = begun && !other && dirty() && (resting || Date.now() - keptAt > KEEP_EVERY);
        if (keep) {
          sent = text;
          store.write({ text, base, sent });
        }
        return { text, seen: base, keep };
      })
      .then((answer) => {
        if (!answer || done) return;
        took(answer, text);
        if (page.text() !== text) read();
        else if (resting && dirty() && !other && !answer.troubles?.length) read();
      });
  };

  const took = (answer, text) => {
    if (answer.view) view(answer.view, text);
    if (answer.versions) kept.list(answer.versions);
    if (answer.conflict) clashed(answer.stands);
    else if (answer.kept) settled(text, answer.stands.number);
    else if (answer.troubles?.length) tell(answer.troubles.join(" "), "not-kept");
  };

  const settled = (text, number) => {
    base = number;
    acked = text;
    keptAt = Date.now();
    for (const each of found) store.clear(each);
    found = [];
    if (dirty()) return;
    store.clear();
    if (!connection.isLost()) tell(words.status.kept, "kept");
  };

  const view = (seen, text) => {
    page.mark(seen.marks);
    key.show(seen.legend ?? [], text.trim() !== "");
    if (seen.counter) {
      count.textContent = seen.counter.text;
      count.style.setProperty("--share", seen.counter.share);
      count.dataset.fits = seen.counter.fits;
    } else if (seen.trouble) {
      count.textContent = seen.trouble;
    }
    const told = JSON.stringify(seen.flags);
    if (flags.dataset.told !== told) {
      flags.dataset.told = told;
      flags.replaceChildren();
      for (const flag of seen.flags) {
        const box = make("div", flags, { kind: "g-flag" });
        heading(box, flag.heading);
        make("strong", make("p", box), { text: `${flag.title}. ` }).after(flag.reason);
      }
    }
    rows.show(seen);
    more.show(seen);
  };

  const keep = async () => {
    const answer = await ask("keep");
    if (answer) news.textContent = (answer.said ?? []).join(" ");
    return answer;
  };

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(page.text());
    } catch {
      page.area.select();
      if (!document.execCommand("copy")) {
        news.textContent = words.page.not_copied;
        return;
      }
    }
    const answer = page.text().trim() ? await keep() : null;
    news.textContent = [words.page.copied, ...(answer?.said ?? [])].join(" ");
  };

  /* Another page has written. Where nothing of this one is unkept, it follows; else the next writing finds out. */
  const follow = (stands) => {
    if (!begun || other || stands.number <= base || dirty()) return;
    base = stands.number;
    acked = stands.text;
    if (stands.text !== page.text()) {
      page.show(stands.text);
      tell(words.status.followed, "kept");
    }
    read();
  };

  const clashed = (stands) => {
    other = stands;
    clash.replaceChildren();
    heading(clash, words.conflict.title);
    make("p", clash, { text: fill(words.conflict.body, { when: stands.when }) });
    const { body } = fold(clash, words.conflict.theirs, "g-theirs");
    make("p", body, { text: stands.text, kind: "g-model" });
    const choice = make("div", clash, { kind: "g-buttons" });
    const settle = async (text, laidBy) => {
      other = null;
      clash.replaceChildren();
      const answer = await ask("settle", { text, other: laidBy, seen: stands.number });
      if (answer && !answer.conflict) {
        page.show(text);
        acked = text;
        tell(answer.said.join(" "), "kept");
        read();
      } else if (!answer) clashed(stands);
    };
    button(choice, words.conflict.keep_mine, () => settle(page.text(), stands.text), "g-main");
    button(choice, words.conflict.take_theirs, () => settle(stands.text, page.text()));
  };

  /* What stands there when the page begins, and what it or another has left in the browser. */
  const arrive = (stands) => {
    const early = begun ? page.text() : null;
    const typed = early !== null && early !== acked;
    const unkept = store.left().filter((copy) => copy.text !== stands.text);
    found = store.left().map((copy) => copy.key);
    const same = typed && (stands.text === acked || stands.text === early);
    base = stands.number;
    acked = stands.text;
    begin();
    if (typed) {
      if (!same) clashed(stands);
    } else if (unkept.length > 0) {
      const [latest, ...older] = unkept;
      page.show(latest.text);
      for (const copy of older) connection.ask("lay_by", { other: copy.text });
      if (latest.base === stands.number || latest.sent === stands.text) tell(words.status.brought_back, "kept");
      else clashed(stands);
    } else {
      page.show(stands.text);
      for (const each of found) store.clear(each);
      if (stands.text) tell(words.status.kept, "kept");
    }
    resting = true;
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
  connection.ask("hello", { host }).then((answer) => {
    clearTimeout(late);
    if (!answer || done) return;
    if (answer.grading) tell(words.status.grading, "kept");
    where.show(answer);
    kept.list(answer.versions);
    arrive(answer.stands);
  });

  return {
    keep,
    end() {
      done = true;
      clearTimeout(rest);
      clearTimeout(late);
      if (begun && dirty()) store.write({ text: page.text(), base, sent });
      rows.end();
      connection.end();
      desk.parentElement?.replaceChildren();
    },
  };
}

export default {
  render({ model, el }) {
    const words = model.get("words");
    el.classList.add("genuinely", "g-widget", "g-studio");
    el.lang = model.get("language");
    el.setAttribute("role", "region");
    el.setAttribute("aria-label", model.get("label"));
    el.dataset.lmSuppressShortcuts = "true"; // JupyterLab would take keys that are typed or pressed in here
    let page = null;
    let asking = null;

    const top = make("div", el, { kind: "g-head" });
    const form = make("div", el);
    const body = make("div", el);

    const show = (given) => {
      top.replaceChildren();
      heading(top, given.card.title, 3);
      make("p", top, { text: given.card.channel, kind: "g-quiet" });
      page?.end();
      page = writing(body, model, given);
    };

    const fields = model.get("own_form").fields ?? [];
    const openForm = (values) => {
      asking?.end();
      asking = line({ model, el: form, onLost: () => {}, onBack: () => {}, onNews: () => {} });
      form.replaceChildren();
      const latest = fields.map((field) => ({ ...field, value: values[field.name] ?? field.value }));
      ownForm(form, words, {
        fields: latest,
        ask: (name, content) => asking.ask(name, content),
        done(answer, filled) {
          closedForm(filled);
          show({ ...answer, private: true });
        },
      }).focus();
    };
    const closedForm = (values) => {
      form.replaceChildren();
      button(form, words.own.change, () => openForm(values));
    };

    el.addEventListener("keydown", (event) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s") {
        event.preventDefault();
        page?.keep();
      }
    });

    const card = model.get("card");
    const given = { card, fields: model.get("fields"), text: model.get("text"), private: fields.length > 0 };
    if (card.people) {
      show(given);
      if (given.private) closedForm({});
    } else {
      openForm({});
    }
    return () => {
      page?.end();
      asking?.end();
    };
  },
};
