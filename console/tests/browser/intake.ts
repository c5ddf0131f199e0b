import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { baseUrl, personOf } from './stage';

const scenario = join(import.meta.dirname, '..', '..', '..', 'templates', 'home-appliance', 'scenario');

export type Facts = Record<string, unknown> & { orderNo: string };

/** A different prefix for every run, so that the tests may meet a server that has seen them before. */
export const run = `B${Date.now().toString(36).toUpperCase()}`;

export interface Expected {
  orderNo: string;
  state: string;
  hold: string;
  total: string;
}

/** The first orders of the house scenario, under numbers of this run. */
export function houseOrders(count: number): Facts[] {
  const rows = readFileSync(join(scenario, 'orders.ndjson'), 'utf8').trim().split('\n');
  return rows
    .map((row) => JSON.parse(row) as Facts & { kind?: string })
    .filter(({ kind }) => kind === undefined)
    .slice(0, count)
    .map((facts) => ({ ...facts, orderNo: `${run}-${facts.orderNo}` }));
}

/** What the scenario expects of an order of revision 1 as it comes in, and after the decisions on it. */
export function expectedOf(orderNo: string, outcome: 'ACCEPTED' | 'DECIDED'): Expected {
  const [head = '', ...rows] = readFileSync(join(scenario, 'expected.csv'), 'utf8').trim().split('\n');
  const names = head.split(',');
  const cells = rows
    .map((row) => row.split(','))
    .map((row) => Object.fromEntries(names.map((name, index) => [name, row[index] ?? ''])))
    .find((row) => row.orderNo === orderNo && row.revision === '1' && row.outcome === outcome);
  expect(cells).toBeDefined();
  return { orderNo, state: cells?.state ?? '', hold: cells?.hold ?? '', total: cells?.total ?? '' };
}

export function chainTotals(orderNo: string): Map<string, string> {
  const rows = readFileSync(join(scenario, 'chains.csv'), 'utf8').trim().split('\n').slice(1);
  return new Map(
    rows
      .map((row) => row.split(','))
      .filter(([order]) => order === orderNo)
      .map(([, relation = '', total = '']) => [relation, total]),
  );
}

/** Sends orders over HTTP, as another system would with a person's session. */
export class Sender {
  private cookies = new Map<string, string>();

  private constructor() {}

  static async signedInAs(role: string): Promise<Sender> {
    const sender = new Sender();
    const { username, password } = await personOf(role);
    const answer = await sender.send('POST', '/api/v1/session', { username, password });
    expect(answer.status).toBe(200);
    await sender.send('GET', '/api/v1/session');
    return sender;
  }

  async send(method: string, path: string, body?: unknown): Promise<Response> {
    const headers: Record<string, string> = {
      cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      'x-xsrf-token': this.cookies.get('XSRF-TOKEN') ?? '',
    };
    if (body !== undefined) {
      headers['content-type'] = 'application/json';
    }
    const response = await fetch(baseUrl() + path, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [name = '', value = ''] = cookie.split(';')[0]?.split('=') ?? [];
      this.cookies.set(name, value);
    }
    return response;
  }

  async order(facts: Facts): Promise<void> {
    const answer = await this.send('POST', '/api/v1/orders', facts);
    expect(answer.status, await answer.clone().text()).toBe(200);
  }
}
