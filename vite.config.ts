import { defineConfig } from 'vite';

import { rubric } from './src/publish/plugin.ts';

export default defineConfig({
  plugins: [rubric()],
});
