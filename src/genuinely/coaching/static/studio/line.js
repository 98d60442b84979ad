/* The line to the kernel: one request in flight, and the next leaves when its answer has been taken.

   A kernel that is gone does not say so. It is noticed by an answer that does not come; while the studio is in use, the
   line asks whether anybody is there a second after it has last heard. */

const PATIENCE = 1800;
const PULSE = 1000;
const IN_USE = 120_000;
const ASK_AGAIN = 3000;

function line({ model, el, onLost, onBack, onFailed, onNews }) {
  const client = crypto.getRandomValues(new Uint32Array(2)).join("");
  const queue = [];
  let number = 0;
  let flying = null;
  let lost = false;
  let sentAt = 0;
  let usedAt = 0;
  let patience = null;
  let beat = null;

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
    number += 1;
    flying = { ...next, content: next.make(), n: number };
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
    rest();
    const { took, resolve } = flying;
    flying = null;
    if (lost) {
      lost = false;
      onBack();
    }
    const answer = { ...message, buffers };
    if (answer.failed) {
      onFailed(answer.failed);
    } else {
      took(answer); // first: it may say which state the next text is written upon
      resolve(answer);
    }
    pump();
  };

  /* make() is called when the request leaves, took() when its answer arrives and before the next one leaves. */
  const ask = (name, make = () => ({}), took = () => {}, buffers = []) =>
    new Promise((resolve) => {
      queue.push({ ask: name, make, took, buffers, resolve });
      pump();
    });

  /* Only the latest text is worth reading: one reading waits at most. */
  const read = (make, took) => {
    if (!queue.some((each) => each.ask === "read")) ask("read", make, took);
  };

  const probe = () => {
    if (flying) {
      if (lost && Date.now() - sentAt > ASK_AGAIN) send();
    } else if (queue.length === 0) {
      ask("ping", () => ({}), (answer) => answer.stands && onNews(answer.stands));
    }
  };

  const rest = () => {
    clearTimeout(beat);
    beat = setTimeout(() => {
      rest();
      if (Date.now() - usedAt < IN_USE && document.visibilityState === "visible") probe();
    }, PULSE);
  };
  const use = () => {
    usedAt = Date.now();
    if (lost) probe();
  };
  const look = () => document.visibilityState === "visible" && probe();

  rest();
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
      clearTimeout(beat);
      clearTimeout(patience);
      model.off("msg:custom", take);
      model.off("comm_live_update", probe);
      window.removeEventListener("focus", look);
      window.removeEventListener("online", look);
      document.removeEventListener("visibilitychange", look);
    },
  };
}
