import ArgumentParser
import FeedKit
import Foundation

struct Feedctl: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "feedctl", subcommands: [Fetch.self, Prune.self])
}

struct Fetch: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "fetch", abstract: "Read a feed once")

    @Argument var url: String

    func run() async throws {
        let store = EntryStore()
        let count = try await Refresher(parser: RSSParser()).refresh(URL(string: url)!, into: store)
        print("\(count) entries, \(await store.all().unread().count) unread")
    }
}

struct Prune: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "prune")

    func run() async throws {
        fatalError("prune is not implemented")
    }
}

struct Share: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "share")

    func run() throws {
        print("nothing to share")
    }
}

await Feedctl.main()
