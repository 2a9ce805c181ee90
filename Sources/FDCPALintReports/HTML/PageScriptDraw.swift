/// How each kind of list is drawn.
let pageScriptDraw: HTML = #"""
  // How each kind of list is drawn.
  const link = (index, label) => h('a', { href: '#f-' + (index + 1), class: 'id' }, label);
  let places;
  const findingsOn = record => {
    if (!places) {
      places = new Map();
      findings.forEach((finding, index) => {
        if (!places.has(finding.i)) places.set(finding.i, []);
        places.get(finding.i).push(index);
      });
    }
    return places.get(record) || [];
  };

  const opened = (css, summary, draw) => {
    const node = h('details', { class: css }, summary);
    node.fill = () => { if (node.childElementCount === 1) node.append(draw()); };
    node.addEventListener('toggle', () => { if (node.open) fill(node); });
    return node;
  };

  const pair = one => opened('finding pair', h('summary', {},
    h('span', { class: 'severity' }, (one.e.n || 0) + ' of ' + one.l),
    h('span', { class: 'what' }, h('b', {}, one.c), one.e.p ? ' ' + spaced(one.e.p) : '', one.e.d ? ', debt ' + one.e.d : ''),
    h('span', { class: 'who' }, one.e.w[0] + ' to ' + one.e.w[1] + (one.free ? '; room again on ' + one.free : one.near ? '; room for ' + (one.l - one.e.n) + ' more' : ''))),
  () => h('div', { class: 'body' }, calendar(one.e), evidenceTable(one.e), pairsOf([
    ['Rule', rules[one.r].title], ['Zones', (one.e.z || []).map(zone => words[zone]).join('; ')],
    ['Next permitted', one.free ? 'one more contact is within the limit from ' + one.free + ' on' : ''],
  ])));

  // A request or an event, and each contact after it in time; red where a finding stands on it.
  const timeline = one => {
    const found = record => findingsOn(record.i).filter(index => (findings[index].e.t || [])
      .some(fact => fact[0] === one.fact && fact[1] === one.i));
    const timed = one.a.filter(record => record.y);
    const start = one.y || (timed[0] && timed[0].y);
    const parts = [];
    if (start && timed.length) {
      const zero = dayNumber(start), span = Math.max(1, dayNumber(timed[timed.length - 1].y) - zero) + 1;
      const width = 720, left = 10, x = time => left + (dayNumber(time) - zero + minutes(time) / 1440) * (width - 2 * left) / span;
      const every = Math.ceil(span / 14);
      parts.push(h('figure', {}, s('svg', { role: 'img', 'aria-label': spaced(one.fact) + ' of ' + short(one.y) + ' and ' + one.n + ' contacts after it; the table has the same in words', viewBox: '0 0 ' + width + ' 78', width, height: 78 },
        Array.from({ length: span + 1 }, (_, day) => day % every ? null : [
          s('line', { class: 'day', x1: left + day * (width - 2 * left) / span, y1: 8, x2: left + day * (width - 2 * left) / span, y2: 52 }),
          day < span && s('text', { x: left + day * (width - 2 * left) / span + 3, y: 68 }, dayText(zero + day).slice(5))]),
        s('line', { class: 'axis', x1: left, y1: 30, x2: width - left, y2: 30 }),
        one.y && s('rect', { class: 'event', x: x(one.y) - 5, y: 25, width: 10, height: 10 }),
        timed.map(record => s('circle', { class: found(record).length ? 'end' : 'dot', cx: x(record.y), cy: 30, r: 6 },
          s('title', {}, record.i + ' ' + short(record.y) + ', ' + contact(record).words)))),
      h('figcaption', {}, 'The square is when it became known; a dot for each contact after it, red where a finding stands on it.')));
    }
    parts.push(table(['Record', 'Row', 'Consumer\u2019s clock', 'Contact', 'Finding'], one.a.map(record => {
      const own = found(record);
      return row([record.i, record.w || '–', h('td', { class: 'time' }, short(record.y)), contact(record).words,
        own.length ? h('td', {}, own.map((index, place) => [place ? '; ' : '', h('a', { href: '#f-' + (index + 1) }, rules[findings[index].r].title)])) : 'none'],
      own.length ? 'last' : '');
    })));
    if (one.n > one.a.length) parts.push(h('p', { class: 'quiet' }, number(one.n - one.a.length) + ' later ones are not listed.'));
    return h('div', { class: 'body' }, parts);
  };
  const restriction = one => opened('finding ' + (one.broken ? 'error' : 'pair'), h('summary', {},
    h('span', { class: 'severity' }, one.broken ? 'finding' : 'no finding'),
    h('span', { class: 'what' }, h('b', {}, spaced(one.fact)), ' in ' + one.i + (one.y ? ', ' + short(one.y) : ', known from the start')
      + (one.p ? ', ' + spaced(one.p) : '') + (one.d.length ? ', debt ' + one.d.join(', ') : '') + (one.ch ? ', ' + one.ch : '')),
    h('span', { class: 'who' }, one.c + ', ' + number(one.n) + (one.n === 1 ? ' contact after' : ' contacts after'))),
  () => timeline(one));

  const plain = heads => [cells => row(cells), rows => table(heads, rows)];
  const lists = {
    pairs: host => [data.pairs.filter(one => String(one.near) === host.dataset.near), pair],
    restrictions: () => [data.restrictions, restriction],
    hours: () => [data.hours, near => row([near.i, near.c,
      h('td', { class: 'time' }, weekday(dayNumber(near.y)) + ' ' + short(near.y)), near.zone,
      near.min + (near.late ? ' before the end' : ' after the beginning'), near.next ? short(near.next) : 'at once']),
    rows => table(['Record', 'Consumer', 'Consumer\u2019s clock', 'Zone', 'Minutes', 'After the end, permitted from'], rows)],
    consents: () => [data.consents, ...plain(['Consumer', 'Person', 'Record', 'Scope', 'Last day'])],
    facts: () => [data.facts, ...plain(['Consumer', 'Fact', 'Record', 'Details', 'Confidence'])],
    problems: () => [data.problems, ...plain(['Input', 'Row', 'Field', 'Problem', 'Found', 'Expected'])],
    open: () => [data.open, ...plain(['Rule', 'Consumer', 'First record', 'Missing', 'Records'])],
    closed: () => [data.closed, finding => item(finding, 0, false)],
    aside: () => [data.aside, one => {
      const node = item(one.finding, 0, false);
      const why = one.cause === 'baseline' ? 'baseline' : [one.by, one.until && 'until ' + one.until, one.reason].filter(Boolean).join(', ') || 'no reason given';
      node.querySelector('.who').append(clean('; ' + why));
      return node;
    }],
    appendix: () => [order, index => {
      const finding = findings[index], input = inputOf(words[finding.p]);
      return row([link(index, finding.i), finding.c, words[finding.p],
        h('td', { class: 'id' }, input < 0 ? '–' : data.inputs[input][1].slice(0, 12)),
        finding.w || finding.l || '–', finding.b === undefined ? finding.f || '–' : (finding.f ? finding.f + ' ' : '') + finding.b + '–' + finding.d,
        h('td', {}, rules[finding.r].title, h('br'), h('span', { class: 'id quiet' }, (finding.law || rules[finding.r].law).join('; '))),
        finding.e.n ? number(finding.e.n) + (finding.e.o ? ' + ' + number(finding.e.o.length) + ' out' : '') : '–', h('td', { class: 'time' }, finding.u || '–')]);
    }, rows => table(['Record', 'Consumer', 'File', 'SHA-256', 'Row', 'Span', 'Rule and law', 'Counted', 'Keep to'], rows, 'appendix')],
  };

  """#
