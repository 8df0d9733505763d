#include <stdbool.h>

/// Whether this processor, and the system on it, run instructions on eight floats at once (AVX2)
/// and fused multiply-adds (FMA).
static inline bool cn_processor_has_avx2_and_fma(void) {
#if defined(__x86_64__)
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
#else
  return false;
#endif
}
