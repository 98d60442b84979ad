// One slide at a time, by keyboard, click or button; a clock for each exercise; notes that fold out.
"use strict";
(() => {
  const words = JSON.parse(document.getElementById("words").textContent);
  const root = document.documentElement;
  const slides = [...document.querySelectorAll(".slide")];
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (all, key) => values[key] ?? all);
  const made = (tag, name, text) => Object.assign(document.createElement(tag), { className: name, textContent: text });
  const button = (text, does) => {
    const one = made("button", "", text);
    one.type = "button";
    one.addEventListener("click", does);
    return one;
  };
  let at = 0;

  const spoken = made("p", "spoken", "");
  spoken.setAttribute("role", "status");
  const where = made("p", "where", "");
  const notes = button(words.notes, () => withNotes(!root.classList.contains("with-notes")));
  notes.setAttribute("aria-pressed", "false");
  const back = button(words.back, () => go(at - 1));
  const next = button(words.next, () => go(at + 1));
  const keys = document.createElement("details");
  keys.append(made("summary", "", words.help), made("p", "", words.keys));
  const controls = made("nav", "controls", "");
  controls.setAttribute("aria-label", words.help);
  controls.append(where, keys, notes, back, next);
  document.querySelector("main").append(spoken, controls);

  function go(to, focus = true) {
    at = Math.min(Math.max(to, 0), slides.length - 1);
    slides.forEach((slide, number) => slide.classList.toggle("now", number === at));
    const title = slides[at].querySelector("h1, h2");
    where.textContent = fill(words.slide, { number: at + 1, of: slides.length });
    back.disabled = at === 0;
    next.disabled = at === slides.length - 1;
    history.replaceState(null, "", `#slide-${at + 1}`);
    fit();
    if (focus) title.focus({ preventScroll: true });
  }

  // Letters as large as the window allows: somewhat smaller where a slide would not fit.
  function fit() {
    const stage = slides[at].querySelector(".stage");
    for (let size = 1; size > 0.6; size -= 0.05) {
      stage.style.setProperty("--fit", size);
      if (stage.scrollHeight <= stage.clientHeight) break;
    }
    reachable();
  }

  // What has to be scrolled can be reached by the keyboard.
  function reachable() {
    for (const part of slides[at].querySelectorAll(".stage, .notes")) {
      if (part.scrollHeight > part.clientHeight) part.tabIndex = 0;
      else part.removeAttribute("tabindex");
    }
  }

  function withNotes(shown) {
    root.classList.toggle("with-notes", shown);
    notes.setAttribute("aria-pressed", String(shown));
    fit();
  }

  function theme() {
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
  }

  function clock(place) {
    const time = place.querySelector(".time");
    const whole = Number(place.dataset.minutes) * 60;
    let ends = 0;
    let ticking = 0;
    const press = button(words.start, () => (ticking ? stop() : start()));
    const shown = (left) => `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
    function start() {
      ends = Date.now() + whole * 1000;
      ticking = setInterval(tick, 250);
      press.textContent = words.stop;
      time.classList.add("runs");
      tick();
    }
    function stop() {
      clearInterval(ticking);
      ticking = 0;
      press.textContent = words.again;
    }
    function tick() {
      const left = Math.max(0, Math.round((ends - Date.now()) / 1000));
      const text = left ? shown(left) : words.time_up;
      if (time.textContent === text) return;
      time.textContent = text;
      if (left === 60) spoken.textContent = fill(words.minutes_left, { minutes: 1 });
      if (left) return;
      spoken.textContent = words.time_up;
      stop();
    }
    place.append(press);
  }

  const moves = {
    ArrowRight: () => go(at + 1), PageDown: () => go(at + 1), " ": () => go(at + 1),
    ArrowLeft: () => go(at - 1), PageUp: () => go(at - 1),
    Home: () => go(0), End: () => go(slides.length - 1),
    n: () => withNotes(!root.classList.contains("with-notes")),
    d: theme,
    t: () => slides[at].querySelector(".clock button")?.click(),
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const own = event.target.closest("button, summary, a");
    if (own && (event.key === " " || event.key === "Enter")) return;
    const move = moves[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!move || (event.shiftKey && event.key !== " ")) return;
    event.preventDefault();
    if (event.key === " " && event.shiftKey) go(at - 1);
    else move();
  });
  document.addEventListener("click", (event) => {
    if (event.target.closest("button, summary, a, details, .notes, .controls")) return;
    if (!getSelection().isCollapsed) return;
    go(event.clientX < innerWidth / 4 ? at - 1 : at + 1);
  });
  addEventListener("hashchange", () => go(asked()));
  addEventListener("resize", fit);

  const asked = () => (Number((location.hash.match(/^#slide-(\d+)$/) ?? [0, 1])[1]) || 1) - 1;
  document.querySelectorAll(".clock").forEach(clock);
  root.classList.add("live");
  go(asked(), false);
})();
