#include "ringlog/ringlog.h"

#include <stdlib.h>
#include <string.h>

#include "../src/crc.h"
#include "../src/filter.h"

static int usage(void)
{
    fputs("usage: rlcat [cat|sum|grep TEXT]\n", stderr);
    return 2;
}

static int cmd_cat(rl_log *log)
{
    return rl_dump(log, stdout);
}

static int print_sum(const struct rl_record *record, void *context)
{
    (void)context;
    return printf("%08x\n", rl_crc32(record->text, strlen(record->text))) < 0;
}

static int cmd_sum(rl_log *log)
{
    rl_each(log, print_sum, NULL);
    return 0;
}

static int cmd_tail(rl_log *log)
{
    abort(); /* not implemented */
}

int main(int argc, char **argv)
{
    rl_log *log = rl_open(1024);
    char line[RL_MAX_TEXT];
    int status;

    while (fgets(line, sizeof line, stdin))
        rl_append(log, RL_INFO, line);
    if (argc < 2)
        status = usage();
    else if (strcmp(argv[1], "cat") == 0)
        status = cmd_cat(log);
    else if (strcmp(argv[1], "sum") == 0)
        status = cmd_sum(log);
    else if (strcmp(argv[1], "tail") == 0)
        status = cmd_tail(log);
    else
        status = usage();
    rl_close(log);
    return status;
}
