import { describe, expect, it } from 'vitest';
import { change, defaultFilters, type Filters } from '../../src/state';

const filters: Filters = {
  ...defaultFilters,
  page: 'compare',
  dataset: 'demo',
  area: '990101',
  level: 'bureau',
  years: [2019, 2021],
  metric: 'applications_new',
  agencies: ['a', 'b'],
  chart: 'trend',
};

describe('change', () => {
  it('drops what belonged to the old dataset', () => {
    expect(change(filters, { dataset: 'real' })).toEqual({
      ...defaultFilters,
      page: 'compare',
      dataset: 'real',
      metric: 'applications_new',
    });
  });

  it('keeps what is chosen along with it', () => {
    expect(change(filters, { page: 'report', report: 'r1' })).toMatchObject({
      page: 'report',
      report: 'r1',
      area: '990101',
      metric: null,
      chart: null,
    });
  });

  it('drops picked agencies with their area', () => {
    expect(change(filters, { area: '990102' }).agencies).toEqual([]);
    expect(change(filters, { level: null }).agencies).toEqual([]);
  });

  it('drops nothing when nothing changes', () => {
    expect(change(filters, { page: 'compare', area: '990101', dataset: 'demo' })).toEqual(filters);
    expect(change(filters, { years: [2019, 2021], agencies: ['a', 'b'] })).toEqual(filters);
  });
});
