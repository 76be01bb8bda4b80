/**
 * The field that only software fills in. Its name is no term of browsers' autofill or of password managers,
 * which would fill it in for a person (docs/api.md).
 */
export const TRAP_FIELD = 'leave-empty';

/** The field that carries when a form was shown, signed. */
export const SHOWN_FIELD = 't';

/** The field that carries a form's own id through every step. */
export const FORM_FIELD = 'form';

/** A form sent sooner than this after it was shown, with required text left to type, was not typed by a person. */
export const TOO_FAST_MS = 2_000;

/** A form's id as it may be posted back; anything else counts as none. */
export const readFormId = (value: unknown): string | undefined =>
  typeof value === 'string' && /^[A-Za-z0-9_-]{8,64}$/.test(value) ? value : undefined;

/**
 * Whether a post looks automatic: the trap is filled in, or the form came back `age` milliseconds after it
 * was shown (undefined where nothing is to be said by its age) and that is too fast.
 */
export const looksAutomatic = ({
  trap,
  age,
}: {
  trap: unknown;
  age: number | undefined;
}): boolean =>
  (trap !== undefined && trap !== '') || (age !== undefined && age >= 0 && age < TOO_FAST_MS);
