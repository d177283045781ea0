/* tarry 0.1.0 — generated, do not edit */
import{listen as e,node as t,safeUrl as n}from"./prompt-33602cd845.js";const r=(e,t)=>{try{let{format:n}=new Intl.NumberFormat(e,t?{style:`currency`,currency:t}:{});return e=>e===void 0||e===``||Number.isNaN(+e)?``:n(+e)}catch{return()=>``}},i=(e,i,o)=>{let s=e.lines??[];if(!s.length)return[];let l,u={words:i,deeds:o,money:e.currency?r(e.locale,e.currency):()=>``,count:t=>(l??=r(e.locale))(t),pictured:s.some(({image:e})=>n(e))},d=t(`ul`,``,...s.slice(0,3).map(e=>a(e,u)));d.setAttribute(`role`,`list`);let f=s.length-3,p=s.length>1&&u.money(c(s));return[d,f>0&&t(`p`,`soft`,(i.rest??`and {n} more`).replace(`{n}`,u.count(f))),p&&t(`p`,`total`,t(`span`,``,i.total??`Total`),t(`span`,``,p))]},a=(e,{words:r,deeds:i,money:a,count:c,pictured:l})=>{let u=a(e.price),d=a(e.was),f=!e.gone&&d&&u&&d!==u;return t(`li`,e.gone?`gone`:``,l&&s(n(e.image)),t(`span`,`name`,o(e,i),e.qty>1&&t(`span`,`soft`,` × ${c(e.qty)}`)),t(`span`,`cost`,f&&t(`del`,``,d),t(`span`,f?`new`:``,e.gone?r.gone??`Sold out`:u)))},o=({name:r,url:i},{done:a,signal:o})=>{let s=n(i);if(!s)return r;let c=t(`a`,``,r);return c.href=s,e(c,`click`,o,()=>a(`clicked`,`line`)),c},s=e=>{if(!e)return t(`span`,`pic`);let n=t(`img`);return n.alt=``,n.src=e,n.addEventListener(`error`,()=>n.remove(),{once:!0}),t(`span`,`pic`,n)},c=e=>e.reduce((e,t)=>e+(t.gone?0:Number(t.price??NaN)*t.qty),0)||void 0,l=`
ul{display:grid;gap:8px;list-style:none}
li{display:flex;flex-wrap:wrap;align-items:center;gap:4px 12px}
.pic{width:56px;height:56px;background:var(--plate);border-radius:min(var(--round),8px);overflow:hidden}
img{display:block;width:100%;height:100%;object-fit:cover}
.name{flex:1 1 7em}
.name a{padding-block:14px;color:inherit}
.cost{margin-inline-start:auto;text-align:end}
.cost>*{display:block}
.new{color:var(--changed)}
.new::before{content:"\\25cf  "/"";font-size:.75em}
.gone{color:var(--muted)}
.gone img{opacity:.4}
.total{display:flex;justify-content:space-between;gap:16px;padding-block-start:8px;border-block-start:1px solid var(--hair)}
@media(forced-colors:active){.gone{color:GrayText}}`;export{l as SHEET,i as draw};
