import { money, t2, type Figures } from './figures';
import { binomial, normal, poisson, type Random } from './random';

/** What a body does besides answering: documents a year, decisions a year, fees in 万元. */
export interface Duties {
  readonly documents: number;
  readonly licences: number;
  readonly penalties: number;
  readonly coercion: number;
  readonly fees: number;
}

/** What passes from one year's table 2 to the next's. */
export interface Register {
  readonly inForce: number;
  readonly licenceItems: number;
  readonly serviceItems: number;
  readonly penaltyItems: number;
  readonly coercionItems: number;
  readonly feeItems: number;
}

export const firstRegister = (r: Random, duties: Duties): Register => ({
  inForce: poisson(r, duties.documents * 5),
  licenceItems: duties.licences > 0 ? 3 + poisson(r, 12) : 0,
  serviceItems: 2 + poisson(r, 6),
  penaltyItems: duties.penalties > 0 ? 10 + poisson(r, 60) : 0,
  coercionItems: duties.coercion > 0 ? 2 + poisson(r, 5) : 0,
  feeItems: duties.fees > 0 ? 1 + poisson(r, 1.5) : 0,
});

/** Change of an item list in a year: mostly none, at times a clean-up or new tasks, never below zero items. */
const change = (r: Random, items: number): number =>
  items === 0 || r.next() < 0.55 ? 0 : Math.max(-items, Math.round(normal(r) * 0.12 * items));

/** Decisions of a year, scattered about the body's level. */
const decisions = (r: Random, level: number): number =>
  level === 0 ? 0 : poisson(r, level * Math.exp(0.12 * normal(r)));

/** Fills table 2 of both forms; the stock of documents moves only by what is issued and repealed. */
export function simulateDuties(r: Random, duties: Duties, before: Register, figures: Figures): Register {
  const issued = poisson(r, duties.documents);
  const repealed = binomial(r, before.inForce, 0.1);
  const inForce = before.inForce + issued - repealed;
  figures[t2('normative_document', 'issued')] = issued;
  figures[t2('normative_document', 'repealed')] = repealed;
  figures[t2('normative_document', 'in_force')] = inForce;
  figures[t2('normative_document', 'newly_made')] = issued;
  figures[t2('normative_document', 'newly_disclosed')] = issued;
  figures[t2('normative_document', 'total_disclosed')] = inForce;

  const items = {
    admin_license: before.licenceItems,
    other_service: before.serviceItems,
    admin_penalty: before.penaltyItems,
    admin_coercion: before.coercionItems,
    admin_fee: before.feeItems,
  };
  const after = { ...items };
  for (const row of Object.keys(items) as (keyof typeof items)[]) {
    const step = change(r, items[row]);
    figures[t2(row, 'prior_items')] = items[row];
    figures[t2(row, 'item_change')] = step;
    after[row] = items[row] + step;
  }
  figures[t2('admin_license', 'decisions')] = decisions(r, duties.licences);
  figures[t2('other_service', 'decisions')] = decisions(r, duties.licences * 0.4);
  figures[t2('admin_penalty', 'decisions')] = decisions(r, duties.penalties);
  figures[t2('admin_coercion', 'decisions')] = decisions(r, duties.coercion);
  figures[t2('admin_fee', 'fee_amount')] =
    duties.fees === 0 ? 0 : money(duties.fees * Math.exp(0.1 * normal(r)));
  const projects = poisson(r, 2);
  figures[t2('central_procurement', 'procurement_projects')] = projects;
  figures[t2('central_procurement', 'procurement_amount')] = money(
    projects === 0 ? 0 : projects * (6 + 40 * r.next()),
  );
  return {
    inForce,
    licenceItems: after.admin_license,
    serviceItems: after.other_service,
    penaltyItems: after.admin_penalty,
    coercionItems: after.admin_coercion,
    feeItems: after.admin_fee,
  };
}
