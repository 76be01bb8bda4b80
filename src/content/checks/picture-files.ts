import { existsSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { PictureFileSchema } from '../components.ts';
import { attributesOf, everyNode, isElement, lineOf, type Node } from '../page-tree.ts';
import { megabytes, tooLarge } from '../picture-size.ts';
import type { Fault } from './fault.ts';
import type { PageText } from './page-text.ts';

/** Where pictures stand that the build makes as small as each screen needs. */
const PICTURES = 'content/pictures';

/** What is served as it is must be small already, in bytes. */
const MOST_AS_IT_IS = 200_000;

/** How a page leads to the folder of pictures. */
const wayTo = (file: string, name: string) =>
  posix.relative(posix.dirname(file), posix.join(PICTURES, name));

/** The file a picture on a page means; nothing for one on another site. */
function fileOf(page: string, url: string): string | undefined {
  const path = decodeURIComponent(url);
  if (path.startsWith('/')) return posix.join('public', path);
  return /^\.\.?\//.test(path) ? posix.join(posix.dirname(page), path) : undefined;
}

/** What Astro reads and browsers show. A telephone may give .heic, which is neither. */
const KINDS = /\.(?:jpe?g|png|webp|avif|gif|svg|tiff?)$/i;

/** The file below `content` that a component shows; nothing for one that is not written as it should be. */
function pictureOf(node: Node): string | undefined {
  if (!isElement(node) || node.name !== 'Picture') return undefined;
  return PictureFileSchema.safeParse(attributesOf(node)['file']).data;
}

const SIMPLER = `Save the drawing with fewer lines, or as a PNG in ${PICTURES}.`;

/** The build makes each but a drawing as small as screens need: its lines are published as they are. */
const isAsItIs = (url: string) => url.startsWith('/') || /\.svg$/i.test(url);

/** What is wrong with a picture that readers would be sent as it is; undefined where it is small. */
function tooLargeAsItIs(url: string, size: number, instead: string) {
  if (size <= MOST_AS_IT_IS) return undefined;
  const wrong = `The picture ${url} has ${megabytes(size)}, and would be sent to readers as it is.`;
  return { wrong, instead: /\.svg$/i.test(url) ? SIMPLER : instead };
}

/** Pictures of components that are not there, or are too large to be kept. */
export const componentPictureFaults = (root: string, { file, tree }: PageText): Fault[] =>
  [...everyNode(tree)].flatMap((node) => {
    const picture = pictureOf(node);
    if (picture === undefined) return [];
    const at = { where: file, line: lineOf(node) };
    const kept = join(root, 'content', picture);
    if (!existsSync(kept)) {
      const instead = `Put it into ${PICTURES}, or choose one in the editor.`;
      return [{ ...at, wrong: `There is no picture ${picture}.`, instead }];
    }
    const large = tooLarge(picture, statSync(kept).size);
    return large ? [{ ...at, ...large }] : [];
  });

/** Pictures that are not there, ones too large to be kept, and ones too large to be sent to readers as they are. */
export const pictureFileFaults = (root: string, { file, tree }: PageText): Fault[] =>
  [...everyNode(tree)].flatMap((node) => {
    const picture = node.type === 'image' ? fileOf(file, node.url) : undefined;
    if (node.type !== 'image' || picture === undefined) return [];
    const at = { where: file, line: lineOf(node) };
    const instead = `Put it into ${PICTURES}, and write ${wayTo(file, posix.basename(picture))}: the build makes it as small as each screen needs.`;
    if (!existsSync(join(root, picture))) {
      return [{ ...at, wrong: `There is no picture ${node.url}.`, instead }];
    }
    if (!KINDS.test(picture)) {
      const wrong = `The picture ${node.url} is of a kind that the build cannot read.`;
      return [{ ...at, wrong, instead: `Save it as a JPEG, and put it into ${PICTURES}.` }];
    }
    const { size } = statSync(join(root, picture));
    const large = isAsItIs(node.url)
      ? tooLargeAsItIs(node.url, size, instead)
      : tooLarge(node.url, size);
    return large ? [{ ...at, ...large }] : [];
  });
