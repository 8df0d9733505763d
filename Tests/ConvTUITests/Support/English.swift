@testable import ConvTUI

/// The words that the goldens are in.
let words = Words(language: .english)
