import { AppError } from '../http/app-error';

/** Lets one piece of work run and a few wait, so that strangers never take more than one of the children that read. @throws AppError busy. */
export function oneAtATime(mostWaiting: number): <Answer>(work: () => Promise<Answer>) => Promise<Answer> {
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  return (work) => {
    if (waiting > mostWaiting) return Promise.reject(new AppError('busy', 503));
    waiting += 1;
    const answer = last.then(work).finally(() => (waiting -= 1));
    last = answer.catch(() => undefined);
    return answer;
  };
}
