/** What the owner's settings say about the looks of prompts. Pure. */

import { record } from "./lib/record";
import type { PromptHost } from "./prompt";
import type { Fields } from "./wire";

const isText = (value: unknown): value is string => typeof value === "string";

/** Places, theme and name out of `cfg`; anything of the wrong type is left out. */
export const hostOf = ({ slots, theme, branding }: Fields): Omit<PromptHost, "report" | "objection"> => {
  const name = record(branding)?.["name"];
  const vars = Object.entries(record(theme) ?? {}).filter((entry): entry is [string, string] => isText(entry[1]));
  const looks = Object.fromEntries(vars);
  return {
    slots: Array.isArray(slots) ? slots.filter(isText) : [],
    theme: looks,
    branding: isText(name) ? name : "",
    mark: looks["mark"] === "yes",
  };
};
