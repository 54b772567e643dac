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

/// True for a pipe, a device or a socket.
func isStream(_ path: String) -> Bool {
  var status = stat()
  guard stat(path, &status) == 0 else { return false }
  return ![S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT)
}

/// Opens a pipe or device for writing; the descriptor, or the negative error number.
func openStream(_ path: String) -> Int32 {
  let descriptor = open(path, O_WRONLY | O_CLOEXEC)
  return descriptor >= 0 ? descriptor : -errno
}

/// Writes bytes into a file from an offset on; the error number where it does not work, else 0.
func writeTail(_ bytes: [UInt8], to path: String, at offset: Int) -> Int32 {
  let descriptor = open(path, O_WRONLY | O_CLOEXEC)
  guard descriptor >= 0 else { return errno }
  guard lseek(descriptor, off_t(offset), SEEK_SET) >= 0 else {
    let code = errno
    close(descriptor)
    return code
  }
  let code = writeAll(bytes, to: descriptor)
  let closing = closeFile(descriptor)
  return code == 0 ? closing : code
}

/// Opens a file for reading; the descriptor and its size, nil where there is none.
func openFile(_ path: String) -> (descriptor: Int32, size: Int)? {
  let descriptor = open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { return nil }
  var status = stat()
  guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
    close(descriptor)
    return nil
  }
  return (descriptor, Int(status.st_size))
}

/// Reads exactly as many bytes as fit; false where the file has not as many.
func readAll(_ buffer: UnsafeMutableRawBufferPointer, from descriptor: Int32, at offset: Int) -> Bool {
  var done = 0
  while done < buffer.count {
    let found = pread(
      descriptor, buffer.baseAddress?.advanced(by: done), buffer.count - done, off_t(offset + done))
    if found < 0, errno == EINTR { continue }
    if found <= 0 { return false }
    done += found
  }
  return true
}

/// All bytes of a file; nil where it cannot be read.
func bytesOfFile(_ path: String) -> [UInt8]? {
  guard let (descriptor, size) = openFile(path) else { return nil }
  defer { _ = closeFile(descriptor) }
  var bytes = [UInt8](repeating: 0, count: size)
  return bytes.withUnsafeMutableBytes { readAll($0, from: descriptor, at: 0) } ? bytes : nil
}

/// Removes an empty folder if it is there.
func removeFolder(_ path: String) { rmdir(path) }

/// Closes a descriptor; the error number where it does not work, else 0.
func closeFile(_ descriptor: Int32) -> Int32 { close(descriptor) == 0 ? 0 : errno }

/// Puts a file in another's place; the error number where it does not work, else 0.
func replaceFile(_ path: String, with newer: String) -> Int32 { rename(newer, path) == 0 ? 0 : errno }

/// Removes a file if it is there.
func removeFile(_ path: String) { unlink(path) }

/// Runs something whose library prints on standard error what its error codes say, too: that goes nowhere meanwhile.
func withoutStandardError<Result>(_ body: () -> Result) -> Result {
  let kept = fcntl(2, F_DUPFD_CLOEXEC, 3)
  let nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC)
  guard kept >= 0, nowhere >= 0, dup2(nowhere, 2) >= 0 else {
    if kept >= 0 { close(kept) }
    if nowhere >= 0 { close(nowhere) }
    return body()
  }
  let result = body()
  let code = errno
  dup2(kept, 2)
  close(kept)
  close(nowhere)
  errno = code
  return result
}

/// The path without symbolic links; nil where nothing stands there.
func realPath(_ path: String) -> String? {
  guard let found = realpath(path, nil) else { return nil }
  defer { free(found) }
  return String(cString: found)
}

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
  case EFBIG: Bilingual(zh: "超过文件大小上限", en: "the file would be larger than is allowed")
  case EPIPE: Bilingual(zh: "管道另一端已关闭", en: "nobody reads the pipe any more")
  case ENAMETOOLONG: Bilingual(zh: "路径过长", en: "the path is too long")
  default: Bilingual(zh: "系统错误 \(code)", en: "system error \(code)")
  }
}

/// The error number of the last call that failed; that of an input or output error where there is none.
func lastSystemError() -> Int32 { errno == 0 ? EIO : errno }

/// The error number for memory that cannot be had.
let outOfMemory: Int32 = ENOMEM
