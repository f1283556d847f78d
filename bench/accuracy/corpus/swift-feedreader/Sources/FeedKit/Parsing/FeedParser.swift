import Foundation

public protocol FeedParser {
    associatedtype Document

    func parse(_ data: Data) throws -> [Entry]
    func document(from data: Data) throws -> Document
}

extension FeedParser {
    public func parse(contentsOf url: URL) throws -> [Entry] {
        try parse(Data(contentsOf: url))
    }
}

public final class RSSParser: NSObject, FeedParser, XMLParserDelegate {
    private var entries: [Entry] = []
    private var text = ""

    public func parse(_ data: Data) throws -> [Entry] {
        let parser = XMLParser(data: data)
        parser.delegate = self
        guard parser.parse() else { throw FeedError.malformed(line: parser.lineNumber) }
        return entries
    }

    public func document(from data: Data) throws -> XMLParser {
        XMLParser(data: data)
    }

    public func parser(_ parser: XMLParser, foundCharacters string: String) {
        text += string
    }

    public func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        if name == "title" { entries.append(Entry(id: UUID().uuidString, title: text)) }
        text = ""
    }
}

public struct AtomParser: FeedParser {
    public init() {}

    public func parse(_ data: Data) throws -> [Entry] {
        fatalError("not implemented")
    }

    public func document(from data: Data) throws -> Never {
        fatalError("not implemented")
    }
}

// public struct JSONFeedParser: FeedParser {
//     public func parse(_ data: Data) throws -> [Entry] { [] }
// }

let sample = """
func parseOPML(_ text: String) -> [URL] { [] }
"""
