#include "ringlog/ringlog.h"

#include <assert.h>
#include <string.h>

static int count_records(const struct rl_record *record, void *context)
{
    (void)record;
    ++*(int *)context;
    return 0;
}

int main(void)
{
    int seen = 0;
    rl_log *log = rl_open(2);

    rl_append(log, RL_INFO, "one");
    rl_append(log, RL_INFO, "two");
    rl_append(log, RL_ERROR, "three");
    rl_each(log, count_records, &seen);
    assert(seen == 2);
    rl_close(log);
    return 0;
}
