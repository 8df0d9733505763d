extension LogRow {
  private static let measures = [
    "loss", "acc", "error", "err", "top1", "top5", "map", "f1", "iou", "dice", "ppl", "perplexity",
    "bleu", "reward", "return", "psnr", "ssim", "auc", "precision", "recall", "mse", "mae", "rmse",
    "wer", "cer", "fid", "nll", "bpb", "bpc", "grad_norm",
  ]

  /// Whether there is a loss or another measure among its names.
  var hasMeasure: Bool {
    entries.contains { entry in
      let words = entry.tag.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "_" }
      return words.contains { word in
        LogRow.measures.contains {
          word == $0 || word.hasSuffix("_" + $0) || word.hasPrefix($0 + "_")
        }
          || word.hasPrefix("acc") || word.hasSuffix("loss")
      }
    }
  }
}
