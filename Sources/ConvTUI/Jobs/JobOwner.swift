/// A scene that has work done beside the screen.
protocol JobOwner: SceneWithWork {
  associatedtype Work: Job

  /// What is asked of the job; nil as long as none is wanted.
  var jobOrder: Work.Order? { get }
  /// Begins the job, which may take its time: it is called where nothing waits for it.
  var beginJob: @Sendable () -> Work { get }
  /// Whether the job has something to write before the program ends.
  var hasWorkToSave: Bool { get }
  /// Takes what the job has come to.
  mutating func receive(_ report: Work.Report)
}

extension JobOwner {
  var hasWorkToSave: Bool { false }
  var shareDone: Double { isBusy ? 0 : 1 }
  /// Whether a job is wanted, which then goes on while another scene is looked at.
  var hasJob: Bool { jobOrder != nil }

  /// The scene after a report, if the report is its own.
  func receiving(_ report: JobReport) -> Self {
    guard let content = report.content(for: self) else { return self }
    var scene = self
    scene.receive(content)
    return scene
  }
}

/// What a job has come to, on its way to the scene that owns it: nobody else can open it.
struct JobReport: Equatable, Sendable {
  private let owner: SceneKind
  private let content: any Equatable & Sendable

  init<Owner: JobOwner>(for owner: Owner, _ content: Owner.Work.Report) {
    self.owner = owner.kind
    self.content = content
  }

  fileprivate func content<Owner: JobOwner>(for owner: Owner) -> Owner.Work.Report? {
    owner.kind == self.owner ? content as? Owner.Work.Report : nil
  }

  static func == (left: JobReport, right: JobReport) -> Bool {
    left.owner == right.owner && left.content.equals(right.content)
  }
}

extension Equatable {
  fileprivate func equals(_ other: Any) -> Bool { self == other as? Self }
}
