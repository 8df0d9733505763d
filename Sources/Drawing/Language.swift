/// The language that texts are in, by its code: a tag alone, the words stand elsewhere.
public enum Language: String, CaseIterable, Hashable, Sendable {
  case english = "en"
  case chinese = "zh"
}
