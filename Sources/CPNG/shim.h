#include <png.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "writer.h"

// libpng reports an error by a jump that must not cross Swift frames, so each function here catches
// it and answers 0, with the kind of failure in `failure`. Nothing is printed.

enum cn_png_failure {
  CN_PNG_NONE,
  CN_PNG_ENDS_EARLY,
  CN_PNG_NO_MEMORY,
  /// What the header says of a pixel does not go together.
  CN_PNG_CONTRADICTION,
  /// libpng's own words are in `message`.
  CN_PNG_LIBRARY
};

/// Copies the next `count` bytes of a file, and returns how many there were.
typedef size_t (*cn_png_source)(void *context, uint8_t *into, size_t count);

/// A PNG file while it is decoded; the context of its source must outlive it.
struct cn_png_reader {
  uint32_t width, height;
  /// Of a pixel as it is read: 1 grey, 2 grey and alpha, 3 red, green and blue, 4 these and alpha.
  int channels;
  /// Of a sample as it is read: 8, or 16 in the processor's own order.
  int bits;
  /// Of a pixel as it is stored.
  int stored_bits;
  /// How often all rows are to be read, one reading over the other: 7 for an interlaced image.
  int passes;
  enum cn_png_failure failure;
  char message[200];
  cn_png_source source;
  void *context;
  png_structp png;
  png_infop info;
};

static inline void cn_png_stop(struct cn_png_reader *reader, enum cn_png_failure failure) {
  reader->failure = failure;
  png_longjmp(reader->png, 1);
}

static inline void cn_png_read_bytes(png_structp png, png_bytep into, size_t count) {
  struct cn_png_reader *reader = (struct cn_png_reader *)png_get_io_ptr(png);
  if (reader->source(reader->context, into, count) < count)
    cn_png_stop(reader, CN_PNG_ENDS_EARLY);
}

static inline void cn_png_fail(png_structp png, png_const_charp message) {
  struct cn_png_reader *reader = (struct cn_png_reader *)png_get_error_ptr(png);
  reader->failure = CN_PNG_LIBRARY;
  strncpy(reader->message, message, sizeof reader->message - 1);
  png_longjmp(png, 1);
}

/// Reads all that stands before the pixels. NULL without memory; to be closed also where it failed.
static inline struct cn_png_reader *cn_png_open(cn_png_source source, void *context) {
  struct cn_png_reader *reader = (struct cn_png_reader *)calloc(1, sizeof *reader);
  if (!reader) return NULL;
  reader->source = source;
  reader->context = context;
  reader->png = png_create_read_struct(
      PNG_LIBPNG_VER_STRING, reader, cn_png_fail, cn_png_ignore_warning);
  reader->info = reader->png ? png_create_info_struct(reader->png) : NULL;
  if (!reader->info) {
    reader->failure = CN_PNG_NO_MEMORY;
    return reader;
  }
  if (setjmp(png_jmpbuf(reader->png))) return reader;
  png_set_read_fn(reader->png, reader, cn_png_read_bytes);
  png_set_user_limits(reader->png, PNG_UINT_31_MAX, PNG_UINT_31_MAX);
  png_read_info(reader->png, reader->info);
  reader->width = png_get_image_width(reader->png, reader->info);
  reader->height = png_get_image_height(reader->png, reader->info);
  int depth = png_get_bit_depth(reader->png, reader->info);
  int kind = png_get_color_type(reader->png, reader->info);
  int is_transparent = png_get_valid(reader->png, reader->info, PNG_INFO_tRNS) != 0;
  reader->channels =
      (kind & PNG_COLOR_MASK_COLOR ? 3 : 1) + (is_transparent || kind & PNG_COLOR_MASK_ALPHA);
  reader->bits = depth == 16 ? 16 : 8;
  reader->stored_bits = depth * png_get_channels(reader->png, reader->info);
  return reader;
}

/// Starts to decode without any change of gamma; palettes and fewer than 8 bits are expanded.
static inline int cn_png_start(struct cn_png_reader *reader) {
  if (setjmp(png_jmpbuf(reader->png))) return 0;
  png_set_expand(reader->png);
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
  png_set_swap(reader->png);
#endif
  reader->passes = png_set_interlace_handling(reader->png);
  png_read_update_info(reader->png, reader->info);
  size_t row_bytes = (size_t)reader->width * reader->channels * (reader->bits / 8);
  if (png_get_rowbytes(reader->png, reader->info) != row_bytes)
    cn_png_stop(reader, CN_PNG_CONTRADICTION);
  return 1;
}

/// Reads the next `count` rows of `row_bytes` bytes each.
static inline int cn_png_read_rows(
    struct cn_png_reader *reader, void *rows, size_t row_bytes, uint32_t count) {
  if (setjmp(png_jmpbuf(reader->png))) return 0;
  for (uint32_t row = 0; row < count; row++)
    png_read_row(reader->png, (png_bytep)rows + row * row_bytes, NULL);
  return 1;
}

/// Reads on to the file's own end, after all rows of all passes.
static inline int cn_png_finish(struct cn_png_reader *reader) {
  if (setjmp(png_jmpbuf(reader->png))) return 0;
  png_read_end(reader->png, NULL);
  return 1;
}

static inline void cn_png_close(struct cn_png_reader *reader) {
  if (!reader) return;
  png_destroy_read_struct(&reader->png, &reader->info, NULL);
  free(reader);
}
