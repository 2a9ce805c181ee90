/// Lists, page by page, and filters.
let pageScriptLists: HTML = #"""
  // Lists that are drawn page by page, and only once somebody comes near them.
  const pageSize = 50;

  class List {
    constructor(host, draw, wrap) {
      this.host = host;
      this.draw = draw;
      this.wrap = wrap || (rows => h('div', { class: 'rows' }, rows));
      this.items = [];
      this.page = 0;
    }
    show(items, page = 0) {
      this.items = items;
      this.page = Math.max(0, Math.min(page, Math.ceil(items.length / pageSize) - 1));
      this.render(this.page * pageSize, pageSize);
    }
    render(start, count) {
      const shown = this.items.slice(start, start + count);
      this.host.replaceChildren();
      if (!this.items.length) return this.host.append(h('p', { class: 'quiet' }, 'None.'));
      this.host.append(this.wrap(shown.map(this.draw)));
      if (this.items.length > pageSize) this.host.append(this.pager(start, shown.length));
      const left = this.items.length - start - shown.length;
      if (count > pageSize && left > 0) {
        this.host.append(h('p', { class: 'quiet' }, number(left) + ' more are not printed: filter the list first, or take the CSV of the same run.'));
      }
    }
    pager(start, shown) {
      const turn = (label, step, open) => {
        const button = h('button', { type: 'button', disabled: !open }, label);
        button.addEventListener('click', () => {
          this.show(this.items, this.page + step);
          this.host.scrollIntoView();
          const first = this.host.querySelector('summary, a, button:not([disabled])');
          if (first) first.focus({ preventScroll: true });
        });
        return button;
      };
      return h('div', { class: 'pager' }, turn('Previous', -1, start > 0),
        h('span', {}, number(start + 1) + ' to ' + number(start + shown) + ' of ' + number(this.items.length)),
        turn('Next', 1, start + shown < this.items.length));
    }
  }

  // The rules' gravest findings first, as the tables of rules have them.
  const order = findings.map((_, index) => index)
    .sort((a, b) => findings[a].s - findings[b].s || a - b);

  const texts = [];
  const text = index => texts[index] ||= (() => {
    const finding = findings[index], rule = rules[finding.r];
    return [finding.i, finding.c, finding.m, rule.title, rule.id, (finding.law || rule.law).join(' '),
      finding.e.d || '', finding.e.p || '', finding.ha || '', finding.hp || '', finding.hc || '', finding.g]
      .join(' ').toLowerCase();
  })();

  const lawOf = finding => {
    const law = (finding.law || rules[finding.r].law)[0] || '';
    return law.split('(')[0].trimEnd();
  };

  // What a filter asks for, by the names that stand in the page's address.
  const tests = {
    severity: (finding, value) => value.split(',').includes(grades[finding.s]),
    above: (finding, value) => finding.s < grades.indexOf(value),
    chapter: (finding, value) => rules[finding.r].chapter === value,
    rule: (finding, value) => finding.r === +value,
    law: (finding, value) => lawOf(finding) === value,
    fact: (finding, value) => (finding.e.t || []).some(fact => fact[0] === value),
    trend: (finding, value) => finding.t === value,
    agent: (finding, value) => finding.ha === value,
    campaign: (finding, value) => finding.hp === value,
    collector: (finding, value) => finding.hc === value,
    state: (finding, value) => (decisions.get(finding.g) || [0, 'undecided'])[1] === value,
    words: (finding, value, index) => value.toLowerCase().split(/\s+/).every(word => text(index).includes(word)),
  };
  const chosen = filter => {
    const asked = Object.entries(filter).filter(([name, value]) => tests[name] && value);
    return order.filter(index => asked.every(([name, value]) => tests[name](findings[index], value, index)));
  };
  const parse = query => Object.fromEntries(query.split('&').filter(Boolean).map(part => {
    const at = part.indexOf('=');
    return [part.slice(0, at), decodeURIComponent(part.slice(at + 1))];
  }));
  const query = filter => Object.entries(filter).filter(([, value]) => value)
    .map(([name, value]) => name + '=' + encodeURIComponent(value)).join('&');

  """#
