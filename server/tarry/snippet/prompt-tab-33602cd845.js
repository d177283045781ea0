/* tarry 0.1.0 — generated, do not edit */
import{listen as e,node as t,settle as n}from"./prompt-33602cd845.js";const r=(r,i,a)=>{let{d:o,words:s,deeds:c}=a,{root:l,headline:u}=i,d=n(r,i,a),f=t(`button`,`smaller`),p=t(`button`,`larger`,t(`span`,``,o.headline)),m=t(`div`,`edge`);f.type=p.type=`button`,f.setAttribute(`aria-label`,s.smaller??`Make smaller`),u.tabIndex=-1;let h=(e,t)=>{r.toggleAttribute(`tab`,e),d(),t.focus({preventScroll:!0})};return e(f,`click`,c.signal,()=>h(!0,p)),e(p,`click`,c.signal,()=>h(!1,u)),l.prepend(f),o.format===`tab`?(r.setAttribute(`tab`,``),m.setAttribute(`aria-live`,`polite`)):m.append(p),l.after(m),()=>(m.append(p),d())},i=`
:host([tab]){width:fit-content!important}
:host([tab][side=end]){inset-inline:auto 0!important}
:host([tab][side=start]){inset-inline:0 auto!important}
:host([tab]) .card,:host(:not([tab])) .edge{display:none}
.smaller{position:absolute;inset:4px 4px auto auto;z-index:1}
.card:dir(rtl) .smaller{inset:4px auto auto 4px}
.smaller::before{content:"";position:absolute;inset:0;margin:auto;width:12px;height:2px;background:currentColor}
.smaller+.main h2{padding-inline-end:36px}
h2:focus{outline:0}
.larger{display:flex;align-items:center;gap:8px;max-width:min(280px,100vw - 64px);padding:8px 16px 8px 12px;font:600 var(--size)/1.3 var(--font);background:var(--surface);color:var(--text);border:1px solid var(--edge);border-inline-start:4px solid var(--accent-edge);box-shadow:0 4px 24px #0004;text-align:start}
.larger span{overflow:hidden;white-space:nowrap;text-overflow:ellipsis}
:host([tab][side=end]) .larger{border-start-start-radius:min(var(--round),16px);border-end-start-radius:min(var(--round),16px)}
:host([tab][side=start]) .larger{border-start-end-radius:min(var(--round),16px);border-end-end-radius:min(var(--round),16px)}`;export{i as SHEET,r as settle};
