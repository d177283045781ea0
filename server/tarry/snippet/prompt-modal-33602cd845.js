/* tarry 0.1.0 — generated, do not edit */
import{listen as e,paintedAt as t,pinnedBy as n}from"./prompt-33602cd845.js";const r=/cookie|consent|privacy|gdpr|datenschutz|einwillig|confidentialité|privacidad/i,i=[.03,.5,.97],a=[.03,.5,.88,.97],o=e=>{let o=new Set;for(let n of i)for(let r of a)t(e,innerWidth*n,innerHeight*r,o);return[...o].map(e=>n(e)?.textContent??``).some(e=>e.length<5e3&&r.test(e))},s=(t,{root:n,headline:r},{deeds:i})=>{let a=n;return t.removeAttribute(`popover`),r.tabIndex=-1,e(a,`close`,i.signal,()=>i.done(`dismissed`)),e(a,`click`,i.signal,({target:e})=>e===a&&i.done(`dismissed`)),()=>a.matches(`:modal`)?!0:!o(t)&&(t.setAttribute(`on`,``),a.showModal(),r.focus(),!0)},c=`
dialog:not([open]){display:none}
dialog{position:fixed;inset:0;margin:auto!important;width:min(440px,100vw - 32px);max-height:calc(100dvh - 32px);box-shadow:0 4px 24px #0004}
dialog h2{font-size:1.25em}
dialog .main{padding:24px 24px 0}
dialog .foot{padding:16px 24px 8px}
dialog::backdrop{background:#0008}
h2:focus{outline:0}
@media(max-height:27em){dialog{overflow:auto}dialog .main{overflow:visible}}`;export{c as SHEET,s as settle};
