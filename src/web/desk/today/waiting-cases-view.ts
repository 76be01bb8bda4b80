import { html } from 'hono/html';
import { counted } from '#domain/count-words.ts';
import { byFollowUp, type ComingUp, type Waiting } from '#domain/desk/digest.ts';
import { whyWaiting } from '#domain/desk/waiting.ts';
import { instantInWords } from '#domain/time/instant-words.ts';
import { wallClockAt } from '#domain/time/london.ts';
import { dayInWords } from '#domain/time/words.ts';
import type { Today } from '#services/desk/today.ts';
import type { Html } from '../../views/form-view.ts';
import { entry, list, MOST_SHOWN, nameLink, type Part, refOf, theRest } from './today-part.ts';

/** Those who wait, in an order, and how many more there are. */
const waitingList = (all: readonly Waiting[], now: number): Html => html`
${list(all.slice(0, MOST_SHOWN).map((one) => entry(nameLink(one), refOf(one), [whyWaiting(one, now)])))}
${all.length > MOST_SHOWN ? theRest(all.length - MOST_SHOWN, 'waiting') : ''}`;

export function waiting({ waiting: all, now }: Today): Part {
  const { others } = byFollowUp(all);
  return {
    id: 'waiting',
    heading: 'Waiting for us',
    short: others.length > 0 ? `${others.length} waiting` : undefined,
    body: html`<p>The longest wait comes first.</p>${waitingList(others, now)}`,
  };
}

export function followUps({ waiting: all, now }: Today): Part {
  const { due } = byFollowUp(all);
  return {
    id: 'follow-up',
    heading: 'To follow up',
    short: due.length > 0 ? `${due.length} to follow up` : undefined,
    body: html`<p>The date that was set for them has come.</p>${waitingList(due, now)}`,
  };
}

/** When a case is looked at again; one whose date has come is told of while a call is to come. */
function againInWords({ day, call }: ComingUp, now: number): string {
  const { day: today } = wallClockAt(now);
  const said = `Look at it again ${day > today ? 'on' : 'since'} ${dayInWords(day, today)}.`;
  return call === undefined ? said : `${said} A call is booked for ${instantInWords(call, now)}.`;
}

export function coming({ coming: all, now }: Today): Part {
  const more = all.length - MOST_SHOWN;
  return {
    id: 'coming-up',
    heading: 'Coming up',
    short: undefined,
    ahead: all.length > 0,
    body: html`<p>These are to be looked at again within the next two weeks. From its day each is further up this page; while a call is to come, it stays here.</p>
${list(all.slice(0, MOST_SHOWN).map((one) => entry(nameLink(one), refOf(one), [againInWords(one, now)])))}
${more > 0 ? html`<p>And ${more} more after these.</p>` : ''}`,
  };
}

/** Offers of which a conflicting call says nothing already. */
export function offered({ offered: all, conflicting, now }: Today): Part {
  const told = new Set(conflicting.map(({ reference }) => reference));
  const open = all.filter(({ reference }) => !told.has(reference));
  return {
    id: 'offered',
    heading: 'Offered times, none chosen yet',
    short: open.length > 0 ? counted(open.length, 'offer is open', 'offers are open') : undefined,
    body: html`<p>The oldest offer comes first. They may still choose. If they let you know another way, note the outcome.</p>
${list(open.slice(0, MOST_SHOWN).map((one) => entry(nameLink(one), refOf(one), [`Offered on ${instantInWords(one.at, now)}.`])))}`,
  };
}
