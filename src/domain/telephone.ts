/** The address that dials a UK number as the settings write it: "tel:+441632960001" (RFC 3966). */
export const telephoneUri = (phone: string) => `tel:+44${phone.replace(/\D/g, '').slice(1)}`;

/** How a number is dialled from anywhere; one that names no country is a UK number. */
function dialled(number: string): string {
  const abroad = /^\s*(?:\+|00)/.test(number);
  const digits = (abroad ? number.replace(/\(\s*0\s*\)/, '') : number).replace(/\D/g, '');
  if (abroad) return `+${digits.replace(/^00/, '')}`;
  return digits.startsWith('0') ? `+44${digits.slice(1)}` : digits;
}

/**
 * The address that dials a number as somebody typed it: "+44 (0) 1632 960 001 x12" is
 * "tel:+441632960001;ext=12" (RFC 3966, 3).
 */
export function callerUri(phone: string): string {
  const [number = '', ...extension] = phone.split(/x/i);
  const ext = extension.join('').replace(/\D/g, '');
  return `tel:${dialled(number)}${ext && `;ext=${ext}`}`;
}
