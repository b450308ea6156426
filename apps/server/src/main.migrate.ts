import { openPlatform } from './platform';
import { runProgram } from './run-program';

/** Brings the database up to date and ends. */
void runProgram(async (settings, stopping) => {
  const platform = await openPlatform(settings);
  stopping.then(platform.close);
  console.log('数据库已是最新结构');
  await stopping.stop();
  process.exit(0);
});
