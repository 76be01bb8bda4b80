import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changesInWords } from '#domain/cases/change-words.ts';
import { changedFields, changesIn } from '#domain/cases/changes.ts';

describe('what a correction replaced', () => {
  it('keeps the fields that changed, as they were, empty ones as null', () => {
    expect(
      changedFields(
        { name: 'A. Person', message: 'Before', people: undefined, interests: ['groups'] },
        { name: 'A. Person', message: 'After', people: 12, interests: ['groups'] },
      ),
    ).toEqual({ message: 'Before', people: null });
  });

  it('tells what each of several corrections changed, from what each replaced and how it is now', () => {
    const replaced = [{ message: 'First' }, { message: 'Second', phone: null }];
    expect(changesIn(replaced, { message: 'Third', phone: '01632 960 001' })).toEqual([
      [{ field: 'message', from: 'First', to: 'Second' }],
      [
        { field: 'message', from: 'Second', to: 'Third' },
        { field: 'phone', from: null, to: '01632 960 001' },
      ],
    ]);
  });

  it('gives back every version there was, whatever was corrected', () => {
    const version = fc.record({ one: fc.string(), other: fc.string(), third: fc.string() });
    fc.assert(
      fc.property(fc.array(version, { minLength: 2, maxLength: 6 }), (versions) => {
        const replaced = versions
          .slice(0, -1)
          .map((before, index) => changedFields(before, versions[index + 1] ?? before));
        const changes = changesIn(replaced, versions.at(-1) ?? {});
        for (const [index, changed] of changes.entries()) {
          const before = { ...versions[index] };
          const after = { ...versions[index + 1] };
          for (const { field, from, to } of changed) {
            expect(before[field as 'one']).toBe(from);
            expect(after[field as 'one']).toBe(to);
          }
        }
      }),
    );
  });

  it('is told to staff as they would say it', () => {
    expect(
      changesInWords([
        { field: 'message', from: null, to: 'Our board said yes' },
        { field: 'interests', from: ['groups'], to: ['training'] },
        { field: 'topic', from: 'A first group', to: null },
      ]),
    ).toBe(
      [
        'Message: nothing, now “Our board said yes”',
        'Interested in: “Reflective practice groups”, now “Training their own facilitators”',
        'To talk about: “A first group”, now nothing',
      ].join('\n'),
    );
  });
});
