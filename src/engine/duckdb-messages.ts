/** Said by the guard in DuckDB's worker before or instead of DuckDB's own messages. */
export type GuardMessage =
  | { readonly type: 'guard:blocked' }
  | { readonly type: 'guard:missing'; readonly status: number }
  | { readonly type: 'guard:failed'; readonly detail: string }
  | { readonly type: 'guard:bytes'; readonly received: number }
  | { readonly type: 'guard:compiled' }
  | { readonly type: 'guard:memory'; readonly bytes: number };

/** Asked of the guard. */
export interface MemoryRequest {
  readonly type: 'guard:memory?';
}
