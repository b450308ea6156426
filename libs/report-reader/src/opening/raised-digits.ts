const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/**
 * Digits that stand raised, lowered or struck through beside others, as characters that no figure holds: `5` with a raised note `1` must
 * not become 51. A person then sees that something more is printed than a number.
 */
export const raisedDigits = (text: string): string => text.replaceAll(/\d/g, (digit) => raised[Number(digit)]!);
