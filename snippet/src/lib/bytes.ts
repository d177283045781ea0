/** How long text is once it is sent. */

const encoder = new TextEncoder();

/** Bytes of `value` as JSON in UTF-8. */
export const bytes = (value: unknown): number => encoder.encode(JSON.stringify(value)).length;
