/* tarry 0.1.0 — generated, do not edit */
import{node as e}from"./prompt-33602cd845.js";const t=({blocks:t=[]},r)=>e(`div`,`blocks`,...t.slice(0,6).map(e=>n(e,r))),n=({kind:t,title:n,text:a,source:o},s)=>{let c=n&&e(`h3`,``,n),l=o&&e(`p`,`soft`,o);if(t===`faq`)return e(`details`,``,e(`summary`,``,c||a),e(`p`,`text`,a),l);if(t===`benefit`)return e(`div`,``,...r(a,c,l));let u=t===`compare`&&s?.(a,n);if(u)return e(`div`,``,u,l);if(t!==`quote`)return e(`div`,``,c,e(`p`,`text`,a),l);let d=e(`figcaption`,`soft`,[n,o].filter(Boolean).join(` · `));return e(`figure`,``,e(`blockquote`,`text`,e(`q`,``,i(a))),d)},r=(t,n,r)=>{let i=t.split(`
`).filter(Boolean);if(i.length<2)return[e(`div`,`good`,e(`div`,``,n,e(`p`,``,t),r))];let a=e(`ul`,``,...i.map(t=>e(`li`,`good`,t)));return a.setAttribute(`role`,`list`),[n,a,r]},i=e=>e.trim().replace(/^["“„«»”]\s*|\s*["“”«»]$/g,``),a=`
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
.good::before{content:"\\2713"/"";color:var(--accent-edge);font-weight:600}`;export{a as SHEET,t as draw};
