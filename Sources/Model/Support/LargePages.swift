import Glibc

extension UnsafeMutableRawBufferPointer {
  /// Asks for pages of 2 MB, where memory not yet written to is large: it is there sooner.
  package func useLargePages() {
    let page = 1 << 21
    guard count > 2 * page, let base = baseAddress else { return }
    let offset = (page - Int(bitPattern: base) % page) % page
    madvise(base + offset, count - offset, MADV_HUGEPAGE)
  }
}
