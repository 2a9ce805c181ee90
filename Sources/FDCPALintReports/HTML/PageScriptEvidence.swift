/// A finding and its evidence.
let pageScriptEvidence: HTML = #"""
  // A finding's evidence: the words, a calendar, every record that counted or did not, the law.

  // Records of a count in the order of time; those without a time last.
  const records = (evidence, own) => {
    const list = (evidence.c || []).map(record => ({ ...record, kind: contact(record), counts: true, own: record.i === own }))
      .concat((evidence.o || []).map(record => ({ ...record, reason: words[record.x], counts: false })));
    return list.map((record, index) => ({ ...record, index }))
      .sort((a, b) => (a.y || '~') < (b.y || '~') ? -1 : (a.y || '~') > (b.y || '~') ? 1 : a.index - b.index);
  };

  const evidenceTable = (evidence, own) => {
    const list = records(evidence, own);
    if (list.length < 2 && !evidence.w && !(evidence.o || []).length) return null;
    const rows = list.slice(0, 400).map(record => row([
      record.i, record.w || '–',
      h('td', { class: 'time' }, record.y ? weekday(dayNumber(record.y)) + ' ' + record.y.slice(0, 10) : '–'),
      h('td', { class: 'time' }, record.y ? record.y.slice(11) : '–'),
      record.kind ? record.kind.words : '–',
      record.counts ? (record.own ? 'yes, this one' : 'yes') : 'left out: ' + record.reason,
    ], record.counts ? (record.own ? 'last' : '') : 'out'));
    const more = (evidence.n || 0) + (evidence.o || []).length - rows.length;
    const caption = number(evidence.n || 0) + ' counted, ' + number((evidence.o || []).length) + ' left out'
      + (evidence.w ? ', ' + evidence.w[0] + ' to ' + evidence.w[1] : '') + '; times on the consumer\u2019s clock';
    return [h('p', { class: 'caption' }, caption),
      table(['Record', 'Row', 'Date', 'Time', 'Contact', 'Counted'], rows),
      more > 0 && h('p', { class: 'quiet' }, '… and ' + number(more) + ' more in between.')];
  };

  // The days of a window side by side and a dot for each record: hollow where it did not count, ringed
  // where the finding stands, a shaded day where a conversation took place.
  const calendar = (evidence, own) => {
    if (!evidence.w) return null;
    const first = dayNumber(evidence.w[0]);
    const length = dayNumber(evidence.w[1]) - first + 1;
    if (length < 1 || length > 35) return null;
    const column = length > 14 ? 34 : 64, step = 18, highest = 8;
    const days = Array.from({ length }, () => []);
    for (const record of records(evidence, own)) {
      const at = record.y ? dayNumber(record.y) - first : -1;
      if (days[at]) days[at].push(record);
    }
    const tallest = Math.max(2, ...days.map(list => Math.min(list.length, highest + 1)));
    const base = tallest * step + 22, width = length * column;
    const parts = days.map((list, index) => {
      const left = index * column, middle = left + column / 2, day = first + index;
      const talk = list.some(record => record.kind && record.kind.outcome === 'conversation');
      return [
        talk && s('rect', { class: 'talk', x: left, y: 0, width: column, height: base }),
        talk && s('text', { x: middle, y: 13, 'text-anchor': 'middle' }, 'talk'),
        s('line', { class: 'day', x1: left, y1: 0, x2: left, y2: base }),
        list.slice(0, highest).map((record, place) => {
          const y = base - 11 - place * step;
          const title = s('title', {}, record.i + ' ' + short(record.y) + (record.reason ? ': ' + record.reason : ''));
          return [s('circle', { class: !record.counts ? 'hollow' : record.own ? 'end' : 'dot', cx: middle, cy: y, r: 5 }, title),
            record.own && s('circle', { class: 'ring', cx: middle, cy: y, r: 8 })];
        }),
        list.length > highest && s('text', { x: middle, y: base - 7 - highest * step, 'text-anchor': 'middle' }, '+' + (list.length - highest)),
        s('text', { x: middle, y: base + 17, 'text-anchor': 'middle' }, length > 14 ? weekday(day)[0] : weekday(day)),
        s('text', { x: middle, y: base + 34, 'text-anchor': 'middle' }, length > 14 ? dayText(day).slice(8) : dayText(day).slice(5)),
      ];
    });
    const said = number(evidence.n || 0) + ' counted and ' + number((evidence.o || []).length) + ' left out from '
      + evidence.w[0] + ' to ' + evidence.w[1];
    return h('figure', {},
      s('svg', { role: 'img', 'aria-label': said + '; the table has the same in words', viewBox: '0 0 ' + width + ' ' + (base + 44), width, height: base + 44 },
        parts, s('line', { class: 'day', x1: 0, y1: base, x2: width, y2: base })),
      h('figcaption', {}, 'A dot for each record on its day: hollow where left out, ringed where the finding stands, shaded where a conversation took place.'));
  };

  const place = finding => [
    words[finding.p], finding.w && 'row ' + finding.w, finding.f && 'field ' + finding.f,
    finding.l && 'line ' + finding.l, finding.o && 'column ' + finding.o,
  ].filter(Boolean).join(', ');

  const decisions = new Map(data.decisions.map(decision => [decision[0], decision]));

  const details = finding => {
    const rule = rules[finding.r], evidence = finding.e, decision = decisions.get(finding.g);
    const input = inputOf(words[finding.p]);
    return pairsOf([
      ['Law', (finding.law || rule.law).join('; ')], ['Why', rule.why], ['Fix', rule.fix],
      ['Where', place(finding)],
      ['File', input >= 0 && h('a', { href: '#input-' + (input + 1), class: 'id' }, 'SHA-256 ' + data.inputs[input][1].slice(0, 16) + '…')],
      ['Consumer', finding.c], ['Person', evidence.p], ['Debt', evidence.d],
      ['When', finding.y && weekday(dayNumber(finding.y)) + ' ' + finding.y + ' on the consumer\u2019s clock'],
      ['Zones', (evidence.z || []).map(zone => words[zone]).join('; ')],
      ['Law of', (evidence.j || []).map(region => words[region]).join('; ')],
      ['Rests on', (evidence.t || []).map(fact => spaced(fact[0]) + ', established by ' + fact[1] + ' (' + fact[2] + ' confidence)').join('; ')],
      ['Open question', (finding.q || []).join('; ')],
      ['Basis', rule.basis + ', ' + words[finding.k] + ' confidence'],
      ['Allegation', finding.a && 'a consumer\u2019s own account of a collector: alleged, not established'],
      ['Preview', finding.v && 'a rule in preview: reported, never fails a run'],
      ['Made by', [finding.ha, finding.hp, finding.hc].filter(Boolean).join(', ')],
      ['Review', decision && decision[2]],
      ['Keep to', finding.u], ['Rule', h('span', { class: 'id' }, rule.id)],
      ['Fingerprint', h('span', { class: 'id' }, finding.g)],
    ].map(([name, value]) => [name, value || '']));
  };

  const body = finding => h('div', { class: 'body' },
    finding.x && h('p', { class: 'excerpt' }, finding.x[0], h('mark', {}, finding.x[1]), finding.x[2]),
    calendar(finding.e, finding.i), evidenceTable(finding.e, finding.i), details(finding));

  // A finding as a line that opens to its evidence; that is drawn when it is opened.
  const item = (finding, index, anchored) => {
    const grade = grades[finding.s];
    const node = h('details', { class: 'finding ' + grade, id: anchored ? 'f-' + (index + 1) : null },
      h('summary', {},
        h('span', { class: 'severity ' + grade }, grade), h('span', { class: 'id' }, finding.i),
        finding.t === 'new' && h('b', { class: 'tag' }, 'new'), finding.v && h('b', { class: 'tag' }, 'preview'),
        h('span', { class: 'what' }, h('b', {}, rules[finding.r].title), ' ', h('span', {}, finding.m)),
        h('span', { class: 'who' }, finding.c)));
    node.addEventListener('toggle', () => { if (node.open) fill(node); });
    node.fill = () => { if (!node.querySelector('.body')) node.append(body(finding)); };
    return node;
  };
  const fill = node => node.fill && node.fill();

  """#
