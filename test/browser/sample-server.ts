import { startServer } from '../support/server';
import { until } from '../support/programs';

/** One server with the sample county for the whole ring; its address is handed to the tests in the environment. */
export default async function setup(): Promise<() => Promise<void>> {
  const server = await startServer({ MINGSHU_SAMPLE: 'on' });
  process.env.MINGSHU_ADDRESS = server.address;
  await until(async () => (await server.clerk.call('county', {})).sample.state === 'present');
  return () => server.stop();
}
