import DoudiInputs

/// Small inputs and ways to read them.
enum Samples {
  static let observations = """
    region,area,period,indicator,value,unit,status,source
    371000,all,2020,residents,2906548,persons,observed,census
    371000,all,2015,residents,280.53,10k persons,observed,"bulletin, 2015"
    371000,urban,2018-03,dibao_pay,438,CNY/person/month,observed,report
    371000,urban,2018,dibao_pay,440,CNY/person/month,estimated,

    """

  static let regions = """
    region,parent,name_zh,name_en,tier,areas,code_system
    371000,,威海市,Weihai,prefecture,,gbt2260
    371082,371000,荣成市,Rongcheng,county,urban rural,gbt2260
    ,371000,南海新区,Nanhai,county,rural urban,own
    371002,371000,环翠区,Huancui,county,all,gbt2260
    ,371000,综保区,Bonded zone,county,urban,own

    """

  static func yaml(_ text: String) -> (root: YAMLNode?, problems: [Diagnostic]) {
    let bag = DiagnosticBag()
    return (YAMLReader.read(SourceFile(path: "t.yaml", text: text), into: bag), bag.all)
  }

  static func table(_ text: String, path: String = "t.csv") -> CSVTable? {
    CSVReader.read(SourceFile(path: path, text: text), into: DiagnosticBag())
  }

  /// A tree in one line, without places.
  static func outline(_ node: YAMLNode?) -> String {
    guard let node else { return "-" }
    switch node.value {
    case .null: return "~"
    case .scalar(let scalar): return scalar.isQuoted ? "\"\(scalar.text)\"" : scalar.text
    case .sequence(let items): return "[" + items.map(outline).joined(separator: ",") + "]"
    case .mapping(let mapping):
      return "{" + mapping.entries.map { "\($0.key):\(outline($0.node))" }.joined(separator: ",") + "}"
    }
  }
}
