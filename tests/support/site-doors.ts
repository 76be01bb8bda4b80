import { loadFunctions, matchFunction } from '../../netlify/dev/functions.ts';
import { call } from './app.ts';

const functions = await loadFunctions();

/** Answers a request as the site would, whichever function its address belongs to. */
export function answer(request: Request): Promise<Response> {
  const matched = matchFunction(functions, request.url);
  if (!matched) throw new Error(`Nothing answers ${request.url}.`);
  return call(matched.candidate.handle as Parameters<typeof call>[0], request, matched.params);
}
