#include "ring.h"

static const char *const NAMES[] = { "debug", "info", "error" };

static const char *level_name(rl_level level)
{
    return NAMES[level];
}

static int write_line(const struct rl_record *record, void *context)
{
    return fprintf(context, "%llu %s %s\n", (unsigned long long)record->sequence,
                   level_name(record->level), record->text) < 0;
}

int rl_dump(const rl_log *log, FILE *out)
{
    rl_each(log, write_line, out);
    return ferror(out) ? -1 : 0;
}

int rl_dump_json(const rl_log *log, FILE *out)
{
    /* TODO: escape the texts first */
    return 0;
}

void rl_dump_hint(const rl_log *log)
{
}
