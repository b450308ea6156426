import type { XmlElement } from './docx/xml';

/** Elements by their names without prefixes, for formats whose producers choose prefixes freely. */
export const localName = ({ name }: XmlElement): string => name.slice(name.indexOf(':') + 1);
export const named = (element: XmlElement, name: string): XmlElement[] => element.elements.filter((child) => localName(child) === name);
export const firstNamed = (element: XmlElement | undefined, name: string): XmlElement | undefined => element && named(element, name)[0];

/** All text inside an element. */
export const textIn = (element: XmlElement | undefined): string =>
  (element?.children ?? []).map((child) => (typeof child === 'string' ? child : textIn(child))).join('');
