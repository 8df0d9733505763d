#include <png.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

// libpng reports an error by a jump that must not cross Swift frames, so one whole decoding is one
// call here. Nothing is printed.

/// A decoded image; `message` is empty on success.
struct cn_png_image {
  uint32_t width, height;
  /// 1 grey, 2 grey and alpha, 3 red, green and blue, 4 these and alpha.
  int channels;
  /// 8 or 16; samples of 16 bits are big-endian.
  int bits;
  size_t row_bytes;
  /// height × row_bytes bytes, to be given to `free`; NULL on failure and when over the limit.
  uint8_t *rows;
  /// Width × height exceeds the limit; nothing was allocated.
  int over_limit;
  char message[80];
};

struct cn_png_source {
  const uint8_t *next;
  size_t left;
};

static inline void cn_png_read_bytes(png_structp png, png_bytep into, size_t count) {
  struct cn_png_source *source = (struct cn_png_source *)png_get_io_ptr(png);
  if (count > source->left) png_error(png, "the file ends too early");
  memcpy(into, source->next, count);
  source->next += count;
  source->left -= count;
}

static inline void cn_png_fail(png_structp png, png_const_charp message) {
  struct cn_png_image *image = (struct cn_png_image *)png_get_error_ptr(png);
  strncpy(image->message, message, sizeof image->message - 1);
  png_longjmp(png, 1);
}

static inline void cn_png_ignore_warning(png_structp png, png_const_charp message) {
  (void)png;
  (void)message;
}

/// Decodes without any change of gamma; palettes and fewer than 8 bits are expanded.
static inline void cn_png_decode(
    const uint8_t *bytes, size_t count, uint64_t limit, struct cn_png_image *image) {
  memset(image, 0, sizeof *image);
  struct cn_png_source source = {bytes, count};
  png_structp png = png_create_read_struct(
      PNG_LIBPNG_VER_STRING, image, cn_png_fail, cn_png_ignore_warning);
  png_infop info = png ? png_create_info_struct(png) : NULL;
  if (!info) {
    png_destroy_read_struct(&png, NULL, NULL);
    strcpy(image->message, "not enough memory");
    return;
  }
  if (setjmp(png_jmpbuf(png))) {
    png_destroy_read_struct(&png, &info, NULL);
    free(image->rows);
    image->rows = NULL;
    return;
  }
  png_set_read_fn(png, &source, cn_png_read_bytes);
  png_set_user_limits(png, PNG_UINT_31_MAX, PNG_UINT_31_MAX);
  png_read_info(png, info);
  image->width = png_get_image_width(png, info);
  image->height = png_get_image_height(png, info);
  if ((uint64_t)image->width * image->height > limit) {
    image->over_limit = 1;
    png_destroy_read_struct(&png, &info, NULL);
    return;
  }
  png_set_expand(png);
  int passes = png_set_interlace_handling(png);
  png_read_update_info(png, info);
  image->channels = png_get_channels(png, info);
  image->bits = png_get_bit_depth(png, info);
  image->row_bytes = png_get_rowbytes(png, info);
  image->rows = (uint8_t *)malloc(image->row_bytes * image->height);
  if (!image->rows) png_error(png, "not enough memory");
  for (int pass = 0; pass < passes; pass++)
    for (uint32_t row = 0; row < image->height; row++)
      png_read_row(png, image->rows + row * image->row_bytes, NULL);
  png_read_end(png, NULL);
  png_destroy_read_struct(&png, &info, NULL);
}
