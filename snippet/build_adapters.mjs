/** Bundles what reads pages: one file that begins, and one for each adapter and each part that is fetched when needed. */

import { rolldown } from "rolldown";

/**
 * Files that are always loaded together, by the name of their chunk: sources under src/adapters, src/readers, src/observers
 * or src/lib. Whatever belongs to no chunk by name is one of its own.
 */
const TOGETHER = {
  read: ["read", "table", "reconcile", "text", "currency", "record", "list"],
  sight: ["price_seen", "observers/price", "place", "brief", "slices"],
  words: ["address", "amount", "decimal", "clean", "stock", "digits"],
  clues: ["clues", "everywhere", "wanted"],
  events: ["relay", "commerce"],
  ga4: ["ga4", "datalayer"],
  carts: ["carts", "cart_watch"],
  markup: ["adapters/markup", "readers/markup", "here", "claim", "item"],
  product: ["product", "visible"],
  signs: ["signs", "region"],
};

/** The chunk that a source is in. */
const chunkOf = (id) => {
  const named = Object.entries(TOGETHER).find(([, files]) => files.some((file) => id.endsWith(`/${file}.ts`)));
  return named?.[0] ?? id.match(/(\w+)\.ts$/)[1];
};

/**
 * Files fetched later are parts of their own, whose exports are named: a file that joins several sources needs no helper
 * that stands for each of them.
 */
const fetched = {
  name: "fetched",
  async resolveDynamicImport(specifier, importer) {
    const { id } = await this.resolve(specifier, importer);
    this.emitFile({ type: "chunk", id, name: `entry-${chunkOf(id)}` });
    return { id: `./adapter-${chunkOf(id)}-HASH.js`, external: true };
  },
};

/**
 * @param cwd - this folder.
 * @returns file name to minified text; `HASH` stands where the names, and those who name them, want one. The core loads
 *   `adapter-read-HASH.js` and calls its `begin`; all others are fetched by each other.
 */
export const bundleAdapters = async (cwd) => {
  const made = await rolldown({
    cwd,
    input: { "adapter-read-HASH": "src/adapters/read.ts" },
    plugins: [fetched],
    preserveEntrySignatures: "allow-extension",
    platform: "browser",
    transform: { target: "es2022" },
    treeshake: { propertyReadSideEffects: false },
    onLog: (level, log) => {
      if (level === "warn") throw new Error(log.message);
    },
  });
  const { output } = await made.generate({
    format: "es",
    minify: true,
    minifyInternalExports: false,
    comments: false,
    codeSplitting: { includeDependenciesRecursively: false, groups: [{ name: chunkOf, debugName: "together", test: /\.ts$/ }] },
    entryFileNames: "[name].js",
    chunkFileNames: ({ name }) => `adapter-${name}-HASH.js`,
  });
  await made.close();
  return Object.fromEntries(output.map(({ fileName, code }) => [fileName, code]));
};
