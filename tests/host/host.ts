import { httpServer, listen } from '../../netlify/dev/node-http.ts';
import { staticSite } from '../../netlify/dev/static.ts';
import { type Answered, type HostFunction, hostFunction } from './host-function.ts';
import type { HostCall } from './lambda.ts';
import { type DeployedFunction, routeOf } from './manifest.ts';

/** A context of Netlify’s in which a deploy runs. */
export type DeployContext = 'production' | 'deploy-preview' | 'branch-deploy';

/** A deploy as the host serves it: its functions by their manifest, through the bootstrap in their zips, and files else. */
export interface Host {
  readonly url: string;
  ask(request: Request): Promise<Response>;
  /** Calls a schedule: as the host’s clock does where the next run is said, else as a person who runs it now. */
  schedule(name: string, nextRun?: string): Promise<Answered>;
  /** The longest that a call of each function has taken in all, in seconds. */
  longest(): Readonly<Record<string, number>>;
  /** Makes every next call a cold one. */
  freeze(): Promise<void>;
  /** What a function wrote to its log. */
  logOf(name: string): string;
  close(): Promise<void>;
}

/** What the host gives of a deploy. */
export interface Deploy {
  root: string;
  /** Each at the folder it was unpacked in. */
  functions: readonly DeployedFunction[];
  context: DeployContext;
  port: number;
  env: NodeJS.ProcessEnv;
  /** The database’s address, which the host gives with each call. */
  databaseUrl(): string;
}

const SYNCHRONOUS_S = 60;
const SCHEDULED_S = 30;

/** Serves a deploy at http://localhost on a port of its own. */
export async function openHost(deploy: Deploy): Promise<Host> {
  const { context, functions, port, root } = deploy;
  const url = `http://localhost:${port}`;
  const env = { PATH: process.env['PATH'], URL: url, CONTEXT: context, ...deploy.env };
  const running = new Map<string, HostFunction>(
    functions.map((one) => [
      one.name,
      hostFunction(one.path, env, one.schedule ? SCHEDULED_S : SYNCHRONOUS_S),
    ]),
  );
  const longest: Record<string, number> = {};
  const files = staticSite(root, url);

  async function call(name: string, given: Omit<HostCall, 'netlifyDBURL'>): Promise<Answered> {
    const one = running.get(name);
    if (!one) throw new Error(`There is no function ${name}.`);
    const answered = await one.ask({
      ...given,
      netlifyDBURL: deploy.databaseUrl(),
      headers: {
        ...given.headers,
        'x-nf-client-connection-ip': '192.0.2.1',
        'x-nf-deploy-context': context,
        'x-nf-deploy-id': '1',
        'x-nf-deploy-published': String(context === 'production'),
        'x-nf-site-id': '1',
      },
    });
    answered.ended.then(
      (seconds) => {
        longest[name] = Math.max(longest[name] ?? 0, seconds);
      },
      () => {},
    );
    return answered;
  }

  async function ask(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url);
    const route = routeOf(functions, pathname);
    if (!route) return files(request);
    const body = Buffer.from(await request.arrayBuffer());
    const { response } = await call(route.name, {
      rawUrl: request.url,
      path: pathname,
      httpMethod: request.method,
      headers: Object.fromEntries(request.headers),
      ...(body.length > 0 && { body: body.toString('base64') }),
      isBase64Encoded: body.length > 0,
      route: route.pattern,
    });
    return response;
  }

  const server = httpServer(url, ask);
  await listen(server, port);
  return {
    url,
    ask,
    schedule: (name, nextRun) =>
      call(name, {
        rawUrl: `${url}/.netlify/functions/${name}`,
        path: `/.netlify/functions/${name}`,
        httpMethod: 'POST',
        headers: { 'content-type': 'application/json', 'x-nf-event': 'schedule' },
        ...(nextRun && { body: JSON.stringify({ next_run: nextRun }) }),
        isBase64Encoded: false,
      }),
    longest: () => longest,
    async freeze() {
      for (const one of running.values()) await one.freeze();
    },
    logOf: (name) => running.get(name)?.said ?? '',
    async close() {
      server.close();
      server.closeAllConnections();
      for (const one of running.values()) await one.freeze();
    },
  };
}
