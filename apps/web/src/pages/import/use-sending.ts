import type { HandedIn } from '@mingshu/contracts';
import { ref, shallowRef } from 'vue';
import { call, ProblemError } from '../../api/call';
import { problemText } from '../../locales/wording';
import { isCompanion, type FileToSend } from './dropped-files';
import { portionsOf } from './portions';

export const mostBytes = 20 * 1024 * 1024;
const pause = 5000;
const tooLarge = '文件超过 20 MB，没有上传。请压缩其中的图片后重新导入。';

/** Handing in of any number of files as one batch, portion by portion. What could not be sent is kept, so that it can be gone on with. */
export function useSending(began: (batchId: string) => void) {
  const sent = ref<{ done: number; all: number; waits: boolean }>();
  const refused = shallowRef<HandedIn['refused']>([]);
  const left = shallowRef<readonly FileToSend[]>([]);
  const companions = ref(0);
  const problem = ref('');
  let batchId: string | undefined;
  let isStopped = false;

  const handIn = (portion: readonly FileToSend[]) => {
    const form = new FormData();
    if (batchId) form.append('batchId', batchId);
    for (const { file, path } of portion) form.append('files', file, path);
    return call('handIn', { body: form });
  };

  /** A full queue is waited for; whatever else is wrong ends the sending. */
  const handInPatiently = async (portion: readonly FileToSend[]): Promise<HandedIn | undefined> => {
    while (!isStopped) {
      try {
        return await handIn(portion);
      } catch (error) {
        if (!(error instanceof ProblemError) || error.code !== 'queue-full') throw error;
        sent.value = sent.value && { ...sent.value, waits: true };
        await new Promise((resolve) => setTimeout(resolve, pause));
      }
    }
    return undefined;
  };

  const sendAll = async (files: readonly FileToSend[]) => {
    problem.value = '';
    isStopped = false;
    let rest = files;
    sent.value = { done: 0, all: files.length, waits: false };
    try {
      for (const portion of portionsOf(files)) {
        const answer = await handInPatiently(portion);
        if (!answer) break;
        rest = rest.slice(portion.length);
        refused.value = [...refused.value, ...answer.refused];
        if (answer.batchId !== batchId) began((batchId = answer.batchId));
        sent.value = { done: files.length - rest.length, all: files.length, waits: false };
      }
    } catch (error) {
      problem.value = problemText(error instanceof ProblemError ? error : new ProblemError('unexpected'));
    }
    left.value = rest;
    sent.value = undefined;
  };

  const send = (files: readonly FileToSend[]) => {
    const wanted = files.filter(({ file }) => !isCompanion(file.name));
    companions.value = files.length - wanted.length;
    refused.value = wanted
      .filter(({ file }) => file.size > mostBytes)
      .map(({ path }) => ({ fileName: path, code: 'file-too-large', sentence: tooLarge }));
    batchId = undefined;
    return sendAll(wanted.filter(({ file }) => file.size <= mostBytes));
  };
  const goOn = () => sendAll(left.value);
  const stop = () => (isStopped = true);
  return { sent, refused, left, companions, problem, send, goOn, stop };
}
