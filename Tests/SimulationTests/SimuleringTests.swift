import Testing
struct P { @Test func x() {} }
