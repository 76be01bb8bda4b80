import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isThere, PROGRAMS, runProgram } from './programs.ts';

const GOLDEN = new URL('../golden/', import.meta.url);

/** Prints whether libical finds every restriction of its method kept, and how many errors it marked. */
const CHECK = `
import gi, sys
gi.require_version('ICalGLib', '3.0')
from gi.repository import ICalGLib
calendar = ICalGLib.Component.new_from_string(sys.stdin.buffer.read().decode('utf-8'))
print(bool(calendar.check_restrictions()), calendar.count_errors())
`;

const judge = (text: string) =>
  runProgram('/usr/bin/python3', ['-c', CHECK], { input: text }).stdout.trim();

const files = readdirSync(GOLDEN).filter((file) => file.endsWith('.ics'));
const read = (file: string) => readFileSync(new URL(file, GOLDEN), 'utf8');

describe.skipIf(!isThere(PROGRAMS.libical))('libical’s restrictions of iTIP', () => {
  test.each(files)('are kept by %s', (file) => {
    expect(judge(read(file))).toBe('True 0');
  });

  test.each(['UID', 'DTSTAMP', 'ORGANIZER', 'SEQUENCE'])('would show a missing %s', (name) => {
    const broken = read('gmt-attendee-cancel.ics').replace(`\r\n${name}`, `\r\nX-${name}`);
    expect(judge(broken)).not.toBe('True 0');
  });
});
