import DoudiInputs

/// Every form there is. A new form is one file and one line here.
public enum FormRegistry {
  /// The forms, by family.
  public static let forms: [any RuleForm.Type] = [
    IndexedForm.self, MultipleForm.self, WeightedMultipleForm.self, FlatForm.self,
    StockFlowForm.self, IncomeDistributionForm.self, TrendForm.self, ShareForm.self, IncidenceForm.self,
    PathForm.self, PhaseOutForm.self,
    InstitutionalRateForm.self,
    GapPaymentForm.self, PhaseOutPaymentForm.self, TopUpForm.self, AllowanceForm.self, GrantForm.self,
    EmergencyGrantForm.self, PriceSubsidyForm.self, ContributionSubsidyForm.self, ReimbursementForm.self,
    NormForm.self,
    AdvanceForm.self, ReserveForm.self,
    FloorForm.self, CapForm.self, TargetForm.self, GateForm.self, MonitorForm.self,
  ]

  /// Looks a form up by the name used in books.
  public static func form(named name: String) -> (any RuleForm.Type)? {
    forms.first { $0.name == name }
  }
}
