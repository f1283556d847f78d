import Foundation

public actor EntryStore {
    private var entries: [String: Entry] = [:]
    private let listener: StoreListener

    public init(listener: StoreListener = SilentListener()) {
        self.listener = listener
    }

    public func insert(_ new: [Entry]) {
        for entry in new where entries[entry.id] == nil {
            entries[entry.id] = entry
            listener.added(entry)
        }
    }

    public func all(where filter: EntryFilter = { _ in true }) -> [Entry] {
        entries.values.filter(filter).sorted { $0.title < $1.title }
    }

    public func compact() {}

    private func evict(olderThan date: Date) {
        entries = entries.filter { ($0.value.published ?? .distantPast) > date }
    }

    public subscript(id: String) -> Entry? { entries[id] }

    deinit {}
}

public protocol StoreListener: Sendable {
    func added(_ entry: Entry)
}

/// For callers who do not listen; ignoring everything is the point.
public struct SilentListener: StoreListener {
    public init() {}
    public func added(_ entry: Entry) {}
}
