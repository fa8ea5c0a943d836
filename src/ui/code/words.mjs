//! The words that CodeMirror itself shows or reads out, in Spanish; it speaks English by itself. All other sentences of the application
//! are in the word files of Rust.

const spanish = {
  'Control character': 'Carácter de control',
  'Selection deleted': 'Selección borrada',
  'Folded lines': 'Líneas plegadas',
  'Unfolded lines': 'Líneas desplegadas',
  to: 'a',
  'folded code': 'código plegado',
  unfold: 'desplegar',
  'Fold line': 'Plegar línea',
  'Unfold line': 'Desplegar línea',
  'Go to line': 'Ir a la línea',
  go: 'ir',
  Find: 'Buscar',
  Replace: 'Reemplazar',
  next: 'siguiente',
  previous: 'anterior',
  all: 'todo',
  'match case': 'distinguir mayúsculas',
  'by word': 'palabra completa',
  replace: 'reemplazar',
  'replace all': 'reemplazar todo',
  close: 'cerrar',
  'current match': 'coincidencia actual',
  'replaced $ matches': '$ coincidencias reemplazadas',
  'replaced match on line $': 'coincidencia reemplazada en la línea $',
  'on line': 'en la línea',
  regexp: 'expresión regular',
  Completions: 'Sugerencias',
  Diagnostics: 'Problemas',
  'No diagnostics': 'Sin problemas',
};

/// The phrases for a language of the application.
export function phrases(lang) {
  return lang === 'es' ? spanish : {};
}
