import Foundation

struct SchemaVersion: Comparable {
    let number: Int

    static func < (left: SchemaVersion, right: SchemaVersion) -> Bool {
        left.number < right.number
    }
}

func migrate(from old: SchemaVersion, to new: SchemaVersion) -> Int {
    guard old < new else { return 0 }
    return new.number - old.number
}}
