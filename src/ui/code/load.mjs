//! Loads the code pane when it is first shown. The only JavaScript that the program itself is linked with: `import()` is syntax,
//! so Rust cannot spell it, and the page's policy forbids making functions from text.

let loading;

/// The module of `editor.mjs`, fetched once; a failed fetch may be tried again.
export function loadCodePane() {
  const name = document.querySelector('meta[name="code-pane"]').content;
  loading ??= import(new URL(name, document.baseURI).href).catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}
