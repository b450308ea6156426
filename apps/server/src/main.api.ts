import { createApi } from './create-api';
import { ensureAdministrator } from './identity/first-administrator';
import { openPlatform } from './platform';
import { runProgram } from './run-program';

/** Answers requests; the work in the background is done by main.worker. */
void runProgram(async (settings, stopping) => {
  const platform = await openPlatform(settings);
  stopping.then(platform.close);
  const { countyId, generatedPassword } = await ensureAdministrator(platform.database, settings.administratorPassword);
  const api = await createApi(platform, countyId);
  stopping.then(() => api.close());
  await api.listen(settings.port, settings.host);
  console.log(`明数接口已启动：http://localhost:${settings.port}`);
  if (generatedPassword) console.log(`初始密码：${generatedPassword}`);
});
