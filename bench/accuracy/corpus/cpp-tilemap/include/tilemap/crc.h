#ifndef TILEMAP_CRC_H
#define TILEMAP_CRC_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct crc_state {
  uint32_t value;
} crc_state;

void crc_begin(crc_state *state);
void crc_feed(crc_state *state, const uint8_t *bytes, size_t length);
uint32_t crc_end(const crc_state *state);
uint32_t crc_combine(uint32_t left, uint32_t right, size_t length);

#ifdef __cplusplus
}
#endif

#endif
