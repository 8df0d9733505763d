#include <zlib.h>

/// `inflateInit2`, which is a macro, for the gzip format.
static inline int cn_inflate_init_gzip(z_stream *stream) { return inflateInit2(stream, 16 + MAX_WBITS); }
