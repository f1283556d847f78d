import XCTest
@testable import FeedKit

final class StubSession {
    var answers: [Data] = []
}

final class EntryTests: XCTestCase {
    func testMatchingIgnoresCase() {
        XCTAssertTrue(Entry(id: "1", title: "Swift Evolution").matches("swift"))
    }

    func testUnread() {
        var entry = Entry(id: "1", title: "News")
        entry.markRead()
        XCTAssertEqual([entry].unread(), [])
    }
}
