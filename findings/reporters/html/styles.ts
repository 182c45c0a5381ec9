/** The report's style sheet. Contrast is at least 4.5 to 1 in both schemes (WCAG 2.2, 1.4.3). */
export const styles = `
:root { color-scheme: light dark; --text: #1b1f24; --dim: #4d5763; --back: #fff; --panel: #f4f6f8; --line: #ccd3da;
  --error: #b3141d; --warning: #8a5000; --info: #0b5cad; --mark: #fff1b8; --marktext: #1b1f24; --focus: #0b5cad; }
@media (prefers-color-scheme: dark) { :root { --text: #e6eaee; --dim: #aab4bf; --back: #14181d; --panel: #1e242b; --line: #3b4550;
  --error: #ff8f8a; --warning: #f2b75b; --info: #7cb8ff; --mark: #584a10; --marktext: #fff; --focus: #7cb8ff; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1rem 1.5rem 4rem; max-width: 90rem; background: var(--back); color: var(--text);
  font: 1rem/1.5 system-ui, sans-serif; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.2rem; }
a { color: var(--info); }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
.skip { position: absolute; left: -99rem; } .skip:focus { left: 1rem; }
.sum { display: flex; flex-wrap: wrap; gap: 1rem; padding: 0; list-style: none; }
.sum li { padding: .5rem 1rem; background: var(--panel); border: 1px solid var(--line); border-radius: .4rem; }
.sum b { font-size: 1.3rem; margin-right: .3rem; }
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(34rem, 100%), 1fr)); gap: 1.5rem; }
figure { margin: 0; } figcaption { font-weight: 600; margin-bottom: .4rem; }
svg { width: 100%; height: auto; } svg text { fill: var(--text); font-size: 12px; }
svg rect.error { fill: var(--error); } svg rect.warning { fill: var(--warning); } svg rect.info { fill: var(--info); }
table { border-collapse: collapse; } th, td { padding: .15rem .6rem; border: 1px solid var(--line); text-align: left; font-weight: 400; }
form { display: flex; flex-wrap: wrap; gap: .8rem 1.2rem; align-items: end; padding: .8rem; background: var(--panel);
  border: 1px solid var(--line); border-radius: .4rem; position: sticky; top: 0; z-index: 1; }
.field { display: flex; flex-direction: column; } form label { font-size: .9rem; } fieldset { border: 0; padding: 0; margin: 0; display: flex; gap: .8rem; }
fieldset label { display: flex; gap: .3rem; align-items: center; } legend { font-size: .9rem; padding: 0; float: left; margin-right: .6rem; }
input[type=search], select { font: inherit; padding: .3rem .5rem; border: 1px solid var(--dim); border-radius: .3rem;
  background: var(--back); color: var(--text); max-width: 24rem; }
button { font: inherit; color: inherit; cursor: pointer; background: var(--panel); border: 1px solid var(--dim); border-radius: .3rem; padding: .3rem .7rem; }
#list { list-style: none; padding: 0; } #list > li { border-bottom: 1px solid var(--line); content-visibility: auto; contain-intrinsic-size: auto 3.2rem; }
button.finding { display: block; width: 100%; text-align: left; background: none; border: 0; border-radius: 0; padding: .5rem .3rem; overflow-wrap: anywhere; }
button.finding:hover { background: var(--panel); }
.severity { font-weight: 700; } .severity.error { color: var(--error); } .severity.warning { color: var(--warning); } .severity.info { color: var(--info); }
.where, .rule { color: var(--dim); font-size: .9rem; }
.detail { padding: 0 .3rem 1rem; overflow-wrap: anywhere; }
.sides { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(30rem, 100%), 1fr)); gap: 1rem; }
.side h3 { font-size: .95rem; margin: .4rem 0; }
pre { margin: 0; padding: .5rem; background: var(--panel); border: 1px solid var(--line); border-radius: .3rem; overflow: auto; max-height: 30rem;
  font: .85rem/1.5 ui-monospace, monospace; tab-size: 4; }
pre .number { color: var(--dim); user-select: none; } pre mark { background: var(--mark); color: var(--marktext); }
.visually-hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media print { form, button.more { display: none; } }
`;
