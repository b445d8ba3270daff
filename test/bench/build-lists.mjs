// Builds the list files of so many generated posts without keeping them, in a process of its own, so that
// its peak of memory is that of the build: node test/bench/build-lists.mjs <count>
import { createServer } from 'vite';

const server = await createServer({
  configFile: false,
  appType: 'custom',
  logLevel: 'error',
  optimizeDeps: { noDiscovery: true },
  server: { middlewareMode: true, ws: false, watch: null },
});
try {
  const { buildLists } = await server.ssrLoadModule('/test/bench/measure-lists.ts');
  console.log(JSON.stringify(buildLists(Number(process.argv[2]))));
} finally {
  await server.close();
}
