// Runs the bench of list files: node test/bench/run-lists.mjs [count of posts]…
import { createServer } from 'vite';

const counts = process.argv.slice(2).map(Number);
const server = await createServer({
  configFile: false,
  appType: 'custom',
  logLevel: 'error',
  optimizeDeps: { noDiscovery: true },
  server: { middlewareMode: true, ws: false, watch: null },
});
try {
  const { benchLists } = await server.ssrLoadModule('/test/bench/bench-lists.ts');
  await benchLists(counts.length > 0 ? counts : [30, 300, 3000, 10_000, 100_000]);
} finally {
  await server.close();
}
