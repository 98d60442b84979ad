// A %%rewrite cell holds a message to a person, and %%choose and %%reflect cells hold what a learner thinks. In
// JupyterLab and Notebook they read as prose, not as Python.
//
// This is a federated extension written by hand, so that it needs no build: JupyterLab loads this file, hands its
// shared modules to `init`, and asks `get` for what package.json names. Each editor then decides by its own text
// alone, at every keystroke; the notebook, its cells and their mime types are left as they are, so that a restarted
// kernel changes nothing.

(() => {
  const STYLE = new URL("style.css", document.currentScript.src).href;
  const WRITTEN = /^\s*%%(?:rewrite|choose|reflect)(?!\w)/; // and not %%rewrite_history
  const FAR_ENOUGH = 200; // characters, to look past blank lines at the top
  let shared = {};

  /** Return the one copy of a module that all share: what is in use, else the newest. Throw if there is none. */
  async function load(name) {
    const versions = Object.keys(shared[name]).sort((one, other) => one.localeCompare(other, "en", { numeric: true }));
    const offered = shared[name][versions.find((each) => shared[name][each].loaded) ?? versions.at(-1)];
    offered.loaded = 1; // so that whoever asks next gets the same
    return (await offered.get())();
  }

  const isProse = (state) => WRITTEN.test(state.doc.sliceString(0, FAR_ENOUGH));

  /** Return what makes an editor show prose, for as long as its text begins with such a line. */
  function prose({ language, StreamLanguage }, { Prec }, { Decoration, EditorView }) {
    // A language without words: nothing to colour and nothing to indent.
    const plain = (languageData) => StreamLanguage.define({ token: (stream) => stream.skipToEnd(), languageData });
    const english = plain({ closeBrackets: { brackets: [] } });
    const line = Decoration.line({ class: "genuinely-letterhead" });
    const letterhead = ({ doc }) =>
      Decoration.set(line.range(doc.lineAt(doc.sliceString(0, FAR_ENOUGH).indexOf("%%")).from));
    return [
      Prec.highest(language.computeN(["doc"], (state) => (isProse(state) ? [english] : []))),
      Prec.lowest(language.of(plain({}))), // CodeMirror fails if there is none, as before Python is loaded
      Prec.highest(
        EditorView.contentAttributes.of((view) =>
          isProse(view.state) ? { spellcheck: "true", lang: "en", class: "cm-lineWrapping" } : null,
        ),
      ),
      EditorView.decorations.compute(["doc"], (state) => (isProse(state) ? letterhead(state) : Decoration.none)),
      EditorView.editorAttributes.of((view) => (isProse(view.state) ? { class: "genuinely-prose" } : null)),
    ];
  }

  async function plugin() {
    const editors = await load("@jupyterlab/codemirror"); // first, since it decides which CodeMirror is in use
    const codemirror = await Promise.all(["language", "state", "view"].map((part) => load(`@codemirror/${part}`)));
    const made = editors.EditorExtensionRegistry.createImmutableExtension(prose(...codemirror));
    return {
      id: "genuinely:prose",
      description: "Shows %%rewrite, %%choose and %%reflect cells as prose.",
      autoStart: true,
      requires: [editors.IEditorExtensionRegistry],
      activate: (app, registry) =>
        registry.addExtension({
          name: "genuinely-prose",
          factory: ({ model }) => (model.type === "code" ? made : null), // a code cell's; a file's model has no type
        }),
    };
  }

  function style() {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = STYLE;
    document.head.append(link);
    return {};
  }

  (window._JUPYTERLAB ??= {}).genuinely = {
    init: (scope) => {
      shared = scope;
    },
    get: async (name) => {
      if (name === "./style") return style;
      // Where a module is missing or has changed, in years to come, the cells stay as Jupyter shows them.
      const plugins = await plugin().then((it) => [it], () => []);
      return () => ({ __esModule: true, default: plugins });
    },
  };
})();
