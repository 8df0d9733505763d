import Formats

/// The names of file formats, and how to convert the formats that convtui does not read.
extension Words {
  /// As in `PNG, JPEG or netpbm`.
  var imageKinds: String { alternatives(ImageDecoder.names) }
  /// As in `.png, .jpg or .pam`.
  var imageEndings: String { alternatives(ImageDecoder.endings.map { "." + $0 }) }

  func sentence(_ format: ForeignFormat) -> String {
    "It is \(name(of: format)), which convtui does not read" + conversion(of: format)
  }

  private func name(of format: ForeignFormat) -> String {
    switch format {
    case .pyTorch: "a PyTorch file"
    case .pyTorchExport: "a program exported by PyTorch"
    case .onnx: "an ONNX model"
    case .hdf5: "an HDF5 file"
    case .keras: "a Keras model"
    case .matlab: "a MATLAB file"
    case .pickle: "a pickle of Python objects"
    case .webp: "a WebP image"
    case .gif: "a GIF image"
    case .tiff: "a TIFF image"
    case .heic: "a HEIC image"
    case .avif: "an AVIF image"
    case .jxl: "a JPEG XL image"
    case .jp2: "a JPEG 2000 image"
    }
  }

  private func conversion(of format: ForeignFormat) -> String {
    switch format {
    case .pyTorch:
      inPython(
        #"safetensors.torch.save_file(torch.load("FILE", "cpu"), "model.safetensors")"#)
    case .pyTorchExport:
      inPython(
        #"safetensors.torch.save_file(torch.export.load("FILE").state_dict, "model.safetensors")"#)
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
    "; in Python, \(call) writes a file of arrays that it reads."
  }

  private func toPNG(_ format: ForeignFormat, readsWithPillow: Bool) -> String {
    let file = "picture." + format.imageEndings[0]
    let pillow =
      ", or python3 -c \"from PIL import Image; Image.open('\(file)').save('picture.png')\","
    return
      "; convert \(file) picture.png\(readsWithPillow ? pillow : "") makes a PNG of it, which "
      + "would work."
  }
}
