import type { App } from '#services/app.ts';

const ANSWERED_WITHIN_MS = 3_000;

/**
 * Posts a line to ALERT_URL as `{ "text": … }`, which the incoming webhooks of Slack, Mattermost and Google Chat take.
 * Never throws; what is not taken is logged.
 */
export async function postAlert({ environment, log }: App, text: string): Promise<void> {
  const { ALERT_URL } = environment;
  if (!ALERT_URL) return;
  const answer = await fetch(ALERT_URL, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text }),
    signal: AbortSignal.timeout(ANSWERED_WITHIN_MS),
  }).catch(() => undefined);
  if (!answer?.ok) log('The alert was not taken at ALERT_URL.');
}
