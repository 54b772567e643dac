import DoudiMatrix

/// What the program computes ensembles with on this machine.
public enum Machinery {
  /// Library of dense algebra and its kernel in use: "OpenBLAS 0.3.21, Haswell".
  public static var algebra: String {
    let library = MatrixCore.build.split(separator: " ").prefix(2).joined(separator: " ")
    return "\(library), \(MatrixCore.name)"
  }
}
