/* tarry 0.1.0 — generated, do not edit */
var e=Object.defineProperty,t=(t,r)=>{let o=Object.setPrototypeOf({},null);for(var l in t)e(o,l,{get:t[l],enumerable:!0});return 1&r||e(o,Symbol.toStringTag,{value:"Module"}),2&r?o:Object.preventExtensions(o)};export{t as __exportAll};
