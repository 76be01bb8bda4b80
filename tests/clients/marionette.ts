import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** Speaks to a Gecko program that was started with `--marionette` (its protocol, version 3). */
export class Marionette {
  readonly #socket: Socket;
  #heard = Buffer.alloc(0);
  #last = 0;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('data', (data: Buffer) => {
      this.#heard = Buffer.concat([this.#heard, data]);
    });
  }

  /** Connects as soon as the program listens, for at most a minute, and opens a session in its own pages. */
  static async open(port: number): Promise<Marionette> {
    for (let tries = 0; tries < 120; tries += 1) {
      const socket = connect(port, '127.0.0.1');
      const isOpen = await Promise.race([
        once(socket, 'connect').then(() => true),
        once(socket, 'error').then(() => false),
      ]).catch(() => false);
      if (isOpen) return Marionette.#greet(new Marionette(socket));
      await wait(500);
    }
    throw new Error('The program does not listen to Marionette.');
  }

  static async #greet(marionette: Marionette): Promise<Marionette> {
    await marionette.#read();
    await marionette.#command('WebDriver:NewSession', { capabilities: {} });
    await marionette.#command('Marionette:SetContext', { value: 'chrome' });
    await marionette.#command('WebDriver:SetTimeouts', { script: 60_000 });
    return marionette;
  }

  /** What an asynchronous function body returns in the program; it may use `words`. */
  async run<Result>(body: string, ...words: unknown[]): Promise<Result> {
    const script = `const done = arguments[arguments.length - 1]; const words = [...arguments].slice(0, -1);
      (async () => { ${body} })().then((value) => done({ value }), (error) => done({ fault: String(error) }));`;
    const answer = (await this.#command('WebDriver:ExecuteAsyncScript', {
      script,
      args: words,
      newSandbox: true,
    })) as { value: { value?: Result; fault?: string } | null };
    // A question that waits for an answer interrupts a script, and it has no value.
    if (!answer.value) {
      const asked = (await this.#command('WebDriver:GetAlertText', {})) as { value: string };
      throw new Error(`The program asks: ${asked.value}`);
    }
    if (answer.value.fault) throw new Error(answer.value.fault);
    return answer.value.value as Result;
  }

  close(): void {
    this.#socket.destroy();
  }

  async #command(name: string, values: object): Promise<unknown> {
    this.#last += 1;
    const text = JSON.stringify([0, this.#last, name, values]);
    this.#socket.write(`${Buffer.byteLength(text)}:${text}`);
    const [, , fault, result] = (await this.#read()) as [number, number, unknown, unknown];
    if (fault) throw new Error(`${name}: ${JSON.stringify(fault)}`);
    return result;
  }

  async #read(): Promise<unknown> {
    for (let tries = 0; tries < 4800; tries += 1) {
      const colon = this.#heard.indexOf(':');
      const length = Number(this.#heard.subarray(0, colon).toString());
      if (colon > 0 && this.#heard.length >= colon + 1 + length) {
        const text = this.#heard.subarray(colon + 1, colon + 1 + length).toString();
        this.#heard = this.#heard.subarray(colon + 1 + length);
        return JSON.parse(text);
      }
      await wait(25);
    }
    throw new Error('The program does not answer.');
  }
}
