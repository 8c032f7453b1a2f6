import { noOpenCases, simulateAppeals } from './appeals';
import { outcomeHabit, simulateApplications, type Pending } from './applications';
import { firstYear, lastYear, type Body } from './bodies';
import { firstRegister, simulateDuties } from './duties';
import { noFigures, type Figures } from './figures';
import { simulatePublishing, type Published } from './publishing';
import type { Random } from './random';

/** What really happened at a body in a year, before anybody writes it down. */
export interface BodyYear {
  readonly year: number;
  readonly figures: Figures;
  readonly published: Published;
}

/** Growth of the demand for information, a year. */
const DEMAND_GROWTH = 1.03;

/** The years of a body in order; stocks, open applications and open cases pass from one to the next. */
export function simulateHistory(r: Random, body: Body): readonly BodyYear[] {
  const own = r.fork(body.agency.id);
  const habit = outcomeHabit(own.fork('habit'));
  let pending: Pending = {};
  let open = noOpenCases;
  let register = firstRegister(own.fork('register'), body.duties);
  const history: BodyYear[] = [];
  for (let year = Math.max(firstYear, body.since); year <= lastYear; year++) {
    const stream = own.fork(String(year));
    const figures = noFigures();
    const expected = body.demand * DEMAND_GROWTH ** (year - 2021);
    pending = simulateApplications(stream.fork('applications'), expected, habit, pending, figures);
    open = simulateAppeals(stream.fork('appeals'), year, open, figures);
    register = simulateDuties(stream.fork('duties'), body.duties, register, figures);
    const published = simulatePublishing(stream.fork('publishing'), year, body.publishing);
    history.push({ year, figures, published });
  }
  return history;
}
