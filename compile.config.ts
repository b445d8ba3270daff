import { defineConfig } from 'vite';

import { generatedModules } from './src/publish/render/generated-modules.ts';

/**
 * Compiles for an installed package all that Node runs: the command with the plugin, and the threads. The app stays
 * TypeScript, as Vite bundles it with the settings of each blog.
 */
export default defineConfig({
  publicDir: false,
  plugins: [generatedModules()],
  build: {
    ssr: true,
    outDir: 'compiled',
    emptyOutDir: true,
    target: 'node20',
    minify: false,
    reportCompressedSize: false,
    rolldownOptions: {
      input: {
        rubric: 'src/command/main.ts',
        'render-thread': 'src/publish/render/render-thread.ts',
        'search-thread': 'src/publish/search/search-thread.ts',
      },
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
});
