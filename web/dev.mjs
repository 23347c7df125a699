// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
//
// For work on the pages: serves dist as `demarche serve` does, with the same headers, and hands the
// rest to a server that runs.   node dev.mjs [PORT [SERVER]]
import { createReadStream, existsSync } from "node:fs";
import http from "node:http";
import { basename, dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";

const dist = join(dirname(fileURLToPath(import.meta.url)), "dist");
const types = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".txt": "text/plain",
};
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; " +
  "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

export function serve(port, server) {
  const upstream = new URL(server);
  const pages = http.createServer((request, response) => {
    const path = new URL(request.url, "http://localhost").pathname;
    if (path.startsWith("/api") || path === "/health") {
      const headers = { ...request.headers, host: upstream.host };
      delete headers.origin;
      const asked = http.request(
        upstream,
        { path: request.url, method: request.method, headers },
        (answer) => {
          response.writeHead(answer.statusCode, answer.headers);
          answer.pipe(response);
        },
      );
      asked.on("error", () => response.writeHead(502).end());
      request.pipe(asked);
      return;
    }
    const name = path.startsWith("/assets/") ? basename(path) : "index.html";
    const file = join(dist, name);
    if (!existsSync(file)) return response.writeHead(404).end();
    response.writeHead(200, {
      "Content-Type": `${types[extname(name)] ?? "application/octet-stream"}; charset=utf-8`,
      "Content-Security-Policy": policy,
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "no-cache",
    });
    createReadStream(file).pipe(response);
  });
  return new Promise((resolve) => pages.listen(port, "127.0.0.1", () => resolve(pages)));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [port = "8090", server = "http://127.0.0.1:8080"] = process.argv.slice(2);
  await serve(Number(port), server);
  console.log(`http://localhost:${port}/ (asks ${server})`);
}
