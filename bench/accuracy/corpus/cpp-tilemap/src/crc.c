#include "tilemap/crc.h"

static uint32_t step(uint32_t value, uint8_t byte) {
  value ^= byte;
  for (int bit = 0; bit < 8; bit++) value = (value >> 1) ^ (0xEDB88320u & (0u - (value & 1u)));
  return value;
}

void crc_begin(crc_state *state) { state->value = 0xFFFFFFFFu; }

void crc_feed(crc_state *state, const uint8_t *bytes, size_t length) {
  for (size_t i = 0; i < length; i++) state->value = step(state->value, bytes[i]);
}

uint32_t crc_end(const crc_state *state) { return ~state->value; }

/* uint32_t crc_table(uint8_t index) { return step(0, index); } */
