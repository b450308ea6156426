/** A telephone number with its middle hidden, as lists show it: 138****5678, 05****67. The length of what is hidden is not told. */
export function maskedPhone(phone: string): string {
  const text = phone.trim();
  if (text === '') return '';
  return text.length >= 11 ? `${text.slice(0, 3)}****${text.slice(-4)}` : `${text.slice(0, 2)}****${text.slice(-2)}`;
}
