import { type ComponentSchema, fields } from '@keystatic/core';
import { tooLarge } from '../../../src/content/picture-size.ts';
import { type FieldFindings, NOTHING } from '../checks/in-form.ts';
import { about, type Named } from './named.ts';
import { PICTURES } from './names.ts';
import { withFindings } from './with-findings.ts';

/** A file’s name as addresses have it: small letters and figures, with hyphens between. */
const asNamed = (file: string) =>
  file
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, '-')
    .replace(/\.(?=.*\.)/g, '-')
    .replace(/^-+/, '');

interface Chosen {
  readonly data: Uint8Array;
  readonly filename: string;
}

/** A picture that the build would refuse, which is told where it is chosen. */
function sizeFindings(chosen: Chosen | null): FieldFindings {
  const large = chosen && tooLarge(chosen.filename, chosen.data.length);
  return large ? { ...NOTHING, refusals: [`${large.wrong} ${large.instead}`] } : NOTHING;
}

/** A picture to be chosen from the writer’s machine, which is kept in the folder of its page. */
export const picture = (field: Named): ComponentSchema =>
  withFindings(
    fields.image({
      ...about(field),
      directory: PICTURES,
      publicPath: `/${PICTURES}`,
      transformFilename: asNamed,
      validation: { isRequired: !field.optional },
    }),
    sizeFindings,
  );
