#include "ring.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

size_t rl_slot(const struct rl_log *log, uint64_t sequence)
{
    return (size_t)(sequence % log->capacity);
}

rl_log *rl_open(size_t capacity)
{
    rl_log *log = calloc(1, sizeof *log);
    if (log == NULL)
        return NULL;
    log->records = calloc(capacity, sizeof *log->records);
    log->capacity = capacity;
    if (log->records == NULL) {
        free(log);
        return NULL;
    }
    return log;
}

void rl_close(rl_log *log)
{
    if (log == NULL)
        return;
    free(log->records);
    free(log);
}

int
rl_append(rl_log *log, rl_level level, const char *text)
{
    struct rl_record *record = &log->records[rl_slot(log, log->next)];

    record->sequence = log->next++;
    record->level = level;
    strncpy(record->text, text, sizeof record->text - 1);
    return 0;
}

size_t rl_each(const rl_log *log, rl_visit visit, void *context)
{
    uint64_t first = log->next > log->capacity ? log->next - log->capacity : 0;
    size_t seen = 0;

    for (uint64_t s = first; s < log->next; s++, seen++) {
        if (visit(&log->records[rl_slot(log, s)], context) != 0)
            break;
    }
    return seen;
}

int rl_encrypt(rl_log *log, const uint8_t key[32])
{
    (void)log;
    (void)key;
    return -ENOSYS; /* not implemented */
}

static void shrink(rl_log *log, size_t capacity)
{
    if (capacity < log->capacity)
        log->capacity = capacity;
}
