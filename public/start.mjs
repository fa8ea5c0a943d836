//! Starts the program and says so in words when that fails. A file of its own, since the page's policy allows no inline script.
const here = document.querySelector('script[data-js]').dataset;
const at = (relative) => new URL(relative, document.baseURI).href;

// The words of the start are in both languages on the page; the one that the reader asked for is shown.
const asked = new URLSearchParams(location.search).get('lang') ?? navigator.language;
document.documentElement.lang = asked.toLowerCase().startsWith('es') ? 'es' : 'en';

function show(state, reason) {
  const start = document.getElementById('start');
  if (!start) return;
  start.dataset.state = state;
  start.querySelector('code').textContent = reason;
}

try {
  if (typeof WebAssembly !== 'object') throw new Error('no WebAssembly');
  const program = await import(at(here.js));
  await program.default({ module_or_path: at(here.wasm) });
  document.getElementById('start')?.remove();
} catch (error) {
  show('failed', String(error?.message ?? error));
  throw error;
}
