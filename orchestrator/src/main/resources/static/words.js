// What states look like: a symbol, a word and a class, never a colour alone.
const STATES = {
  PENDING: ['○', 'pending', 'is-pending'],
  CREATED: ['○', 'created', 'is-pending'],
  RUNNING: ['◐', 'running', 'is-running'],
  WAITING: ['◔', 'waiting', 'is-waiting'],
  WAITING_INPUT: ['?', 'waits for an answer', 'is-waiting'],
  WAITING_RETRY: ['↻', 'waits to try again', 'is-waiting'],
  PAUSED: ['‖', 'paused', 'is-paused'],
  DONE: ['●', 'done', 'is-done'],
  COMPLETED: ['●', 'completed', 'is-done'],
  FAILED: ['✗', 'failed', 'is-failed'],
  ABORTED: ['✗', 'aborted', 'is-aborted'],
  SKIPPED: ['–', 'left out', 'is-skipped'],
};
const ENDED = new Set(['COMPLETED', 'FAILED', 'ABORTED']);

export function state(status) {
  const [symbol, word, css] = STATES[status] ?? ['◐', 'running', 'is-running'];
  return { symbol, word, css };
}

export const ended = (status) => ENDED.has(status);

export function seconds(value) {
  if (value === undefined || value === null) return '';
  if (value < 60) return `${value.toFixed(1)} s`;
  const minutes = Math.floor(value / 60);
  return `${minutes} min ${Math.round(value - 60 * minutes)} s`;
}

export const clock = (time) => new Date(time).toISOString().slice(11, 19);

// Builds an element; text is always text, never markup.
export function element(name, properties = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (value === undefined || value === null) continue;
    if (key === 'class') node.className = value;
    else if (key in node && key !== 'list') node[key] = value;
    else node.setAttribute(key, value);
  }
  node.append(...children.filter((child) => child !== undefined && child !== null));
  return node;
}

async function answered(response) {
  const body = await response.json();
  if (!response.ok) throw new Error([body.detail, body.remedy].filter(Boolean).join(' ') || `The orchestrator answers ${response.status}.`);
  return body;
}

export const get = async (path) => answered(await fetch(path, { headers: { Accept: 'application/json' } }));

export const remove = async (path) => answered(await fetch(path, { method: 'DELETE', headers: { Accept: 'application/json' } }));

export const post = async (path, body) => answered(await fetch(path, {
  method: 'POST',
  headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
  body: JSON.stringify(body),
}));
