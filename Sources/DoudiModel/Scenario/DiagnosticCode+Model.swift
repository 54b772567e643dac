public import DoudiInputs

extension DiagnosticCode {
  /// All codes this target reports, in order.
  public static let model: [DiagnosticCode] = rules + scenarios + run

  // MARK: DD13xx books and rules

  static let rules: [DiagnosticCode] = [
    DiagnosticCode("DD1301", zh: "规则形式不认识", en: "unknown form"),
    DiagnosticCode("DD1302", zh: "键不认识", en: "unknown key"),
    DiagnosticCode("DD1303", zh: "缺少必需的键", en: "a required key is missing"),
    DiagnosticCode("DD1304", zh: "整数超出范围", en: "a whole number is out of range"),
    DiagnosticCode("DD1305", zh: "值的形状不对", en: "a value has the wrong shape"),
    DiagnosticCode("DD1306", zh: "所引的代号不存在", en: "a name refers to nothing"),
    DiagnosticCode("DD1307", zh: "状态不认识", en: "unknown status"),
    DiagnosticCode("DD1308", zh: "没有数值", en: "there is no value"),
    DiagnosticCode("DD1309", zh: "区划代码格式不对", en: "malformed region code"),
    DiagnosticCode("DD1310", zh: "日期格式不对", en: "malformed date"),
    DiagnosticCode("DD1311", zh: "不在可选的词之中", en: "not one of the words that may stand here"),
    DiagnosticCode("DD1312", zh: "参数缺少单位", en: "a parameter lacks its unit"),
    DiagnosticCode("DD1313", zh: "发放月份早于执行月份", en: "paid before it takes effect"),
    DiagnosticCode("DD1314", zh: "两个键须且只须写一个", en: "exactly one of two keys must be given"),
    DiagnosticCode("DD1315", zh: "类别不一致", en: "categories do not match"),
    DiagnosticCode("DD1316", zh: "文件版本不支持", en: "unsupported schema version"),
    DiagnosticCode("DD1317", zh: "编号或代号重复", en: "an identifier occurs twice"),
    DiagnosticCode("DD1318", zh: "规则没有出处", en: "a rule cites no clause"),
    DiagnosticCode("DD1319", zh: "所引的文件不存在", en: "a citation names an unknown document"),
    DiagnosticCode("DD1320", zh: "代号已被占用", en: "a name is given twice"),
    DiagnosticCode("DD1321", zh: "规则循环依赖", en: "rules depend on each other in a circle"),
    DiagnosticCode("DD1322", zh: "政策文本循环继承", en: "books inherit from each other in a circle"),
    DiagnosticCode("DD1323", zh: "数值超出允许范围", en: "a value is out of range"),
    DiagnosticCode("DD1324", zh: "政策文本的代号与文件夹不同", en: "a book's name is not its folder's"),
    DiagnosticCode("DD1325", zh: "规则同时属于两类", en: "a rule belongs to two classes that do not overlap"),
    DiagnosticCode("DD1326", zh: "资金不得用于该项目", en: "a fund may not pay for the programme charged to it"),
    DiagnosticCode("DD1330", zh: "条款摘要重复", en: "a clause is digested twice"),
  ]

  // MARK: DD14xx scenarios

  static let scenarios: [DiagnosticCode] = [
    DiagnosticCode("DD1401", zh: "方案没有给出待定的数", en: "the scenario does not supply an open term"),
    DiagnosticCode("DD1402", zh: "方案不能再写open", en: "a scenario cannot leave a value open"),
    DiagnosticCode("DD1403", zh: "测算期不对", en: "the horizon is not valid"),
    DiagnosticCode("DD1404", zh: "发放月在测算期之外", en: "a payment month lies outside the horizon"),
    DiagnosticCode("DD1405", zh: "没有规则读取该数", en: "no rule reads a supplied value"),
    DiagnosticCode("DD1406", zh: "未说明资金由谁负担", en: "who pays for a fund is not said"),
    DiagnosticCode("DD1407", zh: "分担比例之和不是100%", en: "shares do not add up to 100 %"),
    DiagnosticCode("DD1408", zh: "下达表缺少列", en: "a transfer list lacks a column"),
    DiagnosticCode("DD1409", zh: "下达表的值有误", en: "a value of a transfer list is wrong"),
    DiagnosticCode("DD1410", zh: "方案中没有该区划", en: "the scenario has no such region"),
    DiagnosticCode("DD1411", zh: "对有分区的区划给值", en: "a value for a region that is divided"),
    DiagnosticCode("DD1412", zh: "观测数据为负", en: "an observed count, amount or price is negative"),
    DiagnosticCode("DD1413", zh: "增长率不是按年的", en: "a growth is not by the year"),
    unreadFigures,
    DiagnosticCode("DD1415", zh: "观测数据之间不合", en: "observed figures do not go together"),
    DiagnosticCode("DD1416", zh: "单位或家庭的表缺少列", en: "a list of units or households lacks a column"),
    DiagnosticCode("DD1417", zh: "单位或家庭的表中值有误", en: "a value of a list of units or households is wrong"),
    DiagnosticCode("DD1418", zh: "改革方案没有内容", en: "a reform changes nothing"),
    DiagnosticCode(
      "DD1421", zh: "上年数或预算表的列不对", en: "the columns of last year's figures or of a budget are wrong"),
    DiagnosticCode("DD1422", zh: "上年数或预算表的值有误", en: "a value of last year's figures or of a budget is wrong"),
    DiagnosticCode("DD1423", zh: "毗邻地区写得不对", en: "a neighbour is not given as it should be"),
    DiagnosticCode("DD1424", zh: "所比较的标准不能用", en: "a standard to compare with cannot be used"),
    DiagnosticCode("DD1425", zh: "毗邻地区没有可比的数", en: "a neighbour has no figure to compare with"),
  ]

  /// The one code whose notes are shown on request only: shared files hold what others read.
  public static let unreadFigures = DiagnosticCode(
    "DD1414", zh: "观测数据没有用上", en: "observed figures are not used")

  // MARK: DD15xx the run

  static let run: [DiagnosticCode] = [
    noFigure, figureTooLarge, valueUnusable, wrongUnit, wholeForArea, twoAges, idleStandIn, moneyScale,
  ]
  static let noFigure = DiagnosticCode("DD1501", zh: "缺少计算所需的数据", en: "a figure the run needs is missing")
  static let figureTooLarge = DiagnosticCode(
    "DD1502", zh: "结果超出可表示的范围", en: "a result leaves the range of figures")
  static let valueUnusable = DiagnosticCode(
    "DD1503", zh: "参数取值无法使用", en: "a parameter has a value its form cannot use")
  static let wrongUnit = DiagnosticCode(
    "DD1504", zh: "观测数据的单位与用途不符", en: "an observation's unit is not that of its use")
  static let wholeForArea = DiagnosticCode(
    "DD1505", zh: "缺城镇或农村的数据，用了全域数", en: "the figure of a whole region stands in for an area")
  static let twoAges = DiagnosticCode(
    "DD1506", zh: "同一指标的全域数与城乡数年份不同", en: "a whole region's figure is newer than its areas'")
  static let moneyScale = DiagnosticCode(
    "DD1508", zh: "所给金额与测算数相差悬殊", en: "money given is far from what the run projects")
  static let idleStandIn = DiagnosticCode(
    "DD1507", zh: "已有观测数据，假设的数没有用上", en: "observations leave no room for an assumed figure")
}
