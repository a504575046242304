// Neither of the signs that XML minds is in here: the page is well-formed.
(() => {
  'use strict';
  const section = document.getElementById('groups');
  const tables = [...section.querySelectorAll('.sheets table')];
  if (tables.length === 0) {
    return;
  }
  const words = section.dataset;
  const language = document.documentElement.lang;
  const collator = new Intl.Collator(language, {numeric: true});
  const heading = section.querySelector('h3.order');
  const say = (text, ...values) => text.replace(/\{(\d)\}/g, (place, i) => values[i]);
  const plain = text => text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase(language);
  const element = (name, properties, ...children) => {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  };
  const rows = table => [...table.tBodies[0].rows];
  const names = new Map(rows(tables[0]).map(row => [row.dataset.g, row.cells[0].textContent]));

  // Sorting: one order for all tables, undefined numbers last.
  let sorted = null;
  const number = cell => Number.parseFloat(cell.dataset.v);
  const compare = (one, other) => {
    const [a, b] = [one.cells[sorted.column], other.cells[sorted.column]];
    const sign = sorted.isDown ? -1 : 1;
    if (sorted.column === 0) {
      return sign * collator.compare(a.textContent, b.textContent);
    }
    const [x, y] = [number(a), number(b)];
    return Number.isNaN(x) || Number.isNaN(y) ? Number.isNaN(x) - Number.isNaN(y) : sign * (x - y);
  };
  const order = () => {
    if (sorted === null) {
      return;
    }
    const places = new Map(rows(sorted.table).sort(compare).map((row, i) => [row.dataset.g, i]));
    for (const table of tables) {
      table.tBodies[0].append(...rows(table).sort((a, b) => places.get(a.dataset.g) - places.get(b.dataset.g)));
    }
  };
  const sort = (table, column) => {
    const cell = table.tHead.rows[0].cells[column];
    const was = cell.getAttribute('aria-sort');
    const isDown = was === null ? column !== 0 : was === 'ascending';
    tables.forEach(each => [...each.tHead.rows[0].cells].forEach(head => head.removeAttribute('aria-sort')));
    cell.setAttribute('aria-sort', isDown ? 'descending' : 'ascending');
    sorted = {table, column, isDown};
    order();
    const name = cell.querySelector('.name').textContent;
    heading.textContent = column === 0 ? say(words.byName, name) : say(isDown ? words.down : words.up, name);
    tell(heading.textContent);
  };
  for (const table of tables) {
    [...table.tHead.rows[0].cells].forEach((cell, column) => {
      const name = element('span', {className: 'name'}, ...cell.childNodes);
      const button = element('button', {type: 'button', className: 'sort', onclick: () => sort(table, column)});
      button.setAttribute('aria-label', say(words.sort, name.textContent));
      cell.append(name, button);
    });
  }

  // Filtering: by a part of the name, whatever its accents and capital letters.
  const filter = element('input', {type: 'search', id: 'filter', autocomplete: 'off'});
  const status = element('p', {className: 'status'});
  status.setAttribute('role', 'status');
  const tell = text => {
    const count = [...names.keys()].filter(isShown).length;
    const counted = count === names.size ? '' : say(words.shown, count.toLocaleString(language), names.size.toLocaleString(language));
    status.textContent = [text, counted].filter(part => part !== '').join(' ');
  };
  const isShown = group => plain(names.get(group) ?? '').includes(plain(filter.value.trim()));
  filter.oninput = () => {
    for (const part of document.querySelectorAll('[data-g]')) {
      part.hidden = names.has(part.dataset.g) ? !isShown(part.dataset.g) : false;
    }
    tell('');
    if (status.textContent === '') {
      status.textContent = say(words.all, names.size.toLocaleString(language));
    }
  };
  const controls = element('div', {className: 'controls'},
      element('label', {htmlFor: 'filter'}, words.filter), filter);

  // Periods: those of the tables of each group, where these have all that is shown here.
  const keys = table => [...table.tHead.rows[0].cells].slice(1).map(cell => cell.querySelector('a').hash);
  const series = new Map([...document.querySelectorAll('#group-trends details[data-g]')]
      .map(part => [part.dataset.g, part.querySelector('table')]));
  const total = series.get('total');
  const isWhole = total === undefined
      ? false
      : tables.flatMap(keys).every(key => keys(total).includes(key)) ? [...names.keys()].every(group => series.has(group)) : false;
  if (isWhole) {
    const whole = tables.map(table => ({
      caption: table.caption.textContent,
      cells: new Map([...table.querySelectorAll('td')].map(cell => [cell, {nodes: [...cell.childNodes], v: cell.dataset.v}]))
    }));
    const periods = rows(total).map(row => row.cells[0].textContent);
    const select = element('select', {id: 'period'},
        ...[words.whole, ...periods].map((name, i) => element('option', {value: i}, name)));
    const put = (cell, nodes, v) => {
      cell.replaceChildren(...nodes);
      v === undefined ? delete cell.dataset.v : cell.dataset.v = v;
    };
    const show = (row, columns, source, place) => columns.forEach((column, i) => {
      const from = rows(source)[place].cells[column];
      put(row.cells[i + 1], [from.textContent], from.dataset.v);
    });
    select.onchange = () => {
      const place = select.selectedIndex - 1;
      tables.forEach((table, t) => {
        if (place === -1) {
          whole[t].cells.forEach((saved, cell) => put(cell, saved.nodes, saved.v));
        } else {
          const columns = keys(table).map(key => keys(total).indexOf(key) + 1);
          rows(table).forEach(row => show(row, columns, series.get(row.dataset.g), place));
          show(table.tFoot.rows[0], columns, total, place);
        }
        table.caption.textContent = whole[t].caption + (place === -1 ? '' : ', ' + periods[place]);
      });
      order();
      tell(say(words.period, select.selectedOptions[0].textContent));
    };
    controls.append(element('label', {htmlFor: 'period'}, words.choose), select);
  }
  controls.append(status);
  section.querySelector('.sheets').before(controls);
})();
