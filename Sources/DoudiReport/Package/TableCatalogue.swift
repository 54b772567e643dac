import DoudiInputs

/// What an exported table is of.
struct TableEntry: Sendable {
  /// Name.
  let title: Bilingual
  /// What a row is.
  let rows: Bilingual
  /// Columns that name a row; those that a table has not are left out.
  let key: [String]

  init(_ zh: String, _ en: String, rows: (String, String), key: String) {
    title = Bilingual(zh: zh, en: en)
    self.rows = Bilingual(zh: rows.0, en: rows.1)
    self.key = key.split(separator: " ").map(String.init)
  }
}

/// The one list of exported tables.
enum TableCatalogue {
  /// The entry of a table; nil: it is not in the list.
  static func entry(_ table: String) -> TableEntry? { all[table] }

  /// Columns whose values are those of another table's column, wherever that table is there.
  static let references: [String: (table: String, column: String)] = [
    "region": ("places", "region"), "parent": ("places", "region"), "programme": ("programmes", "programme"),
    "fund": ("funds", "fund"), "group": ("groups", "group"), "amount": ("amounts", "amount"),
    "variant": ("compare_variants", "variant"), "document": ("documents", "document"),
  ]

  /// Entries by table.
  static let all: [String: TableEntry] = [run, names, drawn, compared, allocated].reduce(into: [:]) {
    $0.merge($1) { first, _ in first }
  }

  private static let run: [String: TableEntry] = [
    "summary": TableEntry(
      "各项目各年金额", "Money by programme and year", rows: ("一个项目一年", "a programme in a year"),
      key: "programme year"),
    "tiers": TableEntry(
      "各层级各年金额", "Money by level of government and year", rows: ("一个层级一年", "a level in a year"),
      key: "tier year"),
    "regions": TableEntry(
      "各区划各年金额", "Money by region and year", rows: ("一个区划（含下级）一年", "a region with all below it in a year"),
      key: "region year"),
    "standards": TableEntry(
      "标准", "Standards and other amounts", rows: ("一个标准在一地一月", "an amount in a place and month"),
      key: "region area month amount"),
    "caseload": TableEntry(
      "人数与户数", "People and households", rows: ("一类对象在一地一月", "a group in a place and month"),
      key: "region area month group"),
    "ledger": TableEntry(
      "账目", "Ledger", rows: ("一笔账的一级负担", "one level's part of a payment"),
      key: "region area month year entitlement_month entitlement_year programme line_type fund tier rule"),
    "limits": TableEntry(
      "限额核对", "Limits", rows: ("一条限额在一地一时期", "a limit in a region and period"), key: "id rule region period"),
    "assumptions": TableEntry(
      "假设及其影响金额", "Assumptions and the money each moves", rows: ("一个假设", "an assumption"), key: "name"),
    "budget": TableEntry(
      "与上年对比", "Beside the year before", rows: ("一个项目在一地一年", "a programme in a region and year"),
      key: "region year programme"),
    "inputs": TableEntry(
      "全部输入", "Everything the run was told", rows: ("一个输入", "an input"), key: "kind name"),
    "reference": TableEntry(
      "按年测算的结果", "Results of a yearly scenario", rows: ("一地一年", "a region in a year"), key: "region year"),
    "changes": TableEntry(
      "与前一版的差别", "What changed since the issue before", rows: ("一处差别", "a difference"), key: ""),
    "changes_by_cause": TableEntry(
      "各原因的金额（按项目）", "Money by cause, programme and year", rows: ("一个项目一年", "a programme in a year"),
      key: "programme year"),
    "changes_by_payer": TableEntry(
      "各原因的金额（按负担层级）", "Money by cause, fund and tier that pays",
      rows: ("一项资金一级一年", "a fund, level and year"), key: "fund tier year"),
    "changes_by_input": TableEntry(
      "各项输入的金额", "Money by input",
      rows: ("一项输入对一个项目或一级一年", "an input and a programme, or who pays, in a year"), key: ""),
  ]

  private static let names: [String: TableEntry] = [
    "places": TableEntry("区划", "Regions", rows: ("一个区划", "a region"), key: "region"),
    "programmes": TableEntry("项目", "Programmes", rows: ("一个项目", "a programme"), key: "programme"),
    "funds": TableEntry("资金", "Funds", rows: ("一项资金", "a fund"), key: "fund"),
    "groups": TableEntry("对象", "Groups", rows: ("一类对象", "a group of persons or events"), key: "group"),
    "amounts": TableEntry("标准名称", "Names of amounts", rows: ("一个标准", "an amount"), key: "amount"),
    "documents": TableEntry("文件", "Documents", rows: ("一份文件", "a document"), key: "document"),
  ]

  private static let drawn: [String: TableEntry] = [
    "fan": TableEntry(
      "抽样结果的分位数", "Quantiles of the draws", rows: ("一项结果在一地一年", "a result in a region and year"),
      key: "region year output"),
    "probabilities": TableEntry(
      "达不到或超出的概率", "Chances of missing or exceeding", rows: ("一条限额、储备或上限", "a limit, reserve or ceiling"),
      key: "kind id region year"),
    "tornado": TableEntry(
      "逐个参数的影响", "Each uncertain parameter by itself", rows: ("一个参数对一地一年", "a parameter, region and year"),
      key: "input region year output"),
    "sensitivity": TableEntry(
      "方差分解", "Shares of variance", rows: ("一个参数对一项结果", "a parameter and a result"),
      key: "method input region year output"),
    "reckoner": TableEntry(
      "每变动一步的成本", "Cost of one step of each lever", rows: ("一步对一项结果", "a lever and a result"),
      key: "lever kind effect region year output part"),
  ]

  private static let compared: [String: TableEntry] = [
    "compare_variants": TableEntry("所比较的方案", "Runs compared", rows: ("一个方案", "a run"), key: "variant"),
    "compare_standards": TableEntry(
      "各方案的标准", "Standards side by side", rows: ("一个标准在一地年末", "an amount at a year's end"),
      key: "year region area amount variant"),
    "compare_guidelines": TableEntry(
      "各方案的标准与上级指导标准", "Standards beside the guide from above",
      rows: ("一个标准在一地年末", "an amount at a year's end"), key: "year region area amount variant"),
    "compare_neighbours": TableEntry(
      "各方案的标准与毗邻地区", "Standards beside neighbours",
      rows: ("一个标准在本地或一个毗邻地区", "an amount here or in a neighbour"),
      key: "year amount area where variant name_zh"),
    "compare_caseload": TableEntry(
      "各方案的人数", "People side by side", rows: ("一类对象在一地一年", "a group in a place and year"),
      key: "year region area group variant"),
    "compare_money": TableEntry(
      "各方案的金额", "Money side by side", rows: ("一地一年一项一级", "a region, year, programme and level"),
      key: "year region programme fund tier variant"),
    "compare_limits": TableEntry(
      "各方案的限额", "Limits side by side", rows: ("一条限额在一地一时期", "a limit in a region and period"),
      key: "id rule region period variant"),
    "compare_inputs": TableEntry(
      "各方案输入的差别", "Inputs that differ", rows: ("一个输入在一个方案", "an input of a run"), key: "kind name variant"),
    "compare_memo": TableEntry(
      "提高一步的成本", "Cost of a step of each amount that differs",
      rows: ("一个标准的一部分成本", "a part of an amount's cost"),
      key: "amount year region part tier"),
    "compare_assumptions": TableEntry(
      "各方案的假设", "Assumptions side by side", rows: ("一个假设在一个方案", "an assumption of a run"),
      key: "name variant"),
  ]

  private static let allocated: [String: TableEntry] = [
    "allocation": TableEntry("分配", "Allocation", rows: ("一地", "a place"), key: "region"),
    "allocation_summary": TableEntry(
      "分配总况", "The allocation as a whole", rows: ("一个事项", "an item"), key: "item"),
    "allocation_equity": TableEntry("不均等程度", "Inequality", rows: ("一种衡量", "a measure"), key: "amounts heads"),
    "allocation_rounding": TableEntry("取整", "Rounding", rows: ("一地", "a place"), key: "region"),
    "allocation_assumptions": TableEntry(
      "分配所依据的数", "What the allocation rests on", rows: ("一个数", "a figure"), key: "name"),
    "allocation_prices": TableEntry(
      "条件的影子价格", "Prices of conditions", rows: ("一个条件", "a condition"), key: "condition"),
    "allocation_batches": TableEntry(
      "各批次", "Batches", rows: ("一批一地", "a batch and place"), key: "batch region"),
    "allocation_methods": TableEntry(
      "各方法比较", "Methods side by side", rows: ("一种方法", "a method"), key: "method"),
    "allocation_reserve": TableEntry("储备", "Reserves", rows: ("一地", "a place"), key: "region"),
    "allocation_factors": TableEntry("各因素份额", "Shares by factor", rows: ("一地", "a place"), key: "region"),
  ]
}
