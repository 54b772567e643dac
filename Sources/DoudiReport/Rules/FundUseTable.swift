import DoudiInputs
public import DoudiModel

/// What funds may be used for, as the books say.
public enum FundUseTable {
  /// A line for each fund and each programme charged to it or named beside it; 未规定 where no book says
  /// anything.
  public static func make(_ volumes: [BookShelf.Volume]) -> Table {
    let books = volumes.map(\.book)
    let rows = books.flatMap { book -> [(book: Book, programme: Programme, use: FundUse?)] in
      let chain = chain(of: book, among: books)
      let uses = FundUses(chain)
      let named = Set(book.fundUses.flatMap(\.programmes))
      let inherited = chain.dropLast().flatMap(\.programmes).filter { named.contains($0.id) }
      let own = book.programmes + inherited.filter { !book.programmes.contains($0) }
      return own.map { (book, $0, uses.row(programme: $0)) }
    }
    return Table(
      id: "fund_uses", title: Labels.fundUses,
      columns: [
        Column("book", Labels.book, .texts(rows.map(\.book.id))),
        Column(
          "programme", Labels.programme,
          .words(rows.indices.map { Int32($0) }, rows.map { Word($0.programme.id, $0.programme.name) })),
        Column("fund", Labels.fund, .texts(rows.map(\.programme.fund))),
        Column(
          "use", Labels.use,
          .words(
            rows.indices.map { Int32($0) },
            rows.map { Word($0.use?.use.rawValue ?? "not_said", Labels.use($0.use?.use)) })),
        Column("cap", Labels.capRule, .texts(rows.map { $0.use?.cap })),
        Column("clause", Labels.clause, .texts(rows.map { $0.use?.citation.clause })),
        Column("document", Labels.document, .texts(rows.map { $0.use?.citation.document.title })),
        Column(
          "verified", Labels.verifiedUse,
          .words(
            rows.map { $0.use.map { $0.isVerified ? 1 : 0 } ?? -1 },
            [Word("false", Labels.flag(false)), Word("true", Labels.flag(true))])),
      ])
  }

  /// The book after those it inherits from, the nation's first.
  private static func chain(of book: Book, among books: [Book]) -> [Book] {
    var found = [book]
    while let name = found[0].inherits?.name, let parent = books.first(where: { $0.id == name }),
      found.count < 20
    {
      found.insert(parent, at: 0)
    }
    return found
  }
}
