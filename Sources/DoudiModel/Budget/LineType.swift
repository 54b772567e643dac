/// Why a ledger line was paid.
public enum LineType: UInt8, CaseIterable, Sendable {
  /// The month's own benefit.
  case regular
  /// The difference a rise owes for months already paid.
  case backPay
  /// A benefit that goes on after the entitlement has ended.
  case phaseOut
  /// An addition for a category of persons.
  case topUp
  /// A grant decided by the township.
  case grantTownship
  /// A grant decided by the county.
  case grantCounty
  /// A subsidy of a triggered month.
  case priceSubsidy
  /// Paid once: an emergency grant, a yearly contribution.
  case oneOff
  /// Taken off later payments because it was advanced.
  case offset
  /// Money put into a reserve.
  case reserveTopUp
  /// Money taken out of a reserve (negative: the reserve pays instead of the budget).
  case reserveDrawdown
  /// Liquidity handed out.
  case advanceOut
  /// Liquidity coming back (negative).
  case advanceBack

  /// The identifier used in files and in JSON.
  public var id: String {
    switch self {
    case .regular: "regular"
    case .backPay: "back_pay"
    case .phaseOut: "phase_out"
    case .topUp: "top_up"
    case .grantTownship: "grant_township"
    case .grantCounty: "grant_county"
    case .priceSubsidy: "price_subsidy"
    case .oneOff: "one_off"
    case .offset: "offset"
    case .reserveTopUp: "reserve_top_up"
    case .reserveDrawdown: "reserve_drawdown"
    case .advanceOut: "advance_out"
    case .advanceBack: "advance_back"
    }
  }
}
