import DoudiInputs

extension Labels {
  /// Every sheet in its order, with what it holds.
  static let sheets: [(name: Bilingual, holds: Bilingual)] = [
    (sheetNotes, Bilingual(zh: "口径、各表内容、来源", en: "What it rests on, sheets, provenance")),
    (
      sheetSummary,
      Bilingual(
        zh: "按项目、层级、年份的资金，标准，人数，图", en: "Money by programme, tier and year, standards, people, charts")
    ),
    (sheetRegions, Bilingual(zh: "按区划的资金，首年的测算过程", en: "Money by region; how the first year comes about")),
    (
      sheetFunction,
      Bilingual(
        zh: "按功能科目和项目：上年预算、上年执行、本年预算、增减额、增减原因",
        en:
          "By functional code and programme: last year's budget and outturn, this year's, change and reasons")
    ),
    (sheetRolling, Bilingual(zh: "测算期各年并列，增长率", en: "Years side by side, growth")),
    (
      sheetAllocation,
      Bilingual(
        zh: "上报的分配表（区划、金额、备注，元）及其计算", en: "The allocation as handed in, in CNY, and how it came about")
    ),
    (
      sheetComparison,
      Bilingual(zh: "现行与拟调标准、人数、资金、限值", en: "Present and proposed standards, people, money, limits")
    ),
    (sheetTargets, Bilingual(zh: "三级绩效指标及年度指标值", en: "Performance targets of the year")),
    (sheetLimits, Bilingual(zh: "文件限值逐条核对", en: "Every limit of the documents")),
    (
      sheetSensitivity,
      Bilingual(
        zh: "每提高一步的费用，区间与超预算概率，各参数影响", en: "Cost of a step, range and chances, what each parameter changes")
    ),
    (
      sheetParameters,
      Bilingual(zh: "各项假设及其影响的金额，文件，条款", en: "Assumptions with the money each moves, documents, clauses")
    ),
    (sheetChecks, Bilingual(zh: "表间勾稽和每个公式的核对", en: "Identities between sheets, every formula tested")),
    (sheetData, Bilingual(zh: "账目明细（整数分，文本代码）", en: "The ledger: whole fen, codes as text")),
  ]
}
