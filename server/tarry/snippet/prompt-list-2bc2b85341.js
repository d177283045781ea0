/* tarry 0.1.0 — generated, do not edit */
import{listen as e,node as t,safeUrl as n}from"./prompt-2bc2b85341.js";const r=(e,t)=>{try{let{format:n}=new Intl.NumberFormat(e,t?{style:`currency`,currency:t}:{});return e=>e===void 0||e===``||Number.isNaN(+e)?``:n(+e)}catch{return()=>``}},i=(e,t)=>{try{return new Intl.DateTimeFormat(e,{dateStyle:`medium`,timeStyle:`short`}).format(t)}catch{return``}},a=(n,r,{signal:i})=>{let{code:a}=n;if(!a)return[];let o=t(`code`,``,a),s=t(`button`,``,r.copy);s.type=`button`,s.setAttribute(`aria-live`,`polite`);let c=()=>getSelection()?.selectAllChildren(o);return e(s,`click`,i,()=>{let e=navigator.clipboard?.writeText(a);e?.then(()=>s.textContent=r.copied,c),e||c()}),[t(`div`,`code`,o,s)]},o=({ends_at:e,locale:n},r)=>{let a=e&&e>Date.now()?i(n,e):``;return a&&t(`p`,`soft`,r.until.replace(`{n}`,a))},s=(e,n)=>{if(!e.goal)return;let{name:r,step:i}=e.goal,a=/^\d/.test(i)?n.step.replace(`{n}`,i):i;return t(`div`,``,t(`p`,``,t(`b`,``,r),a&&t(`span`,`soft`,` · ${a}`)),c(i))},c=e=>{let[,n,r]=/^(\d+)\D+(\d+)$/.exec(e)??[];if(!(!r||+r>9))return t(`div`,`steps`,...Array.from({length:+r},(e,r)=>t(`span`,r<Number(n)?`done`:``)))},l=(e,i,a)=>{let o=e.lines??[];if(!o.length)return[];let s={words:i,deeds:a,money:e.currency?r(e.locale,e.currency):()=>``,count:r(e.locale),pictured:o.some(({image:e})=>n(e))},c=t(`ul`,``,...o.slice(0,3).map(e=>u(e,s)));c.setAttribute(`role`,`list`);let l=o.length-3,d=o.length>1&&s.money(p(o));return[c,l>0&&t(`p`,`soft`,i.rest.replace(`{n}`,s.count(l))),d&&t(`p`,`total`,t(`span`,``,i.total),t(`span`,``,d))]},u=(e,{words:r,deeds:i,money:a,count:o,pictured:s})=>{let c=a(e.price),l=a(e.was),u=!e.gone&&l&&c&&l!==c;return t(`li`,e.gone?`gone`:``,s&&f(n(e.image)),t(`span`,`name`,d(e,i),e.qty>1&&t(`span`,`soft`,` × ${o(e.qty)}`)),t(`span`,`cost`,u&&t(`del`,``,l),t(`span`,u?`new`:``,e.gone?r.gone:c)))},d=({name:r,url:i},{done:a,signal:o})=>{let s=n(i);if(!s)return r;let c=t(`a`,``,r);return c.href=s,e(c,`click`,o,()=>a(`clicked`,`line`)),c},f=e=>{if(!e)return t(`span`,`pic`);let n=t(`img`);return n.alt=``,n.src=e,n.addEventListener(`error`,()=>n.remove(),{once:!0}),t(`span`,`pic`,n)},p=e=>e.reduce((e,t)=>e+(t.gone?0:Number(t.price??NaN)*t.qty),0)||void 0,m=(e,t,n)=>[s(e,t),...l(e,t,n),...a(e,t,n),o(e,t)],h=`
ul{display:grid;gap:8px;list-style:none}
li{display:flex;flex-wrap:wrap;align-items:center;gap:4px 12px}
.pic{width:56px;height:56px;background:var(--plate)}
img{width:100%;height:100%;object-fit:cover}
.pic,img{border-radius:min(var(--round),8px)}
.name{flex:1 1 7em}
.name a{display:inline-flex;align-items:center;min-height:44px;min-width:44px;color:inherit;text-decoration:underline 1px var(--edge);text-underline-offset:3px}
.cost{margin-inline-start:auto;text-align:end;font-variant-numeric:tabular-nums}
.cost>*{display:block}
.new{color:var(--changed);text-decoration:none}
.new::before{content:"\\25cf  "/"";font-size:.75em}
.gone{color:var(--muted)}
.gone img{opacity:.4}
.total{display:flex;justify-content:space-between;gap:16px;padding-block-start:8px;border-block-start:1px solid var(--hair)}
.steps{display:flex;gap:4px;margin-block-start:8px}
.steps span{flex:1;border-block-start:4px solid var(--hair);border-radius:2px}
.steps .done{border-color:var(--accent-edge)}
.code{display:flex;align-items:center;border:1px dashed var(--edge);border-radius:min(var(--round),16px);padding-inline-start:16px}
code{flex:1;user-select:all;font-family:monospace;letter-spacing:.05em}
.code button{padding:0 16px;font-weight:600;text-decoration:underline 1px;text-underline-offset:3px}`;export{h as SHEET,m as list};
