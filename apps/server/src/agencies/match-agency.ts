/** What matching needs of an agency on the roster. */
export interface NamedAgency {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
}

const clean = (name: string) => name.normalize('NFKC').replaceAll(/\s+/g, '');
const withoutOffice = (name: string) => name.replace(/(?<=[镇乡])人民政府$|(?<=街道)办事处$/, '');

/** Ways of writing one name inside a county: with and without the county in front, with and without the office behind. */
function forms(name: string, countyName: string): string[] {
  const whole = clean(name);
  const county = whole.indexOf(countyName);
  // What stands in front of the county may be a city or province; another county's name would be part of the rest.
  const isInside = county === 0 || (county > 0 && /^(?:\p{Script=Han}+省)?(?:\p{Script=Han}+[市州盟])?$/u.test(whole.slice(0, county)));
  const inside = isInside && whole.length > county + countyName.length ? whole.slice(county + countyName.length) : whole;
  return [...new Set([whole, inside, withoutOffice(whole), withoutOffice(inside)])];
}

/** The one agency a read name can mean. `undefined` where none or several fit: then a person decides. A namesake of another county never fits. */
export function matchAgency<Agency extends NamedAgency>(read: string, agencies: readonly Agency[], countyName: string): Agency | undefined {
  const asked = new Set(forms(read, countyName));
  const exact = agencies.filter(({ name }) => clean(name) === clean(read));
  if (exact.length === 1) return exact[0];
  const fitting = agencies.filter(({ name, aliases }) =>
    [name, ...aliases].some((one) => forms(one, countyName).some((form) => asked.has(form))),
  );
  return fitting.length === 1 ? fitting[0] : undefined;
}
