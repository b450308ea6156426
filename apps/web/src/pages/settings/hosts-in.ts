const host = /^(?:\*\.)?(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{1,62}$/;

/** Site names typed one a line. A whole address pasted from the browser is cut to its site; Chinese names become what the network knows them by. */
export function hostsIn(text: string): { hosts: string[]; faulty: string[] } {
  const typed = text
    .split(/[\s,，、;；]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const cut = typed.map((line) => {
    const below = line.startsWith('*.');
    const bare = below ? line.slice(2) : line;
    try {
      const { hostname } = new URL(/^https?:\/\//i.test(bare) ? bare : `http://${bare}`);
      return { line, host: (below ? '*.' : '') + hostname };
    } catch {
      return { line, host: '' };
    }
  });
  const isHost = ({ host: one }: { host: string }) => host.test(one);
  return {
    hosts: [...new Set(cut.filter(isHost).map(({ host: one }) => one))],
    faulty: cut.filter((one) => !isHost(one)).map(({ line }) => line),
  };
}
