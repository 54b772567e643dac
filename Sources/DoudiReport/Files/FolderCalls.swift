#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Puts a folder in another's place and removes the other; the error number where it does not work, else 0.
///
/// Both change places in one step where the file system can do that; elsewhere the older one is moved aside
/// first.
func replaceFolder(_ path: String, with newer: String) -> Int32 {
  if rename(newer, path) == 0 { return 0 }
  guard errno == EEXIST || errno == ENOTEMPTY else { return errno }
  if exchange(newer, path) {
    removeTree(newer)
    return 0
  }
  let aside = newer + ".old"
  guard rename(path, aside) == 0 else { return errno }
  if rename(newer, path) == 0 {
    removeTree(aside)
    return 0
  }
  let code = errno
  _ = rename(aside, path)
  return code
}

/// Removes a folder with all that is in it, if it is there; links are removed, not followed.
func removeTree(_ path: String) {
  for name in namesInFolder(path) ?? [] where name != "." && name != ".." {
    let inner = path + "/" + name
    if unlink(inner) != 0 { removeTree(inner) }
  }
  rmdir(path)
}

/// Lets two names change places in one step; false where the system or its file system cannot.
private func exchange(_ one: String, _ other: String) -> Bool {
  // Linux has the call, the imported headers do not declare it.
  guard let address = dlsym(nil, "renameat2") else { return false }
  typealias Call = @convention(c) (Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32) -> Int32
  let exchangeNames: UInt32 = 2
  return unsafeBitCast(address, to: Call.self)(AT_FDCWD, one, AT_FDCWD, other, exchangeNames) == 0
}
