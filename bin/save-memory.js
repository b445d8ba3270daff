// Imported before anything else by what builds a blog, as a build needs less memory so.
//
// Vite's bundler keeps what it has freed for later, which never comes in a build, and V8 lets the heap double before it
// looks for garbage. Both are told otherwise before they are loaded: a build of an empty blog takes a third less memory. The
// settings are of no use to a process that runs on, so the development server has none of them.
import { setFlagsFromString } from 'node:v8';

/** Milliseconds until the bundler's allocator gives freed memory back. */
process.env['MIMALLOC_PURGE_DELAY'] ??= '0';

/** How much of what is alive a heap may grow by, in percent, before it is looked through for garbage; for all threads. */
setFlagsFromString('--heap-growing-percent=50');
