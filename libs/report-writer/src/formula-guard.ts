const dangerous = /^[=+\-@\t\r\0＝＋－＠]/;

/** Text that a spreadsheet must not run: an apostrophe in front of what could be a formula. Plain numbers stay as they are. */
export const guarded = (text: string): string => (dangerous.test(text) && !/^[+-]?\d+(\.\d+)?%?$/.test(text) ? `'${text}` : text);
