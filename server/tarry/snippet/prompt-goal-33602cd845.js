/* tarry 0.1.0 — generated, do not edit */
import{node as e}from"./prompt-33602cd845.js";const t=({goal:t},r)=>{if(!t)return[];let{name:i,step:a}=t,o=/^\d/.test(a)?(r.step??`Step {n}`).replace(`{n}`,a):a,s=e(`p`,``,e(`b`,``,i),o&&e(`span`,`soft`,` · ${o}`));return[e(`div`,``,s,n(a))]},n=t=>{let[,n,r]=/^(\d+)\D+(\d+)$/.exec(t)??[];if(!(!r||+r>9))return e(`div`,`steps`,...Array.from({length:+r},(t,r)=>e(`span`,r<Number(n)?`done`:``)))},r=`
.steps{display:flex;gap:4px;margin-block-start:8px}
.steps span{flex:1;border-block-start:4px solid var(--hair);border-radius:2px}
.steps .done{border-color:var(--accent-edge)}
@media(forced-colors:active){.steps span{border-color:Canvas}.steps .done{border-color:CanvasText}}`;export{r as SHEET,t as draw};
