import { parametersOf, type SlotsQuery, SlotsQuerySchema } from '#domain/booking/slots-query.ts';
import { faultsOf } from '#domain/faults.ts';
import { isoInstant } from '#domain/time/iso.ts';
import { wallClockAt } from '#domain/time/london.ts';
import { TIME_ZONE } from '#domain/time/zone.ts';
import type { App } from '#services/app.ts';
import { listAvailableSlots } from '#services/availability/list-available-slots.ts';
import { json, problem } from '../http/responses.ts';
import type { WebContext } from '../http/web-app.ts';

const DETAIL =
  'Ask with kind=callback or kind=discovery-call, and from=YYYY-MM-DD and days=1 to 42 if you like.';

/** The London days asked about; undefined is all of them, from today to the horizon. */
function windowOf(app: App, { from, days }: SlotsQuery) {
  if (from === undefined && days === undefined) return undefined;
  return {
    from: from ?? wallClockAt(app.now().getTime()).day,
    days: days ?? Number.POSITIVE_INFINITY,
  };
}

/** `GET /api/slots?kind=&from=&days=`: the times offered, in order, with London's offset. */
export async function answerSlots({ var: { app }, req }: WebContext): Promise<Response> {
  const asked = SlotsQuerySchema.safeParse(parametersOf(new URL(req.url).searchParams));
  if (!asked.success) {
    return problem({ status: 400, detail: DETAIL, errors: faultsOf(asked.error) });
  }
  const { kind } = asked.data;
  const slots = await listAvailableSlots(app, kind, { window: windowOf(app, asked.data) });
  return json({
    timeZone: TIME_ZONE,
    kind,
    minutes: app.site.settings.calls.minutes,
    slots: slots.map(({ start, end }) => ({ start: isoInstant(start), end: isoInstant(end) })),
  });
}
