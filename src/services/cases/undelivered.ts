import type { Transaction } from '#data/client.ts';
import { PERSON, PERSON_COLUMNS, PERSON_PHONE } from '#data/contact-person.ts';
import type { Undelivered } from '#domain/desk/digest.ts';
import { NOT_ARRIVED } from '../notifications/delivery-reports.ts';

/** A stretch of time, without its first instant. */
export interface Since {
  from: Date;
  to: Date;
}

interface UndeliveredRow {
  reference: string | null;
  name: string | null;
  organisation: string | null;
  phone: string | null;
  kind: string;
  audience: Undelivered['audience'];
  given_up: boolean;
}

/**
 * Messages given up, and those the other side sent back; not the word of such a message that staff had
 * at once, nor one that staff did something about the case after.
 */
export async function undeliveredMessages(
  tx: Transaction,
  { from, to }: Since,
): Promise<Undelivered[]> {
  const rows = await tx.query<UndeliveredRow>(
    `WITH lost AS (
       SELECT id, failed_at AS at FROM messages WHERE failed_at > $1 AND failed_at <= $2
       UNION ALL
       SELECT m.id, min(r.received_at) FROM delivery_reports r JOIN messages m USING (provider_id)
       WHERE r.received_at > $1 AND r.received_at <= $2
         AND r.type IN ${NOT_ARRIVED}
       GROUP BY m.id
     )
     SELECT ${PERSON_COLUMNS}, ${PERSON_PHONE} AS phone,
       m.kind, m.audience, m.failed_at IS NOT NULL AS given_up
     FROM lost JOIN messages m ON m.id = lost.id LEFT JOIN cases c ON c.id = m.case_id ${PERSON}
     WHERE m.kind <> 'undelivered'
       AND NOT EXISTS (SELECT FROM case_acts a WHERE a.case_id = m.case_id AND a.at > lost.at)
     ORDER BY lost.at, m.place`,
    [from, to],
  );
  return rows.map(({ reference, name, organisation, phone, kind, audience, given_up }) => ({
    reference: reference ?? undefined,
    name: name ?? undefined,
    organisation: organisation ?? undefined,
    phone: phone ?? undefined,
    what: kind,
    audience,
    how: given_up ? 'given up' : 'sent back',
  }));
}
