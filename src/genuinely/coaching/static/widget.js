/* The frame of every widget of the course.

   frame(given, build) lays out a fieldset with its legend, a place for the controls, and a status line that screen
   readers follow. build(body, box) fills the place. box offers
     value          what to show first: what was typed while the kernel was gone, else what is kept
     send(value)    keep it: a moment after the last call, or at once with send(value, true)
     label(control, text)  a visible label, tied to its control
     onValue(show)  call show(value) when Python changes the value
   What is sent is mirrored in the browser until the kernel has answered, so that nothing typed is lost. */

const PAUSE = 600;
const PATIENCE = 2500;

function frame({ model, el }, build) {
  const words = model.get("words");
  const make = (tag, parent, text = "") => {
    const made = document.createElement(tag);
    made.textContent = text;
    parent.append(made);
    return made;
  };

  el.classList.add("genuinely", "g-widget");
  el.lang = model.get("language");
  keepsLineBreaks(el);
  const fieldset = make("fieldset", el);
  make("legend", fieldset, model.get("label"));
  if (model.get("hint")) make("p", fieldset, model.get("hint")).className = "g-hint";
  const body = make("div", fieldset);
  const status = make("p", fieldset);
  status.className = "g-status";
  status.setAttribute("role", "status");
  status.setAttribute("aria-live", "polite");

  const mirror = mirrored(model.get("place"));
  const say = (text, kind) => {
    if (status.textContent !== text) status.textContent = text;
    status.dataset.kind = kind;
  };
  let number = model.get("answered").number ?? 0;
  let pending = null;
  let pause = null;
  let patience = null;

  const flush = () => {
    if (pending === null) return;
    number = Math.max(number, model.get("sent").number ?? 0) + 1; // another view may have sent too
    model.set("sent", { number, value: pending.value });
    pending = null;
    model.save_changes();
    clearTimeout(patience);
    patience = setTimeout(() => say(words.lost, "lost"), PATIENCE);
  };

  const answered = () => {
    const answer = model.get("answered");
    if (answer.number < number) return;
    clearTimeout(patience);
    const troubles = (answer.troubles ?? []).join(" ");
    if (answer.kept && pending === null) mirror.clear();
    if (pending !== null && !troubles) return; // what was typed since is not kept yet
    if (answer.number > 0 || answer.kept || troubles) {
      say(troubles || (answer.kept ? words.kept : words.not_kept), answer.kept ? "kept" : "not-kept");
    }
  };

  const box = {
    value: mirror.read() ?? model.get("value"),
    send(value, now = false) {
      pending = { value };
      mirror.write(value);
      if (status.dataset.kind !== "lost") say(words.keeping, "keeping");
      clearTimeout(pause);
      if (now) flush();
      else pause = setTimeout(flush, PAUSE);
    },
    label(control, text) {
      control.id ||= `g-${crypto.getRandomValues(new Uint32Array(2)).join("")}`;
      const made = document.createElement("label");
      made.htmlFor = control.id;
      made.textContent = text;
      return made;
    },
    onValue(show) {
      model.on("change:value", () => pending === null && show(model.get("value")));
    },
  };

  model.on("change:answered", answered);
  const unanswered = mirror.read();
  build(body, box);
  if (unanswered === null) answered();
  else box.send(unanswered, true);
  return () => {
    clearTimeout(pause);
    clearTimeout(patience);
    flush();
    clearTimeout(patience);
  };
}

/* JupyterLab takes every line break that is typed inside a cell for a wish to run it, and stops it. One that is typed
   without Shift, Ctrl or Cmd is the writer's: JupyterLab does not hear of it. */
function keepsLineBreaks(el) {
  let plain = true;
  const modified = (event) => event.shiftKey || event.ctrlKey || event.metaKey || event.altKey;
  el.addEventListener("keydown", (event) => (plain = !modified(event)), true);
  el.addEventListener("beforeinput", (event) => event.inputType === "insertLineBreak" && plain && event.stopPropagation(), true);
}

/* What was typed and not yet answered for. A browser may refuse storage; then there is only less of a safety net. */
function mirrored(place) {
  const attempt = (act) => {
    try {
      return act();
    } catch {
      return null;
    }
  };
  return {
    read: () => attempt(() => JSON.parse(localStorage.getItem(place))),
    write: (value) => attempt(() => localStorage.setItem(place, JSON.stringify(value))),
    clear: () => attempt(() => localStorage.removeItem(place)),
  };
}
