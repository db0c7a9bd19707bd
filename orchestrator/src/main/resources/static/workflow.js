import { clock, element, ended, get, post, seconds, state } from '/words.js';

const id = new URLSearchParams(location.search).get('id') ?? '';
const path = `/api/v1/workflows/${encodeURIComponent(id)}`;
const MAX_LINES = 500;
const at = (name) => document.getElementById(name);

let workflow;
let lastSeq = 0;
let asked = false;

function title() {
  const { symbol, word, css } = state(workflow.status);
  at('name').textContent = workflow.name || workflow.id;
  at('state').className = `state ${css}`;
  const words = `${symbol} ${word} · ${seconds(workflow.seconds)}`;
  if (at('state').textContent !== words) at('state').textContent = words;
  document.title = `${workflow.name || 'Workflow'} · ${word} · Verisim`;
}

function station(stage) {
  const { symbol, word, css } = state(stage.status);
  const done = stage.status === 'COMPLETED';
  const share = done ? 1 : stage.total ? Math.min(1, stage.processed / stage.total) : 0;
  return element('li', { class: done ? 'is-complete' : '' },
    element('strong', {}, stage.title ?? stage.name.replace('_', ' ')),
    element('span', { class: 'agent' }, stage.agent ?? ''),
    element('span', { class: `status ${css}` }, ` ${symbol} ${word}${stage.seconds ? ` · ${seconds(stage.seconds)}` : ''}`),
    element('span', { class: 'sentence' }, stage.sentence ?? ''),
    element('progress', { max: 1, value: share, 'aria-label': `${stage.name}, ${Math.round(share * 100)} per cent` }));
}

function trouble() {
  const error = workflow.error;
  at('trouble').hidden = !error;
  if (at('trouble').dataset.at === (error?.at ?? '')) return;
  at('trouble').dataset.at = error?.at ?? '';
  if (!error) return;
  at('trouble').replaceChildren(
    element('p', {}, element('strong', {}, `${error.category} · ${error.code}`)),
    element('p', {}, error.message),
    element('p', { class: 'soft' }, error.remedy ?? ''),
    element('div', { id: 'errors' }));
  errors().catch(() => {});
}

// Each error with what fits its category, and where that is done.
async function errors() {
  const { errors: records } = await get(`${path}/errors`);
  at('errors')?.replaceChildren(element('details', {},
    element('summary', {}, `${records.length} ${records.length === 1 ? 'error' : 'errors'} so far, and what to do`),
    element('ol', {}, ...records.map((one) => element('li', {},
      element('time', { dateTime: one.at, title: one.at }, clock(one.at)),
      ` ${one.category} · ${one.type} · ${one.affected.work}, attempt ${one.attempt}: ${one.decision} `,
      element('a', { href: one.action.link }, one.action.sentence))))));
}

const TITLES = { pause: 'Pause', resume: 'Resume', retry: 'Retry', skip: 'Skip stage', abort: 'Abort' };

// What is asked may be refused, as when somebody was faster; then the page says so and shows the present state.
async function ask(address, body) {
  at('refusal').textContent = '';
  try {
    workflow = await post(`${path}/${address}`, body);
  } catch (error) {
    at('refusal').textContent = error.message;
    workflow = await get(path);
  }
  draw();
}

function commands() {
  const offered = (workflow.commands ?? []).join();
  if (at('commands').dataset.offered === offered) return;
  at('commands').dataset.offered = offered;
  at('commands').replaceChildren(...(workflow.commands ?? []).map((verb) => {
    const button = element('button', { type: 'button', class: verb === 'abort' ? 'grave' : '' }, TITLES[verb]);
    button.addEventListener('click', () => {
      const sure = verb !== 'abort' || window.confirm('An aborted workflow cannot go on. Abort it?');
      if (sure) ask(verb, {});
    });
    return button;
  }), element('span', { id: 'refusal', role: 'alert', class: 'refusal' }));
}

function question(asked) {
  const buttons = asked.choices.map((choice) => {
    const button = element('button', { type: 'button' }, choice === asked.defaultChoice ? `${choice} (default)` : choice);
    button.addEventListener('click', () => ask(`questions/${asked.id}`, { choice }));
    return button;
  });
  return element('article', {},
    element('p', {}, element('strong', {}, asked.question)),
    element('dl', {}, ...Object.entries(asked.evidence ?? {}).flatMap(([name, value]) => [
      element('dt', {}, name), element('dd', {}, typeof value === 'object' ? JSON.stringify(value) : String(value))])),
    element('p', { class: 'soft' }, `Without an answer by ${clock(asked.deadline)} UTC it is '${asked.defaultChoice}'.`),
    element('div', { class: 'commands' }, ...buttons));
}

function questions() {
  const paused = (workflow.commands ?? []).includes('resume');
  const open = paused ? [] : workflow.questions ?? []; // a paused workflow takes no answers
  const ids = open.map((asked) => asked.id).join();
  at('questions').hidden = !open.length;
  if (at('questions').dataset.ids === ids) return;
  at('questions').dataset.ids = ids;
  at('questions').replaceChildren(...open.map(question));
}

function task(run) {
  const { symbol, word, css } = state(run.status);
  const time = run.startedAt && run.endedAt ? seconds((new Date(run.endedAt) - new Date(run.startedAt)) / 1000) : '';
  return element('tr', {},
    element('td', { class: 'mono' }, run.key ? `${run.taskType} ${run.key}` : run.taskType),
    element('td', { class: `status ${css}` }, `${symbol} ${word}${run.attempt > 1 ? `, attempt ${run.attempt}` : ''}`),
    element('td', {}, run.sentence ?? ''),
    element('td', { class: 'number' }, time));
}

async function outcome() {
  if (!ended(workflow.status) || at('outcome').childElementCount) return;
  const summary = await get(`${path}/summary`);
  const lines = [];
  const { sensitivity, synthetic, tests, jira, artifacts = {} } = summary;
  if (sensitivity) lines.push(`${sensitivity.sensitive} of ${sensitivity.fields} fields were found sensitive.`);
  if (synthetic) {
    const quality = synthetic.quality?.overallAllPairs;
    const auc = synthetic.quality?.treeDetectorAuc;
    lines.push(`The twin has ${synthetic.rows.toLocaleString('en')} rows`
      + (quality ? `, quality ${quality.toFixed(3)} of 1` : '') + (auc ? `, tree detector ${auc.toFixed(2)} (0.5 is guessing)` : '') + '.');
  }
  if (tests) lines.push(`${tests.passed} of ${tests.total} tests passed, ${tests.failed} failed.`);
  if (jira?.bugs?.length) lines.push(`New bugs: ${jira.bugs.join(', ')}.`);
  const links = [['report', 'Report'], ['dataset', 'Dataset'], ['junit', 'JUnit XML']]
    .filter(([role]) => artifacts[role])
    .map(([role, text]) => element('a', { href: artifacts[role], target: role === 'dataset' ? undefined : '_blank', rel: 'noopener' }, text));
  at('outcome').replaceChildren(...lines.map((text) => element('p', {}, text)), element('nav', { 'aria-label': 'Results' }, ...links));
  at('outcome').hidden = false;
}

function draw() {
  title();
  commands();
  trouble();
  questions();
  at('stations').replaceChildren(...workflow.stages.map(station));
  at('tasks').replaceChildren(...workflow.tasks.map(task));
  outcome().catch(() => {});
}

function line(event) {
  if (event.seq <= lastSeq) return;
  lastSeq = event.seq;
  const log = at('log');
  const follows = log.scrollTop + log.clientHeight >= log.scrollHeight - 24;
  log.append(element('li', { class: (event.level ?? '').toUpperCase() },
    element('time', { dateTime: event.time, title: event.time }, clock(event.time)),
    element('span', { class: 'source' }, event.source ?? ''),
    element('span', {}, event.sentence)));
  while (log.childElementCount > MAX_LINES) log.firstElementChild.remove();
  if (follows) log.scrollTop = log.scrollHeight;
}

// Events come many a second; the page asks for the whole at most five times.
function refreshSoon() {
  if (asked) return;
  asked = true;
  setTimeout(async () => {
    asked = false;
    try {
      workflow = await get(path);
      draw();
    } catch (error) {
      at('connection').textContent = '○ reconnecting';
    }
  }, 200);
}

function listen() {
  const source = new EventSource(`${path}/events`);
  source.addEventListener('open', () => { at('connection').textContent = '● live'; });
  source.addEventListener('error', () => { at('connection').textContent = '○ reconnecting'; });
  source.addEventListener('snapshot', (message) => { workflow = JSON.parse(message.data); draw(); });
  source.addEventListener('event', (message) => { line(JSON.parse(message.data)); refreshSoon(); });
}

get(path).then((first) => { workflow = first; draw(); listen(); }, (error) => {
  at('name').textContent = 'There is no such workflow';
  at('state').textContent = error.message;
});
setInterval(() => { if (workflow && !ended(workflow.status)) refreshSoon(); }, 1000);
