export type AddressFault =
  'unreadable' | 'host' | 'port' | 'inside' | 'not-found' | 'unreachable' | 'redirects' | 'answer' | 'too-large' | 'too-slow';

const sentences: Record<AddressFault, string> = {
  unreadable: '网址不完整或写法不对。请从浏览器地址栏复制以 http:// 或 https:// 开头的完整网址。',
  host: '这个网站不在允许的名单里。请县管理员在“设置”中加入，或在浏览器中下载后导入文件。',
  port: '网址带有不常用的端口，不予打开。请在浏览器中下载后导入文件。',
  inside: '网址指向内部网络，不予打开。请在浏览器中下载后导入文件。',
  'not-found': '找不到这个网站，可能网址有误或本机不能上网。请核对网址，或下载后导入文件。',
  unreachable: '连接不上这个网站。请稍后重试，或在浏览器中下载后导入文件。',
  redirects: '网页多次跳转，已停止。请在浏览器中打开，复制最终的网址再试。',
  answer: '网站没有给出这个网页。请在浏览器中确认能打开后重试。',
  'too-large': '网页或文件超过 20 MB，已停止下载。请在浏览器中下载，压缩其中的图片后导入。',
  'too-slow': '网站在 15 秒内没有传完，已停止。请稍后重试，或在浏览器中下载后导入文件。',
};

/** An address that is not fetched, with the sentence a clerk can act on. */
export class AddressRefusal extends Error {
  readonly sentence: string;

  constructor(
    readonly fault: AddressFault,
    sentence?: string,
  ) {
    super(fault);
    this.sentence = sentence ?? sentences[fault];
  }
}
