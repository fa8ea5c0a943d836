//! The code pane: CodeMirror 6 behind a few functions. It holds no truth: every text is the program's, typing is reported at once,
//! and whatever the program says a text is, the pane shows. So there is no history here either; undo is the program's.
//!
//! ```js
//! const { create } = await loadCodePane();          // load.mjs; Rust: #[wasm_bindgen(module = "/src/ui/code/load.mjs")]
//! const pane = create(parent, options);
//! ```
//!
//! Offsets are UTF-16 code units of the text exactly as the program holds it, line ends included (CR LF counts two).
//!
//! options (all optional but `onChange`):
//! - `label`: string, the accessible name;  `lang`: 'en' | 'es';  `dark`: boolean;  `readOnly`: boolean
//! - `onChange(path, changes)`: a person typed; `changes` is flat, `[from, to, insert, from, to, insert, …]`, disjoint and sorted, all
//!   offsets in the text before
//! - `onCaret(path, from, to)`: a person (not the program) moved the caret or the selection; `to` is the head
//! - `onUndo()`, `onRedo()`: Ctrl+Z, Ctrl+Y, Ctrl+Shift+Z and the browser's own menu
//! - `onFix(diagnostic, fix)`: the numbers given with `setDiagnostics`
//! - `complete(path, offset, explicit)`: `null` or `{from, to, options: [{label, detail, info, apply, type}]}`, or a promise of it
//!
//! pane:
//! - `setDocument(path, text, language)`: shows this file; language is 'yaml' | 'dockerfile' | 'shell' | 'env' | 'text'. Call it after every
//!   change of the project, cheaply: the same text does nothing, another text of the same path is shown by the smallest change around
//!   which caret and scroll stay, another path keeps caret and scroll of the one before for its return. Never echoed.
//! - `applyEdits(flat)`: the program's own edits of the file shown, `[from, to, insert, …]`, disjoint and sorted. Never echoed.
//! - `setDiagnostics(list)`: `{from, to, severity: 'error'|'warning'|'info'|'hint', message, source?, fixes?: [string], index}` of the file shown
//! - `reveal(from, to, focus)`: selects and scrolls there; with `focus` the keyboard goes there too. Not reported by `onCaret`.
//! - `setLang(lang, label)`, `setDark(boolean)`, `setReadOnly(boolean)`, `focus()`, `forget(path)` (a file was removed), `destroy()`
//! - `text()`: the text shown;  `path()`: its path
//!
//! Keyboard: Escape, then Tab leaves the editor (Tab indents); Ctrl+F finds; F8 goes to the next problem; Ctrl+Space completes.
//! Colors come from the tokens `--code-*` of `style/tokens.css`, so a change of theme needs no call but `setDark` (for the built-in parts).

import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, indentWithTab } from '@codemirror/commands';
import { bracketMatching, foldGutter, foldKeymap, indentOnInput, indentUnit } from '@codemirror/language';
import { lintGutter, lintKeymap, setDiagnostics } from '@codemirror/lint';
import { highlightSelectionMatches, searchKeymap } from '@codemirror/search';
import { Annotation, Compartment, EditorSelection, EditorState, Transaction } from '@codemirror/state';
import {
  crosshairCursor, drawSelection, EditorView, highlightActiveLine, highlightActiveLineGutter, highlightSpecialChars, keymap, lineNumbers,
  rectangularSelection,
} from '@codemirror/view';
import { languageOf } from './languages.mjs';
import { Lines } from './lines.mjs';
import { look } from './look.mjs';
import { phrases } from './words.mjs';

// Marks what the program did, so that it is not told to the program again.
const own = Annotation.define();

/// A code pane inside `parent`; see the head of this file.
export function create(parent, options) {
  return new Pane(parent, options);
}

class Pane {
  constructor(parent, options) {
    this.options = options;
    this.settings = { lang: options.lang ?? 'en', label: options.label ?? '', dark: !!options.dark, readOnly: !!options.readOnly };
    this.parts = { language: new Compartment(), settings: new Compartment() };
    this.kept = new Map();
    this.shown = { path: '', lines: new Lines(''), language: 'text' };
    this.view = new EditorView({ parent, state: this.fresh(''), dispatchTransactions: (all) => this.took(all) });
  }

  setDocument(path, text, language) {
    if (path === this.shown.path) {
      this.setLanguage(language);
      this.setText(text);
      return;
    }
    if (this.shown.path) this.kept.set(this.shown.path, { state: this.view.state, scroll: this.view.scrollSnapshot(), shown: this.shown });
    const before = this.kept.get(path);
    this.shown = before?.shown ?? { path, lines: new Lines(text), language: 'text' };
    this.view.setState(before?.state ?? this.fresh(text));
    this.tell(this.parts.settings.reconfigure(this.settingsOf()), before?.scroll);
    this.setLanguage(language);
    this.setText(text);
  }

  setText(text) {
    const { lines } = this.shown;
    if (text === lines.text) return;
    const [from, to, insert] = smallest(lines.text, text);
    this.applyEdits([from, to, insert]);
  }

  applyEdits(flat) {
    const { lines } = this.shown;
    const edits = triples(flat);
    const changes = edits.map(([from, to, insert]) => ({ from: lines.toPane(from), to: lines.toPane(to), insert: unified(insert) }));
    this.shown.lines = lines.with(edits);
    this.view.dispatch({ changes, annotations: [own.of(true), Transaction.addToHistory.of(false)] });
    this.mend();
  }

  setDiagnostics(list) {
    const { lines } = this.shown;
    const length = this.view.state.doc.length;
    const shown = list.map((one) => {
      const from = Math.min(lines.toPane(one.from), length);
      const to = Math.min(Math.max(lines.toPane(one.to), from), length);
      const actions = (one.fixes ?? []).map((name, fix) => ({ name, apply: () => this.options.onFix?.(one.index, fix) }));
      return { from, to, severity: one.severity, message: one.message, source: one.source, actions };
    });
    this.view.dispatch(setDiagnostics(this.view.state, shown), { annotations: own.of(true) });
  }

  reveal(from, to, focus) {
    const { lines } = this.shown;
    const end = this.view.state.doc.length;
    const range = EditorSelection.range(Math.min(lines.toPane(from), end), Math.min(lines.toPane(to), end));
    this.view.dispatch({ selection: range, effects: EditorView.scrollIntoView(range, { y: 'center' }), annotations: own.of(true) });
    if (focus) this.view.focus();
  }

  setLanguage(language) {
    if (language === this.shown.language) return;
    this.shown.language = language;
    this.tell(this.parts.language.reconfigure(languageOf(language)));
  }

  setLang(lang, label) {
    this.set({ lang, label });
  }

  setDark(dark) {
    this.set({ dark });
  }

  setReadOnly(readOnly) {
    this.set({ readOnly });
  }

  focus() {
    this.view.focus();
  }

  forget(path) {
    this.kept.delete(path);
  }

  destroy() {
    this.view.destroy();
  }

  text() {
    return this.shown.lines.text;
  }

  path() {
    return this.shown.path;
  }

  // Everything below is the pane's own.

  set(some) {
    Object.assign(this.settings, some);
    this.tell(this.parts.settings.reconfigure(this.settingsOf()));
  }

  tell(...effects) {
    this.view.dispatch({ effects: effects.filter(Boolean), annotations: own.of(true) });
  }

  fresh(text) {
    return EditorState.create({
      doc: unified(text),
      extensions: [fixed(this), this.parts.language.of([]), this.parts.settings.of(this.settingsOf())],
    });
  }

  settingsOf() {
    const { lang, label, dark, readOnly } = this.settings;
    return [
      EditorState.phrases.of(phrases(lang)),
      EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0', spellcheck: 'false', autocapitalize: 'off', autocorrect: 'off' }),
      EditorState.readOnly.of(readOnly),
      look(dark),
    ];
  }

  // All transactions pass here: what a person did is told to the program, in offsets of the program's text.
  took(transactions) {
    this.view.update(transactions);
    for (const one of transactions) {
      if (one.annotation(own)) continue;
      if (one.docChanged) this.typed(one.changes);
      else if (one.selection) this.moved(one.newSelection.main);
    }
  }

  typed(changes) {
    const { lines, path } = this.shown;
    const edits = [];
    changes.iterChanges((from, to, _from, _to, insert) => {
      edits.push([lines.toText(from), lines.toText(to), insert.sliceString(0, undefined, lines.end)]);
    });
    this.shown.lines = lines.with(edits);
    this.options.onChange(path, edits.flat());
    this.mend();
  }

  moved(range) {
    const { lines, path } = this.shown;
    this.options.onCaret?.(path, lines.toText(range.anchor), lines.toText(range.head));
  }

  // An edit may part or join a CR and an LF, where counting alone would lose a line; then the pane takes the text anew.
  mend() {
    if (!this.shown.lines.text.includes('\r')) return;
    const want = unified(this.shown.lines.text);
    const doc = this.view.state.doc;
    if (doc.length === want.length && doc.toString() === want) return;
    const [from, to, insert] = smallest(doc.toString(), want);
    this.view.dispatch({ changes: { from, to, insert }, annotations: own.of(true) });
  }

  complete(context) {
    const { lines, path } = this.shown;
    const answer = Promise.resolve(this.options.complete?.(path, lines.toText(context.pos), context.explicit));
    return answer.then((found) => found && { ...found, from: lines.toPane(found.from), to: lines.toPane(found.to ?? found.from) });
  }

  step(name) {
    this.options[name]?.();
    return true;
  }
}

function fixed(pane) {
  const undo = () => pane.step('onUndo');
  const redo = () => pane.step('onRedo');
  const history = [{ key: 'Mod-z', run: undo, shift: redo, preventDefault: true }, { key: 'Mod-y', run: redo, preventDefault: true }];
  return [
    lineNumbers(), foldGutter(), lintGutter(), highlightSpecialChars(), drawSelection(), rectangularSelection(), crosshairCursor(),
    highlightActiveLine(), highlightActiveLineGutter(), highlightSelectionMatches(), indentOnInput(), bracketMatching(), closeBrackets(),
    EditorState.allowMultipleSelections.of(true),
    EditorState.tabSize.of(2),
    indentUnit.of('  '),
    autocompletion({ override: pane.options.complete ? [(context) => pane.complete(context)] : [] }),
    EditorView.domEventHandlers({ beforeinput: (event) => menuHistory(event, undo, redo) }),
    keymap.of([
      ...history, ...closeBracketsKeymap, ...completionKeymap, ...searchKeymap, ...foldKeymap, ...lintKeymap, ...defaultKeymap, indentWithTab,
    ]),
  ];
}

// Undo from the browser's menu or a touch keyboard comes as an input event, not as a key.
function menuHistory(event, undo, redo) {
  const run = { historyUndo: undo, historyRedo: redo }[event.inputType];
  if (!run) return false;
  event.preventDefault();
  return run();
}

// CodeMirror knows one kind of line end.
function unified(text) {
  return text.replace(/\r\n?/g, '\n');
}

function triples(flat) {
  return Array.from({ length: Math.floor(flat.length / 3) }, (_, i) => flat.slice(3 * i, 3 * i + 3));
}

// The smallest single replacement that makes `before` into `after`: what stands between the common beginning and the common end.
function smallest(before, after) {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  return [start, before.length - end, after.slice(start, after.length - end)];
}
