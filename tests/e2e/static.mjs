//! A file server as plain as any: only files, only GET, everything below one prefix.
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';

const kinds = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
};

/// Serves `folder` below `prefix` (begins and ends with a slash); `changed(path)` may answer for a path instead of the file.
export async function serve(folder, prefix, changed = () => undefined) {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const path = decodeURIComponent(pathname).slice(prefix.length) || 'index.html';
    const body = pathname.startsWith(prefix) ? (changed(path) ?? (await file(folder, path))) : null;
    if (body === null) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': kinds[extname(path)] ?? 'application/octet-stream' }).end(body);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return { origin, url: origin + prefix, close: () => new Promise((done) => server.close(done)) };
}

async function file(folder, path) {
  const name = normalize(join(folder, path));
  return name.startsWith(normalize(folder)) ? readFile(name).catch(() => null) : null;
}
