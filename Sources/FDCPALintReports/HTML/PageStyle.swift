/// The page's looks: one column, two themes, and paper.
let pageStyle: HTML = """
  :root {
    color-scheme: light dark;
    --paper: #fff; --panel: #f6f7f8; --ink: #1b1f24; --quiet: #57606a; --line: #d5d9de;
    --link: #0b57b0; --error: #b3211b; --warning: #855600; --advice: #0b6a78; --mark: #ffe79a;
    --talk: #e4ecf7;
  }
  @media (prefers-color-scheme: dark) {
    :root {
      --paper: #14171a; --panel: #1d2126; --ink: #e4e7ea; --quiet: #a0a8b1; --line: #373e46;
      --link: #82b6ff; --error: #ff8d85; --warning: #ecb95c; --advice: #66cbd9; --mark: #5f4c00;
      --talk: #24344a;
    }
  }
  * { box-sizing: border-box; }
  html { scroll-padding-top: 1rem; }
  body { margin: 0; background: var(--paper); color: var(--ink);
    font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
  header, main, footer { max-width: 68rem; margin: 0 auto; padding: 0 1.5rem; }
  header { padding-top: 2.5rem; }
  main { padding-bottom: 2rem; }
  footer { padding-bottom: 3rem; color: var(--quiet); font-size: .875rem; }
  section { margin-top: 2.75rem; }
  h1 { font-size: 1.75rem; line-height: 1.25; margin: 0 0 .5rem; }
  h2 { font-size: 1.3rem; line-height: 1.3; margin: 0 0 .9rem; padding-bottom: .4rem;
    border-bottom: 1px solid var(--line); }
  h3 { font-size: 1.05rem; margin: 2rem 0 .25rem; }
  p { margin: .4rem 0; max-width: 46rem; }
  a { color: var(--link); text-underline-offset: .15em; }
  :focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
  .skip { position: absolute; left: -100vw; }
  .skip:focus { left: 1rem; top: 1rem; background: var(--paper); padding: .5rem 1rem; z-index: 1; }
  .quiet, figcaption, .law { color: var(--quiet); }
  .lead { font-size: 1.1rem; max-width: none; }
  code, .id, .excerpt { font-family: ui-monospace, "SF Mono", Consolas, "DejaVu Sans Mono",
    monospace; font-size: .875em; overflow-wrap: anywhere; }
  nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; list-style: none; padding: 0;
    margin: 1rem 0 0; }
  .totals { display: grid; grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr));
    gap: .75rem; list-style: none; padding: 0; margin: 0 0 1.75rem; }
  .totals a { display: block; height: 100%; padding: .7rem .9rem; background: var(--panel);
    border: 1px solid var(--line); border-radius: .4rem; color: inherit; text-decoration: none; }
  .totals a:hover { border-color: var(--link); }
  .totals b { display: block; font-size: 1.6rem; line-height: 1.2;
    font-variant-numeric: tabular-nums; }
  .error { color: var(--error); } .warning { color: var(--warning); }
  .advice { color: var(--advice); }
  .scroll { overflow-x: auto; margin: .75rem 0; }
  table { border-collapse: collapse; width: 100%; font-size: .9rem;
    font-variant-numeric: tabular-nums; }
  caption { text-align: left; color: var(--quiet); padding-bottom: .35rem; }
  th, td { text-align: left; vertical-align: top; padding: .4rem .9rem .4rem 0;
    border-bottom: 1px solid var(--line); }
  thead th { color: var(--quiet); font-weight: 600; white-space: nowrap; }
  tbody th { font-weight: 400; }
  td.count, th.count { text-align: right; }
  td.time { white-space: nowrap; }
  tr.out td, tr.out th { color: var(--quiet); }
  tr.last th, tr.last td { font-weight: 600; }
  details > summary { cursor: pointer; }
  details.list { margin: .9rem 0; }
  details.list > summary { font-weight: 600; margin-bottom: .5rem; }
  article { margin: .75rem 0; border: 1px solid var(--line); border-left-width: 4px;
    border-radius: .3rem; content-visibility: auto; contain-intrinsic-size: auto 4rem; }
  article.error { border-left-color: var(--error); color: inherit; }
  article.warning { border-left-color: var(--warning); color: inherit; }
  article.advice { border-left-color: var(--advice); color: inherit; }
  article:target { outline: 2px solid var(--link); }
  article summary { padding: .65rem 1rem; }
  article .body { padding: .1rem 1rem 1rem; }
  .severity { font-weight: 700; }
  .severity.error::before { content: "\u{25CF} "; } .severity.warning::before { content: "\u{25B2} "; }
  .severity.advice::before { content: "\u{25A0} "; }
  .excerpt { max-width: none; margin: .5rem 0 1rem; padding: .7rem .9rem; background: var(--panel);
    border-radius: .3rem; white-space: pre-wrap; line-height: 1.6; }
  mark { background: var(--mark); color: inherit; padding: .1em .15em; border-radius: .15em;
    font-weight: 600; }
  dl { display: grid; grid-template-columns: max-content 1fr; gap: .35rem 1.1rem; margin: .75rem 0; }
  dt { color: var(--quiet); } dd { margin: 0; max-width: 46rem; overflow-wrap: anywhere; }
  figure { margin: 1rem 0; } figcaption { font-size: .9rem; margin-bottom: .35rem; }
  svg { max-width: 100%; height: auto; }
  svg text { fill: var(--quiet); font: 12px system-ui, sans-serif; }
  svg .talk { fill: var(--talk); } svg .day { stroke: var(--line); }
  svg .dot { fill: var(--ink); } svg .hollow { fill: var(--paper); stroke: var(--ink);
    stroke-width: 1.5; }
  svg .end { fill: var(--error); } svg .ring { fill: none; stroke: var(--error); stroke-width: 2; }
  form { display: flex; flex-wrap: wrap; gap: .6rem 1.25rem; align-items: center; padding: .75rem 1rem;
    background: var(--panel); border: 1px solid var(--line); border-radius: .4rem; }
  form[hidden], article[hidden], .rule[hidden] { display: none; }
  input[type=search] { font: inherit; padding: .35rem .6rem; min-width: 16rem; color: inherit;
    background: var(--paper); border: 1px solid var(--quiet); border-radius: .3rem; }
  button { font: inherit; padding: .3rem .8rem; color: inherit; background: var(--paper);
    border: 1px solid var(--quiet); border-radius: .3rem; cursor: pointer; }
  @media (max-width: 40rem) { dl { grid-template-columns: 1fr; } dd { margin-bottom: .4rem; } }
  @media print {
    :root { color-scheme: light; --paper: #fff; --panel: #fff; --ink: #000; --quiet: #444;
      --line: #bbb; --link: #000; --error: #8c1510; --warning: #6b4500; --advice: #06525d;
      --mark: #eee; --talk: #eee; }
    @page { margin: 18mm 16mm; }
    body { font-size: 10pt; }
    header, main, footer { max-width: none; padding: 0; }
    header { padding-top: 0; }
    nav, form, .skip { display: none !important; }
    article { content-visibility: visible; }
    tr, figure, dl, .excerpt { break-inside: avoid; }
    h2, h3, summary, caption, .law, section > p, figure:has(+ .scroll) { break-after: avoid; }
    .index { display: none; }
    .scroll { overflow: visible; }
    table { font-size: 8.5pt; }
    th, td, thead th, td.time { white-space: normal; padding-right: .5rem; }
    main, footer { padding-bottom: 0; }
    a { text-decoration: none; }
    mark { text-decoration: underline; }
    .excerpt { border: 1px solid var(--line); }
    details::details-content { content-visibility: visible; height: auto; }
  }
  """

/// Opens what is linked to, filters what is listed, opens everything for paper.
let pageScript: HTML = """
  (() => {
    const all = [...document.querySelectorAll('article')];
    const form = document.querySelector('form');
    const texts = all.map(a => {
      const rule = a.closest('.rule');
      return [rule.querySelector('h3'), rule.querySelector('.law'), a]
        .map(e => e.textContent.toLowerCase()).join(' ');
    });
    const filter = () => {
      const words = form.words.value.toLowerCase().split(/\\s+/).filter(Boolean);
      const grades = new Set([...form.querySelectorAll('[name=severity]:checked')].map(c => c.value));
      let shown = 0;
      all.forEach((a, i) => {
        a.hidden = !(grades.has(a.dataset.severity) && words.every(w => texts[i].includes(w)));
        if (!a.hidden) shown++;
      });
      document.querySelectorAll('.rule').forEach(r => {
        r.hidden = !r.querySelector('article:not([hidden])');
      });
      form.querySelector('output').value = shown + ' of ' + all.length + ' shown';
    };
    const reach = () => {
      const target = location.hash && document.getElementById(location.hash.slice(1));
      if (!target) return;
      if (target.hidden || target.closest('[hidden]')) { form.reset(); filter(); }
      const inner = target.matches('details') ? target : target.querySelector(':scope > details');
      if (inner) inner.open = true;
      target.scrollIntoView();
    };
    if (form) {
      form.hidden = false;
      form.addEventListener('input', filter);
      form.addEventListener('reset', () => setTimeout(filter));
      form.addEventListener('submit', e => e.preventDefault());
      form.querySelector('.open').addEventListener('click', e => {
        const open = all.some(a => !a.hidden && !a.firstElementChild.open);
        all.forEach(a => { if (!a.hidden) a.firstElementChild.open = open; });
      });
      filter();
    }
    let closed = [];
    addEventListener('beforeprint', () => {
      closed = [...document.querySelectorAll('details:not([open])')];
      closed.forEach(d => { d.open = true; });
    });
    addEventListener('afterprint', () => closed.forEach(d => { d.open = false; }));
    addEventListener('hashchange', reach);
    reach();
  })();
  """
