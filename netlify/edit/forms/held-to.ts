import type * as z from 'zod';
import { cleanedFields } from '../../../src/content/cleaned-fields.ts';
import { valueFault } from '../../../src/content/schema-faults.ts';

/** What `schema` says against `value`, in the words the checks use; undefined when there is nothing to fix. */
export function faultIn(schema: z.ZodType, value: unknown): string | undefined {
  const fault = valueFault(schema, value);
  return fault && `${fault.wrong} ${fault.instead}`;
}

/** A schema where the editor asks for a pattern: its message is what the schema says of the words last tested. */
class SchemaPattern extends RegExp {
  readonly #schema: z.ZodType;
  said = '';

  constructor(schema: z.ZodType) {
    super('');
    this.#schema = schema;
  }

  override test(words: string): boolean {
    this.said = faultIn(this.#schema, cleanedFields(words) || undefined) ?? '';
    return this.said === '';
  }
}

/** Holds a text field of the editor to `schema`, and has it say what the schema says. */
export function heldTo(schema: z.ZodType): { regex: RegExp; readonly message: string } {
  const regex = new SchemaPattern(schema);
  return {
    regex,
    get message() {
      return regex.said;
    },
  };
}
