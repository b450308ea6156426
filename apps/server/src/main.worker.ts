import { createWorker } from './create-worker';
import { ensureAdministrator } from './identity/first-administrator';
import { openPlatform } from './platform';
import { runProgram } from './run-program';

/** Does the work in the background, in as many processes as are started. */
void runProgram(async (settings, stopping) => {
  const platform = await openPlatform(settings);
  stopping.then(platform.close);
  const { countyId } = await ensureAdministrator(platform.database, settings.administratorPassword);
  const worker = await createWorker(platform, countyId);
  stopping.then(() => worker.close());
  console.log('明数后台任务已启动');
});
