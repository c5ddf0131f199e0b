import type { ProblemDocument } from './contract';

/** A refusal of the server (RFC 9457), or of the network when `status` is 0. */
export class Problem extends Error {
  readonly document: ProblemDocument;

  constructor(document: ProblemDocument) {
    super(document.detail ?? document.title);
    this.name = 'Problem';
    this.document = document;
  }

  get status(): number {
    return this.document.status;
  }

  get code(): string {
    return this.document.code ?? this.document.type.split('/').pop() ?? '';
  }

  /** Worth asking again by itself: the network failed or the server asked to wait. */
  get passing(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 502;
  }
}

export function unreachable(cause: unknown): Problem {
  return new Problem({
    type: 'about:blank',
    code: 'UNREACHABLE',
    title: 'unreachable',
    status: 0,
    detail: cause instanceof Error ? cause.message : String(cause),
  });
}

export async function problemOf(response: Response): Promise<Problem> {
  const fallback: ProblemDocument = {
    type: 'about:blank',
    title: response.statusText || `HTTP ${response.status}`,
    status: response.status,
  };
  const isJson = (response.headers.get('content-type') ?? '').includes('json');
  if (!isJson) {
    return new Problem(fallback);
  }
  const body = (await response.json().catch(() => ({}))) as Partial<ProblemDocument>;
  return new Problem({ ...fallback, ...body });
}

/** Anything thrown as a problem; what is none comes from a mistake in this console and says so. */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) {
    return error;
  }
  const detail = error instanceof Error ? error.message : String(error);
  return new Problem({ type: 'about:blank', code: 'UNEXPECTED', title: 'unexpected', status: 500, detail });
}
