import type { components, paths } from './schema';

/** What the HTTP API answers and understands, made from its own description (`npm run types`). */
type Schemas = components['schemas'];

/** The questions that are answered in JSON. */
export type Path = {
  [Each in keyof paths]: paths[Each]['get'] extends { responses: { 200: { content: { 'application/json': unknown } } } }
    ? Each
    : never;
}[keyof paths];

export type AnswerTo<Each extends Path> = paths[Each]['get'] extends {
  responses: { 200: { content: { 'application/json': infer Answer } } };
}
  ? Answer
  : never;

export type ParametersOf<Each extends Path> = paths[Each]['get'] extends { parameters: { query?: infer Query } }
  ? [Query] extends [undefined]
    ? Record<string, never>
    : NonNullable<Query>
  : never;

export interface Rows<Row> {
  rows: Row[];
}

export type User = Schemas['User'];
export type Board = Schemas['Board'];
export type BoardYear = Schemas['BoardYear'];
export type PosterRow = Schemas['Poster'];
export type PosterPage = Schemas['PosterPage'];
export type PosterDevelopment = Schemas['Development'];
export type YearRow = Schemas['YearStats'];
export type WeekdayRow = Schemas['WeekdayStats'];
export type HourRow = Schemas['HourStats'];
export type PeriodNumbers = Omit<YearRow, 'year'>;
export type HeatMap = Schemas['HeatMap'];
export type Day = Schemas['DayNumbers'];
export type Edge = Schemas['Edge'];
export type DomainRow = Schemas['Domain'];
export type UserDomainRow = Schemas['UserDomain'];
export type FoundUser = Schemas['FoundUser'];
export type Relation = Schemas['Relation'];
export type Relations = Schemas['Relations'];
export type Profile = Schemas['Profile'];
export type UserNumbers = Schemas['UserNumbers'];
export type Imprint = Schemas['Imprint'];
