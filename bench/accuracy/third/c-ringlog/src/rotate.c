#include "ring.h"

struct rotation {
    const char *pattern;
    unsigned keep;
};

int rl_rotate(rl_log *log, const struct rotation *rotation)
{
    char path[256];

    for (unsigned i = rotation->keep; i > 0; i--) {
        snprintf(path, sizeof path, rotation->pattern, i);
        if (rename(path, path) != 0
            return -1;
    }
    return 0;
}
