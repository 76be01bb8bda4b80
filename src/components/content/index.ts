import { COMPONENTS } from '#content/components.ts';

const files = import.meta.glob<{ default: (props: never) => unknown }>(
  ['./*.astro', '../picture/Picture.astro'],
  { eager: true },
);

function fileOf(path: string) {
  const file = files[path];
  if (!file) throw new Error(`src/components/content has no ${path}.`);
  return file.default;
}

/** Every component an editor may use in `content/pages`, by the name it is written with there, and what draws a picture. */
export const contentComponents = {
  ...Object.fromEntries(
    Object.keys(COMPONENTS).map((name) => [name, fileOf(`./${name}.astro`)] as const),
  ),
  img: fileOf('../picture/Picture.astro'),
};
