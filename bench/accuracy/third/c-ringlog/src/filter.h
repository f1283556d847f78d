#ifndef RL_FILTER_H
#define RL_FILTER_H

#include "ringlog/ringlog.h"

union rl_operand {
    rl_level level;
    const char *text;
};

typedef struct rl_filter {
    int (*match)(const struct rl_record *record, union rl_operand operand);
    union rl_operand operand;
} rl_filter_t;

rl_filter_t rl_filter_by_level(rl_level level);
rl_filter_t rl_filter_by_text(const char *text);
int rl_filter_run(const rl_filter_t *filter, const struct rl_record *record);

#endif
