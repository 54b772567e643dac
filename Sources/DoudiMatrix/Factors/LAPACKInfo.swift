/// The argument that names the lower triangle.
let lowerTriangle = CChar(UInt8(ascii: "L"))
/// The argument that names the upper triangle.
let upperTriangle = CChar(UInt8(ascii: "U"))

/// The argument that takes the factor from the left.
let leftSide = CChar(UInt8(ascii: "L"))
/// The argument that takes a matrix as it is.
let asItIs = CChar(UInt8(ascii: "N"))
/// The argument that takes a matrix transposed.
let transposedWay = CChar(UInt8(ascii: "T"))
/// The argument for a triangle whose diagonal is stored.
let storedDiagonal = CChar(UInt8(ascii: "N"))

/// That LAPACK has done what it was asked.
/// - Parameters:
///   - info: its return value: negative where it could not begin (no memory for its work), positive where an
///     iteration did not end.
///   - what: the operation, for the message.
/// - Throws: ``MatrixError/notConverged(_:)`` where `info` is not zero.
func requireDone(_ info: Int32, _ what: String) throws(MatrixError) {
  if info != 0 { throw .notConverged("\(what) (code \(info))") }
}
