/* Where what is written is kept, said truly; and, where it will be gone, a way to take it along. */
function whereabouts(parent, words, { ask, forget }) {
  const { made, body } = fold(parent, words.place.heading, "g-place");
  const sentences = make("div", body);
  const bar = make("div", body, { kind: "g-buttons" });
  const said = make("p", body, { role: "status", kind: "g-quiet" });
  const tell = (list) => (said.textContent = (list ?? []).join(" "));

  const download = button(bar, words.place.download, async () => {
    const answer = await ask("take_along");
    const [bytes] = answer.buffers;
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([bytes], { type: "application/zip" }));
    link.download = answer.file;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    tell(answer.said);
  });
  const upload = make("div", bar, { kind: "g-upload" });
  const file = make("input", null, { type: "file", accept: ".zip" });
  labelled(upload, file, words.place.upload);
  upload.append(file);
  file.addEventListener("change", async () => {
    if (file.files.length === 0) return;
    const answer = await ask("bring_back", {}, [await file.files[0].arrayBuffer()]);
    tell(answer.said);
    file.value = "";
  });
  button(bar, words.place.forget, () => {
    forget();
    tell([words.place.forgotten.replaceAll("`", "")]);
  });

  return {
    show({ where, place }) {
      if (!where) return;
      sentences.replaceChildren(...place.map((text) => make("p", null, { text })));
      made.open = where === "temporary";
      download.classList.toggle("g-main", where === "temporary" || where === "browser");
    },
  };
}
