import DoudiInputs
import Testing

@testable import DoudiReport

@Suite("Drawing")
struct FigureRendererTests {
  private let chart: Chart = {
    let table = SmallTables.years([("a", [1_000_000, 2_000_000])])
    return StackedYears.figure("programmes", table, title: table.title, form: SmallTables.form)
  }()

  @Test func piecesAreReadByTheirLengths() {
    #expect(FigureRenderer.parts(Array("3\nabc0\n2\n\n\n".utf8)) == [Array("abc".utf8), [], [10, 10]])
    #expect(FigureRenderer.parts([]) == [])
    // What is cut off or no number is nothing.
    #expect(FigureRenderer.parts(Array("3\nab".utf8)) == [])
    #expect(FigureRenderer.parts(Array("x\nab".utf8)) == [])
    #expect(FigureRenderer.parts(Array("-1\nab".utf8)) == [])
  }

  @Test func withoutPythonThereAreNoPicturesAndTheReasonSaysHow() {
    let none = FigureRenderer([chart], python: "/nonexistent/python3")
    #expect(none.pictures.isEmpty)
    #expect(none.reason?.zh.contains("pip install vl-convert-python") == true)
    let failing = FigureRenderer([chart], python: "/bin/false")
    #expect(failing.pictures.isEmpty)
    #expect(failing.reason?.en.hasPrefix("no pictures: vl-convert failed (1)") == true)
    // It ends well and has written nothing.
    #expect(
      FigureRenderer([chart], python: "/bin/true").reason == Labels.noPictures(Labels.picturesIncomplete))
  }

  @Test func nothingToDrawAsksForNothing() {
    #expect(FigureRenderer([], python: "/nonexistent/python3").reason == nil)
  }
}
