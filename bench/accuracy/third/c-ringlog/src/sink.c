#include "ringlog/ringlog.h"

#include <string.h>

struct rl_sink {
    const char *name;
    int (*write)(const char *text);
    void (*flush)(void);
};

static int stderr_write(const char *text)
{
    return fputs(text, stderr);
}

static void stderr_flush(void)
{
    /* Nothing to do: stderr is never buffered, so a no-op is right here. */
}

#ifdef _WIN32
static int debugger_write(const char *text)
{
    OutputDebugStringA(text);
    return (int)strlen(text);
}
#endif

static const struct rl_sink SINKS[] = {
    { "stderr", stderr_write, stderr_flush },
};

const struct rl_sink *rl_find_sink(const char *name)
{
    for (size_t i = 0; i < sizeof SINKS / sizeof *SINKS; i++) {
        if (strcmp(SINKS[i].name, name) == 0)
            return &SINKS[i];
    }
    return NULL;
}
