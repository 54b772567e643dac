import DoudiInputs
import DoudiTape

/// Recipients who stay, and those who come nearer to the number entitled.
///
///     N(0) = start,   stay = N(t-1) (1 - exit),   N(t) = stay + speed x max(0, take-up x share x population - stay)
struct TakeUp: YearlyForm {
  static let name = "take_up"
  static let summary = Bilingual(
    zh: "留存加应保未保者的逐步纳入", en: "recipients who stay, and entry towards the number entitled")
  static let keys = ["gives", "start", "exit", "speed", "entitled"]
  static let hasStart = true

  let gives: [String]
  private let start: YearlyOperand
  private let exit: YearlyOperand
  private let speed: YearlyOperand
  private let entitled: [YearlyOperand]

  init?(_ reader: YearlyReader) {
    let (gives, start) = (reader.gives(), reader.operand("start"))
    let (exit, speed) = (reader.operand("exit"), reader.operand("speed"))
    guard let gives, let start, let exit, let speed, let entitled = reader.operands("entitled") else {
      return nil
    }
    (self.gives, self.start, self.exit, self.speed) = ([gives], start, exit, speed)
    self.entitled = entitled
  }

  func start(_ world: YearlyWorld) -> [TapeValue]? { [world.value(start)] }

  func write(_ world: YearlyWorld) -> [TapeValue] {
    let stay = world.last(gives[0]) * (1 - world.value(exit))
    return [stay + world.value(speed) * TapeValue.max(world.product(entitled) - stay, 0)]
  }
}
