//! Which grammar colors which kind of file.
import { yaml } from '@codemirror/lang-yaml';
import { StreamLanguage } from '@codemirror/language';
import { dockerFile } from '@codemirror/legacy-modes/mode/dockerfile';
import { properties } from '@codemirror/legacy-modes/mode/properties';
import { shell } from '@codemirror/legacy-modes/mode/shell';

const made = {
  yaml: () => yaml(),
  dockerfile: () => StreamLanguage.define(dockerFile),
  shell: () => StreamLanguage.define(shell),
  env: () => StreamLanguage.define(properties),
};

/// The extension for a language name; plain text for a name that is not known.
export function languageOf(name) {
  return Object.hasOwn(made, name) ? made[name]() : [];
}
