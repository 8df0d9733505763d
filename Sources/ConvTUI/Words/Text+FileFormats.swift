import Formats

/// What kinds of file are called, and how those of other programs become ones that are read.
extension Text {
  /// As in `PNG, JPEG or netpbm`.
  static let imageKinds = alternatives(ImageDecoder.names)
  /// As in `.png, .jpg or .pam`.
  static let imageEndings = alternatives(ImageDecoder.endings.map { "." + $0 })

  static func sentence(_ format: ForeignFormat) -> String {
    "It is \(name(of: format)), which is not read here; in Python \(conversion(of: format)) writes "
      + "a file of arrays, which is read."
  }

  private static func name(of format: ForeignFormat) -> String {
    switch format {
    case .pyTorch: "a PyTorch file"
    case .pyTorchExport: "a program exported by PyTorch"
    case .onnx: "an ONNX model"
    case .hdf5: "an HDF5 file"
    case .keras: "a Keras model"
    case .matlab: "a MATLAB file"
    case .pickle: "a pickle of Python objects"
    }
  }

  private static func conversion(of format: ForeignFormat) -> String {
    switch format {
    case .pyTorch:
      #"safetensors.torch.save_file(torch.load("FILE", "cpu"), "model.safetensors")"#
    case .pyTorchExport:
      #"safetensors.torch.save_file(torch.export.load("FILE").state_dict, "model.safetensors")"#
    case .onnx:
      #"numpy.savez("model.npz", **{t.name: onnx.numpy_helper.to_array(t) "#
        + #"for t in onnx.load("FILE").graph.initializer})"#
    case .hdf5: #"numpy.save("array.npy", h5py.File("FILE")["NAME"][()])"#
    case .keras: #"numpy.savez("model.npz", *keras.models.load_model("FILE").get_weights())"#
    case .matlab: #"numpy.savez("arrays.npz", **scipy.io.loadmat("FILE"))"#
    case .pickle: #"numpy.save("array.npy", numpy.load("FILE", allow_pickle=True))"#
    }
  }
}
