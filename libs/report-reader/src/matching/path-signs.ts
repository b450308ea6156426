import { normalise } from '../recognition/normalise';
import { matchName, type NameMatch, type PreparedRoster } from './match-name';

/** What a folder or a file name says about the agency. */
export interface PathSign {
  readonly where: 'folder' | 'file_name' | 'code';
  readonly text: string;
  readonly match: NameMatch;
}

const noise =
  /20\d\d(?:年度|年|度)?|(?:政府|政务)?信息公开|(?:工作)?(?:年度)?(?:工作)?(?:报告|年报|总结)|年度|报送|上报|定稿|终稿|最终版?|修改版?|盖章版?|电子版|扫描件|附件\d*|关于|公开版|[的]/g;

/** The name in a part of a path, numbers, punctuation and the report's own words taken away. */
export const nameInPart = (part: string): string =>
  normalise(part.replace(/\.\w{1,5}$/, ''))
    .replaceAll(/[(（【[].*?[)）】\]]/g, '')
    .replaceAll(noise, '')
    .replaceAll(/[^\p{Script=Han}]/gu, '');

const longCode = /[0-9A-Za-z]{6,}/g;

/**
 * Everything a path says about the agency: each folder, the file's name, a code from the roster. The nearest to the file comes first. The county's name in
 * a path says where the file lies and nothing about whose report it is.
 */
export function pathSigns(path: string, roster: PreparedRoster, year: number | null): PathSign[] {
  const parts = path.split(/[\\/]/).filter((part) => part !== '');
  const signs = parts.reverse().flatMap((part, depth): PathSign[] => {
    const where = depth === 0 ? 'file_name' : 'folder';
    const codes: readonly string[] = normalise(part).match(longCode) ?? [];
    const coded = roster.entries.filter(({ agency }) => agency.code.length >= 6 && /\d/.test(agency.code) && codes.includes(agency.code));
    const byCode = coded.map(({ agency }): PathSign => ({
      where: 'code',
      text: agency.code,
      match: { kind: 'matched', agencyId: agency.id, name: agency.name, why: '单位代码与名册一致' },
    }));
    const name = nameInPart(part);
    return name.length < 2 ? byCode : [...byCode, { where, text: part, match: matchName(name, roster, year) }];
  });
  return signs.filter(({ match }) =>
    match.kind === 'matched' ? !roster.byId.get(match.agencyId)?.isCounty : match.kind !== 'unknown' || match.candidates.length > 0,
  );
}

/** The fiscal year a path states outright (2023年度); a bare year may be the one in which reports are collected. */
export function yearInPath(path: string): number | null {
  const years = new Set([...normalise(path).matchAll(/(20\d\d)年度/g)].map(([, year]) => Number(year)));
  return years.size === 1 ? [...years][0]! : null;
}
