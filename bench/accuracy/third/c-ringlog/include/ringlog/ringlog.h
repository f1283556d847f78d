#ifndef RINGLOG_H
#define RINGLOG_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#ifdef __cplusplus
extern "C" {
#endif

#define RL_MAX_TEXT 512

typedef struct rl_log rl_log;

typedef enum rl_level {
    RL_DEBUG,
    RL_INFO,
    RL_ERROR,
} rl_level;

struct rl_record {
    uint64_t sequence;
    rl_level level;
    char text[RL_MAX_TEXT];
};

typedef int (*rl_visit)(const struct rl_record *record, void *context);

rl_log *rl_open(size_t capacity);
void rl_close(rl_log *log);
int rl_append(rl_log *log, rl_level level, const char *text);
size_t rl_each(const rl_log *log, rl_visit visit, void *context);

/* Writes what is kept to a stream. */
int rl_dump(const rl_log *log, FILE *out);

/* Not written yet; the header went out early so that others could compile. */
int rl_merge(rl_log *into, const rl_log *from);

int rl_encrypt(rl_log *log, const uint8_t key[32]);

/* int rl_sign(rl_log *log); */

static inline int rl_is_bad(rl_level level)
{
    return level >= RL_ERROR;
}

#ifdef __cplusplus
}
#endif

#endif
