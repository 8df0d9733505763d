#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Whether this processor, and the system on it, run instructions on eight floats at once (AVX2)
/// and fused multiply-adds (FMA).
static inline bool cn_processor_has_avx2_and_fma(void) {
#if defined(__x86_64__)
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
#else
  return false;
#endif
}

/// Whether this processor has an instruction for CRC-32C.
static inline bool cn_processor_has_crc32c(void) {
#if defined(__x86_64__)
  return __builtin_cpu_supports("sse4.2");
#else
  return false;
#endif
}

/// Takes bytes into the register of a CRC-32C; only where the processor has the instruction.
#if defined(__x86_64__)
__attribute__((target("sse4.2")))
#endif
static inline uint32_t cn_crc32c(uint32_t crc, const void *bytes, size_t count) {
#if defined(__x86_64__)
  const uint8_t *next = (const uint8_t *)bytes;
  uint64_t wide = crc;
  for (; count >= 8; count -= 8, next += 8) {
    uint64_t word;
    __builtin_memcpy(&word, next, 8);
    wide = __builtin_ia32_crc32di(wide, word);
  }
  crc = (uint32_t)wide;
  for (; count > 0; count--, next++) crc = __builtin_ia32_crc32qi(crc, *next);
#endif
  return crc;
}
