import { compile } from '@inlang/paraglide-js';
import { paraglide } from '../paraglide.config.ts';

/** Compiles the messages, as the build does: type checks need them. */
await compile(paraglide);
