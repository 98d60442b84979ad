/* The bricks of the page. Texts go in as text, never as HTML. */

const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);

function make(tag, parent, { text = "", kind = "", ...attributes } = {}) {
  const made = document.createElement(tag);
  made.textContent = text;
  if (kind) made.className = kind;
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  parent?.append(made);
  return made;
}

const heading = (parent, text, level = 4) =>
  make("p", parent, { text, kind: level === 3 ? "g-title" : "g-heading", role: "heading", "aria-level": level });

function button(parent, text, act, kind = "") {
  const made = make("button", parent, { text, kind, type: "button" });
  made.addEventListener("click", act);
  return made;
}

const freshId = () => `g-${crypto.getRandomValues(new Uint32Array(2)).join("")}`;

function labelled(parent, control, text, kind = "") {
  control.id ||= freshId();
  const made = make("label", parent, { text, kind });
  made.htmlFor = control.id;
  return made;
}

/* A part of the page that opens and closes, with a summary large enough to hit. */
function fold(parent, text, kind) {
  const made = make("details", parent, { kind: `g-fold ${kind}` });
  const summary = make("summary", made, { text });
  const body = make("div", made, { kind: "g-fold-body" });
  return { made, summary, body };
}

/* `text` with `words` in it set off, where they are given and found. */
function quoting(parent, text, words) {
  const at = words ? text.indexOf(words) : -1;
  if (at < 0) return parent.append(text);
  parent.append(text.slice(0, at), make("strong", null, { text: words }), text.slice(at + words.length));
}

/* Whether a control's text could be put on the clipboard. */
async function copied(control) {
  try {
    await navigator.clipboard.writeText(control.value);
    return true;
  } catch {
    control.select(); // a page that was not served securely has no clipboard but this one
    return document.execCommand("copy");
  }
}
