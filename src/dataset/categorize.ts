import { categories, type Category, type CategoryId } from './categories';
import { categoryLabels } from './category-labels';

/** Drops what does not bear on the subject: spaces, quotes, the channel before a subject, 类, 信息, 栏目, 更新. */
function simplify(label: string): string {
  const bare = label.normalize('NFKC').replace(/[\s“”"'()]/g, '');
  return bare.replace(
    /^(网站|微信|公众号|门户网站)_?(?=工作动态|政务动态|通知公告|年度报告|政策|概况|本乡镇|时政|其他)/,
    '',
  );
}

const endings = /(类信息|类|信息公开|信息|栏目|专栏|更新|情况)$/;

/** Category of a label as a report writes it: `stated_other` when it says so itself, `other` when it names no subject. */
export function categoryOf(label: string): CategoryId {
  const simple = simplify(label);
  const named = categoryLabels.get(simple) ?? categoryLabels.get(simple.replace(endings, ''));
  if (named) return named;
  if (residual(simple)) return 'stated_other';
  const match = (categories as readonly Category[]).find(({ patterns }) =>
    patterns.some((p) => p.test(simple)),
  );
  return (match?.id as CategoryId | undefined) ?? 'other';
}

/** Whether the label itself says "other" (其他, 其它, 其他信息 …): no taxonomy can say more. */
export function residual(label: string): boolean {
  return /^其[他它余](各|类|型|重要|重点|政务|法定|应|主动|公开|关联|信息|内容|事项|的)*$/.test(
    simplify(label),
  );
}
