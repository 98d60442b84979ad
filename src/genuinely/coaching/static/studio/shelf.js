/* Copies in the browser of what is typed and not yet kept elsewhere: one for each page that shows the message.

   A browser may refuse storage; then there is only less of a safety net. */
function shelf(place) {
  const attempt = (act) => {
    try {
      return act();
    } catch {
      return null;
    }
  };
  const mine = `${place}#${crypto.getRandomValues(new Uint32Array(2)).join("")}`;
  const keys = (start) => attempt(() => Object.keys(localStorage).filter((key) => key.startsWith(start))) ?? [];
  return {
    write: (copy) => attempt(() => localStorage.setItem(mine, JSON.stringify({ ...copy, time: Date.now() }))),

    /* The copy of this page, and the copies that it has taken up. */
    clear: (...taken) => [mine, ...taken].forEach((key) => attempt(() => localStorage.removeItem(key))),

    /* What other pages, or this one before it was loaded anew, have left: the latest first. */
    left() {
      return keys(`${place}#`)
        .filter((key) => key !== mine)
        .map((key) => ({ key, ...attempt(() => JSON.parse(localStorage.getItem(key))) }))
        .filter((copy) => typeof copy.time === "number")
        .sort((a, b) => b.time - a.time);
    },

    /* Every copy of the course in this browser. */
    forget: () => keys("genuinely/").forEach((key) => attempt(() => localStorage.removeItem(key))),
  };
}
