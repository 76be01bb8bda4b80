import type { BuiltPage } from './built-page.ts';
import type { Fault } from './fault.ts';

/** One H1 on a page, and no level left out on the way down. */
export function headingFaults({ address, $ }: BuiltPage): Fault[] {
  const headings = $('h1, h2, h3, h4, h5, h6')
    .toArray()
    .map((element) => ({
      level: Number(element.tagName.slice(1)),
      text: $(element).text().trim(),
    }));
  const firsts = headings.filter(({ level }) => level === 1).length;
  const faults: Fault[] = [];
  if (firsts !== 1) {
    faults.push({
      where: address,
      wrong: `It has ${firsts} main headings.`,
      instead: 'The main heading is the field “heading”; begin the headings below it with ##.',
    });
  }
  headings.forEach(({ level, text }, index) => {
    const before = headings[index - 1]?.level ?? 0;
    if (level <= before + 1) return;
    faults.push({
      where: address,
      wrong: `The heading “${text}” is ${level - before} levels below the one before it.`,
      instead: `Begin it with ${'#'.repeat(before + 1)}.`,
    });
  });
  return faults;
}
