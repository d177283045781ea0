/** Prints the readers' files as the build makes them, and what each weighs in bytes of brotli, as JSON. */

import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";
import { bundleAdapters } from "../../snippet/build_adapters.mjs";

const files = await bundleAdapters(fileURLToPath(new URL("../../snippet/", import.meta.url)));
const weigh = (code) => {
  const bytes = Buffer.from(code);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  return brotliCompressSync(bytes, { params }).length;
};
const rows = Object.entries(files).map(([name, code]) => [name, { code, brotli: weigh(code) }]);
process.stdout.write(JSON.stringify(Object.fromEntries(rows)));
