/* tarry 0.1.0 — generated, do not edit */
import{node as e}from"./prompt-33602cd845.js";const t=(t,i)=>{let[a,...o]=t.split(`
`).filter(Boolean).map(e=>e.split(`|`).map(e=>e.trim()));if(!a||!o.length||[a,...o].some(({length:e})=>e<2||e!==a.length))return;let s=(t,r,i)=>e(`tr`,``,...t.slice(0,4).map((e,t)=>n(t?i:r,t?`col`:`row`,e))),c=[...o].sort((e,t)=>Number(r(e))-Number(r(t)));return e(`table`,``,i&&e(`caption`,``,i),e(`thead`,``,s(a,a[0]?`th`:`td`,`th`)),e(`tbody`,``,...c.map(e=>s(e,`th`,`td`))))},n=(t,n,r)=>{let i=e(t,``,r);return t===`th`&&i.setAttribute(`scope`,n),i},r=([,...e])=>e.every(t=>t===e[0]),i=`
table{width:100%;border-collapse:collapse;font-size:.875em}
caption{text-align:start;font-weight:600;padding-block-end:4px}
th,td{padding-block:6px;padding-inline:0 12px;border-block-end:1px solid var(--hair);text-align:start;vertical-align:top}
th{font-weight:600}
tbody th{font-weight:400;color:var(--muted)}`;export{i as SHEET,t as draw};
