import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

const repository = join(import.meta.dirname, '..', '..', '..');
const patienceMs = 15 * 60_000;

declare module 'vitest' {
  export interface ProvidedContext {
    baseUrl: string;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address !== null && typeof address === 'object' ? resolve(address.port) : reject(address),
      );
    });
  });
}

function ready(process_: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let heard = '';
    const late = setTimeout(
      () => reject(new Error(`the server was not ready in time:\n${heard}`)),
      patienceMs,
    );
    const listen = (chunk: Buffer) => {
      heard = (heard + chunk.toString()).slice(-20_000);
      const address = /Duodang is ready: (http:\/\/\S+)/.exec(heard)?.[1];
      if (address !== undefined) {
        clearTimeout(late);
        resolve(address.replace(/\/$/, ''));
      }
    };
    process_.stdout?.on('data', listen);
    process_.stderr?.on('data', listen);
    process_.on('exit', (code) => reject(new Error(`the server ended with ${code}:\n${heard}`)));
  });
}

/** A real server for the run: the one at DUODANG_URL, or one of this checkout in an empty folder. */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const given = process.env.DUODANG_URL;
  if (given !== undefined && given !== '') {
    project.provide('baseUrl', given.replace(/\/$/, ''));
    return undefined;
  }
  const data = mkdtempSync(join(tmpdir(), 'duodang-browser-'));
  const port = await freePort();
  const server = spawn(join(repository, 'duodang'), ['up', '--port', String(port), '--data', data], {
    cwd: repository,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  project.provide('baseUrl', await ready(server));
  return async () => {
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGTERM');
    await ended;
    rmSync(data, { recursive: true, force: true });
  };
}
