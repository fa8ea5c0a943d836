//! How the code pane looks: the tokens of `style/tokens.css` by name, so that light, dark and forced colors are decided there alone.
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

const parts = {
  '&': { blockSize: '100%', color: 'var(--code-text)', backgroundColor: 'var(--code-surface)', fontSize: 'var(--code-size, 0.8125rem)' },
  '.cm-scroller': { fontFamily: 'var(--code-font, ui-monospace, monospace)', lineHeight: '1.5' },
  '.cm-content': { caretColor: 'var(--code-caret)' },
  '&.cm-focused': { outline: '2px solid var(--code-caret)', outlineOffset: '-2px' },
  '.cm-cursor, .cm-dropCursor': { borderInlineStartColor: 'var(--code-caret)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'var(--code-selection)',
  },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'var(--code-line)' },
  '.cm-gutters': { color: 'var(--code-gutter)', backgroundColor: 'var(--code-surface)', border: 'none' },
  '.cm-panels, .cm-tooltip': { color: 'var(--code-text)', backgroundColor: 'var(--code-panel)', borderColor: 'var(--code-border)' },
  '.cm-foldPlaceholder': { color: 'var(--code-gutter)', backgroundColor: 'transparent', borderColor: 'var(--code-border)' },
};

const colors = HighlightStyle.define([
  { tag: [tags.keyword, tags.definitionKeyword, tags.modifier], color: 'var(--code-keyword)' },
  { tag: [tags.propertyName, tags.definition(tags.propertyName), tags.definition(tags.variableName), tags.attributeName], color: 'var(--code-key)' },
  { tag: [tags.string, tags.special(tags.string), tags.quote], color: 'var(--code-string)' },
  { tag: [tags.number, tags.bool, tags.null, tags.atom, tags.literal], color: 'var(--code-number)' },
  { tag: [tags.variableName, tags.labelName, tags.typeName, tags.meta], color: 'var(--code-name)' },
  { tag: [tags.comment, tags.lineComment], color: 'var(--code-comment)', fontStyle: 'italic' },
  { tag: tags.invalid, color: 'var(--code-error)' },
]);

/// The extension for a light or a dark page; `dark` chooses CodeMirror's own defaults for what is not named here.
export function look(dark) {
  return [EditorView.theme(parts, { dark }), syntaxHighlighting(colors)];
}
