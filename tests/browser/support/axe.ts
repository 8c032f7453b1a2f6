import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export interface AxeFinding {
  readonly rule: string;
  readonly impact: string;
  readonly help: string;
  /** Selectors of the elements concerned. */
  readonly targets: readonly string[];
}

interface AxeGlobal {
  readonly axe: {
    run(): Promise<{
      violations: { id: string; impact?: string; help: string; nodes: { target: unknown[] }[] }[];
    }>;
  };
}

/**
 * Serious and critical findings of axe-core on the page as it stands. The page's own policy forbids foreign scripts:
 * open the page in a context with `bypassCSP`.
 */
export async function seriousFindings(page: Page): Promise<AxeFinding[]> {
  await page.evaluate(source);
  const violations = await page.evaluate(async () => {
    const results = await (globalThis as unknown as AxeGlobal).axe.run();
    return results.violations;
  });
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, impact, help, nodes }) => ({
      rule: id,
      impact: impact ?? '',
      help,
      targets: nodes.map((node) => node.target.join(' ')),
    }));
}
