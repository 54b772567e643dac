import DoudiInputs
import DoudiModel

/// Lays values of the command line over a specification: `--set envelope=...`, `--set bounds.growth.up=10 %`.
///
/// A value with annotations loses them: they were said of another one. What is no key of the specification is meant
/// for the scenario that needs come from.
struct AllocationOverrides {
  /// The specification with the values in place.
  let mapping: YAMLMapping
  /// Values for the scenario.
  let others: [Override]

  init(_ overrides: [Override], over written: YAMLMapping, loader: SourceLoader) {
    var (mapping, others) = (written, [Override]())
    for one in overrides {
      loader.remember(SourceFile(path: one.span.file, text: String(one.span.file.dropFirst("--set ".count))))
      let path = one.key.split(separator: ".").map(String.init)
      if one.region == nil, one.area == nil, let changed = mapping.replacing(path[...], with: one.node) {
        mapping = changed
      } else if path.count == 1, AllocationSpecReader.keys.contains(one.key) {
        mapping = mapping.setting(one.key, to: one.node)
      } else {
        others.append(one)
      }
    }
    (self.mapping, self.others) = (mapping, others)
  }
}
