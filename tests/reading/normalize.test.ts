import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, labelKey, likeness } from '../../src/reading/normalize';

describe('labels', () => {
  it.each([
    ['（三）不予公开', '不予公开'],
    ['(三) 不予 公开', '不予公开'],
    ['㈢不予公开', '不予公开'],
    ['1.属于国家秘密', '属于国家秘密'],
    ['1、属于国家秘密', '属于国家秘密'],
    ['四、结转下年度继续办理', '结转下年度继续办理'],
    ['危及“三安全一稳定”', '危及三安全一稳定'],
    ['3.危及"三安全一稳定"', '危及三安全一稳定'],
    ['本年增/减(减用负值表示)', '本年增/减'],
    ['部分公开（区分处理的，只计这一', '部分公开'],
    ['行政規範性文件', '行政规范性文件'],
    ['社会公益\u00a0组织', '社会公益组织'],
  ])('%s is the same as %s', (printed, plain) => {
    expect(labelKey(printed)).toBe(labelKey(plain));
  });

  it('fold to what folds no further', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'（）()一二三1２.、“” 规範公开\u00a0㈠①') }),
        (text) => {
          expect(fold(fold(text))).toBe(fold(text));
          expect(labelKey(labelKey(text))).toBe(labelKey(text));
        },
      ),
    );
  });

  it('do not change with spaces or quotes', () => {
    const padding = fc.constantFrom('', ' ', '\u3000', '“', '\u200b');
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...'行政规范性文件'), padding)), (parts) => {
        expect(fold(parts.map(([char, space]) => char + space).join(''))).toBe(
          parts.map(([char]) => char).join(''),
        );
      }),
    );
  });

  it('are alike by their letters in order', () => {
    expect(likeness('其他法律行政法规禁止公开', '其他法律行政法规禁止公开')).toBe(1);
    expect(likeness('其他法律行政法规禁止公开', '其他法律行攻法现禁止公开')).toBeGreaterThan(0.6);
    expect(likeness('其他法律行政法规禁止公开', '重复申请')).toBeLessThan(0.1);
  });
});
