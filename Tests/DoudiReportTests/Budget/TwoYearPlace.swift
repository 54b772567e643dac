import _DoudiTestSupport

/// 1,000 CNY a month in 2027; in 2028 110 persons and 12 CNY.
func twoYearPlace(_ lastYear: String? = nil) -> SmallPlace {
  var place = SmallPlace(
    rules: """
      - {id: S1, form: flat, gives: benefit, unit: CNY/person/month, amount: {2020-01: 10 CNY/person/month, 2028-01: 12 CNY/person/month}}
      - {id: G1, form: path, gives: poor, indicator: poor, between: step}
      - {id: P1, form: allowance, programme: aid, group: poor, amount: benefit}
      """,
    observations: """
      990001,urban,2020,poor,100,persons,observed,report
      990001,urban,2028-01,poor,110,persons,observed,report
      990001,rural,2020,poor,0,persons,observed,report
      """)
  place.horizon = ("2027-01", "2028-12")
  if let lastYear {
    place.scenario = "last_year: last-year.csv"
    place.files["last-year.csv"] = "region,programme,budget,outturn,status,source\n\(lastYear)\n"
  }
  return place
}
