/** The panel's style sheet, as text for a constructed sheet: no style element, so no shop policy forbids it. */

export const SHEET = `
:host { all: initial; position: fixed; inset: auto auto 12px 12px; margin: 0; padding: 0; border: 0; background: none;
  color-scheme: light dark; z-index: 2147483647; max-width: calc(100vw - 24px); overflow: visible }
section { box-sizing: border-box; width: 380px; max-width: 100%; max-height: min(70vh, 560px); overflow: auto;
  padding: 12px 16px; border: 1px solid light-dark(#8a8f98, #7d838c); border-radius: 6px;
  background: light-dark(#fff, #17191c); color: light-dark(#1b1d21, #eceef0); text-align: start;
  font: 13px/20px system-ui, sans-serif; font-variant-numeric: tabular-nums; overflow-wrap: anywhere }
header { display: flex; align-items: center; justify-content: space-between; gap: 8px }
h2 { margin: 0; font-size: 14px; font-weight: 600 }
h3 { margin: 8px 0 2px; font-size: 12px; font-weight: 600; color: light-dark(#565b64, #a8adb5) }
button { min-width: 44px; min-height: 32px; border: 1px solid currentColor; border-radius: 4px; background: none;
  color: inherit; font: inherit; cursor: pointer }
button:focus-visible, section:focus-visible { outline: 2px solid light-dark(#1a5fb4, #8ab4f8); outline-offset: 2px }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 12px; margin: 8px 0 0 }
dt { color: light-dark(#565b64, #a8adb5) }
dd { margin: 0 }
ol { list-style: none; margin: 0; padding: 0 }
li { display: grid; grid-template-columns: max-content 1fr; gap: 12px }
time { color: light-dark(#565b64, #a8adb5) }
`;
