import { problemOf, unreachable } from './problem';

export type Query = Readonly<Record<string, string | number | null | undefined>>;

const base = '/api/v1';

/** The part of an address after the path: "?q=H06", or nothing when no value is set. */
export function search(query: Query): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') {
      parameters.set(name, String(value));
    }
  }
  const text = parameters.toString();
  return text === '' ? '' : `?${text}`;
}

export function address(path: string, query: Query = {}): string {
  return `${base}${path}${search(query)}`;
}

function csrfToken(): string | undefined {
  const pair = document.cookie.split('; ').find((part) => part.startsWith('XSRF-TOKEN='));
  return pair === undefined ? undefined : decodeURIComponent(pair.slice('XSRF-TOKEN='.length));
}

/** A page opened before its first answer has no token yet; any answer of the server brings one. */
async function freshCsrfToken(): Promise<string | undefined> {
  await fetch(`${base}/session`, { credentials: 'same-origin' }).catch(() => undefined);
  return csrfToken();
}

async function send(url: string, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(url, { credentials: 'same-origin', ...init });
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') {
      throw cause;
    }
    throw unreachable(cause);
  }
  if (!response.ok) {
    throw await problemOf(response);
  }
  return response;
}

async function bodyOf<Answer>(response: Response): Promise<Answer> {
  const text = await response.text();
  return (text === '' ? undefined : JSON.parse(text)) as Answer;
}

export async function get<Answer>(path: string, query: Query = {}, signal?: AbortSignal): Promise<Answer> {
  const init: RequestInit = { headers: { accept: 'application/json, application/problem+json' } };
  if (signal !== undefined) {
    init.signal = signal;
  }
  return bodyOf<Answer>(await send(address(path, query), init));
}

export async function getText(path: string, accept: string, signal?: AbortSignal): Promise<string> {
  const init: RequestInit = { headers: { accept } };
  if (signal !== undefined) {
    init.signal = signal;
  }
  return (await send(address(path), init)).text();
}

export interface Sending {
  query?: Query;
  headers?: Readonly<Record<string, string>>;
  contentType?: string;
  signal?: AbortSignal;
}

/** Sends a change: carries the CSRF token and an idempotency key, so that a repeated click changes nothing twice. */
export async function change<Answer>(
  method: 'POST' | 'DELETE' | 'PUT',
  path: string,
  body?: unknown,
  sending: Sending = {},
): Promise<Answer> {
  const token = csrfToken() ?? (await freshCsrfToken());
  const raw = body instanceof Blob || typeof body === 'string';
  const headers: Record<string, string> = {
    accept: 'application/json, application/problem+json',
    'idempotency-key': crypto.randomUUID?.() ?? `${Date.now()}-${performance.now()}`,
    ...(token === undefined ? {} : { 'x-xsrf-token': token }),
    ...(body === undefined ? {} : { 'content-type': sending.contentType ?? 'application/json' }),
    ...sending.headers,
  };
  const init: RequestInit = { method, headers };
  if (body !== undefined) {
    init.body = raw ? (body as BodyInit) : JSON.stringify(body);
  }
  if (sending.signal !== undefined) {
    init.signal = sending.signal;
  }
  return bodyOf<Answer>(await send(address(path, sending.query ?? {}), init));
}
