import Foundation

public struct Entry: Identifiable, Hashable {
    public let id: String
    public var title: String
    public var published: Date?
    public var isRead = false

    public init(id: String, title: String, published: Date? = nil) {
        self.id = id
        self.title = title
        self.published = published
    }

    public mutating func markRead() {
        isRead = true
    }
}

public enum FeedError: Error, Equatable {
    case unreachable(URL)
    case malformed(line: Int)

    var isTransient: Bool {
        if case .unreachable = self { return true }
        return false
    }
}

public typealias EntryFilter = (Entry) -> Bool

extension Entry {
    public func matches(_ term: String) -> Bool {
        title.localizedCaseInsensitiveContains(term)
    }

    /// Summaries come from the server one day.
    public func summary(length: Int) -> String {
        return "" // TODO: ask the server
    }
}

extension Array where Element == Entry {
    public func unread() -> [Entry] { filter { !$0.isRead } }
}
