#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif
import DoudiInputs

/// Writes all bytes to a descriptor; the error number where it does not work, else 0.
func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
  bytes.withUnsafeBytes { raw in
    var offset = 0
    while offset < raw.count {
      let written = write(descriptor, raw.baseAddress?.advanced(by: offset), raw.count - offset)
      if written < 0 {
        if errno == EINTR { continue }
        return errno
      }
      offset += written
    }
    return 0
  }
}

/// Makes a folder and those above it; the error number where it does not work, else 0.
func makeFolders(_ path: String) -> Int32 {
  var built = path.hasPrefix("/") ? "/" : ""
  for part in path.split(separator: "/") {
    built += (built.isEmpty || built.hasSuffix("/") ? "" : "/") + part
    if mkdir(built, 0o777) != 0, errno != EEXIST { return errno }
  }
  var status = stat()
  guard stat(path, &status) == 0 else { return errno }
  return status.st_mode & S_IFMT == S_IFDIR ? 0 : ENOTDIR
}

/// Names in a folder in order; nil where it cannot be read.
public func namesInFolder(_ path: String) -> [String]? {
  guard let folder = opendir(path) else { return nil }
  defer { closedir(folder) }
  var names: [String] = []
  while let entry = readdir(folder) {
    names.append(
      withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      })
  }
  return names.sorted()
}

/// Opens a new file for writing; the descriptor, or the negative error number.
func createFile(_ path: String) -> Int32 {
  let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
  return descriptor >= 0 ? descriptor : -errno
}

/// Closes a descriptor; the error number where it does not work, else 0.
func closeFile(_ descriptor: Int32) -> Int32 { close(descriptor) == 0 ? 0 : errno }

/// Puts a file in another's place; the error number where it does not work, else 0.
func replaceFile(_ path: String, with newer: String) -> Int32 { rename(newer, path) == 0 ? 0 : errno }

/// Removes a file if it is there.
func removeFile(_ path: String) { unlink(path) }

/// The number of this process, for names of files in the making.
func processNumber() -> Int32 { getpid() }

/// True where an error number says that nobody reads any more.
func isClosedPipe(_ code: Int32) -> Bool { code == EPIPE }

/// An error number in words.
func systemReason(_ code: Int32) -> Bilingual {
  switch code {
  case EACCES, EPERM: Bilingual(zh: "没有写权限", en: "permission is missing")
  case EROFS: Bilingual(zh: "文件系统只读", en: "the file system is read-only")
  case ENOSPC, EDQUOT: Bilingual(zh: "磁盘空间不足", en: "no space is left")
  case ENOTDIR, EEXIST: Bilingual(zh: "路径中有同名文件，不是文件夹", en: "a part of the path is a file, not a folder")
  case EISDIR: Bilingual(zh: "同名文件夹已存在", en: "a folder of that name is in the way")
  case ENAMETOOLONG: Bilingual(zh: "路径过长", en: "the path is too long")
  default: Bilingual(zh: "系统错误 \(code)", en: "system error \(code)")
  }
}
