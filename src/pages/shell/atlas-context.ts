import { getContext, setContext } from 'svelte';
import type { Atlas } from './atlas.svelte';

const key = Symbol('atlas');

export const provideAtlas = (atlas: Atlas): Atlas => setContext(key, atlas);
export const atlasOf = (): Atlas => getContext<Atlas>(key);
