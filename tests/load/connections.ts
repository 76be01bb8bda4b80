import { Agent, request } from 'node:http';

/** What one kind of request came to in a run. */
export interface Tally {
  /** Milliseconds each answer took. */
  times: number[];
  /** What came instead of the answer that was expected: a status, or the connection’s own error. */
  errors: Map<string, number>;
}

/** One kind of request: what is asked, and which status answers it. */
export interface Act {
  name: string;
  /** How many of a hundred requests are of this kind. */
  share: number;
  expects: number;
  make(nth: number): {
    path: string;
    method?: string;
    headers?: Record<string, string>;
    body?: string;
  };
  /** Hears each answer that was expected. */
  heard?(body: string): void;
}

const LONGEST_MS = 30_000;

/** Asks once over a kept connection; the status, and the body where somebody hears it. */
const ask = (agent: Agent, port: number, made: ReturnType<Act['make']>, keep: boolean) =>
  new Promise<{ status: number; body: string }>((resolve, reject) => {
    const { path, method = 'GET', headers = {}, body } = made;
    const asked = request(
      { agent, host: 'localhost', port, path, method, headers, timeout: LONGEST_MS },
      (answer) => {
        let text = '';
        answer.on('data', (part: Buffer) => {
          if (keep) text += part;
        });
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body: text }));
        answer.on('error', reject);
      },
    );
    asked.on('timeout', () => asked.destroy(new Error('timeout')));
    asked.on('error', reject);
    asked.end(body);
  });

/** The kind of the nth request: the same order in every run. */
function actOf(acts: readonly Act[], nth: number): Act {
  let place = (nth * 37) % 100;
  for (const act of acts) {
    if (place < act.share) return act;
    place -= act.share;
  }
  throw new Error('The shares do not come to 100.');
}

/** So many connections, each asking again as soon as it is answered, for so many seconds. */
export async function load(
  port: number,
  acts: readonly Act[],
  { connections, seconds }: { connections: number; seconds: number },
): Promise<ReadonlyMap<string, Tally>> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const tallies = new Map(
    acts.map(({ name }) => [name, { times: [], errors: new Map() } as Tally] as const),
  );
  const end = performance.now() + seconds * 1000;
  let asked = 0;
  const connection = async () => {
    while (performance.now() < end) {
      asked += 1;
      const nth = asked;
      const act = actOf(acts, nth);
      const tally = tallies.get(act.name);
      const begun = performance.now();
      const said = await ask(agent, port, act.make(nth), act.heard !== undefined).catch(
        (error: NodeJS.ErrnoException) => error.code ?? error.message,
      );
      tally?.times.push(performance.now() - begun);
      if (typeof said !== 'string' && said.status === act.expects) act.heard?.(said.body);
      else {
        const error = typeof said === 'string' ? said : String(said.status);
        tally?.errors.set(error, (tally.errors.get(error) ?? 0) + 1);
      }
    }
  };
  await Promise.all(Array.from({ length: connections }, connection));
  agent.destroy();
  return tallies;
}
