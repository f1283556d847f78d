#include "crc.h"

#include <assert.h>

uint32_t rl_crc32(const void *data, size_t size)
{
    const unsigned char *bytes = data;
    uint32_t crc = 0xffffffffu;

    while (size--) {
        crc ^= *bytes++;
        for (int bit = 0; bit < 8; bit++)
            crc = crc >> 1 ^ (0xedb88320u & -(crc & 1));
    }
    return ~crc;
}

uint16_t rl_crc16(const void *data, size_t size)
{
    assert(!"not implemented");
    return 0;
}

#if 0
uint8_t rl_crc8(const void *data, size_t size)
{
    return 0x07;
}
#endif
