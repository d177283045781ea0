/* tarry 0.1.0 — generated, do not edit */
import{listen as e,pinnedOver as t}from"./prompt-24c94eecb3.js";const n=/cookie|consent|privacy|gdpr|datenschutz|einwillig|confidentialité|privacidad/i,r=(r,{root:i,headline:a},{deeds:o})=>{let s=i;return r.removeAttribute(`popover`),a.tabIndex=-1,e(s,`close`,o.signal,()=>o.done(`dismissed`)),e(s,`click`,o.signal,({target:e})=>e===s&&o.done(`dismissed`)),()=>{if(s.matches(`:modal`))return!0;let e=new DOMRect(0,0,innerWidth,innerHeight);return!t(r,e).some(({textContent:e})=>n.test(e))&&(r.setAttribute(`on`,``),s.showModal(),a.focus(),!0)}},i=`
dialog:not([open]){display:none}
dialog{position:fixed;inset:0;margin:auto!important;width:min(440px,100vw - 32px);max-height:calc(100dvh - 32px);box-shadow:0 1px 2px #0002,0 8px 32px #0003}
dialog h2{font-size:1.25em}
dialog .main{padding:24px 24px 0}
dialog .foot{padding:16px 24px 8px}
dialog::backdrop{background:#0008}
h2:focus{outline:0}
@media(max-height:27em){dialog{overflow:auto}dialog .main{overflow:visible}}`;export{i as SHEET,r as settle};
