import COpenBLAS

/// The library under the matrices: which kernel computes.
public enum MatrixCore {
  /// Name of the kernel in use, such as "Haswell" or "SkylakeX".
  ///
  /// The first look, or the first operation, chooses it by the features of the processor; a kernel named by
  /// the variable `OPENBLAS_CORETYPE` is kept where this processor can run it. Results differ between
  /// kernels in the last bits, so whoever reports a result reports this name beside it.
  public static var name: String { String(cString: doudi_blas_start()) }

  /// What the library says of itself: version and build options.
  public static var build: String {
    String(cString: openblas_get_config()).split(separator: " ").joined(separator: " ")
  }

  /// Chooses the kernel if that has not been done.
  ///
  /// Every operation of this module begins with it; after the first time it costs some nanoseconds. The first time it may
  /// set and restore a variable of the environment: a program that changes the environment while other
  /// threads compute calls it once beforehand.
  public static func start() { _ = doudi_blas_start() }
}
