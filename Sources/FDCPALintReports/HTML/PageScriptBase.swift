/// Reads the data and draws elements.
let pageScriptBase: HTML = #"""
  // The page's data, and small helpers to draw with. Nothing is fetched, nothing is written as markup.
  const data = JSON.parse(document.getElementById('data').textContent);
  const { words, rules, findings } = data;
  const grades = ['error', 'warning', 'advice'];
  const namespace = (() => {
    const part = document.createElement('template');
    part.innerHTML = '<svg></svg>';
    return part.content.firstChild.namespaceURI;
  })();

  // What a note says must not change how it is shown: no controls, no turned direction of writing.
  const clean = text => String(text)
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, '\uFFFD');

  const put = (node, attributes, children) => {
    for (const [name, value] of Object.entries(attributes || {})) {
      if (value === true) node.setAttribute(name, '');
      else if (value !== undefined && value !== null && value !== false) node.setAttribute(name, value);
    }
    for (const child of children.flat(Infinity)) {
      if (child === undefined || child === null || child === false) continue;
      node.append(child instanceof Node ? child : clean(child));
    }
    return node;
  };
  const h = (name, attributes, ...children) => put(document.createElement(name), attributes, children);
  const s = (name, attributes, ...children) =>
    put(document.createElementNS(namespace, name), attributes, children);

  const number = value => value.toLocaleString('en-US');
  const spaced = name => name.replace(/_/g, ' ');
  const short = time => time ? time.slice(0, 16) : '–';

  // Days as whole numbers, for arithmetic without a clock.
  const dayNumber = text => Math.round(Date.UTC(+text.slice(0, 4), +text.slice(5, 7) - 1, +text.slice(8, 10)) / 864e5);
  const dayText = day => new Date(day * 864e5).toISOString().slice(0, 10);
  const weekday = day => ['Thu', 'Fri', 'Sat', 'Sun', 'Mon', 'Tue', 'Wed'][((day % 7) + 7) % 7];
  const minutes = time => +time.slice(11, 13) * 60 + +time.slice(14, 16);

  const kinds = words.map(word => word.split('|'));
  const contact = record => {
    const [channel, direction, outcome] = kinds[record.k];
    return { channel, direction, outcome, words: [channel, direction, outcome].filter(Boolean).map(spaced).join(', ') };
  };

  const table = (heads, rows, css) => h('div', { class: 'scroll' },
    h('table', { class: css },
      h('thead', {}, h('tr', {}, heads.map(head => h('th', { scope: 'col' }, head)))),
      h('tbody', {}, rows)));
  const row = (cells, css) => h('tr', { class: css }, cells.map((cell, index) => index === 0
    ? h('th', { scope: 'row', class: 'id' }, cell)
    : cell instanceof Node && cell.tagName === 'TD' ? cell : h('td', {}, cell)));
  const pairsOf = list => h('dl', {}, list.filter(item => item[1] !== undefined && item[1] !== '' && item[1] !== null)
    .map(([name, value]) => [h('dt', {}, name), h('dd', {}, value)]));
  const inputOf = path => data.inputs.findIndex(input => input[0] === path);

  """#
