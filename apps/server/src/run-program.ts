import 'reflect-metadata';
import { BadSetting, readSettings, type Settings } from './config/settings';
import { Stopping, stopOnSignals } from './stopping';

/** Runs a program: settings first, signals before anything is started, and a clear word when it cannot start. */
export async function runProgram(main: (settings: Settings, stopping: Stopping) => Promise<void>): Promise<void> {
  const stopping = new Stopping();
  stopOnSignals(stopping);
  try {
    await main(readSettings(), stopping);
  } catch (error) {
    const isPortTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    if (error instanceof BadSetting) console.error(error.message);
    else if (isPortTaken) console.error('端口已被占用，请用 PORT 指定另一个端口。 The port of setting PORT is in use.');
    else console.error(error);
    await stopping.stop();
    process.exit(1);
  }
}
