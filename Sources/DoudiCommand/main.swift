import Doudi

let bag = DiagnosticBag()
let loader = SourceLoader(root: ".")
let folder = CommandLine.arguments.count > 1 ? CommandLine.arguments[1] : "scenarios/weihai-2027"
let model = ModelLoader(loader: loader, bag: bag).load(folder: folder)
for d in bag.all { print(d.code, d.span, d.message.en, d.hint?.en ?? "") }
if let model {
  let p = model.run()
  for f in p.world.faults { print(f) }
  print("total", p.total, p.lines.count)
  for y in model.scenario.horizon.years {
    for (i, pr) in model.programmes.enumerated() {
      let s = p.lines.filter { $0.paid.year == y && p.programme(of: $0) == i }.reduce(Money.zero) { $0 + Money(fen: $1.fen) }
      if s != .zero { print(y, pr.id, s) }
    }
  }
  for v in p.verdicts where v.region == model.space.tree.root.code { print(v.id, v.rule, v.period, v.value?.shortText() ?? "-", v.bound?.shortText() ?? "-", v.finding, v.note?.en ?? "") }
  for e in p.assumptionEffects().prefix(12) { print(model.assumptions[e.assumption].name, model.assumptions[e.assumption].valueText, e.moved) }
}
