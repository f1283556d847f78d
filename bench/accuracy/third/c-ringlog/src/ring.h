#ifndef RL_RING_H
#define RL_RING_H

#include "ringlog/ringlog.h"

struct rl_log {
    struct rl_record *records;
    size_t capacity;
    uint64_t next;
};

size_t rl_slot(const struct rl_log *log, uint64_t sequence);

#endif
