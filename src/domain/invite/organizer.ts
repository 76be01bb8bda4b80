/** Who organizes every call: the mailbox mail is sent from ("Name <address>" or an address), so that
 * ORGANIZER is the From address to the letter. */
export const organizerFrom = (mailbox: string) => {
  const [, name, email] = /^([^<>]*)<([^<>]+)>$/.exec(mailbox.trim()) ?? [];
  return email ? { email, name: name ?? '' } : { email: mailbox.trim() };
};
