import { normalise } from '../recognition/normalise';
import { standingOf, type OwnCounty, type Standing } from './county-in-names';

/** Words that name nobody without a county or a place in front. */
const nameless = /^(?:人民)?(?:政府)?(?:党政)?(?:办公室|办|局|委员会|委|街道|镇|乡|街道办事处|办事处|中心|管理委员会|政务服务中心)?$/;

/** One way of writing what stands behind the county: a town's office is the town, 政府办公室 is 人民政府办公室. */
export function insideForm(inside: string): string {
  return inside
    .replaceAll(/[(（【[].*?[)）】\]]/g, '')
    .replace(/(?<=[镇乡])(?:人民政府|政府)?(?:党政综合办公室|党政办公室|党政办|办公室)$/, '')
    .replace(/(?<=[镇乡])(?:人民政府|政府)$/, '')
    .replace(/(?<=街道)(?:办事处)?(?:党政综合办公室|党政办公室|党政办|办公室)$/, '')
    .replace(/(?<=街道)(?:办事处|办)$/, '')
    .replace(/^政府(?=办公室$|办$)/, '人民政府')
    .replace(/^人民政府办$/, '人民政府办公室')
    .replace(/^(?:中国共产党|中共)/, '');
}

export interface NameKey {
  /** What two ways of writing one name share; absent where the name says too little. */
  readonly key?: string;
  readonly standing: Standing;
}

/** The key of a read name. Without the county in front a word like 人民政府办公室 names nobody. */
export function nameKey(name: string, county: OwnCounty): NameKey {
  const text = normalise(name).replace(/^国家税务总局(?=.*税务局$)/, '');
  const standing = standingOf(text, county);
  const form = insideForm(standing.inside);
  const saysTooLittle = form === '' || (standing.kind !== 'own' && nameless.test(form));
  return saysTooLittle ? { standing } : { key: form, standing };
}

/** The key of a name on the roster: whatever stands there is ours. */
export function rosterKey(name: string, county: OwnCounty): string | undefined {
  const { key, standing } = nameKey(name, county);
  return standing.kind === 'elsewhere' ? normalise(name) : key;
}
