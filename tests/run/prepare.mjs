// Generates WXT's types after an install. Types only: a failure here must not fail the install.
import { spawnSync } from 'node:child_process';

spawnSync('npx', ['--no-install', 'wxt', 'prepare'], {
  stdio: 'ignore',
  shell: process.platform === 'win32',
});
