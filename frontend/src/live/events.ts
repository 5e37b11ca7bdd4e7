import type { components } from '../api/schema';

type Schemas = components['schemas'];

/** What `/api/stream` sends. */
export type Progress = Schemas['ProgressEvent'];
export type Done = Schemas['Progress'];
export type Refreshed = Schemas['RefreshedEvent'];
export type NewPosts = Schemas['PostsEvent'];
