/* The studio: an own message begins with its form; then comes the card beside the editor, and all that belongs to it. */

/* What is typed in here is meant for the studio. JupyterLab would take a line break, an undo and single letters for
   commands of its own; it hears of them on the way to the control that they are meant for. */
function keepsItsKeys(el) {
  el.dataset.lmSuppressShortcuts = "true";
  el.addEventListener("beforeinput", (event) => event.stopPropagation(), true);
}

export default {
  render({ model, el }) {
    const words = model.get("words");
    el.classList.add("genuinely", "g-widget", "g-studio");
    el.lang = model.get("language");
    el.setAttribute("role", "region");
    el.setAttribute("aria-label", model.get("label"));
    keepsItsKeys(el);
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
      const tell = (text) => made.tell(text);
      asking = line({
        model,
        el: form,
        onLost: () => tell(words.status.lost),
        onBack: () => tell(""),
        onFailed: tell,
        onNews() {},
      });
      const latest = fields.map((field) => ({ ...field, value: values[field.name] ?? field.value }));
      form.replaceChildren();
      const made = ownForm(form, words, {
        fields: latest,
        store: shelf(`${model.get("key")}/form`),
        ask: asking.ask,
        done(answer, filled) {
          closedForm(filled);
          show({ ...answer, private: true });
          page.area.focus();
        },
      });
      return made;
    };
    const closedForm = (values) => {
      asking?.end();
      form.replaceChildren();
      button(form, words.own.change, () => openForm(values).focus(), "g-change");
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
