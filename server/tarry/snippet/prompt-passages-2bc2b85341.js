/* tarry 0.1.0 — generated, do not edit */
import{node as e}from"./prompt-2bc2b85341.js";const t=(t,i)=>{let[a,...o]=t.split(`
`).filter(Boolean).map(e=>e.split(`|`).map(e=>e.trim()));if(!a||!o.length||[a,...o].some(({length:e})=>e<2||e!==a.length))return;let s=(t,r,i)=>e(`tr`,``,...t.slice(0,4).map((e,t)=>n(t?i:r,t?`col`:`row`,e))),c=[...o].sort((e,t)=>Number(r(e))-Number(r(t)));return e(`table`,``,i&&e(`caption`,``,i),e(`thead`,``,s(a,a[0]?`th`:`td`,`th`)),e(`tbody`,``,...c.map(e=>s(e,`th`,`td`))))},n=(t,n,r)=>{let i=e(t,``,r);return t===`th`&&i.setAttribute(`scope`,n),i},r=([,...e])=>e.every(t=>t===e[0]),i=t=>t.blocks?.length?e(`div`,`blocks`,...t.blocks.slice(0,6).map(a)):void 0,a=({kind:n,title:r,text:i,source:a})=>{let c=r&&e(`h3`,``,r),l=a&&e(`p`,`soft`,a);if(n===`faq`)return e(`details`,``,e(`summary`,``,c||i),e(`p`,`text`,i),l);if(n===`benefit`)return e(`div`,``,...o(i,c,l));let u=n===`compare`&&t(i,r);if(u)return e(`div`,``,u,l);if(n!==`quote`)return e(`div`,``,c,e(`p`,`text`,i),l);let d=e(`figcaption`,`soft`,[r,a].filter(Boolean).join(` · `));return e(`figure`,``,e(`blockquote`,`text`,e(`q`,``,s(i))),d)},o=(t,n,r)=>{let i=t.split(`
`).filter(Boolean);if(i.length<2)return[e(`div`,`good`,e(`div`,``,n,e(`p`,``,t),r))];let a=e(`ul`,``,...i.map(t=>e(`li`,`good`,t)));return a.setAttribute(`role`,`list`),[n,a,r]},s=e=>e.trim().replace(/^["“„«»”]\s*|\s*["“”«»]$/g,``),c=`
.blocks{display:grid;gap:12px}
.blocks ul{display:grid;gap:4px;list-style:none}
h3{margin-block-end:2px}
details{border-block:1px solid var(--hair)}
details+details{margin-block-start:-13px}
summary{display:flex;align-items:center;justify-content:space-between;gap:12px;min-height:44px;padding-block:8px;cursor:pointer}
summary h3{margin:0}
summary::after{content:"+"/"";font-size:1.25em}
[open]>summary::after{content:"\\2212"/""}
details p:last-child{padding-block-end:12px}
figure{padding-inline-start:12px;border-inline-start:3px solid var(--accent-edge)}
figcaption{margin-block-start:4px}
.text{white-space:pre-line}
.good{display:flex;gap:8px}
.good::before{content:"\\2713"/"";color:var(--accent-edge);font-weight:600}
table{width:100%;border-collapse:collapse;font-size:.875em}
caption{text-align:start;font-weight:600;padding-block-end:4px}
th,td{padding-block:6px;padding-inline:0 12px;border-block-end:1px solid var(--hair);text-align:start;vertical-align:top}
th{font-weight:600}
tbody th{font-weight:400;color:var(--muted)}`;export{c as SHEET,i as passages};
