/* The line to the kernel: one request in flight, and the next leaves when its answer arrives.

   A kernel that is gone does not say so. It is noticed by an answer that does not come; while somebody writes, the line
   asks every second whether anybody is there. */

const PATIENCE = 1800;
const PULSE = 1000;
const IN_USE = 120_000;
const ASK_AGAIN = 3000;

function line({ model, el, onLost, onBack, onNews }) {
  const client = crypto.getRandomValues(new Uint32Array(2)).join("");
  const queue = [];
  let number = 0;
  let flying = null;
  let lost = false;
  let sentAt = 0;
  let usedAt = 0;
  let patience = null;

  const send = () => {
    sentAt = Date.now();
    clearTimeout(patience);
    patience = setTimeout(lose, PATIENCE);
    try {
      model.send({ ...flying.content, ask: flying.ask, client, n: flying.n }, undefined, flying.buffers);
    } catch {
      // The line is down: no answer will come, and that is what is noticed.
    }
  };

  const lose = () => {
    if (!flying || lost) return;
    lost = true;
    onLost();
  };

  const pump = () => {
    if (flying || queue.length === 0) return;
    const next = queue.shift();
    const content = next.make();
    if (content === null) {
      next.resolve(null);
      pump();
      return;
    }
    number += 1;
    flying = { ...next, content, n: number };
    send();
  };

  const take = (message, buffers) => {
    if (!message || typeof message !== "object") return;
    if (message.to !== client) {
      if (message.stands) onNews(message.stands);
      return;
    }
    if (!flying || message.n !== flying.n) return;
    clearTimeout(patience);
    const { resolve } = flying;
    flying = null;
    if (lost) {
      lost = false;
      onBack();
    }
    resolve({ ...message, buffers });
    pump();
  };

  const ask = (name, make = () => ({}), buffers = []) =>
    new Promise((resolve) => {
      queue.push({ ask: name, make: typeof make === "function" ? make : () => make, buffers, resolve });
      pump();
    });

  /* Only the latest text is worth reading: one reading waits at most. What it reads is taken when it leaves. */
  const read = (make) =>
    queue.some((each) => each.ask === "read") ? Promise.resolve(null) : ask("read", make);

  const probe = () => {
    if (flying) {
      if (lost && Date.now() - sentAt > ASK_AGAIN) send();
    } else if (queue.length === 0) {
      ask("ping").then((answer) => answer?.stands && onNews(answer.stands));
    }
  };

  const beat = setInterval(() => {
    const inUse = Date.now() - usedAt < IN_USE && document.visibilityState === "visible";
    if (inUse && el.contains(document.activeElement) && !lost) probe();
  }, PULSE);
  const use = () => {
    usedAt = Date.now();
    if (lost) probe();
  };
  const look = () => document.visibilityState === "visible" && probe();

  model.on("msg:custom", take);
  model.on("comm_live_update", probe);
  el.addEventListener("input", use);
  el.addEventListener("focusin", use);
  window.addEventListener("focus", look);
  window.addEventListener("online", look);
  document.addEventListener("visibilitychange", look);

  return {
    ask,
    read,
    isLost: () => lost,
    end() {
      clearInterval(beat);
      clearTimeout(patience);
      model.off("msg:custom", take);
      model.off("comm_live_update", probe);
      window.removeEventListener("focus", look);
      window.removeEventListener("online", look);
      document.removeEventListener("visibilitychange", look);
    },
  };
}
