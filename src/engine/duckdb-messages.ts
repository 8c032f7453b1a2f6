/** Asked of our part of DuckDB's worker. All other messages are DuckDB's own. */
export type ToGuard =
  { readonly type: 'guard:start'; readonly script: string } | { readonly type: 'guard:memory?' };

/** Said by it. */
export type FromGuard =
  | { readonly type: 'guard:listening' }
  | { readonly type: 'guard:blocked' }
  | { readonly type: 'guard:missing'; readonly file: string; readonly status: number }
  | { readonly type: 'guard:failed'; readonly detail: string }
  | { readonly type: 'guard:bytes'; readonly received: number }
  | { readonly type: 'guard:compiled' }
  | { readonly type: 'guard:memory'; readonly bytes: number };
