@_exported public import DoudiAnalysis
@_exported public import DoudiEnsemble
@_exported public import DoudiInputs
@_exported public import DoudiModel
@_exported public import DoudiReport
@_exported public import DoudiUnits
