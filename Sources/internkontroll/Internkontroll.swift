@main struct Internkontroll { static func main() {} }
