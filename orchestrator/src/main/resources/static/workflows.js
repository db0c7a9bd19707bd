import { clock, element, get, post, remove, seconds, state } from '/words.js';

const list = document.getElementById('list');
const connection = document.getElementById('connection');

function row(workflow) {
  const { symbol, word, css } = state(workflow.status);
  return element('tr', {},
    element('td', {}, element('a', { href: `/workflow.html?id=${encodeURIComponent(workflow.id)}` }, workflow.name || workflow.id)),
    element('td', { class: `status ${css}` }, `${symbol} ${word}`),
    element('td', {}, workflow.outcome ?? ''),
    element('td', {}, element('time', { dateTime: workflow.createdAt, title: workflow.createdAt }, workflow.createdAt.replace('T', ' ').slice(0, 16))),
    element('td', { class: 'number' }, seconds(workflow.seconds)));
}

function table(workflows) {
  const head = ['Workflow', 'Status', 'Outcome', 'Started (UTC)', 'Time'];
  return element('div', { class: 'scroll' }, element('table', {},
    element('thead', {}, element('tr', {}, ...head.map((text, i) => element('th', { scope: 'col', class: i === 4 ? 'number' : '' }, text)))),
    element('tbody', {}, ...workflows.map(row))));
}

const parked = document.getElementById('parked');

function parkedRow(message) {
  const address = `/api/v1/parked/${encodeURIComponent(message.id)}`;
  const button = (text, act) => {
    const node = element('button', { type: 'button' }, text);
    node.addEventListener('click', () => act().catch(() => {}).then(showParked));
    return node;
  };
  return element('tr', {},
    element('td', { class: 'mono' }, message.queue),
    element('td', {}, message.reason),
    element('td', { class: 'number' }, `${message.bytes.toLocaleString('en')} bytes`),
    element('td', {}, element('div', { class: 'commands' },
      button('Replay', () => post(`${address}/replay`, {})),
      button('Discard', () => remove(address)))));
}

async function showParked() {
  const { parked: messages } = await get('/api/v1/parked');
  parked.hidden = !messages.length;
  document.getElementById('parked-list').replaceChildren(element('table', {}, element('tbody', {}, ...messages.map(parkedRow))));
}

// Seldom: to be looked into, the queue is emptied and filled again.
showParked().catch(() => {});
setInterval(() => showParked().catch(() => {}), 15000);

async function refresh() {
  try {
    const { workflows } = await get('/api/v1/workflows');
    list.replaceChildren(workflows.length ? table(workflows)
      : element('p', { class: 'soft' }, 'No workflow has run here yet. Start one with ', element('code', {}, './verisim demo telecom'), '.'));
    connection.textContent = '● live';
  } catch (error) {
    connection.textContent = '○ reconnecting';
  }
  setTimeout(refresh, 2000);
}

const notices = document.getElementById('notice-list');
const told = new Set();
let lastNews;

function notice(one) {
  if (told.has(one.id)) return;
  told.add(one.id);
  notices.prepend(element('li', {},
    element('time', { dateTime: one.at, title: one.at }, clock(one.at)),
    element('span', { class: 'source' }, one.kind.replace('_', ' ')),
    element('a', { href: one.link }, one.sentence)));
  while (notices.childElementCount > 50) notices.lastElementChild.remove();
  document.getElementById('notices').hidden = false;
}

// Goes on where it was left when the connection comes back.
function listen() {
  const address = new URL('/api/v1/live', location.href);
  address.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:';
  if (lastNews !== undefined) address.searchParams.set('after', lastNews);
  const socket = new WebSocket(address);
  socket.addEventListener('message', ({ data }) => {
    const message = JSON.parse(data);
    if (message.type === 'news') message.notifications.forEach(notice);
    if (message.type === 'news' || lastNews === undefined) lastNews = message.seq;
  });
  socket.addEventListener('close', () => setTimeout(listen, 2000));
}

get('/api/v1/notifications?limit=20').then(({ notifications }) => notifications.reverse().forEach(notice), () => {}).then(listen);
refresh();
