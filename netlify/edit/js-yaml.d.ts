declare module 'js-yaml' {
  export function dump(value: unknown): string;
  export function load(text: string): unknown;
}
