/** Builds the snippet into the server's package: core, the parts it fetches, and a manifest of what came from what. */

import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { brotliCompressSync, constants } from "node:zlib";
import { rolldown } from "rolldown";
import { minifySync } from "rolldown/utils";
import { minify } from "terser";
import { bundleAdapters } from "./build_adapters.mjs";

const here = new URL(".", import.meta.url);
const target = process.argv[2] ? new URL(`file://${process.argv[2]}/`) : new URL("../server/tarry/snippet/", here);
const { version } = JSON.parse(readFileSync(new URL("package.json", here), "utf8"));
const banner = `/* tarry ${version} — generated, do not edit */\n`;

/**
 * Names of members that only our own parts use, shortened alike in all of them. Nothing that the page, the browser, the
 * wire or the device's storage calls by name may stand here.
 */
const OURS =
  /^(ageMs|adopt|answered|attend|base|beacon|beaconUrl|changed|claimedAt|clock|closed|deeds|deepest|empty|end|enter|facts|fallback|flush|folded|greeting|hbMs|hear|heard|hello|hide|idleMs|input|item|keep|later|leave|life|link|local|many|met|nack|next|offer|onLine|onPrompt|onAccent|onRef|open|others|outbox|over|part|phase|piece|product|read|reading|reconnected|resume|safely|said|same|save|showing|spent|stale|start|stop|turned|sweep|tab|tick|token|told|wake|wall|view|wipe|withdraw)$/;
let mangleCache = {};

/** The prompt's parts that are fetched only for the prompts that need them: sources under src/ui, by the same name. */
const PROMPT_PARTS = ["bar", "code", "goal", "lines", "modal", "passages", "refill", "slot", "stay", "tab", "table", "tongues"];

/** What attention fetches when it is first needed: sources under src/observers, by the same name. */
const OBSERVERS = ["clicks", "codes", "copies", "fields", "touches", "vitals"];

const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");

/** Bundles one entry to minified text. */
const bundle = async (entry, format, define) => {
  const made = await rolldown({
    cwd: new URL(".", here).pathname,
    input: entry,
    platform: "browser",
    transform: { target: "es2022", define },
    treeshake: { propertyReadSideEffects: false },
    onLog: (level, log) => {
      if (level === "warn") throw new Error(log.message);
    },
  });
  const minify = { mangleProps: { include: OURS, cache: mangleCache } };
  const { output, mangleCache: known } = await made.generate({ format, minify, codeSplitting: false, comments: false });
  mangleCache = known ?? mangleCache;
  await made.close();
  if (output.length !== 1) throw new Error(`${entry}: expected one file, got ${output.length}`);
  return output[0].code;
};

/** Rolldown shortens members only where it makes one file, so the files of several are minified one by one. */
const minified = (name, code) => {
  const made = minifySync(name, code, { module: true, mangleProps: { include: OURS, cache: mangleCache } });
  if (made.errors.length) throw new Error(`${name}: ${made.errors[0].message}`);
  mangleCache = made.mangleCache ?? mangleCache;
  return made.code;
};

/**
 * Bundles the drawer of prompts and the parts it fetches, by file name. They name each other, so all carry one hash;
 * what the drawer holds is not held again by a part.
 */
const bundlePrompt = async () => {
  const imports = new Map();
  /** What is always loaded: whatever the drawer imports at once, and what that imports. */
  const always = (id, found = new Set()) => {
    if (!found.has(id)) for (const one of imports.get(found.add(id) && id) ?? []) always(one, found);
    return found;
  };
  const made = await rolldown({
    cwd: new URL(".", here).pathname,
    input: { entry: "src/ui/prompt.ts" },
    plugins: [{ name: "imports", moduleParsed: ({ id, importedIds }) => void imports.set(id, importedIds) }],
    platform: "browser",
    transform: { target: "es2022" },
    treeshake: { propertyReadSideEffects: false },
    onLog: (level, log) => {
      if (level === "warn") throw new Error(log.message);
    },
  });
  const isBase = (id) => always([...imports.keys()].find((one) => one.endsWith("/ui/prompt.ts"))).has(id);
  const { output } = await made.generate({
    format: "es",
    minifyInternalExports: false,
    comments: false,
    codeSplitting: { groups: [{ name: "base", test: isBase }] },
    entryFileNames: "entry.js",
    chunkFileNames: ({ name }) => (name === "base" ? "prompt-HASH.js" : `prompt-${name}-HASH.js`),
  });
  await made.close();
  const chunks = output
    .filter(({ fileName }) => fileName !== "entry.js") // It only passes on what the base exports.
    .map(({ fileName, code }) => ({ fileName, code: minified(fileName, code) }));
  if (chunks.length !== PROMPT_PARTS.length + 1) throw new Error(`prompt: got ${chunks.map(({ fileName }) => fileName)}`);
  return Object.fromEntries(chunks.map(({ fileName, code }) => [fileName, code]));
};

/**
 * Parts name each other, and the core names them all: `HASH` in names and texts becomes the one hash of all of them.
 *
 * @returns how every name ends, and the parts by name.
 */
function allNamed(files) {
  const hash = sha256(banner + Object.values(files).join("")).slice(0, 10);
  const named = (text) => text.replaceAll("HASH.js", `${hash}.js`);
  return [`-${hash}.js`, Object.fromEntries(Object.entries(files).map(([name, code]) => [named(name), named(code)]))];
}

/** Paths of the sources, relative to this folder, sorted. */
const sources = () => {
  const walk = (folder) =>
    readdirSync(new URL(`${folder}/`, here), { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? walk(`${folder}/${entry.name}`) : [`${folder}/${entry.name}`],
    );
  return [...walk("src"), "build.mjs", "build_adapters.mjs", "package-lock.json", "package.json"].sort();
};

/** As the server sends it to browsers that take brotli. */
const packed = (text) => {
  const bytes = Buffer.from(text);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  return brotliCompressSync(bytes, { params });
};

const described = (text) => ({ sha256: sha256(text), bytes: Buffer.byteLength(text), brotli: packed(text).length });

/** What the core fetches by one name each. */
const parts = {};
const from = (name) => {
  if (name === "debug") return "src/debug/overlay.ts";
  return OBSERVERS.includes(name) ? `src/observers/${name}.ts` : `src/${name}.ts`;
};
for (const name of ["show", "debug", "calls", "consents", "kept", "attention", ...OBSERVERS]) {
  parts[`${name}-HASH.js`] = await bundle(from(name), "es", { __PARTS__: JSON.stringify("-HASH.js") });
}
const [ending, named] = allNamed({ ...(await bundlePrompt()), ...parts, ...(await bundleAdapters(here.pathname)) });
const core = await bundle("src/index.ts", "iife", { __VERSION__: JSON.stringify(version), __PARTS__: JSON.stringify(ending) });
/** A second minifier finds about two bytes in a hundred that the first leaves, and a few more in what it made itself. */
const finished = async (code, module) => {
  const compress = { ecma: 2022, passes: 3, unsafe: true, unsafe_arrows: true };
  let made = { code };
  for (let turn = 0; turn < 2; turn++) {
    made = await minify(made.code, { compress, ecma: 2022, format: { quote_style: 3 }, module });
  }
  return `${banner}${made.code.trim()}\n`;
};

const outputs = { "tarry.js": await finished(core, false) };
for (const [name, code] of Object.entries(named)) outputs[name] = await finished(code, true);
const manifest = {
  version,
  sources: Object.fromEntries(sources().map((path) => [path, sha256(readFileSync(new URL(path, here)))])),
  outputs: Object.fromEntries(Object.entries(outputs).map(([name, text]) => [name, described(text)])),
};

mkdirSync(target, { recursive: true });
for (const old of readdirSync(target)) if (/-[0-9a-f]{10}\.js(\.br)?$/.test(old)) rmSync(new URL(old, target));
for (const [name, text] of Object.entries(outputs)) {
  writeFileSync(new URL(name, target), text);
  writeFileSync(new URL(`${name}.br`, target), packed(text));
}
writeFileSync(new URL("manifest.json", target), `${JSON.stringify(manifest, null, 2)}\n`);
for (const [name, { bytes, brotli }] of Object.entries(manifest.outputs)) console.log(`${name}: ${bytes} bytes, ${brotli} brotli`);
