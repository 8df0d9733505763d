import Formats

/// The names of file formats, and how to convert the formats that convtui does not read.
extension Words {
  /// As in `PNG, JPEG or netpbm`.
  var imageKinds: String { alternatives(ImageDecoder.names) }
  /// As in `.png, .jpg or .pam`.
  var imageEndings: String { alternatives(ImageDecoder.endings.map { "." + $0 }) }

  func sentence(_ format: ForeignFormat) -> String {
    say(
      "It is \(name(of: format)), which convtui does not read" + conversion(of: format),
      "它是\(name(of: format))，convtui 不能读" + conversion(of: format))
  }

  private func name(of format: ForeignFormat) -> String {
    switch format {
    case .onnx: say("an ONNX model", " ONNX 模型")
    case .hdf5: say("an HDF5 file", " HDF5 文件")
    case .keras: say("a Keras model", " Keras 模型")
    case .matlab: say("a MATLAB file", " MATLAB 文件")
    case .pickle: say("a pickle of Python objects", " Python 对象的 pickle")
    case .webp: say("a WebP image", " WebP 图像")
    case .gif: say("a GIF image", " GIF 图像")
    case .tiff: say("a TIFF image", " TIFF 图像")
    case .heic: say("a HEIC image", " HEIC 图像")
    case .avif: say("an AVIF image", " AVIF 图像")
    case .jxl: say("a JPEG XL image", " JPEG XL 图像")
    case .jp2: say("a JPEG 2000 image", " JPEG 2000 图像")
    }
  }

  private func conversion(of format: ForeignFormat) -> String {
    switch format {
    case .onnx:
      inPython(
        #"numpy.savez("model.npz", **{t.name: onnx.numpy_helper.to_array(t) "#
          + #"for t in onnx.load("FILE").graph.initializer})"#)
    case .hdf5: inPython(#"numpy.save("array.npy", h5py.File("FILE")["NAME"][()])"#)
    case .keras:
      inPython(#"numpy.savez("model.npz", *keras.models.load_model("FILE").get_weights())"#)
    case .matlab: inPython(#"numpy.savez("arrays.npz", **scipy.io.loadmat("FILE"))"#)
    case .pickle: inPython(#"numpy.save("array.npy", numpy.load("FILE", allow_pickle=True))"#)
    case .webp, .gif, .tiff, .avif, .jp2: toPNG(format, readsWithPillow: true)
    case .heic, .jxl: toPNG(format, readsWithPillow: false)
    }
  }

  private func inPython(_ call: String) -> String {
    say(
      "; in Python, \(call) writes a file of arrays that it reads.",
      "；在 Python 中，\(call) 能写出它可读的数组文件。")
  }

  private func toPNG(_ format: ForeignFormat, readsWithPillow: Bool) -> String {
    let file = "picture." + format.imageEndings[0]
    let pillow =
      say(
        ", or python3 -c \"from PIL import Image; Image.open('\(file)').save('picture.png')\",",
        " 或 python3 -c \"from PIL import Image; Image.open('\(file)').save('picture.png')\" ")
    return
      say(
        "; convert \(file) picture.png\(readsWithPillow ? pillow : "") makes a PNG of it, which "
          + "would work.",
        "；用 convert \(file) picture.png\(readsWithPillow ? pillow : " ")可转成 PNG，就能读了。")
  }
}
