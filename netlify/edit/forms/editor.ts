import { type Config, fields, singleton } from '@keystatic/core';
import * as z from 'zod';
import { PageSchema } from '../../../src/content/page-schema.ts';
import { QuestionSchema } from '../../../src/content/question-schema.ts';
import { type Settings, SettingsSchema } from '../../../src/domain/settings/settings.ts';
import { checkedBody, checkedPage, checkedWords } from './checked.ts';
import { asOneForm, fieldFor, fieldsFor } from './field-for.ts';
import { ADDRESS, BRANCHES, QUESTIONS, SETTINGS_FORMS, WORDS, WORDS_LABEL } from './names.ts';
import { parts } from './parts.ts';
import type { Known } from './site-facts.ts';

const pageForm = (known: Known) => ({
  [ADDRESS]: fields.text({
    label: 'Address on the site',
    description:
      '“plan” is /plan/. When you rename a page, write its old address under “Earlier addresses”.',
    validation: {
      isRequired: true,
      pattern: {
        regex: /^[a-z0-9-]+(\/[a-z0-9-]+)*$/,
        message: 'Small letters, digits and hyphens, such as “make-the-case/a-year”.',
      },
    },
  }),
  ...checkedPage(fieldsFor(PageSchema), known),
  [WORDS]: checkedBody(known, {
    label: WORDS_LABEL,
    options: {
      heading: [2, 3, 4],
      image: false,
      code: false,
      codeBlock: false,
      strikethrough: false,
    },
    components: parts(known),
  }),
});

const pageCollection = (known: Known): NonNullable<Config['collections']>[string] => ({
  label: 'Pages',
  path: 'pages/**',
  slugField: ADDRESS,
  entryLayout: 'content',
  previewUrl: '/{slug}/',
  columns: ['title'],
  format: { contentField: WORDS },
  schema: pageForm(known),
});

const settingsForms = () =>
  Object.entries(SettingsSchema.shape).map(([name, schema]) => [
    name,
    singleton({
      label: SETTINGS_FORMS[name as keyof Settings][1],
      path: `settings/${name}`,
      format: { data: 'yaml' },
      schema: fieldsFor(asOneForm(schema)),
    }),
  ]);

function settingsByGroup(): Record<string, string[]> {
  const groups: Record<string, string[]> = {};
  for (const [name, [under]] of Object.entries(SETTINGS_FORMS)) {
    groups[under] = [...(groups[under] ?? []), name];
  }
  return groups;
}

const questionsForm = (known: Known) =>
  singleton({
    label: 'Questions people ask',
    path: 'questions',
    format: { data: 'yaml' },
    schema: checkedWords({ [QUESTIONS]: fieldFor(QUESTIONS, z.array(QuestionSchema)) }, known),
  });

/** Content is below `content` in the repository; locally the editor is given that folder alone. */
const storedAt = (repository: string) => ({
  kind: 'github' as const,
  repo: repository as `${string}/${string}`,
  pathPrefix: 'content',
  branchPrefix: BRANCHES,
});

/** The editor, on the writer’s own machine or for a repository on GitHub: its forms are made from the schemas that the build holds content to, so they cannot differ. */
export function editor(known: Known, hosted?: { readonly repository: string }): Config {
  const settings = Object.fromEntries(settingsForms());
  return {
    storage: hosted ? storedAt(hosted.repository) : { kind: 'local' },
    ui: {
      brand: { name: 'Words and settings' },
      navigation: { Words: ['pages', QUESTIONS], ...settingsByGroup() },
    },
    collections: { pages: pageCollection(known) },
    singletons: { [QUESTIONS]: questionsForm(known), ...settings },
  };
}
