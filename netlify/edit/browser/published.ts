import { placeName } from '../place-names.ts';

/** A change as GitHub has it, and what the host has said of it since. */
export interface Change {
  readonly commit: {
    readonly sha: string;
    readonly commit: { readonly message: string };
  };
  readonly status: {
    readonly state: 'pending' | 'success' | 'failure' | 'error';
    readonly statuses: readonly {
      readonly state: string;
      readonly target_url: string | null;
    }[];
  };
}

/** What became of the last change, in a sentence, and where to see more. */
export interface Became {
  readonly kind: 'nothing' | 'building' | 'published' | 'refused';
  readonly words: string;
  readonly link?: { readonly href: string; readonly label: string };
}

/** A change by the editor: whether it took one back, what was done, and to what below `content`. */
const BY_EDITOR = /^((?:Take back: |Put in again: )?)(Update|Delete) (?:content\/)?([\w/-]+)$/;

/** What a change is called: one by the editor by the name of its form, any other by its first line. */
function changeName(message: string): string {
  const first = message.split('\n')[0] ?? '';
  const [, again = '', verb, base = ''] = BY_EDITOR.exec(first) ?? [];
  const path = base.startsWith('pages/') ? `${base}.mdx` : `${base}.yaml`;
  const name = placeName(path);
  return verb === undefined || name === path
    ? first
    : `${again}${name}${verb === 'Delete' ? ' (deleted)' : ''}`;
}

/** The address the host gave for a state; undefined when it gave none that opens. */
function addressOf({ status }: Change, states: readonly string[]): string | undefined {
  const said = status.statuses.find(
    ({ state, target_url }) => states.includes(state) && target_url?.startsWith('https://'),
  );
  return said?.target_url ?? undefined;
}

/** What became of the newest change on a branch; `isMain` is whether readers get what is on it. */
export function whatBecame(change: Change, isMain: boolean): Became {
  const name = `“${changeName(change.commit.commit.message)}”`;
  const { state, statuses } = change.status;
  if (statuses.length === 0) {
    return {
      kind: 'nothing',
      words: isMain
        ? `The last change is ${name}. No build of it has begun.`
        : `The last change here is ${name}. Readers see it once its branch is merged.`,
    };
  }
  if (state === 'pending') {
    return {
      kind: 'building',
      words: `${name} is being checked and built. Readers see the site as it was.`,
    };
  }
  if (state === 'success') {
    const href = addressOf(change, ['success']);
    return {
      kind: 'published',
      words: isMain
        ? `${name} is on the site.`
        : `${name} passed every check. Readers see it once its branch is merged.`,
      ...(href && { link: { href, label: isMain ? 'See the site as built' : 'See the preview' } }),
    };
  }
  const href = addressOf(change, ['failure', 'error']);
  return {
    kind: 'refused',
    words: `${name} was not published, and readers see the site as it was. The end of the log says what to fix.`,
    ...(href && { link: { href, label: 'Read the log' } }),
  };
}
