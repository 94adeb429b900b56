import { defineConfig } from 'vite';

/** The stories as a page of their own; nothing of it is shipped. */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  // What the extension's own build puts there.
  resolve: { alias: { '#imports': 'wxt/browser' } },
  build: {
    outDir: '../../.output/stories/page',
    emptyOutDir: true,
    target: 'esnext',
    rolldownOptions: {
      // lucide-react marks its files for React servers; there is none here.
      onwarn: (warning, warn) => warning.code !== 'MODULE_LEVEL_DIRECTIVE' && warn(warning),
      input: ['index.html', 'story.html'].map((page) => `${import.meta.dirname}/${page}`),
    },
  },
});
