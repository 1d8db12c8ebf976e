// Serves a built site as GitHub Pages does: https, HTTP/2, gzip, ten minutes of cache, 404.html for the rest.
// node host.mjs FOLDER /base/ CERTIFICATE — prints the port on 127.0.0.1 and runs until its standard input ends.
import { readFileSync, statSync } from "node:fs";
import { createSecureServer } from "node:http2";
import { extname, join, normalize } from "node:path";
import { gzipSync } from "node:zlib";

const [folder, base, certificate] = process.argv.slice(2);
const TYPES = {
  ".atom": "application/atom+xml", ".css": "text/css; charset=utf-8", ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8", ".json": "application/json; charset=utf-8", ".png": "image/png",
  ".rss": "application/rss+xml", ".svg": "image/svg+xml", ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json", ".woff2": "font/woff2", ".xml": "application/xml",
};
const UNPACKED = [".png", ".woff2", ".pagefind", ".pf_fragment", ".pf_index", ".pf_meta"];
const packed = new Map();

const isFile = (path) => statSync(path, { throwIfNoEntry: false })?.isFile();

function bodyOf(path, gzip) {
  const key = `${gzip} ${path}`;
  if (!packed.has(key)) packed.set(key, gzip ? gzipSync(readFileSync(path)) : readFileSync(path));
  return packed.get(key);
}

function answer(request, response) {
  const path = decodeURIComponent(new URL(request.url, "https://host").pathname);
  const inside = path.startsWith(base) && join(folder, normalize(`/${path.slice(base.length)}`));
  const file = inside && (inside.endsWith("/") ? `${inside}index.html` : inside);
  if (inside && !inside.endsWith("/") && statSync(inside, { throwIfNoEntry: false })?.isDirectory()) {
    response.writeHead(301, { location: `${path}/` }).end();
    return;
  }
  const there = file && isFile(file);
  const shown = there ? file : join(folder, "404.html");
  const gzip = /\bgzip\b/.test(request.headers["accept-encoding"] ?? "") && !UNPACKED.includes(extname(shown));
  const body = bodyOf(shown, gzip);
  response.writeHead(there ? 200 : 404, {
    "content-type": TYPES[extname(shown)] ?? "application/octet-stream",
    "content-length": body.length,
    "cache-control": "max-age=600",
    vary: "Accept-Encoding",
    ...(gzip && { "content-encoding": "gzip" }),
  });
  response.end(body);
}

const secret = readFileSync(certificate);
const server = createSecureServer({ key: secret, cert: secret, allowHTTP1: true }, answer);
server.listen(0, "127.0.0.1", () => process.stdout.write(`${server.address().port}\n`));
process.stdin.on("end", () => process.exit(0)).resume();
