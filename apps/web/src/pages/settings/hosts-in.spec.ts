import { expect, it } from 'vitest';
import { hostsIn } from './hosts-in';

it('takes site names however they are pasted, and tells which are none', () => {
  expect(hostsIn('www.qinghe.gov.cn\nhttps://WWW.Qinghe.gov.cn/gk/nb/\n *.dongjiang.gov.cn，政务.中国\n10.0.0.1 localhost *')).toEqual({
    hosts: ['www.qinghe.gov.cn', '*.dongjiang.gov.cn', 'xn--zfr164b.xn--fiqs8s'],
    faulty: ['10.0.0.1', 'localhost', '*'],
  });
});
