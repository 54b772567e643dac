import COpenBLAS
import DoudiMatrix
import Foundation
import Testing

@Suite struct MatrixCoreTests {
  /// Features add up as processors had them; the generic ones are left to the library.
  @Test func kernelsByFeatures() {
    let nehalem = bits(DOUDI_BLAS_SSSE3, DOUDI_BLAS_SSE41, DOUDI_BLAS_SSE42)
    let sandyBridge = nehalem | bits(DOUDI_BLAS_AVX)
    let haswell = sandyBridge | bits(DOUDI_BLAS_AVX2_FMA)
    let zen = haswell | bits(DOUDI_BLAS_SSE4A)
    let server = haswell | bits(DOUDI_BLAS_AVX512)
    let cases: [(UInt32, String?)] = [
      (0, nil), (bits(DOUDI_BLAS_SSSE3), nil), (nehalem, "Nehalem"), (sandyBridge, "Sandybridge"),
      (sandyBridge | bits(DOUDI_BLAS_FMA4), nil), (haswell, "Haswell"), (zen, "Haswell"),
      (server, "SkylakeX"),
      (server | bits(DOUDI_BLAS_AVX512_BF16), "SkylakeX"), (zen | bits(DOUDI_BLAS_AVX512), "SkylakeX"),
    ]
    for (features, name) in cases {
      #expect(doudi_blas_core_for(features).map { String(cString: $0) } == name)
      if let name { #expect(doudi_blas_accepts(name, features) == 1) }
    }
  }

  @Test func namesAreKeptWhereTheyCanRun() {
    let haswell = bits(
      DOUDI_BLAS_SSSE3, DOUDI_BLAS_SSE41, DOUDI_BLAS_SSE42, DOUDI_BLAS_AVX, DOUDI_BLAS_AVX2_FMA)
    for name in ["Haswell", "haswell", "NEHALEM", "Prescott", "Zen", "Sandybridge"] {
      #expect(doudi_blas_accepts(name, haswell) == 1, "\(name)")
    }
    for name in ["", " ", "Haswel", "SkylakeX", "Cooperlake", "Bulldozer", "Barcelona"] {
      #expect(doudi_blas_accepts(name, haswell) == 0, "\(name)")
    }
    #expect(doudi_blas_accepts(nil, haswell) == 0)
  }

  @Test func theKernelInUseRunsHereOnOneThread() {
    MatrixCore.start()
    #expect(doudi_blas_features() == 0 || doudi_blas_accepts(MatrixCore.name, doudi_blas_features()) == 1)
    #expect(openblas_get_num_threads() == 1)
    #expect(MatrixCore.build.hasPrefix("OpenBLAS "))
  }

  /// Two would have two kernels and two settings.
  @Test func oneOpenBLASInTheProcess() throws {
    MatrixCore.start()
    guard let file = FileHandle(forReadingAtPath: "/proc/self/maps") else { return }
    let maps = String(decoding: try file.readToEnd() ?? Data(), as: UTF8.self)
    let files = Set(maps.split { $0 == " " || $0 == "\n" }.filter { $0.hasPrefix("/") })
    let libraries = files.filter { $0.split(separator: "/").last?.hasPrefix("libopenblas") == true }
    #expect(libraries.count == 1, "\(libraries)")
  }

  /// Whatever the variable says that names no kernel, the choice is the same, and the variable is put back.
  @Test func emptyAndUnknownNamesAreAsIfNotSet() async throws {
    let unset = await #expect(processExitsWith: .success, observing: [\.standardOutputContent]) {
      unsetenv("OPENBLAS_CORETYPE")
      print("kernel", MatrixCore.name, getenv("OPENBLAS_CORETYPE") == nil)
    }
    let empty = await #expect(processExitsWith: .success, observing: [\.standardOutputContent]) {
      setenv("OPENBLAS_CORETYPE", "", 1)
      print("kernel", MatrixCore.name, getenv("OPENBLAS_CORETYPE").map { $0.pointee == 0 } ?? false)
    }
    let unknown = await #expect(processExitsWith: .success, observing: [\.standardOutputContent]) {
      setenv("OPENBLAS_CORETYPE", "Lakehurst", 1)
      let left = getenv("OPENBLAS_CORETYPE").map { String(cString: $0) }
      print("kernel", MatrixCore.name, left == "Lakehurst")
    }
    let foreign = await #expect(processExitsWith: .success, observing: [\.standardOutputContent]) {
      let features = doudi_blas_features()
      let name = doudi_blas_accepts("SkylakeX", features) == 0 ? "SkylakeX" : "Bulldozer"
      setenv("OPENBLAS_CORETYPE", name, 1)
      // A product that would end in an illegal instruction with the kernel asked for.
      let square = try Naive.matrix(64, 64, seed: 1)
      let product = try Matrix.product(square, square)
      print("kernel", MatrixCore.name, gap(product, Naive.product(square, square)) < 1e-14)
    }
    let said = [unset, empty, unknown, foreign].map { result in
      lines(of: result?.standardOutputContent, after: "kernel ")
    }
    #expect(said[0].count == 1 && said[0][0].hasSuffix(" true"))
    #expect(said.allSatisfy { $0 == said[0] })
    if let best = doudi_blas_core_for(doudi_blas_features()) {
      #expect(said[0] == ["\(String(cString: best)) true"])
    }
  }

  private func bits(_ features: doudi_blas_feature...) -> UInt32 { features.reduce(0) { $0 | $1.rawValue } }
}

/// What stands behind `mark` in the lines of a process's output that begin with it.
func lines(of output: [UInt8]?, after mark: String) -> [String] {
  String(decoding: output ?? [], as: UTF8.self).split(separator: "\n")
    .filter { $0.hasPrefix(mark) }.map { String($0.dropFirst(mark.count)) }
}
