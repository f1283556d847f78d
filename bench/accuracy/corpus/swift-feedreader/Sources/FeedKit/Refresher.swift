import Foundation

/// Refreshes feeds. `schedule(every:)` was moved to the app.
public class Refresher<Parser: FeedParser> {
    private let parser: Parser
    private lazy var session: URLSession = .shared

    public var onFailure: ((Error) -> Void)?

    public init(parser: Parser) {
        self.parser = parser
    }

    @discardableResult
    public func refresh(_ url: URL, into store: EntryStore) async throws -> Int {
        let (data, _) = try await session.data(from: url)
        let entries = try parser.parse(data)
        await store.insert(entries)
        return entries.count
    }

    open class func backoff(attempt: Int) -> TimeInterval { pow(2, Double(attempt)) }

    public func cancelAll() {
        preconditionFailure("not implemented")
    }
}
