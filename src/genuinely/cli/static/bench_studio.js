/* Watches a studio's page while somebody types: `bench` collects times in milliseconds and counts. */
(root) => {
  const area = root.querySelector(".g-letter textarea");
  const under = root.querySelector(".g-under");
  const typedAt = []; // by the number of the edit, from 1
  const BACK_WITHIN = 1000;
  const bench = { waits: [], updates: [], keys: 0, late: 0, flickers: 0 };
  let known = Number(under.dataset.known ?? 0);
  let lit = [];
  let wentOut = [];
  window.bench = bench;

  const letters = () => under.textContent.replace("\u200b", "");
  const marks = () => [...under.querySelectorAll("mark")].map((mark) => mark.textContent);

  /* An edit at the end: every mark before it stands as it stood, under the same words, before the frame is painted. */
  let before = [];
  area.addEventListener("beforeinput", () => (before = marks().slice(0, -1)));
  area.addEventListener("input", () => {
    const now = performance.now();
    const stood = before;
    requestAnimationFrame(() => {
      bench.keys += 1;
      typedAt[Number(under.dataset.edits)] ??= now;
      const after = marks();
      if (letters() !== area.value || stood.some((words, index) => after[index] !== words)) bench.late += 1;
    });
    typedAt[Number(under.dataset.edits)] = now;
  });

  /* Painted: the frame after the one in which the marks were put there has begun. */
  const painted = (act) => requestAnimationFrame(() => setTimeout(() => act(performance.now())));

  new MutationObserver(() => {
    const first = known + 1;
    known = Number(under.dataset.known);
    bench.updates.push(performance.now());
    painted((now) => {
      for (let edit = first; edit <= known; edit += 1) if (typedAt[edit]) bench.waits.push(now - typedAt[edit]);
    });
  }).observe(under, { attributes: true, attributeFilter: ["data-known"] });

  /* A letter whose mark goes out and is back within a second has flickered, unless the mark was one of the words that
     were being written. For each letter: where the marks end that lie over it, 0 without any. */
  const light = () => {
    const found = [];
    let from = null;
    for (const part of under.childNodes) {
      const end = found.length + part.textContent.length;
      from = part.nodeName === "MARK" ? (from ?? found.length) : null;
      for (const _ of part.textContent) found.push(from === null ? 0 : end);
      if (from !== null) found.fill(end, from, end);
    }
    return found;
  };
  new MutationObserver(() => {
    const now = performance.now();
    const next = light();
    const done = Math.max(...[". ", "? ", "! ", "\n"].map((sign) => area.value.lastIndexOf(sign) + 1));
    let back = false;
    for (let at = 0; at < done && at < lit.length; at += 1) {
      if (lit[at] && lit[at] <= done && !next[at]) wentOut[at] = now;
      if (!lit[at] && next[at] && now - (wentOut[at] ?? -Infinity) < BACK_WITHIN) back = true;
    }
    if (back) bench.flickers += 1;
    lit = next;
  }).observe(under, { childList: true });
}
