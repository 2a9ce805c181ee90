/// The page's looks: contents beside one column, two themes, and paper.
let pageStyle: HTML = #"""
  :root {
    color-scheme: light dark;
    --paper: #fff; --panel: #f6f7f8; --ink: #1b1f24; --quiet: #57606a; --line: #d8dce1;
    --link: #0b57b0; --error: #b3211b; --warning: #8a5a00; --advice: #0b6a78; --mark: #ffe79a;
    --talk: #e4ecf7; --bar: #5b6f8a; --on-bar: #fff; --ok: #1c6b3a;
    --q0: #f1f3f5; --q1: #dbe5f1; --q2: #b9cde6; --q3: #8fb0d8; --q4: #5f8dc4; --q5: #2f66a8;
  }
  @media (prefers-color-scheme: dark) {
    :root {
      --paper: #14171a; --panel: #1d2126; --ink: #e4e7ea; --quiet: #a3abb4; --line: #353c44;
      --link: #8abaff; --error: #ff8d85; --warning: #ecb95c; --advice: #66cbd9; --mark: #5f4c00;
      --talk: #24344a; --bar: #8aa0bd; --on-bar: #14171a; --ok: #7ccf9a;
      --q0: #1d2126; --q1: #22344b; --q2: #2a4a70; --q3: #376497; --q4: #4f84bf; --q5: #86b4ea;
    }
  }
  * { box-sizing: border-box; }
  html { scroll-padding-top: 1rem; }
  body { margin: 0; background: var(--paper); color: var(--ink); display: grid;
    grid-template-columns: 16.5rem minmax(0, 1fr);
    font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif; }
  #contents { position: sticky; top: 0; height: 100vh; overflow-y: auto; padding: 2rem 1rem 2rem 1.5rem;
    border-right: 1px solid var(--line); font-size: .875rem; }
  #contents .brand { margin: 0 0 1rem; font-weight: 700; }
  #contents ol { list-style: none; margin: 0; padding: 0; }
  #contents a { display: flex; justify-content: space-between; gap: .75rem; padding: .28rem .5rem;
    border-radius: .3rem; color: var(--ink); text-decoration: none; line-height: 1.35; }
  #contents a:hover { background: var(--panel); }
  #contents .n { color: var(--quiet); font-variant-numeric: tabular-nums; }
  .page { padding: 0 2.5rem; max-width: 74rem; min-width: 0; }
  header { padding-top: 2rem; }
  footer { padding: 2.5rem 0; color: var(--quiet); font-size: .875rem; }
  section { margin-top: 3rem; }
  h1 { font-size: 2rem; line-height: 1.2; margin: 0 0 .5rem; letter-spacing: -.01em; }
  h2 { font-size: 1.35rem; line-height: 1.3; margin: 0 0 .8rem; padding-bottom: .4rem;
    border-bottom: 1px solid var(--line); }
  h3 { font-size: 1.02rem; margin: 1.6rem 0 .4rem; }
  p { margin: .4rem 0; max-width: 48rem; }
  ul { max-width: 48rem; }
  a { color: var(--link); text-underline-offset: .15em; }
  :focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
  .skip { position: absolute; left: -100vw; }
  .skip:focus { left: 1rem; top: 1rem; background: var(--paper); padding: .5rem 1rem; z-index: 1; }
  .kind, .quiet, .caption, figcaption { color: var(--quiet); }
  .kind { margin: 0 0 .25rem; font-size: .9rem; }
  .lead { font-size: 1.08rem; max-width: none; }
  .verdict { padding: .6rem .9rem; border-left: 4px solid var(--line); background: var(--panel);
    border-radius: 0 .3rem .3rem 0; }
  .verdict.found, .verdict.incomplete, .differs { border-left-color: var(--error); }
  .differs, .agrees { padding: .5rem .9rem; border-left: 4px solid var(--error); background: var(--panel); }
  .agrees { border-left-color: var(--ok); }
  code, .id, .excerpt { font-family: ui-monospace, "SF Mono", Consolas, "DejaVu Sans Mono", monospace;
    font-size: .86em; overflow-wrap: anywhere; }
  .totals { display: grid; grid-template-columns: repeat(auto-fit, minmax(8rem, 1fr)); gap: .75rem;
    list-style: none; padding: 0; margin: 0 0 1.5rem; max-width: none; }
  .totals a { display: block; height: 100%; padding: .65rem .9rem; background: var(--panel);
    border: 1px solid var(--line); border-radius: .4rem; color: inherit; text-decoration: none; }
  .totals a:hover { border-color: var(--link); }
  .totals b { display: block; font-size: 1.7rem; line-height: 1.2; font-variant-numeric: tabular-nums; }
  b.error, .severity.error { color: var(--error); } b.warning, .severity.warning { color: var(--warning); }
  b.advice, .severity.advice { color: var(--advice); }
  .scroll { overflow-x: auto; margin: .75rem 0; }
  table { border-collapse: collapse; width: 100%; font-size: .9rem; font-variant-numeric: tabular-nums; }
  table.narrow, table.steps { width: auto; min-width: 24rem; }
  table.sums th[scope=row], table.sums thead th:first-child { width: 45%; }
  caption { text-align: left; color: var(--quiet); padding-bottom: .35rem; }
  .caption { font-size: .9rem; margin-top: .8rem; }
  th, td { text-align: left; vertical-align: top; padding: .38rem 1rem .38rem 0;
    border-bottom: 1px solid var(--line); }
  thead th { color: var(--quiet); font-weight: 600; white-space: nowrap; }
  tbody th { font-weight: 400; }
  td.count, th.count { text-align: right; white-space: nowrap; }
  td.time { white-space: nowrap; }
  td svg.bar { vertical-align: middle; }
  .zero { color: var(--quiet); }
  tr.out td, tr.out th { color: var(--quiet); }
  tr.last th, tr.last td { font-weight: 600; }
  tr.over th, tr.over td { color: var(--error); font-weight: 600; }
  table.grid td, table.grid th { padding-right: .45rem; font-size: .8rem; }
  table.sign td { width: 28%; height: 3rem; } table.sign th { vertical-align: bottom; }
  details > summary { cursor: pointer; }
  details.list, details.fold { margin: .6rem 0; }
  details.fold > summary, details.list > summary { color: var(--link); font-size: .92rem; }
  .rows { margin: .6rem 0; border: 1px solid var(--line); border-radius: .4rem; }
  .finding { border-left: 4px solid var(--line); border-bottom: 1px solid var(--line); }
  .finding:first-child { border-top-left-radius: .3rem; }
  .finding:last-child { border-bottom: 0; border-bottom-left-radius: .3rem; }
  .finding.error { border-left-color: var(--error); } .finding.warning { border-left-color: var(--warning); }
  .finding.advice { border-left-color: var(--advice); } .finding.pair { border-left-color: var(--bar); }
  .finding > summary { display: flex; gap: .8rem; align-items: baseline; padding: .5rem .9rem;
    list-style: none; font-size: .92rem; }
  .finding > summary::-webkit-details-marker { display: none; }
  .finding > summary:hover { background: var(--panel); }
  .finding[open] > summary { background: var(--panel); }
  .finding .severity { flex: 0 0 5.4rem; font-weight: 650; font-size: .86rem; }
  .finding .id { flex: 0 0 auto; }
  .finding .what { flex: 1 1 auto; min-width: 0; } .finding .what b { font-weight: 600; }
  .finding .what span { color: var(--quiet); }
  .finding .who { flex: 0 0 auto; color: var(--quiet); text-align: right; max-width: 32rem; }
  .tag { font-size: .75rem; border: 1px solid currentColor; border-radius: .25rem; padding: 0 .3rem; }
  .severity.error::before { content: "\25CF  "; } .severity.warning::before { content: "\25B2  "; }
  .severity.advice::before { content: "\25A0  "; }
  .body { padding: .3rem 1.1rem 1.1rem; }
  .excerpt { max-width: none; margin: .5rem 0 1rem; padding: .7rem .9rem; background: var(--panel);
    border-radius: .3rem; white-space: pre-wrap; line-height: 1.6; }
  mark { background: var(--mark); color: inherit; padding: .1em .15em; border-radius: .15em;
    font-weight: 600; }
  dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .3rem 1.1rem; margin: .75rem 0;
    font-size: .94rem; }
  dt { color: var(--quiet); } dd { margin: 0; max-width: 46rem; overflow-wrap: anywhere; }
  figure { margin: 1rem 0; overflow-x: auto; } figcaption { font-size: .9rem; margin: .35rem 0; max-width: 48rem; }
  svg { max-width: 100%; height: auto; }
  svg text { fill: var(--quiet); font: 12px system-ui, "DejaVu Sans", sans-serif; }
  svg text.value { fill: var(--ink); } svg text.limit { fill: var(--error); }
  svg .talk { fill: var(--talk); } svg .day { stroke: var(--line); } svg .axis { stroke: var(--quiet); }
  svg .dot { fill: var(--ink); } svg .hollow { fill: var(--paper); stroke: var(--ink); stroke-width: 1.5; }
  svg .end { fill: var(--error); } svg .ring { fill: none; stroke: var(--error); stroke-width: 2; }
  svg .event { fill: var(--link); }
  svg rect.fine, svg rect.in { fill: var(--bar); } svg rect.out { fill: var(--warning); }
  svg rect.error { fill: var(--error); } svg rect.warning { fill: var(--warning); }
  svg rect.advice { fill: var(--advice); }
  svg line.limit { stroke: var(--error); stroke-width: 1.5; stroke-dasharray: 4 3; }
  svg line.interval { stroke: var(--bar); stroke-width: 3; stroke-linecap: round; }
  .q0 { fill: var(--q0); } .q1 { fill: var(--q1); } .q2 { fill: var(--q2); } .q3 { fill: var(--q3); }
  .q4 { fill: var(--q4); } .q5 { fill: var(--q5); }
  svg.heat text { font-size: 10.5px; } svg.heat .outside { stroke: var(--error); stroke-width: 2; }
  svg.heat .in1, svg.heat .in2, svg.heat .in3 { fill: var(--ink); }
  svg.heat .in4, svg.heat .in5 { fill: var(--on-bar); }
  form { display: flex; flex-wrap: wrap; gap: .6rem 1.1rem; align-items: end; padding: .8rem 1rem;
    background: var(--panel); border: 1px solid var(--line); border-radius: .4rem; font-size: .92rem; }
  form[hidden] { display: none; }
  form label.wide { flex: 1 1 100%; } form .wide input { width: 100%; }
  form fieldset { border: 0; padding: 0; margin: 0; display: flex; gap: .9rem; align-items: center; }
  form legend { position: absolute; clip-path: inset(50%); height: 1px; width: 1px; overflow: hidden; }
  form select { max-width: 17rem; }
  input[type=search], select, button { font: inherit; padding: .32rem .6rem; color: inherit;
    background: var(--paper); border: 1px solid var(--quiet); border-radius: .3rem; }
  button { cursor: pointer; } button[disabled] { opacity: .45; cursor: default; }
  output { color: var(--quiet); }
  .pager { display: flex; gap: 1rem; align-items: center; margin: .6rem 0; font-size: .92rem; }
  .notices li { white-space: pre-wrap; }
  @media (max-width: 62rem) {
    body { display: block; }
    #contents { position: static; height: auto; border-right: 0; border-bottom: 1px solid var(--line); padding: 1rem 1.5rem; }
    #contents ol { display: flex; flex-wrap: wrap; gap: .1rem .5rem; }
    .page { padding: 0 1.5rem; }
  }
  @media (max-width: 40rem) {
    dl { grid-template-columns: 1fr; } dd { margin-bottom: .4rem; }
    .finding > summary { flex-wrap: wrap; } .finding .who { text-align: left; }
  }
  @media print {
    :root { color-scheme: light; --paper: #fff; --panel: #fff; --ink: #000; --quiet: #444; --line: #bbb;
      --link: #000; --error: #8c1510; --warning: #6b4500; --advice: #06525d; --mark: #eee; --talk: #eee;
      --bar: #666; --on-bar: #fff; --ok: #000;
      --q0: #f6f6f6; --q1: #e4e4e4; --q2: #cbcbcb; --q3: #ababab; --q4: #808080; --q5: #555; }
    @page { margin: 16mm 14mm; }
    body { display: block; font-size: 9.5pt; }
    #contents, form, .skip, .pager, section > .scroll + .drawn[data-filter] { display: none !important; }
    .page { padding: 0; max-width: none; }
    header { padding-top: 0; } h1 { font-size: 18pt; } h2 { font-size: 13pt; }
    section { margin-top: 1.6rem; }
    tr, figure, .excerpt, .totals, form, dl > * { break-inside: avoid; }
    h2, h3, .finding > summary, details > summary, caption, .caption, section > p { break-after: avoid; }
    .scroll, figure { overflow: visible; } figcaption, .caption, caption { font-size: 8pt; }
    .lead { font-size: 11pt; } .totals { grid-template-columns: repeat(6, 1fr); gap: 2mm; } .totals b { font-size: 14pt; }
    table { font-size: 8pt; } th, td, thead th, td.time { white-space: normal; padding-right: .5rem; }
    td.count { white-space: nowrap; }
    table.appendix, table.rules { font-size: 6.8pt; line-height: 1.35; }
    table.appendix td, table.appendix th, table.rules td, table.rules th { padding-top: .12rem; padding-bottom: .12rem; } table.grid td, table.grid th { font-size: 6pt; padding-right: .2rem; }
    [data-near=false] .finding { margin: 0; border-bottom: 1px solid var(--line); }
    .rows { border: 0; } .finding { border-bottom: 0; margin-bottom: .5rem; }
    .finding > summary { padding: .25rem .6rem; font-size: 9pt; } .body { padding: .1rem .7rem .4rem; }
    dl { font-size: 8.5pt; gap: .1rem .8rem; }
    a { text-decoration: none; }
    mark { text-decoration: underline; }
    .excerpt, .verdict { border: 1px solid var(--line); }
    details::details-content { content-visibility: visible; height: auto; }
  }
  """#
