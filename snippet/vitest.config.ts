/** How the unit tests run: they live beside the server's tests and take their packages from this folder. */

import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const here = fileURLToPath(new URL(".", import.meta.url));

export default defineConfig({
  root: fileURLToPath(new URL("..", import.meta.url)),
  cacheDir: `${here}node_modules/.vite`,
  resolve: {
    alias: [
      { find: /^(vitest|fast-check|happy-dom)$/, replacement: `${here}node_modules/$1` },
    ],
  },
  define: { __VERSION__: '"0.0.0"', __PARTS__: '".js"' },
  server: { fs: { allow: [fileURLToPath(new URL("..", import.meta.url))] } },
  test: { include: ["tests/snippet/**/*.test.ts"], environment: "happy-dom" },
});
