import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contentFindings } from '#content/check-content.ts';
import { faultLine } from '#content/checks/fault.ts';
import { contentCopy, type Edits, PAGE, paragraph, setting } from '../support/mistakes.ts';

const { root, refusalsAfter, adviceAfter, faultsAfter } = contentCopy();

const lineOf = (said: string) => Number(said.split(':')[1]);

/** Everything said of a page once it is changed so, refused or advised, line by line. */
const wordFaultsAfter = (edits: Edits): string[] =>
  faultsAfter(edits).sort((one, other) => lineOf(one) - lineOf(other));

/** Everything the checks say of a file with these bytes; the copy is put back by an edit that changes nothing. */
function withBytes(file: string, bytes: Uint8Array): string[] {
  writeFileSync(join(root, file), bytes);
  const said = contentFindings(root).refusals.map(faultLine);
  refusalsAfter({ [file]: ['', ''] });
  return said;
}

const PAGE_OF = (words: string) =>
  `---\ntitle: Managers\nheading: Managers\ndescription: What managers are asked for, said once and for all.\n---\n\n${words}\n`;

describe('a file that is not UTF-8', () => {
  it.each([
    ['Windows-1252', Buffer.from(PAGE_OF('It\x92s ours.'), 'latin1')],
    ['Windows-1252 with an accent', Buffer.from(PAGE_OF('A caf\xe9.'), 'latin1')],
    ['UTF-16', Buffer.from(`\ufeff${PAGE_OF('Ours.')}`, 'utf16le')],
    ['UTF-8 cut in half', Buffer.from(PAGE_OF('It’s ours')).subarray(0, -8)],
    ['Windows-1252 with quotation marks', Buffer.from(PAGE_OF('\x93Ours\x94.'), 'latin1')],
    ['Windows-1252 with a dash', Buffer.from(PAGE_OF('Ours \x96 and yours.'), 'latin1')],
    ['Windows-1252 with a pound sign', Buffer.from(PAGE_OF('It costs \xa3250.'), 'latin1')],
    ['Mac Roman with an apostrophe', Buffer.from(PAGE_OF('It\xd5s ours.'), 'latin1')],
    ['UTF-16, the big end first', Buffer.from(`\ufeff${PAGE_OF('Ours.')}`, 'utf16le').swap16()],
    ['UTF-8 with half a character', Buffer.from(PAGE_OF('Ours \xed\xa0\xbd.'), 'latin1')],
    ['UTF-8 with a byte too long', Buffer.from(PAGE_OF('Ours \xc0\xaf.'), 'latin1')],
  ])('%s: is refused, with what to do', (_, bytes) => {
    const said = withBytes(PAGE, bytes).filter((line) => line.startsWith(PAGE));
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/in an old encoding, .* Save it as UTF-8/);
  });

  it.each([
    'content/settings/line.yaml',
    'content/settings/identity.yaml',
    'content/questions.yaml',
  ])('%s too, at the line of the letter', (file) => {
    const bytes = Buffer.from('# one\n# it\x92s two\nname: x\n', 'latin1');
    expect(withBytes(file, bytes).filter((line) => line.startsWith(file))).toEqual([
      `${file}:2: The file is in an old encoding, so letters such as ’ and é in it cannot be read. Save it as UTF-8: most editors ask for the encoding where they ask for the name.`,
    ]);
  });

  it('or lost a letter before is refused', () => {
    expect(wordFaultsAfter(paragraph('It\uFFFDs ours.'))).toEqual([
      `${PAGE}:23: The sign \uFFFD stands where a letter was lost when the file was saved. Write the letter again, and save the file as UTF-8.`,
    ]);
  });
});

describe('a number where words are asked for', () => {
  const LINE = 'content/settings/line.yaml';
  it.each([
    ['07800970049', '07800970049'],
    ['01632960001', '01632960001'],
    ['02079460123', '02079460123'],
    ['07700900123', '07700900123'],
    ['0800970049', '0800970049'],
    ['01317000000', '01317000000'],
  ])('a telephone without quotes, %s, is advised as typed', (typed, shown) => {
    const [said = ''] = refusalsAfter(setting('line', 'phone: 07800 970 049', `phone: ${typed}`));
    expect(said).toContain(`“phone” is ${shown}, which is not read as words.`);
    if (/^\d+$/.test(typed)) expect(said).toContain(`Put it in double quotes: "${typed}".`);
  });

  it.each([
    '+447800970049',
    '447800970049',
    '7800970049',
    '0x1F',
    '1e5',
    '0o17',
    '12',
    '1.5',
    'true',
  ])('%s, which would be refused in quotes too, is advised as what to write', (typed) => {
    const [said = ''] = refusalsAfter(setting('line', 'phone: 07800 970 049', `phone: ${typed}`));
    expect(said.startsWith(LINE)).toBe(true);
    expect(said).not.toContain(`"${typed}"`);
    expect(said).toContain('Write the number as people dial it in the UK');
  });
});

describe('what cannot be read hides nothing else', () => {
  it('a bare tag, and everything after it', () => {
    expect(
      wordFaultsAfter(
        paragraph(
          '<img src="/room.jpg">\n\nThis is great!\n\nBring {your diary} with you.\n\nWere there <5 people.\n\n<Unknown />',
        ),
      ).map((line) => line.slice(PAGE.length + 1)),
    ).toEqual([
      '23: <img> begins here and has no end. Write </img> where it ends, on a line of its own, with an empty line before it; or <img /> when nothing stands inside it.',
      expect.stringMatching(/^25: .*!/),
      '27: What stands in curly brackets here is read as code. Write round brackets, ( and ).',
      expect.stringMatching(/^29: The sign < begins a component/),
      expect.stringMatching(/^31: There is no component <Unknown>/),
    ]);
  });

  it.each([
    ['<Door href=“/plan/” heading=“Plan a project”>\n\nWords!\n\n</Door>', [23, 25]],
    ['Words!\n\n</Door>\n\nMore!', [23, 25, 27]],
    ['Words!\n\n<Note>\n\nMore!', [23, 25, 27]],
    ['a <br> b <br> c\n\nMore!', [23, 25]],
    ['{a {b {c\n\nMore!', [23, 25]],
    ['<!-- one -->\n\n<!-- two -->\n\nMore!', [23, 25, 27]],
    ['<img src="/room.jpg">\n\nMore!\n\nStill more!', [23, 25, 27]],
    ['Were there <5 people.\n\nMore!', [23, 25]],
    ['import a\n\nMore!\n\n<Unknown />', [23, 25, 27]],
    ['<Note>\n\nWords.\n\n</Notes>\n\nMore!', [27, 29]],
    ['See [one](/none/).\n\nBring {it}.\n\nMore!', [23, 25, 27]],
  ])('%j', (words, lines) => {
    const said = wordFaultsAfter(paragraph(words));
    expect([...new Set(said.map((line) => Number(line.split(':')[1])))]).toEqual(lines);
  });
});

describe('a picture', () => {
  it.each([
    '/room.jpg',
    '/Room.svg',
    '/room.svg.png',
    '/og/room.png',
    '/pictures/room.webp',
    '/pictures/a%20room.jpg',
    '../pictures/room.jpg',
    '../pictures/rooms/room.avif',
    './room.png',
    '../../public/rooms.svg',
  ])('that is not there, %s, is named with its line', (url) => {
    const [said = '', ...more] = wordFaultsAfter(paragraph(`![A room](${url})`));
    expect(more).toEqual([]);
    expect(said).toMatch(new RegExp(`^${PAGE}:23: There is no picture `));
    expect(said).toContain(url);
  });

  const put = (folder: string, name: string, bytes: number) => {
    mkdirSync(join(root, folder), { recursive: true });
    writeFileSync(join(root, folder, name), Buffer.alloc(bytes));
  };

  it.each([
    ['/large.jpg', 13_000_000, '13.0'],
    ['/just-over.jpg', 200_001, '0.2'],
    ['/photo.png', 4_200_000, '4.2'],
    ['/photo.webp', 900_000, '0.9'],
    ['/photo.avif', 650_000, '0.7'],
    ['/moving.gif', 8_100_000, '8.1'],
    ['/Scan.JPEG', 2_000_000, '2.0'],
    ['/a%20room.jpg', 5_000_000, '5.0'],
    ['/two.dots.jpg', 1_500_000, '1.5'],
    ['/scan.tiff', 900_000, '0.9'],
  ])(
    'that is large and would be sent as it is, %s of %d bytes, is named with its line',
    (url, bytes, megabytes) => {
      const name = decodeURIComponent(url).slice(1);
      put('public', name, bytes);
      expect(wordFaultsAfter(paragraph(`![A room](${url})`))).toEqual([
        `${PAGE}:23: The picture ${url} has ${megabytes} MB, and would be sent to readers as it is. Put it into content/pictures, and write ../pictures/${name}: the build makes it as small as each screen needs.`,
      ]);
    },
  );

  it.each(['/drawing.svg', '../pictures/drawing.svg', '../pictures/Plan.SVG'])(
    'that is drawn in too many lines, %s, is named with what else to do',
    (url) => {
      put(
        url.startsWith('/') ? 'public' : 'content/pictures',
        url.split('/').at(-1) ?? '',
        350_000,
      );
      expect(wordFaultsAfter(paragraph(`![A room](${url})`))).toEqual([
        `${PAGE}:23: The picture ${url} has 0.3 MB, and would be sent to readers as it is. Save the drawing with fewer lines, or as a PNG in content/pictures.`,
      ]);
    },
  );

  it.each(['IMG_0001.HEIC', 'room.heif', 'scan.pdf', 'room.bmp', 'room.psd', 'room'])(
    'of a kind that browsers do not show, %s, is named with what to save it as',
    (name) => {
      put('content/pictures', name, 1_000);
      expect(wordFaultsAfter(paragraph(`![A room](../pictures/${name})`))).toEqual([
        `${PAGE}:23: The picture ../pictures/${name} is of a kind that the build cannot read. Save it as a JPEG, and put it into content/pictures.`,
      ]);
    },
  );

  it.each([
    ['![A room](../pictures/room.jpg)', '../pictures/room.jpg'],
    ['<Picture file="/pictures/room.jpg" words="A room." />', '/pictures/room.jpg'],
  ])('that is too large to be kept, %s, is named with what to do', (written, name) => {
    put('content/pictures', 'room.jpg', 9_100_000);
    expect(wordFaultsAfter(paragraph(written))).toEqual([
      expect.stringMatching(
        `${PAGE}:23: The picture ${name} has 9.1 MB; 4.0 MB is the most. Save it smaller, `,
      ),
    ]);
  });

  it('that is there is taken, be it small, or where the build makes it so', () => {
    put('public', 'small.jpg', 200_000);
    put('content/pictures', 'small.jpg', 20_000);
    put('content/pictures', 'large.jpg', 4_000_000);
    for (const url of ['/small.jpg', '../pictures/small.jpg', '../pictures/large.jpg']) {
      expect(wordFaultsAfter(paragraph(`![A room](${url})`)), url).toEqual([]);
    }
  });
});

describe('a word misspelt', () => {
  it.each([
    ['organistaion', 'organisation'],
    ['refelctive', 'reflective'],
    ['facilitatar', 'facilitator'],
    ['confidental', 'confidential'],
    ['practitoners', 'practitioners'],
    ['experiance', 'experience'],
    ['seperate', 'separate'],
    ['occured', 'occurred'],
    ['acommodate', 'accommodate'],
    ['definately', 'definitely'],
    ['recieve', 'receive'],
    ['fortnighly', 'fortnightly'],
  ])('%s is advised with the nearest, and holds nothing up', (typed, meant) => {
    const edits = paragraph(`Here is ${typed} in a sentence.`);
    expect(refusalsAfter(edits)).toEqual([]);
    expect(adviceAfter(edits)).toEqual([
      `${PAGE}:23: “${typed}” is not in the dictionary. Did you mean “${meant}”? If it is right, add it to content/spelling.txt.`,
    ]);
  });

  it.each(['organise', 'colour', 'programme', 'practise', 'Wi-Fi', 'O’Connor’s'])(
    '%s is right in British English, or a name, and nothing is said',
    (typed) => {
      expect(adviceAfter(paragraph(`Here is ${typed} in a sentence.`))).toEqual([]);
    },
  );
});
