import { createApi } from './create-api';
import { createWorker } from './create-worker';
import { administratorName, ensureAdministrator } from './identity/first-administrator';
import { IdentityService } from './identity/identity.service';
import { openPlatform } from './platform';
import { runProgram } from './run-program';
import { handInSample, wantsSample } from './sample/hand-in-sample';

/** Everything in one process: the database, the pages, the work in the background. */
void runProgram(async (settings, stopping) => {
  console.log('明数正在启动…');
  const platform = await openPlatform(settings);
  stopping.then(platform.close);
  const { countyId, administratorId, generatedPassword } = await ensureAdministrator(platform.database, settings.administratorPassword);
  const api = await createApi(platform, countyId);
  stopping.then(() => api.close());
  const worker = await createWorker(platform, countyId);
  stopping.then(() => worker.close());
  await api.listen(settings.port, settings.host);
  const { port } = api.getHttpServer().address() as { port: number };
  console.log(`\n  明数已启动：http://localhost:${port}\n  用户名：${administratorName}`);
  if (generatedPassword) console.log(`  初始密码：${generatedPassword}（只显示这一次，请登录后修改）`);
  console.log('  按 Ctrl-C 停止\n');
  if (!settings.hasSample || !(await wantsSample(platform.database, countyId))) return;
  const identity = api.get(IdentityService, { strict: false });
  const token = await identity.open(administratorId);
  let shown = -1;
  const say = (done: number, total: number) => {
    if (done === shown || (!process.stdout.isTTY && done !== total && done - shown < 19)) return;
    shown = done;
    process.stdout.write(
      process.stdout.isTTY ? `\r  正在导入示例数据（清河县）：${done} / ${total}` : `  正在导入示例数据（清河县）：${done} / ${total}\n`,
    );
  };
  try {
    await handInSample({
      database: platform.database,
      countyId,
      address: `http://127.0.0.1:${port}`,
      cookie: `mingshu_session=${token}`,
      say,
      isStopping: () => stopping.hasBegun,
    });
    if (!stopping.hasBegun) console.log('\n  示例数据已就绪，可在页面上方一键清除。');
  } catch (error) {
    if (!stopping.hasBegun) console.error('示例数据导入中断，下次启动时继续。', error);
  } finally {
    if (!stopping.hasBegun) await identity.signOut(token);
  }
});
