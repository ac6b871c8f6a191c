import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// Vite takes it over from the environment: "development" would put React's development build into the pages.
// eslint-disable-next-line no-restricted-properties -- written, not read
process.env['NODE_ENV'] = 'production';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here('.'),
  plugins: [react()],
  build: {
    outDir: here('../../dist/web'),
    target: 'es2022',
    // Gzip costs seconds of every start; the budget is measured by a test.
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1200,
  },
});
