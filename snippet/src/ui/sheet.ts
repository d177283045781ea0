/** The one style sheet of a prompt, as text for a constructed sheet: no style element, so no shop policy forbids it. */

/** Where the prompt stands. `!important` inside the shadow root outranks anything the shop says about the tag. */
const HOST = `
:host{all:initial!important;display:block!important}
:host([popover]){position:fixed!important;inset:auto!important;inset-block-end:var(--lift)!important;inset-inline-end:24px!important;width:min(360px,100vw - 48px)!important;z-index:2147483647!important;overflow:visible!important}
:host([side=start]){inset-inline:24px auto!important}
:host::backdrop{display:none!important}
@media(max-width:480px){:host([popover]){inset-inline:0!important;width:auto!important}}
@media print{:host{display:none!important}}`;

const CARD = `
*{box-sizing:border-box}
[hidden]{display:none!important}
.card{position:relative;display:flex;flex-direction:column;background:var(--surface);color:var(--text);border:1px solid var(--edge);border-radius:min(var(--round),16px);font:400 var(--size)/1.4 var(--font);color-scheme:var(--scheme);text-align:start;overflow-wrap:anywhere;-webkit-text-size-adjust:100%}
.card:not(.on){opacity:0;pointer-events:none}
.card:not(.on) *{visibility:hidden}
.card .live{visibility:visible}
.float{max-height:calc(100vh - var(--lift) - 16px);max-height:calc(100dvh - var(--lift) - 16px);box-shadow:0 1px 2px rgb(0 0 0/.12),0 8px 32px rgb(0 0 0/.18)}
.main{display:flex;flex-direction:column;gap:12px;min-height:0;padding:16px 16px 0;overflow:auto;overscroll-behavior:contain}
.main>*{flex:none}
.live{display:flex;flex-direction:column;gap:4px}
.has-x .live{padding-inline-end:32px}
.foot{padding:16px 16px 4px}
h2,h3,p,ul,figure,blockquote{margin:0;padding:0;font:inherit}
h2{font-size:1.125em;line-height:1.3;font-weight:600;text-wrap:balance}
h3{font-weight:600}
p{text-wrap:pretty}
.soft{font-size:.875em;color:var(--muted)}
:focus-visible{outline:2px solid var(--text);outline-offset:2px}
@media(max-width:480px){.float{border-width:1px 0 0;border-radius:min(var(--round),16px) min(var(--round),16px) 0 0;padding-block-end:env(safe-area-inset-bottom)}}
@media(max-height:420px){.float{overflow:auto}.float .main{overflow:visible;flex:none}}
@media(prefers-reduced-motion:no-preference){.on{animation:rise .18s ease-out}}
@keyframes rise{from{opacity:0;transform:translateY(8px)}}`;

const CONTENT = `
ul,.blocks{display:flex;flex-direction:column;gap:8px;list-style:none}
li{display:flex;flex-wrap:wrap;align-items:center;gap:4px 12px}
.pic{flex:none;width:56px;height:56px;background:var(--plate);border-radius:min(var(--round),8px);overflow:hidden}
img{display:block;width:100%;height:100%;object-fit:cover}
.name{flex:1 1 7em;min-width:0}
.cost{margin-inline-start:auto;text-align:end;font-variant-numeric:tabular-nums}
.cost>*{display:block;text-decoration:none}
.cost del{font-size:.875em;color:var(--muted);text-decoration:line-through}
.new{color:var(--changed);font-weight:600}
.new::before{content:"";display:inline-block;width:.5em;height:.5em;margin-inline-end:.375em;border-radius:50%;background:currentColor}
.gone{color:var(--muted)}
.gone img{filter:grayscale(1);opacity:.5}
.total{display:flex;justify-content:space-between;gap:16px;padding-block-start:8px;border-block-start:1px solid var(--hair);font-weight:600;font-variant-numeric:tabular-nums}
code{align-self:start;padding:8px 12px;border:1px dashed var(--edge);border-radius:4px;font:600 1em/1.4 ui-monospace,monospace;user-select:all}
details{border-block:1px solid var(--hair);padding-block-end:1px}
details+details{margin-block-start:-9px}
summary{display:flex;align-items:center;justify-content:space-between;gap:12px;min-height:44px;padding-block:8px;cursor:pointer;list-style:none}
summary::-webkit-details-marker{display:none}
summary::after{content:"";flex:none;width:.5em;height:.5em;margin-inline-end:4px;border:solid;border-width:0 2px 2px 0;transform:translateY(-2px) rotate(45deg)}
[open] summary::after{transform:translateY(2px) rotate(225deg)}
details p:last-child{padding-block-end:12px}
figure{padding-inline-start:12px;border-inline-start:3px solid var(--accent-edge)}
.text{white-space:pre-line}
.good{display:flex;gap:8px}
.good::before{content:"\\2713";content:"\\2713"/"";color:var(--link);font-weight:600}`;

const CONTROLS = `
button,.act{appearance:none;min-width:44px;min-height:44px;margin:0;padding:0;border:0;background:none;color:inherit;font:inherit;cursor:pointer}
.acts{display:flex;flex-wrap:wrap;gap:8px}
.act{flex:1 1 auto;display:inline-flex;align-items:center;justify-content:center;padding:8px 16px;border:1px solid var(--edge);border-radius:var(--round);font-weight:600;text-align:center;text-decoration:none}
.first{background:var(--accent);color:var(--on-accent);border-color:var(--accent-edge)}
.out{border-color:transparent;font-weight:400;text-decoration:underline;text-decoration-thickness:1px;text-underline-offset:3px}
.act:hover{text-decoration:underline;text-underline-offset:3px}
.out:hover,.small button:hover{text-decoration-thickness:2px}
.x{position:absolute;inset-block-start:4px;inset-inline-end:4px;z-index:1;width:44px;font-size:1.5em;line-height:1}
.small{display:flex;flex-wrap:wrap;align-items:center;justify-content:space-between;column-gap:16px}
.small button{text-align:start;text-decoration:underline;text-decoration-thickness:1px;text-underline-offset:3px}
.foot>p{padding-block-end:12px}
@media(forced-colors:active){.first{forced-color-adjust:none;background:Highlight;color:HighlightText;border-color:Highlight}.gone{color:GrayText}:focus-visible{outline-color:Highlight}}`;

/** The whole sheet. Every size is in px or in `em` of the shop's own text size; never in rem, which the shop may shrink. */
export const SHEET = HOST + CARD + CONTENT + CONTROLS;
