import DoudiInputs

/// Words of figures.
extension Labels {
  static let noMoneyToDraw = Bilingual(zh: "没有金额可画：各年各项都是零。", en: "There is no money to draw: all is zero.")
  static let stackedFigure = Bilingual(
    zh: "各年一柱，自下而上各段为表中各项，柱顶为合计；末年各项的名称和金额写在柱旁。",
    en:
      "One bar a year; its parts, from below, are the rows of the table, its total stands above; names and money of the last year's parts stand beside it."
  )

  static let noFanToDraw = Bilingual(
    zh: "没有抽样结果，不画支出的可能范围。", en: "No draws were made: there is no range of spending to draw.")
  static let fanFigure = Bilingual(
    zh: "浅灰为5%至95%，深灰为25%至75%，实线为中位数，虚线为测算数，粗横线为预算上限及突破它的概率。",
    en:
      "Light grey from 5 to 95 %, darker grey from 25 to 75 %, solid line the median, dotted line the projection, heavy rules the ceilings with the chance of exceeding them."
  )
  static let fanCentral = Bilingual(zh: "测算数", en: "projection")
  /// From 5 to 95 %.
  static let fanLevels = [
    Bilingual(zh: "5%", en: "5 %"), Bilingual(zh: "25%", en: "25 %"), Bilingual(zh: "中位数", en: "median"),
    Bilingual(zh: "75%", en: "75 %"), Bilingual(zh: "95%", en: "95 %"),
  ]
  static let nothingCompared = Bilingual(
    zh: "各方案没有差别，不作图。", en: "The variants do not differ: there is nothing to draw.")
  static let comparedFigure = Bilingual(
    zh: "每项各方案一条，条末为方案代号和数；A为现行。",
    en: "A bar a variant, with its letter and figure behind it; A is what stands.")
  static let noTornadoToDraw = Bilingual(
    zh: "没有一个不确定参数影响结果，不作图。", en: "No uncertain parameter moves the result: there is nothing to draw.")
  static let tornadoFigure = Bilingual(
    zh: "每个参数一条，深灰为取10%分位、浅灰为取90%分位时金额的变化，影响最大的在上。",
    en:
      "One bar a parameter: dark grey the change at its 10 % quantile, light grey at its 90 % quantile, the widest on top."
  )
  static let tornadoKey = Bilingual(
    zh: "深灰：参数取10%分位　浅灰：参数取90%分位", en: "dark: parameter at its 10 % quantile; light: at its 90 % quantile")
  static let heatNote = Bilingual(
    zh: "参数由10%分位变到90%分位，其余取中位数时，该地金额的变化占全取中位数时金额的百分比",
    en:
      "Change of the place's money as a parameter goes from its 10 % to its 90 % quantile, the others at their medians, in per cent of the money at all medians"
  )
  static let heatFigure = Bilingual(
    zh: "每行一地，每列一个参数，格中为百分比，影响越大颜色越深。",
    en: "A row a place, a column a parameter, per cent in the cells, the darker the larger.")
  static let tileFigure = Bilingual(
    zh: "每块一地，大致按方位排列，块的大小与面积无关；金额越大颜色越深。",
    en: "A tile a place, roughly where it lies; the size says nothing, the darker the more money.")
  static let allocationFigure = Bilingual(
    zh: "每地一条为分配额，细线为公式测算数，粗线为触及的上限或下限。",
    en:
      "A bar a place is its amount, a thin mark what the formula gives, a heavy mark the bound that held it."
  )
  static let allocationKey = Bilingual(
    zh: "条：分配额　细线：公式测算　粗线：触及的上下限", en: "bar: amount; thin mark: by formula; heavy mark: bound met")

  /// "2027年金额".
  static func tilesOf(_ time: Bilingual) -> Bilingual {
    Bilingual(zh: "\(time.zh)各地金额", en: "Money by place, \(time.en)")
  }

  /// Of which year a heat map is.
  static func heatOf(_ year: Int) -> Bilingual {
    Bilingual(zh: "各地受各参数影响的幅度，\(drawnYear(year).zh)", en: "What moves which place, \(drawnYear(year).en)")
  }

  /// A table that is cut.
  static func firstRows(_ count: Int) -> Bilingual {
    Bilingual(zh: "只列前\(count)行", en: "The first \(count) rows")
  }

  /// Below the year of a ceiling.
  static func ceilingMark(_ money: String) -> Bilingual {
    Bilingual(zh: "上限 \(money)", en: "ceiling \(money)")
  }

  /// Below that.
  static func chanceMark(_ percent: String) -> Bilingual {
    Bilingual(zh: "突破概率 \(percent)%", en: "exceeded: \(percent) %")
  }

  static let ownUnit = Bilingual(zh: "单位：该结果本身的单位", en: "in the unit of the result")
  static let changeOfResult = Bilingual(zh: "结果的变化", en: "Change of the result")

  /// Axis of differences.
  static func changeIn(_ unit: MoneyUnit) -> Bilingual {
    Bilingual(zh: "金额的变化（\(unit.label.zh)）", en: "Change of money (\(unit.label.en))")
  }

  /// "单位：万元" out of a title; empty where there is none.
  static func unitOnly(_ title: Bilingual, _ language: Language) -> String {
    let parts = title.text(language).split(separator: " · ").map(String.init)
    return parts.first { $0.hasPrefix("单位：") || $0.hasPrefix("in ") } ?? ""
  }

  static let moneyByProgramme = Bilingual(zh: "分项目金额", en: "Money by programme")

  /// "其他5项".
  static func others(_ count: Int) -> Bilingual {
    Bilingual(zh: "其他\(count)项", en: "\(count) others")
  }
}

/// Why there are no pictures.
extension Labels {
  /// In the place of a figure whose table stands in the document.
  static func notDrawn(_ chart: Chart) -> Bilingual {
    Bilingual(
      zh: "（图未绘制：规格和数据见figures/\(chart.id).vl.json，各数见本文的表）",
      en:
        "(Not drawn: specification and data are in figures/\(chart.id).vl.json, the figures in the table of this document)"
    )
  }

  /// Python has no vl-convert.
  static func noConverter(_ python: String) -> Bilingual {
    Bilingual(
      zh:
        "没有画图：\(python)里没有vl-convert，用 \(python) -m pip install vl-convert-python 安装，或用DOUDI_PYTHON指定Python；图的规格和数据已写出",
      en:
        "no pictures: \(python) has no vl-convert; install it by  \(python) -m pip install vl-convert-python , or name a Python by DOUDI_PYTHON; specifications and data of the figures are written"
    )
  }

  /// There is no Python.
  static func noPython(_ python: String) -> Bilingual {
    Bilingual(
      zh: "没有画图：找不到\(python)；装Python后 pip install vl-convert-python，或用DOUDI_PYTHON指定；图的规格和数据已写出",
      en:
        "no pictures: there is no \(python); with Python, pip install vl-convert-python, or name one by DOUDI_PYTHON; specifications and data of the figures are written"
    )
  }

  /// Anything else.
  static func noPictures(_ why: Bilingual) -> Bilingual {
    Bilingual(
      zh: "没有画图：\(why.zh)；图的规格和数据已写出",
      en: "no pictures: \(why.en); specifications and data of the figures are written")
  }

  static let picturesIncomplete = Bilingual(zh: "vl-convert没有写完", en: "vl-convert did not write all of them")
  static let picturesTooSlow = Bilingual(
    zh: "vl-convert用时过长，已中止", en: "vl-convert took too long and was ended")

  /// The last line it said.
  static func pictureProgramEnded(_ code: Int32, _ said: String) -> Bilingual {
    Bilingual(zh: "vl-convert出错（\(code)）：\(said)", en: "vl-convert failed (\(code)): \(said)")
  }
}
