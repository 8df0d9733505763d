import Formats

/// What is wrong with the files that a training writes.
extension Words {
  func phrase(_ fault: FormatError.Corruption.Events) -> String {
    switch fault {
    case .message: say("a protobuf message is invalid", "protobuf 消息无效")
    case .count(let count, let dimensions):
      say(
        "a tensor has \(count) numbers, which do not fit \(dimensions)",
        "一个张量有 \(count) 个数，与 \(dimensions) 不符")
    case .histogram(let dimensions):
      say(
        "a histogram has the shape \(dimensions), not N rows of 3",
        "直方图的形状为 \(dimensions)，而不是 N 行 3 列")
    }
  }

  func phrase(_ fault: FormatError.Corruption.Pickle) -> String {
    switch fault {
    case .endsEarly: say("its pickle ends too early", "pickle 过早结束")
    case .unknownCode(let code, let byte):
      say(
        "its pickle has the unknown opcode \(code) at byte \(byte)",
        "pickle 第 \(byte) 字节处有未知的操作码 \(code)")
    case .broken(let byte):
      say("its pickle is invalid before byte \(byte)", "pickle 在第 \(byte) 字节之前无效")
    case .tooDeep(let limit):
      say("its objects are nested more than \(limit) levels deep", "对象嵌套超过 \(limit) 层")
    case .tooManyObjects: say("its pickle expands to too many objects", "pickle 展开后的对象太多")
    }
  }

  func phrase(_ fault: FormatError.Corruption.Torch) -> String {
    switch fault {
    case .noStorage(let name): say("the numbers of “\(name)” are missing", "缺少 “\(name)” 的数")
    case .outside(let name):
      say("“\(name)” reaches past the end of its storage", "“\(name)” 超出了其存储区的末尾")
    }
  }

  func phrase(_ found: FormatError.Unsupported.Torch) -> String {
    switch found {
    case .noPickle: say("a zip archive without PyTorch tensors", "没有 PyTorch 张量的 zip 归档")
    case .onlyObjects(let functions):
      say(
        "only objects that “\(list(functions))” would create", "只能由 “\(list(functions))” 创建的对象")
    }
  }
}
