/** The style sheet of every prompt, as text for a constructed sheet: no style element, so no shop policy forbids it. */

/** Where the prompt stands. `!important` inside the shadow root outranks anything the shop says about the tag. */
const HOST = `
:host{all:initial!important;display:block!important}
:host(:not([on])){visibility:hidden!important}
:host([popover]){position:fixed!important;inset:auto 24px var(--lift)!important;width:min(360px,100vw - 48px)!important;z-index:99999!important}
:host([side=end]){inset-inline-start:auto!important}
:host([side=start]){inset-inline-end:auto!important}
:host::backdrop{display:none!important}
:host([popover]) .card{max-height:calc(100dvh - var(--lift) - 16px);box-shadow:0 4px 24px #0004}
@media(max-width:480px){:host([popover]){inset-inline:0!important;width:auto!important}:host([popover]) .card{border-width:1px 0;border-radius:min(var(--round),16px) min(var(--round),16px) 0 0;padding-block-end:env(safe-area-inset-bottom)}}
@media print{:host{display:none!important}}`;

/** The card, its words and what moves. */
const CARD = `
*{box-sizing:border-box;margin:0;padding:0;font:inherit}
[hidden]{display:none!important}
.card{display:flex;flex-direction:column;background:var(--surface);color:var(--text);border:1px solid var(--edge);border-radius:min(var(--round),16px);font:400 var(--size)/1.4 var(--font);color-scheme:var(--scheme);overflow-wrap:anywhere}
.live:empty{visibility:visible;position:absolute}
.main{display:grid;gap:12px;padding:16px 16px 0;overflow:auto}
.foot{padding:16px 16px 12px}
.low{overflow:auto}
.low .main{overflow:visible}
h2,h3,b,.act,.new,.total{font-weight:600}
h2{font-size:1.125em;line-height:1.3;margin-block-end:4px}
.soft,del{font-size:.875em;color:var(--muted)}
:focus-visible{outline:2px solid var(--text);outline-offset:2px}
@media(prefers-reduced-motion:no-preference){:host([on]){animation:rise .18s ease-out!important}}
@keyframes rise{from{opacity:0;transform:translateY(8px)}}`;

/** Everything that can be pressed. */
const CONTROLS = `
button,.act{min-width:44px;min-height:44px;border:0;background:none;color:inherit;cursor:pointer}
.acts,.small{display:flex;flex-wrap:wrap;align-items:center;gap:0 16px}
.acts{gap:8px;max-width:400px}
.act{flex:4 1 auto;display:grid;place-content:center;padding:8px 16px;border:1px solid var(--edge);border-radius:var(--round);text-align:center;text-decoration:none}
.first:not(.out){background:var(--accent);color:var(--on-accent);border-color:var(--accent-edge)}
.out{font-weight:400}
.act+.out{flex-grow:1;border-color:transparent}
.out,.small button,.act:hover{text-decoration:underline 1px;text-underline-offset:3px}
@media(forced-colors:active){.first:not(.out){forced-color-adjust:none;background:Highlight;color:HighlightText}}`;

/** All of it; formats and contents bring their own. Every size is in px or in `em` of the shop's own text size; never in rem, which the shop may shrink. */
export const SHEET = HOST + CARD + CONTROLS;
