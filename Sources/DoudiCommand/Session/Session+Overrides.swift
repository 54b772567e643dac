import Doudi

extension Session {
  /// What `--set` says of a scenario whose figures alone are read: a name that no rule has is reported as
  /// `run` reports it, and a word that nothing moves. Ends the command where there is a fault.
  func refuseIdleOverrides(_ folder: String) throws {
    guard !overrides.isEmpty else { return }
    // Of its own: what the rules lack is no matter here.
    let found = DiagnosticBag()
    _ = ModelLoader(loader: loader, bag: found, dataFolder: options.data)
      .load(folder: folder, overrides: overrides)
    for one in found.all where one.span.file.hasPrefix("--set ") { bag.report(one) }
    if bag.hasErrors { throw reported() }
    tell(
      Bilingual(
        zh: "注意：分省拟合只读取历年人数，不用规则和参数，--set不改变任何结果",
        en: "warning: fits read yearly counts and no rules; --set moves nothing here"))
  }
}
