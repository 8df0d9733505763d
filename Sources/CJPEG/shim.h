#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jpeglib.h>
#include <jerror.h>

// libjpeg reports an error by a jump that must not cross Swift frames, so each function here catches
// it and answers 0, with libjpeg's words in `message`. A warning counts as an error where it tells of
// data that is damaged or cut short; the first that does not is kept in `remark`. Nothing is printed.

/// Copies the next `count` bytes of a file, and returns how many there were.
typedef size_t (*cn_jpeg_source)(void *context, uint8_t *into, size_t count);

/// A JPEG file while it is decoded; the context of its source must outlive it.
struct cn_jpeg_reader {
  uint32_t width, height;
  /// As stored: 1 grey, 3 colours, 4 the printing colours.
  int components;
  /// The file comes in several passes over the whole image, which are to be absorbed first.
  int has_scans;
  /// The rows can still come out whole where the file ends now.
  int may_end;
  /// The file has ended.
  int has_ended;
  /// A row in the printing colours; NULL where there are none.
  JSAMPARRAY inks;
  char message[JMSG_LENGTH_MAX];
  char remark[JMSG_LENGTH_MAX];
  /// The failure is of the process by which the file is coded, which this libjpeg does not know.
  int is_unknown_process;
  /// The failure is that the image comes in more scans than are taken in.
  int has_too_many_scans;
  struct jpeg_decompress_struct decoder;
  struct jpeg_error_mgr errors;
  jmp_buf escape;
  cn_jpeg_source source;
  void *context;
  struct jpeg_source_mgr manager;
  uint8_t buffer[1 << 16];
};

static inline void cn_jpeg_fail(j_common_ptr decoder) {
  struct cn_jpeg_reader *reader = (struct cn_jpeg_reader *)decoder->client_data;
  if (reader->has_ended) decoder->err->msg_code = JWRN_JPEG_EOF;
  (*decoder->err->format_message)(decoder, reader->message);
  int code = decoder->err->msg_code;
  reader->is_unknown_process = code == JERR_SOF_UNSUPPORTED || code == JERR_BAD_PRECISION ||
      code == JERR_ARITH_NOTIMPL || code == JERR_UNKNOWN_MARKER;
  longjmp(reader->escape, 1);
}

/// Whether a warning is of something beside the pixels.
static inline int cn_jpeg_is_harmless(const struct cn_jpeg_reader *reader, int code) {
  switch (code) {
    case JWRN_JPEG_EOF:
      return reader->may_end;
    case JWRN_ADOBE_XFORM:
    case JWRN_BOGUS_PROGRESSION:
    case JWRN_EXTRANEOUS_DATA:
    case JWRN_JFIF_MAJOR:
    case JWRN_NOT_SEQUENTIAL:
      return 1;
    default:
      return 0;
  }
}

static inline void cn_jpeg_warn(j_common_ptr decoder, int level) {
  if (level >= 0) return;
  struct cn_jpeg_reader *reader = (struct cn_jpeg_reader *)decoder->client_data;
  if (!cn_jpeg_is_harmless(reader, decoder->err->msg_code)) cn_jpeg_fail(decoder);
  if (!reader->remark[0]) (*decoder->err->format_message)(decoder, reader->remark);
}

static inline void cn_jpeg_ignore(j_decompress_ptr decoder) { (void)decoder; }

static inline boolean cn_jpeg_fill(j_decompress_ptr decoder) {
  struct cn_jpeg_reader *reader = (struct cn_jpeg_reader *)decoder->client_data;
  size_t count = reader->source(reader->context, reader->buffer, sizeof reader->buffer);
  if (count == 0) {
    // Only the mark at the end may be missing: where bits are, the decoder fails for want of them.
    WARNMS(decoder, JWRN_JPEG_EOF);
    reader->has_ended = 1;
    reader->buffer[0] = 0xFF;
    reader->buffer[1] = JPEG_EOI;
    count = 2;
  }
  reader->manager.next_input_byte = reader->buffer;
  reader->manager.bytes_in_buffer = count;
  return TRUE;
}

static inline void cn_jpeg_skip(j_decompress_ptr decoder, long count) {
  struct jpeg_source_mgr *manager = decoder->src;
  while (count > (long)manager->bytes_in_buffer) {
    count -= (long)manager->bytes_in_buffer;
    cn_jpeg_fill(decoder);
  }
  if (count <= 0) return;
  manager->next_input_byte += count;
  manager->bytes_in_buffer -= (size_t)count;
}

/// Reads all that stands before the pixels. NULL without memory; to be closed also where it failed.
static inline struct cn_jpeg_reader *cn_jpeg_open(cn_jpeg_source source, void *context) {
  struct cn_jpeg_reader *reader = (struct cn_jpeg_reader *)calloc(1, sizeof *reader);
  if (!reader) return NULL;
  struct jpeg_decompress_struct *decoder = &reader->decoder;
  decoder->err = jpeg_std_error(&reader->errors);
  reader->errors.error_exit = cn_jpeg_fail;
  reader->errors.emit_message = cn_jpeg_warn;
  decoder->client_data = reader;
  if (setjmp(reader->escape)) return reader;
  jpeg_create_decompress(decoder);
  reader->source = source;
  reader->context = context;
  reader->manager.init_source = cn_jpeg_ignore;
  reader->manager.fill_input_buffer = cn_jpeg_fill;
  reader->manager.skip_input_data = cn_jpeg_skip;
  reader->manager.resync_to_restart = jpeg_resync_to_restart;
  reader->manager.term_source = cn_jpeg_ignore;
  decoder->src = &reader->manager;
  jpeg_read_header(decoder, TRUE);
  reader->width = decoder->image_width;
  reader->height = decoder->image_height;
  reader->components = decoder->num_components;
  reader->has_scans = jpeg_has_multiple_scans(decoder);
  return reader;
}

/// Starts to decode, to red, green and blue or to grey; printing colours become red, green and blue.
static inline int cn_jpeg_start(struct cn_jpeg_reader *reader, int as_grey) {
  if (setjmp(reader->escape)) return 0;
  struct jpeg_decompress_struct *decoder = &reader->decoder;
  int has_inks = reader->components == 4;
  decoder->out_color_space = has_inks ? JCS_CMYK : as_grey ? JCS_GRAYSCALE : JCS_RGB;
  decoder->buffered_image = reader->has_scans;
  jpeg_start_decompress(decoder);
  // Of several scans some may be missing, and arithmetic codes go on without end.
  reader->may_end = !reader->has_scans && !decoder->arith_code;
  if (has_inks)
    reader->inks = (*decoder->mem->alloc_sarray)(
        (j_common_ptr)decoder, JPOOL_IMAGE, 4 * reader->width, 1);
  return 1;
}

/// Takes in one row of blocks of one scan. Answers 0 on failure and for scans past `limit`, 1 where
/// more follows and 2 where all scans are there and rows can be read.
static inline int cn_jpeg_absorb(struct cn_jpeg_reader *reader, int limit) {
  if (setjmp(reader->escape)) return 0;
  struct jpeg_decompress_struct *decoder = &reader->decoder;
  if (jpeg_consume_input(decoder) == JPEG_REACHED_EOI) {
    jpeg_start_output(decoder, decoder->input_scan_number);
    return 2;
  }
  if (decoder->input_scan_number <= limit) return 1;
  reader->has_too_many_scans = 1;
  return 0;
}

/// Bytes taken from the source that were not looked at yet.
static inline size_t cn_jpeg_left(const struct cn_jpeg_reader *reader) {
  return reader->decoder.src->bytes_in_buffer;
}

/// Red, green and blue of a row of inverted inks: what cyan, magenta and yellow, and black over them,
/// leave of white, in Pillow's integers.
static inline void cn_jpeg_mix(const uint8_t *inks, uint32_t width, uint8_t *row) {
  for (const uint8_t *end = inks + 4 * (size_t)width; inks < end; inks += 4, row += 3)
    for (int ink = 0; ink < 3; ink++) {
      unsigned product = (255 - inks[ink]) * inks[3] + 128;
      int rest = inks[3] - (int)((product + (product >> 8)) >> 8);
      row[ink] = (uint8_t)(rest < 0 ? 0 : rest);
    }
}

/// Reads the next `count` rows of `row_bytes` bytes each.
static inline int cn_jpeg_read_rows(
    struct cn_jpeg_reader *reader, uint8_t *rows, size_t row_bytes, uint32_t count) {
  if (setjmp(reader->escape)) return 0;
  uint32_t end = reader->decoder.output_scanline + count;
  for (JSAMPROW row = rows; reader->decoder.output_scanline < end; row += row_bytes)
    if (reader->inks) {
      jpeg_read_scanlines(&reader->decoder, reader->inks, 1);
      cn_jpeg_mix(reader->inks[0], reader->width, row);
    } else {
      jpeg_read_scanlines(&reader->decoder, &row, 1);
    }
  return 1;
}

/// Reads on to the file's own end, after all rows.
static inline int cn_jpeg_finish(struct cn_jpeg_reader *reader) {
  if (setjmp(reader->escape)) return 0;
  if (reader->has_scans) jpeg_finish_output(&reader->decoder);
  jpeg_finish_decompress(&reader->decoder);
  return 1;
}

static inline void cn_jpeg_close(struct cn_jpeg_reader *reader) {
  if (!reader) return;
  jpeg_destroy_decompress(&reader->decoder);
  free(reader);
}
