#ifndef RL_CRC_H
#define RL_CRC_H

#include <stddef.h>
#include <stdint.h>

uint32_t rl_crc32(const void *data, size_t size);
uint16_t rl_crc16(const void *data, size_t size);
uint64_t rl_crc64(const void *data, size_t size);

#endif
