/** The address that dials a UK number as the settings write it: "tel:+441632960001" (RFC 3966). */
export const telephoneUri = (phone: string) => `tel:+44${phone.replace(/\D/g, '').slice(1)}`;
