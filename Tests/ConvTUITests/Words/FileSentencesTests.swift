import Formats
import Testing

@testable import ConvTUI

@Test(arguments: [
  (
    FileError.unreadable(path: "a", reason: "Permission denied"),
    "“a” cannot be read (Permission denied); check the file and its permissions."
  ),
  (
    .isNoDirectory(path: "a"),
    "“a” cannot be read (it is a file, not a folder); check the file and its permissions."
  ),
  (
    .unwritable(path: "a", reason: "No space left on device"),
    "“a” cannot be written (No space left on device), and an old file of this name is unchanged; "
      + "check the folder, its permissions and the free space."
  ),
  (
    .inUse(path: "a"),
    "“a” cannot be written (another program is writing to it), and an old file of this name is "
      + "unchanged; check the folder, its permissions and the free space."
  ),
  (
    .special(path: "a", .socket, takesPipes: true),
    "“a” is a socket; a file on a disk, a pipe or - for standard input is needed."
  ),
  (
    .special(path: "a", .pipe, takesPipes: false),
    "“a” is a pipe; a file on a disk is needed there."
  ),
])
func whatIsWrongWithAFileIsSaid(_ error: FileError, sentence: String) {
  #expect(words.sentence(error) == sentence)
}
