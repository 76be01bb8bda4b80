import { type ComponentSchema, fields } from '@keystatic/core';
import { about, type Named } from './named.ts';
import { PICTURES } from './names.ts';

/** A file’s name as addresses have it: small letters and figures, with hyphens between. */
const asNamed = (file: string) =>
  file
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, '-')
    .replace(/\.(?=.*\.)/g, '-')
    .replace(/^-+/, '');

/** A picture to be chosen from the writer’s machine, which is kept in the folder of its page. */
export const picture = (field: Named): ComponentSchema =>
  fields.image({
    ...about(field),
    directory: PICTURES,
    publicPath: `/${PICTURES}`,
    transformFilename: asNamed,
    validation: { isRequired: !field.optional },
  });
