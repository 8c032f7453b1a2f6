import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { categories, categoryOf, channelOf, channelsTaxonomy, residual } from '../../src/dataset';
import { parseFact } from '../../src/dataset/node';

const records = ['reports', 'complete'].flatMap((name) =>
  readFileSync(`data/sources/real/${name}.jsonl`, 'utf8')
    .trim()
    .split('\n')
    .map((line) => parseFact(JSON.parse(line))),
);
const labels = records.flatMap((record) => record.categories.map(({ label }) => label));
const channelLabels = records.flatMap((record) => record.channels.map(({ label }) => label));

describe('categories', () => {
  it('are 14 to 18, each with both languages', () => {
    expect(categories.length).toBeGreaterThanOrEqual(14);
    expect(categories.length).toBeLessThanOrEqual(18);
    for (const { id, label, about } of categories) {
      expect(id).toMatch(/^[a-z_]+$/);
      expect([label.zh, label.en, about.zh, about.en].every(Boolean)).toBe(true);
    }
  });

  it('take up at least 95 % of the labels of the real records', () => {
    const mapped = labels.filter((label) => categoryOf(label) !== 'other');
    expect(labels.length).toBeGreaterThan(1400);
    expect(mapped.length / labels.length).toBeGreaterThanOrEqual(0.95);
  });

  it('leave in "other" only labels without a subject', () => {
    const open = [...new Set(labels.filter((label) => categoryOf(label) === 'other' && !residual(label)))];
    expect(open.toSorted()).toMatchInlineSnapshot(`
      [
        "主动公开",
        "依申请对依法行政公开",
        "信息公开",
        "发布各类信息",
        "基础栏目",
        "执行法规条例",
        "措施及实施情况",
        "政务信息",
        "政府信息",
        "法制建设专栏",
        "法定主动公开",
        "法定主动公开内容",
        "法定公开内容",
        "法治建设专栏",
        "综合政务",
        "重点栏目",
      ]
    `);
  });

  it.each([
    ['机构信息', 'institutions'],
    ['会议信息', 'meetings'],
    ['工作进展信息', 'work_news'],
    ['镇街道公开年报', 'disclosure_work'],
    ['机构职能类信息', 'institutions'],
    ['财政预决算及三公经费', 'finance'],
    ['行政处罚信息', 'enforcement'],
    ['安全生产、应急管理', 'emergency'],
    ['国土资源城乡建设环保能源', 'key_fields'],
    ['重大建设项目、为民办实事', 'projects'],
    ['微信公众号', 'by_channel'],
    ['网站_工作动态', 'work_news'],
    ['微信_政策解读', 'policy_interpretation'],
    ['政策文件和解读', 'policy_documents'],
    ['法定主动公开', 'other'],
    ['其他', 'stated_other'],
    ['其他政务信息', 'stated_other'],
  ])('%s is %s', (label, category) => {
    expect(categoryOf(label)).toBe(category);
  });

  it('do not depend on spaces, width or quotes', () => {
    expect(categoryOf(' 政策 解读 ')).toBe('policy_interpretation');
    expect(categoryOf('“政策文件”')).toBe('policy_documents');
    expect(categoryOf('双随机，一公开')).toBe('enforcement');
  });
});

describe('channels', () => {
  it('are 8 to 10, and know nearly every label', () => {
    expect(channelsTaxonomy.length).toBeGreaterThanOrEqual(8);
    expect(channelsTaxonomy.length).toBeLessThanOrEqual(10);
    const known = channelLabels.filter((label) => channelOf(label) !== 'other');
    expect(known.length / channelLabels.length).toBeGreaterThan(0.93);
  });

  it.each([
    ['微信公众号', 'wechat'],
    ['微信公众号(北京花乡)', 'wechat'],
    ['微信视频', 'video'],
    ['政务微博微信', 'new_media'],
    ['政府信息公开栏目', 'website'],
    ['镇政府公示栏', 'notice_board'],
    ['县政府公报', 'gazette'],
    ['新闻报刊', 'press'],
    ['幸福东区APP', 'app'],
    ['门户网站及微信公众号', 'other'],
    ['网民留言', 'other'],
  ])('%s is %s', (label, channel) => {
    expect(channelOf(label)).toBe(channel);
  });
});
