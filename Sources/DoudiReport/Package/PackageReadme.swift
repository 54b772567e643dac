import DoudiInputs

/// The page `README.md` of a package, in both languages.
struct PackageReadme {
  private let content: ExportContent
  private let tables: [Table]

  init(_ content: ExportContent, tables: [Table]) { (self.content, self.tables) = (content, tables) }

  private var provenance: Provenance { content.provenance }

  func write(to output: ByteOutput) throws {
    output.buffer.append("# \(provenance.title.zh)\n\n\(provenance.title.en)\n\n")
    write(facts, to: &output.buffer)
    output.buffer.append(
      "\n## 表 / Tables\n\n| 文件 file | 行数 rows | 内容 | content |\n| --- | ---: | --- | --- |\n")
    for table in tables {
      let title = TableCatalogue.entry(table.id)?.title ?? table.title
      output.buffer.append(
        "| `\(DataPackage.path(table))` | \(table.rowCount) | \(title.zh) | \(title.en) |\n")
    }
    output.buffer.append(Self.use)
    try output.finish()
  }

  private var facts: [(Bilingual, Bilingual)] {
    func same(_ text: String) -> Bilingual { Bilingual(zh: text, en: text) }
    return [
      (Bilingual(zh: "测算编号", en: "run"), same(provenance.runID)),
      (Bilingual(zh: "方案", en: "scenario"), same(provenance.scenario)),
      (Bilingual(zh: "程序", en: "program"), same("Doudi \(provenance.program)")),
      (Bilingual(zh: "性质", en: "kind"), provenance.isTrial ? Labels.trial : Labels.budget),
      (Bilingual(zh: "时间", en: "time"), provenance.timeText),
      (Bilingual(zh: "价格", en: "prices"), Provenance.prices.label),
    ] + (provenance.basis.map { [(Bilingual(zh: "依据", en: "basis"), $0)] } ?? [])
  }

  private func write(_ facts: [(Bilingual, Bilingual)], to buffer: inout ByteBuffer) {
    buffer.append("| | |\n| --- | --- |\n")
    for (name, value) in facts {
      let text = value.zh == value.en ? value.zh : TableSchema.both(value)
      buffer.append("| \(TableSchema.both(name)) | \(text) |\n")
    }
  }

  private static let use = """

    ## 使用 / Use

    各列的含义、单位和代号见 `codebook.md`（机器读 `codebook.csv`），类型和主键见 `datapackage.json`。代号一律是文本：
    用 `doudi_data.py` 或 `doudi_data.R` 读取，区划代码就不会变成数字。金额以分为整数（`fen`），元（`cny`）由它除以100得到。
    文本以 = + - @ 开头时前面加了一个撇号，读取程序会去掉它。

    What every column means, its unit and codes are in `codebook.md` (`codebook.csv` for machines), types and keys in
    `datapackage.json`. Codes are text: read them by `doudi_data.py` or `doudi_data.R` and no region code turns into a number.
    Money is whole fen (`fen`); yuan (`cny`) are fen over 100. A text that starts with = + - @ has an apostrophe in front, which
    the loaders take off.

    ```python
    import doudi_data
    data = doudi_data.load(".")          # a dictionary of pandas tables
    data["summary"]
    ```

    ```r
    source("doudi_data.R")
    data <- doudi_load(".")              # a list of data frames
    data$summary
    ```

    `notebooks/` 中的两个笔记本读取、绘图并重算报告中的表；`doudi verify 本文件夹` 核对每个文件。
    The two notebooks in `notebooks/` load it, plot, and work out tables of the report again; `doudi verify FOLDER` checks every
    file.

    """
}
