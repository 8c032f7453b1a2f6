import { expect, test } from 'vitest';
import { shortAgencyName } from '../../../src/pages/shared/names';

test.each([
  ['临溪镇人民政府', '', '临溪镇'],
  ['霁川区露桥街道办事处', '霁川区', '露桥街道'],
  ['霁川区人民政府办公室', '霁川区', '人民政府办公室'],
  ['霁川区人民政府', '霁川区', '霁川区'],
  ['教育局', '霁川区', '教育局'],
])('%s on the page of %s is %s', (name, area, short) => {
  expect(shortAgencyName(name, area)).toBe(short);
});
