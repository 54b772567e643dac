import ArgumentParser
import Doudi

/// Where a command is told to write.
enum OutPath {
  /// Refuses a name that is empty, and "-": files of a folder are no stream.
  static func checkFolder(_ out: String?) throws {
    guard out != "" else {
      throw ValidationError(Bilingual(zh: "--out后缺文件夹名", en: "--out needs the name of a folder"))
    }
    guard out != "-" else {
      throw ValidationError(
        Bilingual(
          zh: "--out写出一个文件夹，不能写到标准输出；要流请用--json，文件夹真叫“-”时写./-",
          en:
            "--out writes a folder, which is no stream; use --json for one, or ./- for a folder of that name")
      )
    }
  }

  /// The same for `export`, of which JSON alone goes to standard output.
  static func check(_ out: String, _ form: ExportFormat) throws {
    guard !out.isEmpty else {
      throw ValidationError(Bilingual(zh: "-o后缺文件名", en: "-o needs the name of a file or folder"))
    }
    guard out != "-" || form == .json else {
      throw ValidationError(
        Bilingual(
          zh: "只有--to json能写到标准输出；\(form.rawValue)请写文件或文件夹的名字，真叫“-”时写./-",
          en:
            "--to json alone goes to standard output; name a file or folder for \(form.rawValue), ./- if that is its name"
        ))
    }
  }
}
