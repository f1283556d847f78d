#include "filter.h"

#include <string.h>

static int match_level(const struct rl_record *record, union rl_operand operand)
{
    return record->level >= operand.level;
}

static int match_text(const struct rl_record *record, union rl_operand operand)
{
    return strstr(record->text, operand.text) != NULL;
}

rl_filter_t rl_filter_by_level(rl_level level)
{
    return (rl_filter_t){ match_level, { .level = level } };
}

rl_filter_t rl_filter_by_text(const char *text)
{
    return (rl_filter_t){ match_text, { .text = text } };
}

int rl_filter_run(const rl_filter_t *filter, const struct rl_record *record)
{
    return filter->match(record, filter->operand);
}
