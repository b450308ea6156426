import type { SelfCheckSheet } from '@mingshu/contracts';
import type { StatusWording } from '../../locales/wording';

/** The one sentence people look for. A file of which not all could be read is never said to be ready. */
export function selfCheckVerdict({ errors, warnings, unread }: SelfCheckSheet['counts']): StatusWording {
  const rest = [...(warnings > 0 ? [`${warnings} 处请说明`] : []), ...(unread > 0 ? [`${unread} 格没有读清`] : [])].join('，');
  if (errors > 0) return { glyph: '!', word: `有 ${errors} 处必须修改${rest ? `，${rest}` : ''}`, tone: 'error' };
  if (rest !== '') return { glyph: '?', word: `没有必须修改的，${rest}`, tone: 'warning' };
  return { glyph: '✓', word: '可以报送', tone: 'good' };
}
