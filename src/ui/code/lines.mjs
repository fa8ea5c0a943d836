//! `Lines`: a text with its own line ends, and where its offsets stand in CodeMirror, which counts every line end as one. A file with
//! CR LF, or with both kinds, so keeps every byte that nobody touched.

export class Lines {
  constructor(text) {
    this.text = text;
    const pairs = text.split('\r\n').length - 1;
    /// What Enter writes: what most lines of the file end with.
    this.end = pairs > 0 && 2 * pairs >= text.split('\n').length - 1 ? '\r\n' : '\n';
    this.plain = pairs === 0;
  }

  /// An offset of CodeMirror as one of the text.
  toText(position) {
    if (this.plain) return position;
    let offset = position;
    for (let i = this.text.indexOf('\r\n'); i !== -1 && i < offset; i = this.text.indexOf('\r\n', i + 2)) offset += 1;
    return offset;
  }

  /// An offset of the text as one of CodeMirror; between CR and LF is the end of the line.
  toPane(offset) {
    if (this.plain) return offset;
    let pairs = 0;
    for (let i = this.text.indexOf('\r\n'); i !== -1 && i < offset; i = this.text.indexOf('\r\n', i + 2)) pairs += 1;
    return offset - pairs;
  }

  /// The text after edits `[from, to, insert]`, disjoint and sorted.
  with(edits) {
    let text = '';
    let at = 0;
    for (const [from, to, insert] of edits) {
      text += this.text.slice(at, from) + insert;
      at = to;
    }
    return new Lines(text + this.text.slice(at));
  }
}
