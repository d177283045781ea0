/* tarry 0.1.0 — generated, do not edit */
import{settle as e,under as t}from"./prompt-2bc2b85341.js";const n=(n,i,a)=>{n.setAttribute(`bar`,``);let o=e(n,i,a),s=!0;return()=>{n.setAttribute(`bar`,`top`);let e=n.hasAttribute(`on`);return s&&=![...t(n)].some(t=>r(t)||!e&&t.matches(`a,button,input,select`)),s?!0:(n.setAttribute(`bar`,``),o())}},r=e=>/fixed|sticky/.test(getComputedStyle(e).position),i=`
:host([bar]){inset-inline:0!important;width:auto!important}
:host([bar=top]){inset-block:0 auto!important}
:host([bar]) .card{flex-flow:row wrap;justify-content:center;gap:0 24px;max-height:50dvh;overflow:auto;border-width:1px 0;border-radius:0;padding:8px 24px}
:host([bar]) .main{flex:1 1 320px;max-width:640px;padding:8px 0;overflow:visible}
:host([bar]) .foot{padding:0}
@media(max-width:480px){:host([bar]) .card{padding-inline:16px}:host([bar]) .foot{flex:1}}`;export{i as SHEET,n as settle};
