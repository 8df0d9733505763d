// Included by shim.h.

/// A PNG file while it is written: `count` bytes to be given to `free`, NULL without memory.
struct cn_png_file {
  uint8_t *bytes;
  size_t count, capacity;
};

static inline void cn_png_ignore_warning(png_structp png, png_const_charp message) {
  (void)png;
  (void)message;
}

static inline void cn_png_write_fail(png_structp png, png_const_charp message) {
  (void)message;
  png_longjmp(png, 1);
}

static inline void cn_png_write_bytes(png_structp png, png_bytep from, size_t count) {
  struct cn_png_file *file = (struct cn_png_file *)png_get_io_ptr(png);
  if (count > file->capacity - file->count) {
    size_t capacity = 2 * file->capacity + count;
    uint8_t *bytes = (uint8_t *)realloc(file->bytes, capacity);
    if (!bytes) png_error(png, "not enough memory");
    file->bytes = bytes;
    file->capacity = capacity;
  }
  memcpy(file->bytes + file->count, from, count);
  file->count += count;
}

static inline void cn_png_flush(png_structp png) { (void)png; }

/// Packs width × height pixels of red, green and blue, a byte each.
static inline struct cn_png_file cn_png_write(
    const uint8_t *pixels, uint32_t width, uint32_t height) {
  // libpng's jump may not undo what is kept on the heap.
  struct cn_png_file *file = (struct cn_png_file *)calloc(1, sizeof *file);
  struct cn_png_file result = {NULL, 0, 0};
  if (!file) return result;
  png_structp png = png_create_write_struct(
      PNG_LIBPNG_VER_STRING, NULL, cn_png_write_fail, cn_png_ignore_warning);
  png_infop info = png ? png_create_info_struct(png) : NULL;
  if (info && !setjmp(png_jmpbuf(png))) {
    png_set_write_fn(png, file, cn_png_write_bytes, cn_png_flush);
    png_set_IHDR(
        png, info, width, height, 8, PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE,
        PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    png_write_info(png, info);
    for (uint32_t row = 0; row < height; row++)
      png_write_row(png, pixels + (size_t)row * width * 3);
    png_write_end(png, info);
    result = *file;
  } else {
    free(file->bytes);
  }
  free(file);
  png_destroy_write_struct(&png, &info);
  return result;
}
