import type { AgencyKind } from '@mingshu/report-format';
import type { CheckedAgency, CheckedReport, ReportCheck, ReportText } from '../checked-report';
import type { Quote } from '../finding';
import { partNames, plain, quoteAt, spokenParts } from '../prose/plain';
import { broken, holds, notAssessable, type Verdict } from '../verdict';

const check = 'NAME-TEXT';

/** Words by which agencies of a kind speak of themselves, so that a report of another kind never does. */
const voices: readonly { readonly kinds: readonly AgencyKind[]; readonly word: RegExp }[] = [
  { kinds: ['镇'], word: /我镇/g },
  { kinds: ['乡'], word: /我乡(?!村|镇)/g },
  { kinds: ['街道'], word: /我街道|我街(?=办|区)/g },
  { kinds: ['部门', '县政府本级'], word: /(?<!自)我局(?!限|部|面)|我委(?!托|派|员|任)/g },
];

const withoutCounty = (name: string, county: string) => (name.startsWith(county) ? name.slice(county.length) : name);
const shortName = (name: string, county: string) => withoutCounty(name, county).replace(/人民政府$|办事处$/, '');

/** The names an agency goes by, longest first. */
export const namesOf = ({ name, county, aliases = [] }: CheckedAgency): string[] =>
  [...new Set([name, withoutCounty(name, county), shortName(name, county), ...aliases])]
    .filter((one) => one.length >= 2)
    .sort((one, other) => other.length - one.length);

function judgeTitle({ agency, reading, otherAgencies = [] }: CheckedReport & { agency: CheckedAgency }): Verdict[] {
  const sign = reading?.agency.find(({ where }) => where === 'title');
  if (!sign) return [];
  const own = namesOf(agency);
  const printed = shortName(plain(sign.value), agency.county);
  if (own.some((name) => shortName(name, agency.county) === printed || name.includes(printed) || printed.endsWith(name)))
    return [holds(check)];
  const other = otherAgencies.find((name) => shortName(name, agency.county) === printed);
  if (!other) return [notAssessable(check, `标题中的单位“${sign.value}”与名册名称对不上，请人工核对`)];
  return [
    broken(check, {
      subject: 'title',
      facts: [sign.value],
      sentence: `标题写的单位是“${sign.value}”，填报单位是${agency.name}，请核对。`,
    }),
  ];
}

/** A part of the text with the agency's own names blotted out, as long as before. */
const blotted = (part: string, own: readonly string[]) =>
  own.reduce((text, name) => text.replaceAll(name, '□'.repeat(name.length)), plain(part));

function firstMatch(
  text: ReportText,
  own: readonly string[],
  pattern: RegExp,
  isHarmless: (before: string, after: string) => boolean,
): Quote | undefined {
  for (const section of spokenParts) {
    const part = blotted(text.parts[section] ?? '', own);
    for (const match of part.matchAll(pattern)) {
      const end = match.index + match[0].length;
      if (!isHarmless(part.slice(Math.max(0, match.index - 14), match.index), part.slice(end, end + 14)))
        return quoteAt(text, section, match.index, end);
    }
  }
  return undefined;
}

function judgeVoice(agency: CheckedAgency, text: ReportText): Verdict[] {
  const foreign = voices.filter(({ kinds }) => !kinds.includes(agency.kind) && !(agency.kind === '县政府本级' && kinds.includes('部门')));
  for (const { word } of foreign) {
    const claim = firstMatch(text, namesOf(agency), word, () => false);
    if (claim)
      return [
        broken(check, {
          subject: 'voice',
          claim,
          sentence: `${partNames[claim.section]}自称“${claim.quote}”，填报单位是${agency.name}，可能照搬了其他单位的文字。`,
        }),
      ];
  }
  return [holds(check)];
}

const isTown = (name: string) => /(?:镇|乡|街道)(?:人民政府|办事处)?$/.test(name);
/** Words around a name that make it a neighbour, a partner or a place of study, and words behind it by which a text speaks for that agency. */
const isCompany = /(?:赴|到|去|向|与|和|同|及|、|由|经|对|联合|会同|结对|借鉴|学习|考察|相邻|毗邻|途经|原)\s*$/;
const isStudy = /^(?:学习|考察|交流|观摩|调研|等|、|和|与|及)/;
const speaksForIt =
  /^(?:人民政府|办事处)?(?:20\d\d年|认真|严格|高度|积极|坚持|深入|始终|紧紧|按照|根据|政府信息公开|主动公开|公开|党委|机关|将|在|进一步|切实|持续|扎实)/;

function judgeOthers({ agency, text, otherAgencies = [] }: CheckedReport & { agency: CheckedAgency; text: ReportText }): Verdict[] {
  const own = namesOf(agency);
  const others = [...new Set(otherAgencies.map((name) => shortName(name, agency.county)))].filter(
    (name) => name.length >= 3 && isTown(name) && !own.some((mine) => mine.includes(name)),
  );
  if (others.length === 0) return [];
  const pattern = new RegExp(
    others
      .sort((one, other) => other.length - one.length)
      .map((name) => name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('|'),
    'g',
  );
  const claim = firstMatch(
    text,
    own,
    pattern,
    (before, after) => isCompany.test(before) || isStudy.test(after) || !speaksForIt.test(after),
  );
  if (!claim) return [holds(check)];
  return [
    broken(check, {
      subject: 'other-agency',
      claim,
      sentence: `${partNames[claim.section]}以“${claim.quote}”的名义叙述，填报单位是${agency.name}，可能照搬了其他单位的文字。`,
    }),
  ];
}

/** Characters of verbs and particles that stand before 县 far more often than they are part of a county's name. Missing one county is better than accusing. */
const noName =
  /[报请经过由向于在为按照根据围绕结合配助落实执接受依及与对从全我本各省市区该等将把被让给是的了维护录关注上下到送交至入年月日级处科室股会定出示以用其此这那个们应已并可需要外邻兄他多]/u;

/** A county government named as one's own that is not the agency's county. 我县, 各县 and the like name none. */
function judgeCounty(agency: CheckedAgency, text: ReportText): Verdict[] {
  if (!agency.county.endsWith('县')) return [];
  const claim = spokenParts
    .flatMap((section) =>
      [...plain(text.parts[section] ?? '').matchAll(/([\p{Script=Han}]{2}县)(?=人民政府|政府门户网站)/gu)].map((match) => ({
        section,
        found: match[1]!,
        start: match.index,
      })),
    )
    .filter(({ found }) => !noName.test(found.slice(0, 2)) && !agency.county.endsWith(found))
    .map(({ section, found, start }) => quoteAt(text, section, start, start + found.length))[0];
  if (!claim) return [holds(check)];
  return [
    broken(check, {
      subject: 'other-county',
      claim,
      sentence: `${partNames[claim.section]}写“${claim.quote}”，本单位属${agency.county}，可能照搬了其他县的文字，请核对。`,
    }),
  ];
}

/** NAME-TEXT: the report speaks for the agency that files it. Partners may be named; speaking in another's name or voice may not be. */
export const nameInText: ReportCheck = {
  id: check,
  judge: (checked) => {
    const { agency, text } = checked;
    if (!agency) return [notAssessable(check, '不知道填报单位')];
    const title = judgeTitle({ ...checked, agency });
    if (!text) return [...title, notAssessable(check, '没有读到正文')];
    return [...title, ...judgeVoice(agency, text), ...judgeOthers({ ...checked, agency, text }), ...judgeCounty(agency, text)];
  },
};
