import type { ReportContent } from './content';
import type { Planted } from './faults';
import * as plant from './planters';

/** A fault to plant: where, and by which planter. Agency without the district's name. */
export interface FaultPlan {
  readonly agency: string;
  readonly year: number;
  readonly plant: (report: ReportContent, before: ReportContent | null) => Planted;
}

const plan = (agency: string, year: number, planter: FaultPlan['plant']): FaultPlan => ({
  agency,
  year,
  plant: planter,
});

/** Every fault of the district, by kind. Bodies that leave zeros out get none that a blank would hide. */
export const plantedFaults: readonly FaultPlan[] = [
  plan('苓溪乡人民政府', 2017, plant.missing),
  plan('暮山乡人民政府', 2018, plant.missing),
  plan('体育局', 2018, plant.missing),
  plan('国有资产监督管理局', 2019, plant.missing),
  plan('蝉溪镇人民政府', 2020, plant.missing),
  plan('信访局', 2023, plant.missing),

  plan('林业局', 2018, plant.publishedOn('2019-05-06')),
  plan('人民政府', 2019, plant.publishedOn('2020-04-10')),
  plan('墨原镇人民政府', 2020, plant.publishedOn('2021-04-12')),
  plan('水务局', 2021, plant.publishedOn('2022-02-16')),
  plan('商务局', 2022, plant.publishedOn('2023-03-24')),
  plan('素湾乡人民政府', 2023, plant.publishedOn('2024-02-05')),
  plan('体育局', 2024, plant.publishedOn('2024-12-27')),

  plan('公安局', 2019, plant.outcomeNotInTotal),
  plan('教育局', 2021, plant.outcomeNotInTotal),
  plan('城市管理局', 2022, plant.totalNotOfItsRow),
  plan('人力资源和社会保障局', 2023, plant.arrivedButNotAccountedFor),
  plan('房产管理局', 2022, plant.casesNotInTotal('lit_direct', 'T4-SUM-D')),
  plan('住房和城乡建设局', 2023, plant.casesNotInTotal('review', 'T4-SUM-R')),

  plan('市场监督管理局', 2022, plant.carriedInTooMany(4)),
  plan('住房和城乡建设局', 2025, plant.carriedInTooMany(12)),
  plan('露桥街道办事处', 2021, plant.carriedInTooMany(1)),

  plan('枫汀镇人民政府', 2021, plant.formOf2019),
  plan('统计局', 2022, plant.formOf2019),
  plan('素湾乡人民政府', 2022, plant.tableOmitted('t4')),

  plan('萤溪镇人民政府', 2023, plant.narrativeCopied),
  plan('房产管理局', 2024, plant.appealsCopied),

  plan('缃河镇人民政府', 2025, plant.rulesOfATownship),
  plan('发展和改革局', 2023, plant.stockRecounted),
  plan('发展和改革局', 2024, plant.stockContinued),
  plan('发展和改革局', 2025, plant.stockContinued),
  plan('水务局', 2025, plant.stockBelowIssued),

  plan('晴汀街道办事处', 2023, plant.textSaysNone),
  plan('笺桥街道办事处', 2022, plant.textSaysMore(5)),
  plan('荷霁镇人民政府', 2022, plant.listAboveTotal),

  plan('人民政府', 2023, plant.aggregateGap(7)),
];
