/* tarry 0.1.0 — generated, do not edit */
import{overlap as e,settle as t,under as n}from"./prompt-33602cd845.js";const r=(r,a,o)=>{r.setAttribute(`bar`,``);let s=t(r,a,o),c=!0;return()=>{r.setAttribute(`bar`,`top`);let t=r.getBoundingClientRect(),a=r.hasAttribute(`on`)?[]:[...document.querySelectorAll(`a,button,input,select`)].slice(0,40);return c&&=!a.some(n=>e(t,n.getBoundingClientRect()))&&![...n(r,t)].some(i),c?!0:(r.setAttribute(`bar`,``),s())}},i=e=>/fixed|sticky/.test(getComputedStyle(e).position),a=`
:host([bar]){inset-inline:0!important;width:auto!important}
:host([bar=top]){inset-block:0 auto!important}
:host([bar]) .card{border-width:1px 0;border-radius:0}
@media(min-width:481px){
:host([bar]) .card{flex-flow:row wrap;justify-content:center;align-items:center;gap:0 24px;max-height:50dvh;overflow:auto;padding:8px 24px}
:host([bar]) .main{flex:1 1 320px;max-width:640px;padding:8px 0;overflow:visible}
:host([bar]) .foot{padding:0}}`;export{a as SHEET,r as settle};
