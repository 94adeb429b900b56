import { continueWith } from './install.mjs';

continueWith('open.ts');
