import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { mdxFromMarkdown } from 'mdast-util-mdx';
import { gfmTable } from 'micromark-extension-gfm-table';
import { mdxjs } from 'micromark-extension-mdxjs';

// What the editor reads pages with, in place of the parser of the build, which does not run in a browser. A test holds
// the two to one another.

const FIELDS = /^---\n[\s\S]*?\n---\n/;

/** The fields at the top as empty lines, so that every line keeps its number. */
const withoutFields = (source: string) =>
  source.replace(FIELDS, (fields) => fields.replaceAll(/[^\n]/g, ''));

/** A page as a tree. Throws where it cannot be read. */
export const mdxToMdast = (source: string) =>
  fromMarkdown(withoutFields(source), {
    extensions: [mdxjs(), gfmTable()],
    mdastExtensions: [mdxFromMarkdown(), gfmTableFromMarkdown()],
  });

/** Plain Markdown as a tree. */
export const markdownToMdast = (source: string) =>
  fromMarkdown(source, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] });
