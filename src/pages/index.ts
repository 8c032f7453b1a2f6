/** One folder a page; `shell` is what stands around them all. */
export { default as Shell } from './shell/Shell.svelte';
export { Atlas } from './shell/atlas.svelte';
