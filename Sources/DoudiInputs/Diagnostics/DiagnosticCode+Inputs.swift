extension DiagnosticCode {
  /// All codes this target reports, in order.
  public static let inputs: [DiagnosticCode] = files + yaml + values + csv + observations + regions

  // MARK: DD10xx files

  static let files: [DiagnosticCode] = [
    fileMissing, fileUnreadable, fileTooLarge, notUTF8, looksLikeGB18030, looksLikeUTF16,
    controlCharacter, invisibleCharacter,
  ]
  static let fileMissing = DiagnosticCode("DD1001", zh: "找不到文件", en: "file not found")
  static let fileUnreadable = DiagnosticCode("DD1002", zh: "无法读取文件", en: "file cannot be read")
  static let fileTooLarge = DiagnosticCode("DD1003", zh: "文件过大", en: "file too large")
  static let notUTF8 = DiagnosticCode("DD1004", zh: "不是有效的 UTF-8 文本", en: "not valid UTF-8 text")
  static let looksLikeGB18030 = DiagnosticCode(
    "DD1005", zh: "文件像是 GB18030（GBK）编码", en: "the file looks like GB18030 (GBK)")
  static let looksLikeUTF16 = DiagnosticCode(
    "DD1006", zh: "文件像是 UTF-16 编码", en: "the file looks like UTF-16")
  static let controlCharacter = DiagnosticCode(
    "DD1007", zh: "含有不允许的控制字符", en: "a control character is not allowed")
  static let invisibleCharacter = DiagnosticCode(
    "DD1008", zh: "含有看不见的字符", en: "an invisible character is not allowed")

  // MARK: DD11xx YAML

  static let yaml: [DiagnosticCode] = [
    yamlSyntax, tabIndentation, anchorOrAlias, explicitTag, mergeKey, duplicateKey, ambiguousScalar,
    fullWidth, fullWidthColon, notFinite, tooDeep, severalDocuments, emptyDocument, keyNotText, directive,
  ]
  static let yamlSyntax = DiagnosticCode("DD1101", zh: "YAML 语法错误", en: "YAML syntax error")
  static let tabIndentation = DiagnosticCode(
    "DD1102", zh: "缩进使用了制表符", en: "a tab is used for indentation")
  static let anchorOrAlias = DiagnosticCode(
    "DD1104", zh: "不支持锚点（&）和引用（*）", en: "anchors (&) and aliases (*) are not accepted")
  static let explicitTag = DiagnosticCode(
    "DD1105", zh: "不支持类型标记（!）", en: "explicit tags (!) are not accepted")
  static let mergeKey = DiagnosticCode(
    "DD1106", zh: "不支持合并键（<<）", en: "merge keys (<<) are not accepted")
  static let duplicateKey = DiagnosticCode("DD1107", zh: "键重复", en: "duplicate key")
  static let ambiguousScalar = DiagnosticCode(
    "DD1108", zh: "写法有歧义：YAML 1.1 与 1.2 读法不同", en: "YAML 1.1 and 1.2 read this differently")
  static let fullWidth = DiagnosticCode(
    "DD1109", zh: "应使用半角字符", en: "a full-width character stands where an ASCII one belongs")
  static let fullWidthColon = DiagnosticCode(
    "DD1110", zh: "键后用了全角冒号", en: "a full-width colon follows a key")
  static let notFinite = DiagnosticCode(
    "DD1111", zh: "不接受 NaN 和无穷大", en: "NaN and infinities are not accepted")
  static let tooDeep = DiagnosticCode("DD1112", zh: "嵌套过深", en: "nested too deeply")
  static let severalDocuments = DiagnosticCode(
    "DD1113", zh: "一个文件只能有一份 YAML 文档", en: "a file holds one YAML document only")
  static let emptyDocument = DiagnosticCode("DD1114", zh: "文件没有内容", en: "the file is empty")
  static let keyNotText = DiagnosticCode("DD1115", zh: "键必须是文字", en: "a key must be text")
  static let directive = DiagnosticCode(
    "DD1116", zh: "不支持 % 指令", en: "directives (%) are not accepted")

  // MARK: DD11xx values

  static let values: [DiagnosticCode] = [
    unitMissing, notANumber, unknownUnit, thousandsSeparator, unitMismatch, tooManyDigits, scalarExpected,
  ]
  static let unitMissing = DiagnosticCode("DD1103", zh: "缺少单位", en: "the unit is missing")
  static let notANumber = DiagnosticCode("DD1120", zh: "不是数字", en: "not a number")
  static let unknownUnit = DiagnosticCode("DD1121", zh: "单位不认识", en: "unknown unit")
  static let thousandsSeparator = DiagnosticCode(
    "DD1122", zh: "数字不能带千分位逗号", en: "no thousands separators in numbers")
  static let unitMismatch = DiagnosticCode("DD1123", zh: "单位不对", en: "the unit does not fit")
  static let tooManyDigits = DiagnosticCode("DD1124", zh: "数字位数过多", en: "too many digits")
  static let scalarExpected = DiagnosticCode(
    "DD1125", zh: "这里应是一个带单位的数字", en: "a number with its unit is expected here")

  // MARK: DD12xx CSV

  static let csv: [DiagnosticCode] = [
    csvEmpty, fieldCount, quoteNotClosed, textAfterQuote, strayQuote, duplicateColumn, unknownColumn,
    missingColumn, unnamedColumn, wrongSeparator,
  ]
  static let csvEmpty = DiagnosticCode("DD1201", zh: "CSV 没有表头", en: "the CSV has no header")
  static let fieldCount = DiagnosticCode("DD1202", zh: "列数与表头不符", en: "wrong number of fields")
  static let quoteNotClosed = DiagnosticCode("DD1203", zh: "引号没有闭合", en: "a quote is not closed")
  static let textAfterQuote = DiagnosticCode(
    "DD1204", zh: "右引号后还有文字", en: "text follows a closing quote")
  static let strayQuote = DiagnosticCode(
    "DD1205", zh: "未加引号的字段里出现引号", en: "a quote inside an unquoted field")
  static let duplicateColumn = DiagnosticCode("DD1206", zh: "列名重复", en: "duplicate column")
  static let unknownColumn = DiagnosticCode("DD1207", zh: "列名不认识", en: "unknown column")
  static let missingColumn = DiagnosticCode("DD1208", zh: "缺少列", en: "missing column")
  static let unnamedColumn = DiagnosticCode("DD1209", zh: "列名为空", en: "a column has no name")
  static let wrongSeparator = DiagnosticCode(
    "DD1210", zh: "分隔符不是逗号", en: "fields are not separated by commas")

  // MARK: DD122x observations

  static let observations: [DiagnosticCode] = [
    badRegion, badArea, badPeriod, badIndicator, badFigure, figureSeparators, figureFullWidth,
    figureNotFinite, figureUnit, badStatus, sourceMissing, duplicateObservation, observationReplaced,
    figureMissing,
  ]
  static let badRegion = DiagnosticCode("DD1220", zh: "区划代码格式不对", en: "malformed region code")
  static let badArea = DiagnosticCode("DD1221", zh: "城乡标识不认识", en: "unknown area")
  static let badPeriod = DiagnosticCode("DD1222", zh: "时期格式不对", en: "malformed period")
  static let badIndicator = DiagnosticCode("DD1223", zh: "指标名格式不对", en: "malformed indicator name")
  static let badFigure = DiagnosticCode("DD1224", zh: "数值不是数字", en: "the value is not a number")
  static let figureSeparators = DiagnosticCode(
    "DD1225", zh: "数值带有千分位", en: "the value has thousands separators")
  static let figureFullWidth = DiagnosticCode(
    "DD1226", zh: "数值用了全角字符", en: "the value has full-width characters")
  static let figureNotFinite = DiagnosticCode(
    "DD1227", zh: "数值不能是 NaN 或无穷大", en: "the value is NaN or infinite")
  static let figureUnit = DiagnosticCode("DD1228", zh: "数据单位不认识", en: "unknown unit of a figure")
  static let badStatus = DiagnosticCode("DD1229", zh: "数据状态不认识", en: "unknown status")
  static let sourceMissing = DiagnosticCode("DD1230", zh: "缺少来源", en: "the source is missing")
  static let duplicateObservation = DiagnosticCode(
    "DD1231", zh: "同一数据出现两次", en: "the same figure is given twice")
  static let observationReplaced = DiagnosticCode(
    "DD1232", zh: "后读入的数据覆盖了先前的数据", en: "a later file replaces earlier figures")
  static let figureMissing = DiagnosticCode("DD1233", zh: "缺少数值", en: "the value is missing")

  // MARK: DD124x regions

  static let regions: [DiagnosticCode] = [
    badRegionCode, duplicateRegion, unknownParent, regionCycle, severalRoots, noRoot, leafWithoutAreas,
    parentWithAreas, badAreas, badTier, tierAboveParent, badCodeSystem, regionNameMissing, tooManySiblings,
  ]
  static let badRegionCode = DiagnosticCode("DD1240", zh: "区划代码格式不对", en: "malformed region code")
  static let duplicateRegion = DiagnosticCode("DD1241", zh: "区划重复", en: "duplicate region")
  static let unknownParent = DiagnosticCode("DD1242", zh: "上级区划不存在", en: "unknown parent region")
  static let regionCycle = DiagnosticCode(
    "DD1243", zh: "上下级关系成环", en: "regions are each other's parents")
  static let severalRoots = DiagnosticCode("DD1244", zh: "最上级区划不止一个", en: "more than one root region")
  static let noRoot = DiagnosticCode("DD1245", zh: "没有最上级区划", en: "no root region")
  static let leafWithoutAreas = DiagnosticCode(
    "DD1246", zh: "末级区划没有写城乡", en: "a leaf region has no areas")
  static let parentWithAreas = DiagnosticCode(
    "DD1247", zh: "有下级的区划不能写城乡", en: "a region with children has areas")
  static let badAreas = DiagnosticCode("DD1248", zh: "城乡写法不对", en: "malformed areas")
  static let badTier = DiagnosticCode("DD1249", zh: "层级不认识", en: "unknown tier")
  static let tierAboveParent = DiagnosticCode(
    "DD1250", zh: "层级高于上级区划", en: "the tier is above the parent's")
  static let badCodeSystem = DiagnosticCode("DD1251", zh: "代码体系不认识", en: "unknown code system")
  static let regionNameMissing = DiagnosticCode("DD1252", zh: "缺少区划名称", en: "the region has no name")
  static let tooManySiblings = DiagnosticCode(
    "DD1253", zh: "无代码的下级区划超过 99 个", en: "more than 99 children without a code")
}
