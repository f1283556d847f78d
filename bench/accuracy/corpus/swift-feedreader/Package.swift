// swift-tools-version: 5.9
import PackageDescription

let package = Package(
    name: "FeedKit",
    products: [.library(name: "FeedKit", targets: ["FeedKit"])],
    dependencies: [.package(url: "https://github.com/apple/swift-argument-parser", from: "1.3.0")],
    targets: [
        .target(name: "FeedKit"),
        .executableTarget(name: "feedctl", dependencies: ["FeedKit"]),
        .testTarget(name: "FeedKitTests", dependencies: ["FeedKit"]),
    ]
)
