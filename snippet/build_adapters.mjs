/** Bundles what reads pages: one file that begins, and one for each adapter and each part that is fetched when needed. */

import { rolldown } from "rolldown";

/** Files that are always loaded together, by the name of their chunk; each name is a source under src/adapters or src/readers. */
const TOGETHER = {
  read: ["read", "table", "reconcile", "clues", "kind", "record", "list"],
  words: ["decimal", "currency", "amount", "text"],
  carts: ["carts", "relay", "commerce", "cart_watch"],
  markup: ["adapters/markup", "readers/markup", "here", "sharing", "claim", "digits", "item", "place", "brief"],
  plain: ["plain", "landmarks"],
  money: ["money", "signs", "region"],
};

/**
 * @param cwd - this folder.
 * @returns file name to minified text; `HASH` stands where the names, and those who name them, want one. The core loads
 *   `adapter-read-HASH.js` and calls its `begin`; all others are fetched by each other.
 */
export const bundleAdapters = async (cwd) => {
  const made = await rolldown({
    cwd,
    input: { entry: "src/adapters/read.ts" },
    platform: "browser",
    transform: { target: "es2022" },
    treeshake: { propertyReadSideEffects: false },
    onLog: (level, log) => {
      if (level === "warn") throw new Error(log.message);
    },
  });
  const groups = Object.entries(TOGETHER).map(([name, files], index) => ({
    name,
    test: (id) => files.some((file) => id.endsWith(`/${file}.ts`)),
    priority: 10 - index,
  }));
  const { output } = await made.generate({
    format: "es",
    minify: true,
    minifyInternalExports: false,
    comments: false,
    codeSplitting: { groups },
    entryFileNames: "entry.js",
    chunkFileNames: ({ name }) => `adapter-${name}-HASH.js`,
  });
  await made.close();
  // The entry only passes on what the file that begins exports.
  return Object.fromEntries(output.filter(({ fileName }) => fileName !== "entry.js").map(({ fileName, code }) => [fileName, code]));
};
