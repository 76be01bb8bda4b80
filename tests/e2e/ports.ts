/** Where the journeys' own site listens; its mailbox is at the next port. */
export const PORT = Number(process.env['E2E_PORT'] ?? 8890);
