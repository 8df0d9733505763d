extension TorchFile {
  /// The form of `torch.export.save`: a list of the weights in JSON, and a member for each of them.
  ///
  /// - Returns: nil for an archive that is of another form.
  static func exported(_ archive: ZIPArchive) throws(FormatError) -> Content? {
    let ending = "data/weights/model_weights_config.json"
    guard let member = archive.members.first(where: { $0.name.hasSuffix(ending) }) else {
      return nil
    }
    let text = try archive.content(of: member, keeping: member.size)
    let config = try JSONValue(text).fields?["config"]?.fields ?? [:]
    var entries: [Entry] = []
    for (name, weight) in config.sorted(by: { $0.key < $1.key }) {
      guard let weight = weight.fields, let path = weight["path_name"]?.text,
        weight["use_pickle"] != .word("true"), let meta = weight["tensor_meta"]?.fields,
        let type = meta["dtype"]?.int, let dimensions = sizes(meta["sizes"]),
        let strides = sizes(meta["strides"]), strides.count == dimensions.count,
        let offset = size(meta["storage_offset"])
      else { continue }
      let typeName = TorchType.exported(type)
      entries.append(
        Entry(
          name: name,
          tensor: TorchTensor(
            storage: TorchStorage(key: path, type: typeName, count: 0), type: typeName,
            offset: offset,
            dimensions: dimensions, strides: strides)))
    }
    let root = String(member.name.dropLast(ending.count))
    return (
      entries, [],
      .archive(
        archive, prefix: root + "data/weights/",
        isBigEndian: try isBigEndian(archive, root + "byteorder"))
    )
  }

  private static func sizes(_ value: JSONValue?) -> [Int]? {
    guard let list = value?.list, list.count <= TorchTensor.mostAxes else { return nil }
    let sizes = list.compactMap { size($0) }
    return sizes.count == list.count ? sizes : nil
  }

  /// `{"as_int": 3}`
  private static func size(_ value: JSONValue?) -> Int? {
    guard let size = value?.fields?["as_int"]?.int, size >= 0 else { return nil }
    return size
  }
}
