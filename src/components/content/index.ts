import { COMPONENTS } from '#content/components.ts';

const files = import.meta.glob<{ default: (props: never) => unknown }>('./*.astro', {
  eager: true,
});

/** Every component an editor may use in `content/pages`, by the name it is written with there. */
export const contentComponents = Object.fromEntries(
  Object.keys(COMPONENTS).map((name) => {
    const file = files[`./${name}.astro`];
    if (!file) throw new Error(`<${name}> has no file in src/components/content.`);
    return [name, file.default];
  }),
);
