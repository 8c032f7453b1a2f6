/** Metrics that agencies and areas can be compared by, in the order of the menu; the first one is the default. */
export const comparable = [
  'published_items',
  'applications_new',
  'results_total',
  'disclosure_rate_substantive',
  'disclosure_rate_all',
  'disclosure_rate_merits',
  'refusal_rate',
  'unable_rate',
  'carry_over_rate',
  'reviews',
  'review_correction_rate',
  'suits',
  'litigation_loss_rate',
  'documents_in_force',
  'admin_license_decisions',
  'admin_penalty_decisions',
] as const;
