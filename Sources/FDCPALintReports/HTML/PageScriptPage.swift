/// Filters, links, the address and paper.
let pageScriptPage: HTML = #"""
  // Joins lists to the page: filters, links, the address, paper.
  const form = document.querySelector('form');
  const main = document.querySelector('[data-main]');
  const mainList = main && new List(main, index => item(findings[index], index, true));
  let filter = {};

  const said = names => names.map(name => name + ' ' + (name === 'rule' ? rules[filter.rule].title : filter[name])).join(', ');
  const refresh = page => {
    const list = chosen(filter);
    mainList.show(list, page);
    const extra = ['law', 'fact', 'agent', 'campaign', 'collector', 'state', 'above'].filter(name => filter[name]);
    form.querySelector('output').value = number(list.length) + ' of ' + number(findings.length) + ' shown'
      + (extra.length ? ' (' + said(extra) + ')' : '');
  };
  const readForm = () => {
    const grade = [...form.querySelectorAll('[name=severity]:checked')].map(box => box.value);
    filter = { ...filter, words: form.elements.words.value.trim(),
      severity: grade.length === grades.length ? '' : grade.join(',') || 'none',
      chapter: form.elements.chapter.value, rule: form.elements.rule.value,
      trend: form.elements.trend ? form.elements.trend.value : '' };
  };
  const writeForm = () => {
    form.elements.words.value = filter.words || '';
    for (const box of form.querySelectorAll('[name=severity]')) {
      box.checked = !filter.severity || filter.severity.split(',').includes(box.value);
    }
    for (const name of ['chapter', 'rule', 'trend']) {
      if (form.elements[name]) form.elements[name].value = filter[name] || '';
    }
  };
  const address = () => {
    const asked = query(filter);
    history.replaceState(null, '', '#findings' + (asked ? '?' + asked : ''));
  };
  const showFindings = asked => {
    filter = asked;
    writeForm();
    refresh(0);
    document.getElementById('findings').scrollIntoView();
  };
  const showFinding = index => {
    if (!mainList || !findings[index]) return;
    filter = {};
    writeForm();
    refresh(Math.floor(order.indexOf(index) / pageSize));
    const node = document.getElementById('f-' + (index + 1));
    fill(node);
    node.open = true;
    node.scrollIntoView({ block: 'start' });
    node.querySelector('summary').focus({ preventScroll: true });
  };

  // Other lists, drawn when they come near the window.
  const waiting = new Map();
  const drawn = [];
  for (const host of document.querySelectorAll('.drawn')) {
    if (host === main) continue;
    const part = host.dataset.filter && parse(host.dataset.filter);
    waiting.set(host, () => {
      if (part) {
        const list = chosen(part), most = +host.dataset.most;
        host.append(h('div', { class: 'rows' }, list.slice(0, most).map(index => item(findings[index], index, false))));
        if (list.length > most) {
          host.append(h('p', {}, h('a', { href: '#findings', 'data-show': host.dataset.filter }, 'All ' + number(list.length) + ' in the list')));
        }
        return;
      }
      const [items, draw, wrap] = lists[host.dataset.list](host);
      const list = new List(host, draw, wrap);
      list.show(items);
      drawn.push(list);
    });
  }
  const drawNow = host => {
    const draw = waiting.get(host);
    waiting.delete(host);
    if (draw) draw();
  };
  const watcher = new IntersectionObserver(entries => {
    for (const entry of entries) {
      if (!entry.isIntersecting) continue;
      watcher.unobserve(entry.target);
      drawNow(entry.target);
    }
  }, { rootMargin: '800px' });
  waiting.forEach((_, host) => watcher.observe(host));

  const reach = () => {
    const name = location.hash.slice(1);
    if (!name) return;
    if (name.startsWith('f-')) return showFinding(+name.slice(2) - 1);
    if (form && name.startsWith('list-')) return showFindings({ severity: name.slice(5) });
    if (form && name.startsWith('findings?')) return showFindings(parse(name.slice(9)));
    const target = document.getElementById(name);
    if (!target) return;
    target.querySelectorAll('.drawn').forEach(drawNow);
    const fold = target.closest('details');
    if (fold) fold.open = true;
    target.scrollIntoView();
  };

  if (form) {
    form.hidden = false;
    form.addEventListener('input', () => { readForm(); refresh(0); address(); });
    form.addEventListener('reset', () => setTimeout(() => { filter = {}; refresh(0); address(); }));
    form.addEventListener('submit', event => event.preventDefault());
    refresh(0);
  }
  document.addEventListener('click', event => {
    const target = event.target.closest('a[data-show], a[data-finding]');
    if (!target) return;
    event.preventDefault();
    location.hash = target.dataset.show === undefined
      ? 'f-' + (+target.dataset.finding + 1) : 'findings?' + query(parse(target.dataset.show));
  });

  // On paper nothing can be opened: draw and open what can be read, and say what is left out.
  const printed = { findings: 200, rows: 2000 };
  let closed = [];
  addEventListener('beforeprint', () => {
    [...waiting.keys()].forEach(drawNow);
    for (const list of drawn) list.render(0, printed.rows);
    if (mainList) mainList.render(0, printed.findings);
    closed = [...document.querySelectorAll('main details:not([open])')]
      .filter(node => !node.closest('[data-filter], [data-near=false]'));
    for (const node of closed) { fill(node); node.open = true; }
  });
  addEventListener('afterprint', () => {
    for (const node of closed) node.open = false;
    for (const list of drawn) list.show(list.items, list.page);
    if (mainList) mainList.show(mainList.items, mainList.page);
  });
  addEventListener('hashchange', reach);
  reach();
  document.documentElement.dataset.ready = String(findings.length);

  """#
