/** Bundles one entry of this folder with the readers as they are, as a script that a page can run: `node bundle.mjs ENTRY`. */

import { fileURLToPath } from "node:url";
import { createRequire } from "node:module";

const snippet = fileURLToPath(new URL("../../snippet/", import.meta.url));
const { rolldown } = await import(createRequire(`${snippet}package.json`).resolve("rolldown"));

const made = await rolldown({ cwd: snippet, input: process.argv[2], platform: "browser", transform: { target: "es2022" } });
const { output } = await made.generate({ format: "iife", codeSplitting: false });
process.stdout.write(output[0].code);
