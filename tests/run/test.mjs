import { continueWith } from './install.mjs';

continueWith('check.ts', () => console.log('0 passed, 1 failed'));
